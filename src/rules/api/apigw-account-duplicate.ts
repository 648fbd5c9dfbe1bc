import type { Resource, Template } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

/** The template that is deployed by itself, with the account and region of all those nested in it. */
function rootOf({ template }: Resource): Template {
  let root = template;
  while (root.parent) root = root.parent.template;
  return root;
}

/** Which of two counts as the first must not depend on the order in which they are read. */
function placeOf({ template, logicalId }: Resource): string {
  return `${template.path}\n${logicalId}`;
}

function environmentOf(account: Resource): string | undefined {
  return rootOf(account).stack.environment;
}

/** Not where whoever deploys decides about the account or the region. */
function isSettled(environment: string | undefined): boolean {
  return environment !== undefined && !environment.includes('${');
}

function isDeployedWith(one: Resource, other: Resource): boolean {
  const environment = environmentOf(one);
  return rootOf(one) === rootOf(other) || (environment !== undefined && environment === environmentOf(other));
}

function isDeployedElsewhere(one: Resource, other: Resource): boolean {
  const [environment, otherEnvironment] = [environmentOf(one), environmentOf(other)];
  return isSettled(environment) && isSettled(otherEnvironment) && environment !== otherEnvironment;
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
    'Over several stacks the finding is "cannot tell" where the app does not say to which account and region they go. ' +
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-account.html',
  appliesTo: 'AWS::ApiGateway::Account',
  check: (account, app) => {
    const before = app.ofType('AWS::ApiGateway::Account').filter((other) => placeOf(other) < placeOf(account));
    const together = before.find((other) => isDeployedWith(other, account));
    if (together) return fail(account, { got: `another one beside ${together.toString()}`, wanted: 'one in the app' });
    const maybe = before.find((other) => !isDeployedElsewhere(other, account));
    return maybe ? unknown(account, `${maybe.toString()} may be deployed to the same account and region`) : pass();
  },
});
