import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'cf-sni',
  severity: 'low',
  strict: true,
  title: 'the distribution has addresses of its own for clients without SNI',
  why: 'Dedicated addresses serve clients that are too old for SNI, and too old for safe TLS. They cost $600 a month.',
  serviceDefault:
    'A certificate says how it is served; `vip` is the dedicated way (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-https-dedicated-ip-or-sni.html).',
  fix: 'set `ViewerCertificate.SslSupportMethod: sni-only`',
  references: { fsbp: ['CloudFront.8'], cwe: ['CWE-326'] },
  appliesTo: 'AWS::CloudFront::Distribution',
  check: (distribution) =>
    demand(
      distribution.read('DistributionConfig.ViewerCertificate.SslSupportMethod'),
      (method) => method.isAbsent || method.is('sni-only'),
      '"sni-only"',
    ),
});
