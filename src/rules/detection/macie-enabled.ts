import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'macie-enabled',
  severity: 'low',
  strict: true,
  title: 'the session of Macie is paused',
  why: 'Buckets that become public, and personal data where none should be, are not told to anybody. The session is there, so that everybody thinks they are.',
  serviceDefault:
    'A session is enabled unless it says otherwise (https://docs.aws.amazon.com/macie/latest/APIReference/macie.html).',
  fix: 'remove `Status: PAUSED`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-5'], fsbp: ['Macie.1'], cwe: ['CWE-778'] },
  notes: 'Whether the account has a session that is not part of the app is not seen.',
  appliesTo: 'AWS::Macie::Session',
  check: (session) => demand(session.read('Status'), (status) => !status.is('PAUSED'), '"ENABLED"'),
});
