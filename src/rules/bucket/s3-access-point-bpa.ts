import { defineRule } from '../define-rule';
import { openSettings } from './reading/public-access-block';

export default defineRule({
  id: 's3-access-point-bpa',
  severity: 'high',
  title: 'the access point lets its policy open it to the public',
  why:
    'An access point has a policy of its own, and the block of the bucket is set apart from it: whoever may edit that policy can open the way to the objects. ' +
    'The setting cannot be changed after the access point was made.',
  serviceDefault:
    'Access points are made with all four settings on where the property is absent; a setting that is left out of a block that is there is off (https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html).',
  fix: 'remove `PublicAccessBlockConfiguration`, or set all four of its settings to `true`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-3'], fsbp: ['S3.19', 'S3.24'], cwe: ['CWE-284'] },
  appliesTo: ['AWS::S3::AccessPoint', 'AWS::S3::MultiRegionAccessPoint'],
  check: (accessPoint) => openSettings(accessPoint),
});
