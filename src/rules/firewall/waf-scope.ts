import { defineRule } from '../define-rule';
import { demand, pass } from '../results';

export default defineRule({
  id: 'waf-scope',
  severity: 'medium',
  title: 'the web ACL is of a kind that what it is to protect does not take',
  why: 'The deployment fails, and without its association the API or the distribution is there with nothing in front of it. A web ACL for CloudFront is known in Northern Virginia only.',
  serviceDefault:
    'A web ACL with `Scope: CLOUDFRONT` protects distributions, which name it themselves; everything that an association names takes `REGIONAL` ones (https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html).',
  fix: 'set `Scope: REGIONAL` for what an `AWS::WAFv2::WebACLAssociation` names, `CLOUDFRONT` for the `WebACLId` of a distribution',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-693'] },
  appliesTo: ['AWS::WAFv2::WebACLAssociation', 'AWS::CloudFront::Distribution'],
  check: (user) => {
    const isDistribution = user.is('AWS::CloudFront::Distribution');
    const acl = user.read(isDistribution ? 'DistributionConfig.WebACLId' : 'WebACLArn').target;
    if (!acl?.is('AWS::WAFv2::WebACL')) return pass();
    const wanted = isDistribution ? 'CLOUDFRONT' : 'REGIONAL';
    return demand(acl.read('Scope'), (scope) => scope.is(wanted), `"${wanted}"`);
  },
});
