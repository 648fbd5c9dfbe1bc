/** What stands in the parameter until an operator puts the value in. */
export const placeholder = 'no-value-yet: put it with "aws ssm put-parameter --overwrite"';
