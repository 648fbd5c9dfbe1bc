import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 'capacity-provider-cmk',
  severity: 'low',
  title: 'the disks of the capacity provider are not encrypted with a key of yours',
  why:
    'Its instances keep the code of functions and what these write to `/tmp` on disks. ' +
    'With a key of your own its policy decides who may read a copy of them, and every use of it is in the trail.',
  serviceDefault:
    'Without `KmsKeyArn` the service uses a key that AWS manages (https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda.CapacityProviderProps.html).',
  fix: 'set `KmsKeyArn`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-311'] },
  appliesTo: 'AWS::Lambda::CapacityProvider',
  check: (provider) => demand(provider.read('KmsKeyArn'), isSaid, 'the ARN of a key'),
});
