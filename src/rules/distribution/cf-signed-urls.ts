import { defineRule } from '../define-rule';
import { demand } from '../results';
import { behavioursOf } from './reading/origins';

export default defineRule({
  id: 'cf-signed-urls',
  severity: 'medium',
  title: 'keys that only the root user can manage sign the URLs',
  why: 'Key pairs of trusted signers are made by the root user, and nobody else can replace them when they leak. Whoever has the key reads everything that the signatures protect.',
  serviceDefault:
    'A behaviour checks signatures of whom it names (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html).',
  fix: 'use `TrustedKeyGroups` for `TrustedSigners`',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], fsbp: ['CloudFront.17'], cwe: ['CWE-522'] },
  appliesTo: 'AWS::CloudFront::Distribution',
  check: (distribution) =>
    behavioursOf(distribution).flatMap((behaviour) => {
      const signers = behaviour.read('TrustedSigners');
      return demand(signers, () => signers.items.length === 0, 'TrustedKeyGroups');
    }),
});
