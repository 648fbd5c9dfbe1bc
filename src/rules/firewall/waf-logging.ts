import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

export default defineRule({
  id: 'waf-logging',
  severity: 'medium',
  title: 'nobody can tell what the web ACL let through and stopped',
  why: 'An attack that is tried for days is not seen, and whether it got through cannot be found out. Rules that stop customers are not noticed either.',
  serviceDefault:
    'A web ACL writes no log unless it is configured (https://docs.aws.amazon.com/waf/latest/developerguide/logging.html).',
  fix: 'add an `AWS::WAFv2::LoggingConfiguration` for its ARN',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], securityHub: ['WAF.11'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::WAFv2::WebACL',
  check: (acl, app) => {
    const type = 'AWS::WAFv2::LoggingConfiguration';
    if (app.attachedTo(acl, type, 'ResourceArn').length > 0) return pass();
    return app.ofType(type).some((logging) => logging.read('ResourceArn').isUnknown)
      ? unknown(acl, 'a log of the app is for something that is not known')
      : fail(acl, { got: 'no log', wanted: `an ${type}` });
  },
});
