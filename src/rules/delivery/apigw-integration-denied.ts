import { canInThisWorld } from '../../iam';
import { defineRule } from '../define-rule';
import { fail } from '../results';

export default defineRule({
  id: 'apigw-integration-denied',
  severity: 'medium',
  title: 'the API may not invoke the function behind its method',
  why: 'Every call ends with status 500, and what people add in a hurry is a permission for every API of every account.',
  serviceDefault:
    'Nobody but identities of its account may invoke a function; API Gateway needs a permission, or a role in `Credentials` (https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html#apigateway-permissions).',
  fix: 'add an `AWS::Lambda::Permission` for `apigateway.amazonaws.com` with the `SourceArn` of the method: `LambdaIntegration` does',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-732'] },
  notes: 'Functions that are made elsewhere, versions and aliases are not looked at.',
  appliesTo: 'AWS::ApiGateway::Method',
  check: (method) => {
    const integration = method.read('Integration');
    const uri = integration.read('Uri');
    const fn = uri.targets.find((target) => target.is('AWS::Lambda::Function'));
    if (!fn || uri.targets.some(({ type }) => ['AWS::Lambda::Alias', 'AWS::Lambda::Version'].includes(type))) return [];
    if (!integration.read('Credentials').isAbsent) return [];
    const { decision } = canInThisWorld('apigateway.amazonaws.com', 'lambda:InvokeFunction', fn, { openContext: true });
    return decision === 'denied' ? fail(uri, { got: `no permission for ${fn.logicalId}`, wanted: 'a permission' }) : [];
  },
});
