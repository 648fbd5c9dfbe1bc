import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { ApiFirewall, SecureApi, SecureFunction } from '../../src';
import { can, evaluate } from '../../src/iam';
import { rolePolicies } from '../../src/iam/role-policies';
import { Application } from '../../src/template';
import type { Resource } from '../../src/template';

const account = '111122223333';
const region = 'eu-west-1';

function synthesized(context: Record<string, unknown>): Application {
  const app = new App({ context: { ...context, 'aws:cdk:enable-path-metadata': true } });
  const stack = new Stack(app, 'Stack', { env: { account, region } });
  const api = new SecureApi(stack, 'Api', { waf: ApiFirewall.managed() });
  for (const id of ['Read', 'Write']) {
    const handler = new SecureFunction(stack, id, {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 200 })'),
    });
    api.root.addMethod(id === 'Read' ? 'GET' : 'POST', new apigateway.LambdaIntegration(handler));
  }
  return Application.load(app.synth().stacks.map(({ templateFullPath }) => ({ path: templateFullPath })));
}

function at(app: Application, constructPath: string): Resource {
  const found = app.resources.find((resource) => resource.constructPath === `${constructPath}/Resource`);
  if (!found) throw new Error(`nothing at "${constructPath}"`);
  return found;
}

describe.each([
  ['without feature flags', {}, '${AWS::Partition}'],
  ['with the recommended feature flags', recommendedFlags, 'aws'],
])('%s', (_, context, partition) => {
  const app = synthesized(context);
  const api = at(app, 'Stack/Api').logicalId;
  const stage = at(app, 'Stack/Api/DeploymentStage.prod').logicalId;
  const ofApi = `arn:${partition}:execute-api:${region}:${account}:`;

  test.each([
    ['its method on the stage', 'Read', `\${${api}}/\${${stage}}/GET/`, 'allowed'],
    ['the method of the other function', 'Read', `\${${api}}/\${${stage}}/POST/`, 'denied'],
    ['the test button', 'Read', `\${${api}}/test-invoke-stage/GET/`, 'denied'],
    ['another stage', 'Read', `\${${api}}/beta/GET/`, 'denied'],
    ['another API', 'Write', `other/\${${stage}}/POST/`, 'denied'],
  ])('API Gateway invokes a function from %s: %s %s is %s', (_from, name, path, decision) => {
    const verdict = can(app, 'apigateway.amazonaws.com', 'lambda:InvokeFunction', at(app, `Stack/${name}`), {
      context: { 'aws:SourceArn': ofApi + path },
    });
    expect(verdict.decision).toBe(decision);
  });

  test.each([
    ['logs:PutLogEvents', `log-group:books:log-stream:1`, account, 'allowed'],
    ['logs:CreateLogStream', 'log-group:books', account, 'allowed'],
    ['logs:PutLogEvents', 'log-group:books:log-stream:1', '999900001111', 'denied'],
    ['logs:DeleteLogGroup', 'log-group:books', account, 'denied'],
    ['logs:PutRetentionPolicy', 'log-group:books', account, 'denied'],
    ['logs:PutResourcePolicy', 'log-group:books', account, 'denied'],
  ])('the log role and %s on %s of account %s: %s', (action, logGroup, owner, decision) => {
    const { decision: got } = evaluate(
      {
        principal: { kind: 'role', arn: `arn:aws:iam::${account}:role/CloudWatchRole` },
        action,
        resource: `arn:${partition}:logs:${region}:${owner}:${logGroup}`,
        resourceAccount: account,
        context: {},
      },
      rolePolicies(at(app, 'Stack/Api/CloudWatchRole')),
    );
    expect(got).toBe(decision);
  });

  test.each([
    ['Stack/Api/AccessLog', account, 'allowed'],
    ['Stack/Api/FirewallLog', account, 'allowed'],
    ['Stack/Api/AccessLog', '999900001111', 'denied'],
  ])('CloudWatch Logs encrypts %s of account %s with the stack’s key: %s', (path, owner, decision) => {
    const logGroup = `arn:${partition}:logs:${region}:${owner}:log-group:${at(app, path).logicalId}`;
    const verdict = can(app, `logs.${region}.\${AWS::URLSuffix}`, 'kms:GenerateDataKey', at(app, 'Stack/SharedKey'), {
      context: { 'kms:EncryptionContext:aws:logs:arn': logGroup },
    });
    expect(verdict.decision).toBe(decision);
  });
});
