import { join } from 'node:path';
import { CfnGuardValidator } from '@cdklabs/cdk-validator-cfnguard';
import { flagSets, threeConstructs } from './three-constructs';

/** What Control Tower wants and the constructs do not do by default, and why. */
const open: Readonly<Record<string, string>> = {
  kms_create_grant_aws_service_check:
    'CT.KMS.PR.3 reads `kms:*` for the account itself, with which the key leaves the decision to IAM policies, as a grant to a stranger',
  lambda_function_public_access_prohibited_check:
    'CT.LAMBDA.PR.2 does not read a SourceArn that is put together from the API, its stage and its method; API Gateway sends no SourceAccount that could stand beside it',
  lambda_inside_vpc_check:
    'CT.LAMBDA.PR.3 wants every function in a VPC; AWS advises it only for functions that reach something in one',
  s3_bucket_default_encryption_kms_check:
    'CT.S3.PR.10 also judges the bucket of the access logs, to which S3 delivers only with SSE-S3',
  s3_bucket_logging_enabled_check:
    'CT.S3.PR.2 also judges the bucket of the access logs, which would log its own logging for ever',
  s3_bucket_object_lock_enabled_check:
    'CT.S3.PR.9 wants retention that nobody can end, which is a decision about the data and cannot be taken back',
  s3_event_notifications_enabled_check: 'CT.S3.PR.4 wants events whether or not anything listens to them',
};

test.each(flagSets)(
  '%s, Control Tower’s proactive controls leave open only what is listed with its reason',
  (_, context) => {
    const assembly = threeConstructs(context, () => []).synth();
    const report = new CfnGuardValidator().validate({
      templatePaths: assembly.stacks.map(({ templateFile }) => join(assembly.directory, templateFile)),
    } as never);
    const found = [...new Set(report.violations.map(({ ruleName }) => ruleName))].sort();
    expect(found).toEqual(Object.keys(open).sort());
  },
);

test('at most eight controls stay open', () => {
  expect(Object.keys(open).length).toBeLessThanOrEqual(8);
});
