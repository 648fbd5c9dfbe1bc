import { letsEveryServiceIn } from '../../iam/every-service';
import { defineRule } from '../define-rule';
import { failIf, judgeAllowed } from '../statements';

export default defineRule({
  id: 's3-policy-any-service',
  severity: 'low',
  title: 'the bucket lets in every service that works for the account',
  why: 'Only the source is named, not the service. Whoever may set up any service that writes to S3 puts objects among the logs or events that somebody relies on.',
  serviceDefault:
    '`*` stands for everybody, services included; a condition on the source leaves every service that acts for it (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html).',
  fix: 'name the service: `Principal: { Service: logging.s3.amazonaws.com }`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-3'], cwe: ['CWE-732'] },
  notes: 'Topics and queues are left out: `*` with `aws:SourceArn` is how AWS has long written their policies.',
  appliesTo: 'AWS::S3::BucketPolicy',
  check: (policy) =>
    judgeAllowed(policy.read('PolicyDocument'), ({ statement, at }) =>
      failIf(letsEveryServiceIn(statement), at.read('Principal'), { wanted: 'the service' }),
    ),
});
