import * as lambda from 'aws-cdk-lib/aws-lambda';

/** What the code of a function is does not matter here. */
export const inline = {
  code: lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 200 })'),
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
};
