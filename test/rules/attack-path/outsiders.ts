import { holds, may } from './play';
import type { Step } from './play';
import { arnOf, evaluate } from '../../../src/iam';
import { PolicyDocument } from '../../../src/iam/policy-document';
import { resourcePolicies } from '../../../src/iam/resource-policies';

const foreign = '210987654321';
const everything = {
  name: 'what its own account allows it',
  document: PolicyDocument.of({ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }),
};

/** A role of another account, whose administrator allows it everything, does something to a resource. */
export function strangerMay(action: string, on: string, { account = foreign, below = '' } = {}): Step {
  return holds(`a role of account ${account} may ${action} on ${on}`, [on], (_, find) => {
    const { decision } = evaluate(
      {
        principal: { kind: 'role', arn: `arn:aws:iam::${account}:role/Mallory` },
        action,
        resource: arnOf(find(on)) + below,
        resourceAccount: '${AWS::AccountId}',
        context: { 'aws:SecureTransport': 'true', 'aws:SourceIp': '198.51.100.7' },
      },
      { identity: [everything], resource: resourcePolicies(find(on)) },
    );
    return decision === 'allowed';
  });
}

/** A service does something on behalf of somebody in another account. */
export function serviceOfAStrangerMay(service: string, action: string, on: string): Step {
  const name = service.split('.')[0];
  const source = name === 's3' ? 'arn:aws:s3:::mallory' : `arn:aws:${name}:eu-west-1:${foreign}:mallory`;
  return may(service, action, on, { context: { 'aws:SourceArn': source, 'aws:SourceAccount': foreign } });
}

/** What arrives at one resource is handed on to another: the configuration of the service, no policy, decides. */
export function hands(from: string, to: string, by: string, property: string): Step {
  return holds(`${from} hands on to ${to}`, [from, to, by], (_, find) =>
    find(by).read(property).targets.includes(find(to)),
  );
}
