import { deployed } from './deployed-text';
import { PolicyDocument } from './policy-document';
import type { Resolved } from '../template/resolved';
import type { Resource } from '../template/resource';

/**
 * The statement that EventBridge writes into the policy of a bus for an `AWS::Events::EventBusPolicy`: the one that is
 * given, or one of its older properties.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbuspolicy.html
 */
export function eventBusPolicy(permission: Resource, busArn: string): PolicyDocument {
  const read = (property: string): Resolved => deployed(permission.read(property).resolved, permission.template);
  if (!permission.read('Statement').isAbsent) {
    return PolicyDocument.of({ Version: '2012-10-17', Statement: read('Statement') });
  }
  const principal = read('Principal');
  const condition = permission.read('Condition');
  return PolicyDocument.of({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: principal === '*' ? '*' : { AWS: principal },
      Action: read('Action'),
      Resource: busArn,
      ...(!condition.isAbsent && { Condition: { StringEquals: { 'aws:PrincipalOrgID': read('Condition.Value') } } }),
    },
  });
}
