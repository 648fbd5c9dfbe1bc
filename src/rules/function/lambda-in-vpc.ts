import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'lambda-in-vpc',
  severity: 'low',
  strict: true,
  title: 'the function is not in a VPC',
  why:
    'Code that somebody brings into the function can send what it reads to any address on the internet. ' +
    'In a VPC security groups and endpoints decide where it may go.',
  serviceDefault: 'Without `VpcConfig` a function runs in a network of the service, with access to the internet.',
  fix: 'set `VpcConfig.SubnetIds` and `VpcConfig.SecurityGroupIds`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], securityHub: ['Lambda.3'], cwe: ['CWE-668'] },
  notes:
    'A function of a capacity provider runs in the VPC of that. Strict, because AWS recommends a VPC only for functions that reach into one: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) =>
    fn.read('CapacityProviderConfig').isAbsent
      ? demand(fn.read('VpcConfig.SubnetIds'), (subnets) => subnets.items.length > 0, 'subnets')
      : [],
});
