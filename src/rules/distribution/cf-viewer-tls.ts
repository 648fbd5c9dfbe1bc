import { defineRule } from '../define-rule';
import { demand, fail, unknown } from '../results';

export default defineRule({
  id: 'cf-viewer-tls',
  severity: 'high',
  title: 'viewers may use TLS 1.0 or 1.1',
  why: 'Somebody on the way between a viewer and CloudFront makes old clients use weak ciphers. They then work on reading or changing what is sent.',
  serviceDefault:
    'With the certificate of CloudFront, or without `MinimumProtocolVersion`, TLS 1.0 is taken (https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html).',
  fix: 'use a certificate of your own with `MinimumProtocolVersion: TLSv1.2_2021` and `SslSupportMethod: sni-only`',
  references: {
    owaspServerless: ['S3'],
    csaServerless: ['SAS-3'],
    fsbp: ['CloudFront.15'],
    cwe: ['CWE-326', 'CWE-327'],
  },
  notes:
    "Medium where the certificate is CloudFront's own: it takes TLS 1.0 whatever is set, and leaving it needs a domain.",
  appliesTo: 'AWS::CloudFront::Distribution',
  check: (distribution) => {
    const certificate = distribution.read('DistributionConfig.ViewerCertificate');
    if (certificate.isUnknown) return unknown(certificate);
    if (certificate.isAbsent || certificate.read('CloudFrontDefaultCertificate').isTrue) {
      return fail(certificate, { wanted: 'a certificate of your own and TLSv1.2_2021', severity: 'medium' });
    }
    const version = certificate.read('MinimumProtocolVersion');
    return demand(version, ({ text }) => /^TLSv1\.[23]/.test(text ?? ''), '"TLSv1.2_2021" or better');
  },
});
