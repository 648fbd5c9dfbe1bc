import type { Resource, Template } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

/** The template that is deployed by itself, with the account and region of all those nested in it. */
function rootOf({ template }: Resource): Template {
  let root = template;
  while (root.parent) root = root.parent.template;
  return root;
}

export default defineRule({
  id: 'apigw-account-duplicate',
  severity: 'medium',
  title: 'two resources write the one log role that API Gateway has in an account and region',
  why:
    'The last one deployed wins, and whoever deletes its stack leaves all APIs of the region without execution logs. ' +
    'Nobody notices until the logs are needed.',
  serviceDefault:
    'Without an `AWS::ApiGateway::Account` the setting stays as it is; each one overwrites it for all APIs of the region.',
  fix: 'keep one `AWS::ApiGateway::Account`, retained, and set `cloudWatchRole: false` on the other APIs; `SecureApi` does',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  notes:
    'Stacks may go to different accounts and regions, which templates do not say: over several stacks the finding is "cannot tell". ' +
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-account.html',
  appliesTo: 'AWS::ApiGateway::Account',
  check: (account, app) => {
    const all = app.ofType('AWS::ApiGateway::Account');
    const before = all.slice(0, all.indexOf(account));
    const [first] = before;
    if (!first) return pass();
    const together = before.find((other) => rootOf(other) === rootOf(account));
    if (together) return fail(account, { got: `another one beside ${together.toString()}`, wanted: 'one in the app' });
    return unknown(account, `${first.toString()} may be deployed to the same account and region`);
  },
});
