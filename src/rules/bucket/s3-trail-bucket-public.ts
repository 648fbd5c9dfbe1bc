import { letsStrangersIn } from '../../iam/everybody';
import { defineRule } from '../define-rule';
import { demand, pass } from '../results';
import { failIf, judgeAllowed } from '../statements';
import { policiesOfBucket } from './reading/bucket-policies';
import { receivesTrail } from './reading/log-delivery';

export default defineRule({
  id: 's3-trail-bucket-public',
  severity: 'critical',
  title: 'the log files of CloudTrail are open to everybody',
  why:
    'Log files of CloudTrail hold every call in the account, with names, addresses and resources: a map for an attacker. ' +
    'Where strangers may write, they also cover their tracks.',
  serviceDefault:
    'A bucket is private unless an ACL or a policy opens it (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html).',
  fix: 'remove the public `AccessControl`, and name CloudTrail alone in the bucket policy',
  references: {
    owaspServerless: ['S5', 'S10'],
    csaServerless: ['SAS-5'],
    securityHub: ['CloudTrail.6'],
    cwe: ['CWE-732'],
  },
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket, app) => {
    if (!receivesTrail(bucket, app)) return pass();
    return [
      demand(
        bucket.read('AccessControl'),
        (acl) => !acl.is('PublicRead', 'PublicReadWrite', 'AuthenticatedRead'),
        'no public canned ACL',
      ),
      ...policiesOfBucket(bucket, app).flatMap((document) =>
        judgeAllowed(document, ({ statement, at }) =>
          failIf(letsStrangersIn(statement), at.read('Principal'), { wanted: 'a named principal' }),
        ),
      ),
    ];
  },
});
