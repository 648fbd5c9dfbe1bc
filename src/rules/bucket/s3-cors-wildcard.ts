import { defineRule } from '../define-rule';
import { demand } from '../results';

const everywhere = ['*', 'http://*', 'https://*', '*://*'];

export default defineRule({
  id: 's3-cors-wildcard',
  severity: 'medium',
  title: 'pages of every website may call the bucket',
  why:
    'A script on any page that a user opens can read answers of the bucket with whatever that user may see: presigned URLs, cookies of a front, an internal network. ' +
    'CORS is what would have stopped it.',
  serviceDefault:
    'Without `CorsConfiguration` browsers let no other origin read (https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html).',
  fix: 'list the origins of your own pages in `AllowedOrigins`, such as `https://shop.example.com`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-942'] },
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) =>
    bucket
      .read('CorsConfiguration.CorsRules')
      .items.flatMap((rule) => (rule.isUnknown ? [rule] : rule.read('AllowedOrigins').items))
      .map((origin) => demand(origin, (value) => !value.is(...everywhere), 'a named origin')),
});
