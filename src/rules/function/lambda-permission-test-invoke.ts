import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { servicePrincipal } from './reading/service-principal';

export default defineRule({
  id: 'lambda-permission-test-invoke',
  severity: 'low',
  strict: true,
  title: 'test calls of the API reach the function',
  why:
    'Whoever may call TestInvokeMethod runs the function with headers, path and body of their choice, although they may not invoke it. ' +
    'No stage is in the way: no WAF, no throttling, and nothing in the access log.',
  serviceDefault:
    'TestInvokeMethod simulates a call with what it is given, if the function lets the stage `test-invoke-stage` in (https://docs.aws.amazon.com/apigateway/latest/api/API_TestInvokeMethod.html); the CDK lets it in.',
  fix: 'pass `allowTestInvoke: false` to `LambdaIntegration`, or use `SecureApi`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-3'], cwe: ['CWE-284'] },
  notes: 'Strict, because developers test in the console, and an IAM policy decides who may.',
  appliesTo: 'AWS::Lambda::Permission',
  check: (permission) => {
    if (servicePrincipal(permission.read('Principal')) !== 'apigateway.amazonaws.com') return pass();
    const source = permission.read('SourceArn');
    return source.text?.includes('/test-invoke-stage/') ? fail(source, { wanted: 'a stage of the API' }) : pass();
  },
});
