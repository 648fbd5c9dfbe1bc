import { findInvokeSource } from '../../facts/invoke-sources';
import { defineRule } from '../define-rule';
import { fail, isSaid, pass, unknown } from '../results';
import { judgeServices } from './reading/resource-policy';
import { servicePrincipal } from './reading/service-principal';
import { judgeSource } from './reading/source-arn';

export default defineRule({
  id: 'lambda-permission-confused-deputy',
  severity: 'high',
  title: 'the service may invoke the function on behalf of anybody',
  why:
    'A service principal acts for all of its customers: without a source, anybody can have the service invoke the function from an account of their own. ' +
    'They choose the event, and the function cannot tell it from a real one.',
  serviceDefault:
    'A permission without `SourceArn` and `SourceAccount` holds for every resource of that service in every account (https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html).',
  fix: 'set `SourceArn` to the resource that invokes the function, or `SourceAccount` where the service sends no ARN',
  references: {
    owaspServerless: ['S5'],
    csaServerless: ['SAS-2', 'SAS-9'],
    fsbp: ['Lambda.1'],
    cwe: ['CWE-441'],
  },
  notes:
    'Asks only for what the service is documented to send: a condition on something that it does not send denies every call. ' +
    'Alexa and AppConfig send neither. No service is part of an organization: `PrincipalOrgID` keeps all of them out. A source whose ARN holds no account is the matter of `lambda-s3-permission-source-account`.',
  appliesTo: ['AWS::Lambda::Permission', 'AWS::Lambda::ResourcePolicy'],
  check: (permission) => {
    if (permission.is('AWS::Lambda::ResourcePolicy')) return judgeServices(permission.read('PolicyDocument'));
    const principal = permission.read('Principal');
    if (principal.isUnknown && principal.couldBe('events.amazonaws.com')) return unknown(principal);
    const name = servicePrincipal(principal);
    if (!name || !permission.read('PrincipalOrgID').isAbsent) return pass();
    const service = findInvokeSource(name);
    const [arn, account] = [permission.read('SourceArn'), permission.read('SourceAccount')];
    const source = judgeSource(arn, service?.arnHasAccount ?? true);
    if (source === 'narrow' || (isSaid(account) && !account.is('*'))) return pass();
    if (source === 'unknown' && service?.arnHasAccount !== false) return unknown(arn);
    if (!service) return unknown(principal, 'whether this service sends its source is not known');
    if (service.sourceArn === 'sent' && source !== 'unknown') {
      return fail(arn, { wanted: 'the ARN of what invokes the function' });
    }
    return service.sourceAccount === 'sent' ? fail(account, { wanted: 'the account that invokes it' }) : pass();
  },
});
