import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 'cf-waf',
  severity: 'medium',
  title: 'no web application firewall stands in front of the distribution',
  why: 'Scanners, floods from single addresses and well-known attack patterns reach the origins. Every request is paid for, and one weakness in an origin is enough.',
  serviceDefault:
    'A distribution has no web ACL unless it names one (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html).',
  fix: 'set `DistributionConfig.WebACLId` to the ARN of a web ACL of scope `CLOUDFRONT`',
  references: { owaspServerless: ['S1'], csaServerless: ['SAS-1', 'SAS-8'], fsbp: ['CloudFront.6'], cwe: ['CWE-693'] },
  appliesTo: 'AWS::CloudFront::Distribution',
  check: (distribution) => {
    const webAcl = distribution.read('DistributionConfig.WebACLId');
    return demand(webAcl, isSaid, 'a web ACL');
  },
});
