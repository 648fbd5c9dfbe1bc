import { defineRule } from '../define-rule';
import { fail } from '../results';

export default defineRule({
  id: 'lambda-policy-mixed',
  severity: 'medium',
  title: 'the policy of the function and its permissions overwrite each other',
  why:
    'Both write the one policy that a function has. Which of them holds depends on what was deployed last: ' +
    'a denial that keeps somebody out is gone after a deployment that only touched the other, and nobody is told.',
  serviceDefault:
    'A resource policy replaces the whole policy of the function; AWS says not to use both for one function (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-resourcepolicy.html).',
  fix: 'put what the permissions allow into the `AWS::Lambda::ResourcePolicy`, and remove them with `DeletionPolicy: Retain`',
  references: { owaspServerless: ['S5', 'S6'], csaServerless: ['SAS-3'], cwe: ['CWE-732'] },
  appliesTo: 'AWS::Lambda::ResourcePolicy',
  check: (policy, app) => {
    const resource = policy.read('ResourceArn');
    const [permission] = resource.targets
      .filter((target) => target.is('AWS::Lambda::Function'))
      .flatMap((fn) => app.attachedTo(fn, 'AWS::Lambda::Permission', 'FunctionName'));
    if (!permission) return [];
    return fail(resource, {
      got: `a function that ${permission.logicalId} is about as well`,
      wanted: 'one of the two',
    });
  },
});
