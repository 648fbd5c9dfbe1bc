import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

export default defineRule({
  id: 'cf-custom-cert',
  severity: 'low',
  strict: true,
  title: 'the distribution uses the certificate that all of CloudFront has',
  why: 'Pages stand under a name that tells nobody whose they are, so that a look-alike is hard to tell from them. The version of TLS cannot be chosen either.',
  serviceDefault:
    'A distribution without a certificate of its own uses that of `*.cloudfront.net` (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html).',
  fix: 'set `ViewerCertificate.AcmCertificateArn` and `Aliases`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], fsbp: ['CloudFront.7'], cwe: ['CWE-295'] },
  appliesTo: 'AWS::CloudFront::Distribution',
  check: (distribution) => {
    const certificate = distribution.read('DistributionConfig.ViewerCertificate');
    if (certificate.isUnknown) return unknown(certificate);
    const isOwn = ['AcmCertificateArn', 'IamCertificateId'].some((property) => !certificate.read(property).isAbsent);
    return isOwn ? pass() : fail(certificate, { wanted: 'a certificate of your own' });
  },
});
