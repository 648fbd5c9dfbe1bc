import { defineRule } from '../define-rule';
import { demand } from '../results';
import { isFunctionUrlOrigin, isSet, originsOf } from './reading/origins';

export default defineRule({
  id: 'cf-lambda-url-oac',
  severity: 'high',
  title: 'CloudFront calls the function URL as a stranger',
  why: 'Without an origin access control the URL has to be open to everybody for CloudFront to call it. Whoever calls it directly gets past the firewall and what the distribution enforces.',
  serviceDefault:
    'CloudFront does not sign its calls unless the origin names an access control (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html).',
  fix: 'set `OriginAccessControlId` of the origin to an `AWS::CloudFront::OriginAccessControl` of type `lambda`, and `AuthType: AWS_IAM` on the URL, or `IamAuth` on the endpoint of a web function',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-2'], fsbp: ['CloudFront.16'], cwe: ['CWE-306'] },
  notes:
    'Endpoints of web functions are judged too (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda-web.html).',
  appliesTo: 'AWS::CloudFront::Distribution',
  check: (distribution) =>
    originsOf(distribution)
      .filter(isFunctionUrlOrigin)
      .map((origin) => demand(origin.read('OriginAccessControlId'), isSet, 'an origin access control')),
});
