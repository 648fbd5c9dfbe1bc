import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 's3-website',
  severity: 'medium',
  title: 'the bucket is a website of its own',
  why:
    'The website endpoint speaks plain HTTP only and needs objects that everybody may read. ' +
    'There is no TLS, no firewall and no log of what is asked in front of it.',
  serviceDefault:
    'A bucket has no website endpoint unless asked for; the endpoint does not support HTTPS (https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html).',
  fix: 'remove `WebsiteConfiguration` and serve the objects through CloudFront with an origin access control',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-319'] },
  notes: 'A bucket that only redirects holds nothing and passes.',
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) =>
    demand(
      bucket.read('WebsiteConfiguration'),
      (website) => website.isAbsent || !website.read('RedirectAllRequestsTo').isAbsent,
      'no website on the bucket',
    ),
});
