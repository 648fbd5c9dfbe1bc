import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'capacity-provider-unlimited',
  severity: 'low',
  title: 'the capacity provider starts instances up to the limit of the service',
  why:
    'Whoever can make its functions busy makes Lambda start instance after instance. ' +
    'Unlike functions, these are paid for as long as they run, whether a call comes or not.',
  serviceDefault:
    'Without `MaxVCpuCount` a capacity provider grows to 400 vCPUs (https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda.CapacityProviderProps.html).',
  fix: 'set `CapacityProviderScalingConfig.MaxVCpuCount` to what the functions need at most',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-770'] },
  appliesTo: 'AWS::Lambda::CapacityProvider',
  check: (provider) =>
    demand(provider.read('CapacityProviderScalingConfig.MaxVCpuCount'), (most) => !most.isAbsent, 'a number of vCPUs'),
});
