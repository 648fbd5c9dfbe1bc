import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 'trail-sns',
  severity: 'low',
  strict: true,
  title: 'nobody is told when the trail delivers log files',
  why: 'What looks at the files has to ask for them again and again. That they stop coming is noticed late.',
  serviceDefault:
    'A trail tells nobody unless it names a topic (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html).',
  fix: 'set `SnsTopicName`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::CloudTrail::Trail',
  check: (trail) => demand(trail.read('SnsTopicName'), isSaid, 'a topic'),
});
