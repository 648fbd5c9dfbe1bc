import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

export default defineRule({
  id: 'web-function-unlimited',
  severity: 'medium',
  title: 'nothing limits how often the public endpoint of the web function may be called',
  why:
    'Anybody can send requests as fast as they like until the quota of the account is used up. ' +
    'The account pays for all of them, and its other web functions are refused.',
  serviceDefault:
    'Without `ThrottleConfig.RateLimit` and `ScalingConfig.MaxEnvironments` only the quotas of the account limit an endpoint (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-webfunctionendpoint.html).',
  fix: 'set `ThrottleConfig.RateLimit`, or `ScalingConfig.MaxEnvironments`',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-770', 'CWE-400'] },
  notes: 'Only endpoints that strangers may call (`AuthType: ApplicationManaged`).',
  appliesTo: 'AWS::Lambda::WebFunctionEndpoint',
  check: (endpoint) => {
    const type = endpoint.read('AuthType');
    const limits = [endpoint.read('ThrottleConfig.RateLimit'), endpoint.read('ScalingConfig.MaxEnvironments')];
    if (type.is('IamAuth') || limits.some((limit) => !limit.isAbsent && !limit.isUnknown)) return pass();
    const open = limits.find((limit) => limit.isUnknown) ?? (type.isUnknown ? type : undefined);
    return open ? unknown(open) : fail(limits[0], { wanted: 'a number of requests a second' });
  },
});
