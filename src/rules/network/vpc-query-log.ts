import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

export default defineRule({
  id: 'vpc-query-log',
  severity: 'low',
  strict: true,
  title: 'nobody can tell which names were asked for in the VPC',
  why:
    'Malware asks for the name of its server first, and data can leave in names alone. ' +
    'A flow log does not show queries to the resolver of AWS, so that neither is ever seen.',
  serviceDefault:
    'Queries are logged only where a query logging configuration is associated with the VPC (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs.html).',
  fix: 'add an `AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation` for it, or use `IsolatedNetwork`, which has one',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  notes: 'Strict, because each GB of log is paid for. A Route 53 profile of the VPC may bring one.',
  appliesTo: 'AWS::EC2::VPC',
  check: (vpc, app) => {
    const type = 'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation';
    if (app.attachedTo(vpc, type, 'ResourceId').length > 0) return pass();
    const unsure = app.ofType(type).some((association) => association.read('ResourceId').isUnknown);
    if (unsure) return unknown(vpc, 'the VPC of a query log of the app is not known');
    const profile = app.attachedTo(vpc, 'AWS::Route53Profiles::ProfileAssociation', 'ResourceId')[0];
    return profile
      ? unknown(vpc, 'its Route 53 profile may bring a query log')
      : fail(vpc, { got: 'no query log', wanted: 'a query logging configuration' });
  },
});
