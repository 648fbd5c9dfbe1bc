import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'trail-enabled',
  severity: 'high',
  title: 'the trail records nothing',
  why: 'Whatever is done in the account leaves no record, while everybody relies on the trail. Stopping it is what an intruder does first.',
  serviceDefault:
    'The property is required: a trail says whether it records (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-create-and-update-a-trail.html).',
  fix: 'set `IsLogging: true`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], securityHub: ['CloudTrail.3'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::CloudTrail::Trail',
  check: (trail) => demand(trail.read('IsLogging'), (on) => !on.isFalse, 'true'),
});
