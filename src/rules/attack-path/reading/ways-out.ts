import { evaluate } from '../../../iam';
import type { Verdict } from '../../../iam';
import { deployedText } from '../../../iam/deployed-text';
import { identityOf } from '../../../iam/permission-paths';
import { placedStatements } from '../../../iam/placed-statements';
import { PolicyDocument } from '../../../iam/policy-document';
import { readPolicy, rolePolicies } from '../../../iam/role-policies';
import type { Resource } from '../../../template';

/** A call that takes data to somebody else, through the endpoint of a service. */
export interface WayOut {
  readonly service: string;
  readonly action: string;
  readonly elsewhere: string;
}

export const waysOut: readonly WayOut[] = [
  { service: 's3', action: 's3:PutObject', elsewhere: 'arn:aws:s3:::a-bucket-of-somebody-else/x' },
  { service: 'dynamodb', action: 'dynamodb:PutItem', elsewhere: 'arn:aws:dynamodb:eu-west-1:000000000000:table/x' },
];

const opened = PolicyDocument.of({ Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' } });

/** Whether a role may write to a store of another account, which lets everybody in, through an endpoint. */
export function mayWriteElsewhere(role: Resource, endpoint: Resource, { action, elsewhere }: WayOut): Verdict {
  const policy = endpoint.read('PolicyDocument');
  const organizations = placedStatements(policy)
    .statements.flatMap(({ statement }) => statement.conditions)
    .filter(({ key }) => /^aws:principalorg(id|paths)$/i.test(key))
    .map(({ key, values }) => [key, values.map(String).map((value) => value.replaceAll('*', 'x'))] as const);
  const context = {
    'aws:PrincipalAccount': deployedText('${AWS::AccountId}', role.template),
    'aws:SecureTransport': 'true',
    ...Object.fromEntries(organizations),
  };
  return evaluate(
    { principal: identityOf(role), action, resource: elsewhere, resourceAccount: '000000000000', context },
    {
      ...rolePolicies(role),
      resource: [{ name: 'the policy of somebody else', document: opened }],
      ...(!policy.isAbsent && { endpoint: { name: `the policy of ${endpoint}`, document: readPolicy(policy) } }),
    },
  );
}
