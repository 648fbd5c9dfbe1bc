import type { Application, Resource } from '../../../template';
import { fail, pass, unknown } from '../../results';
import type { Result } from '../../results';

/**
 * Judges whether a web ACL of the app stands before a resource that AWS WAF takes by its ARN.
 *
 * @see https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html
 */
export function judgeWebAcl(resource: Resource, app: Application): Result {
  const type = 'AWS::WAFv2::WebACLAssociation';
  if (app.attachedTo(resource, type, 'ResourceArn').length > 0) return pass();
  const arns = app.ofType(type).map((association) => association.read('ResourceArn'));
  if (arns.some((arn) => arn.targets.includes(resource))) return pass();
  if (arns.some((arn) => arn.isUnknown)) {
    return unknown(resource, 'a web ACL of the app protects something that is not known');
  }
  return fail(resource, { got: 'no web ACL', wanted: `an ${type}` });
}
