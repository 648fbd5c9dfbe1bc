import { withAttachments } from './attachments';
import { evaluate } from '../../../iam';
import type { Verdict } from '../../../iam';
import { deployedArnOf, deployedText } from '../../../iam/deployed-text';
import { PolicyDocument } from '../../../iam/policy-document';
import { resourcePolicies } from '../../../iam/resource-policies';
import type { Application, Resource } from '../../../template';

/** A role of the account that no policy of a secret names, and whose own policies allow everything. */
const stranger = '${AWS::AccountId}:role/7n3x-somebody-else';
const everything = [
  {
    name: 'its own policies',
    document: PolicyDocument.of({ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }),
  },
];

/** Whether a role of the account gets through that nobody named; a policy may spell the partition in either way. */
export function verdictOnStranger(action: string, secret: Resource, app: Application): Verdict {
  const policies = withAttachments(secret, app).flatMap(resourcePolicies);
  const [first, second] = ['${AWS::Partition}', 'aws'].map((partition) =>
    evaluate(
      {
        principal: { kind: 'role', arn: deployedText(`arn:${partition}:iam::${stranger}`, secret.template) },
        action,
        resource: deployedArnOf(secret),
        resourceAccount: deployedText('${AWS::AccountId}', secret.template),
        context: { 'aws:SecureTransport': 'true' },
      },
      { identity: everything, resource: policies },
    ),
  );
  return first.decision === 'unknown' ? second : first;
}
