import { deployed } from './deployed-text';
import { PolicyDocument } from './policy-document';
import type { Resolved } from '../template/resolved';
import type { Resource } from '../template/resource';
import type { Value } from '../template/value';

type Block = Record<string, Record<string, Resolved>>;

/** Properties of a permission that become conditions. */
const conditions: readonly (readonly [property: string, operator: string, key: string])[] = [
  ['SourceArn', 'ArnLike', 'aws:SourceArn'],
  ['SourceAccount', 'StringEquals', 'aws:SourceAccount'],
  ['PrincipalOrgID', 'StringEquals', 'aws:PrincipalOrgID'],
  ['EventSourceToken', 'StringEquals', 'lambda:EventSourceToken'],
  ['FunctionUrlAuthType', 'StringEquals', 'lambda:FunctionUrlAuthType'],
  ['InvokedViaFunctionUrl', 'Bool', 'lambda:InvokedViaFunctionUrl'],
];

/**
 * The statement that Lambda writes into a function's policy for an `AWS::Lambda::Permission`.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html
 */
export function permissionPolicy(permission: Resource, functionArn: string): PolicyDocument {
  const principal = text(permission.read('Principal'));
  const block: Block = {};
  for (const [property, operator, key] of conditions) {
    const value = permission.read(property);
    if (!value.isAbsent) block[operator] = { ...block[operator], [key]: text(value) };
  }
  const isService =
    typeof principal === 'string' && /\.(amazonaws\.com(\.cn)?|amazon\.com|\$\{AWS::URLSuffix\})$/.test(principal);
  return PolicyDocument.of({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: principal === '*' ? '*' : { [isService ? 'Service' : 'AWS']: principal },
      Action: text(permission.read('Action')),
      Resource: functionArn,
      Condition: block,
    },
  });
}

function text(value: Value): Resolved {
  return deployed(value.resolved, value.resource.template);
}
