import { isEveryResource } from '../../iam/broad-patterns';
import type { Term } from '../../iam/term';
import { defineRule } from '../define-rule';
import { functionsWith } from '../function/reading/execution-role';
import { fail, unknown } from '../results';
import { pathOf } from './reading/path';
import { rightsOf } from './reading/rights';

const reading = ['logs:FilterLogEvents', 'logs:GetLogEvents', 'logs:StartQuery', 'logs:StartLiveTail'];

/** All log groups, or all of functions. */
function coversOthers(resource: Term): boolean {
  return (
    isEveryResource(resource, { ofOneType: true }) ||
    /:log-group:(\/aws\/?|\/aws\/lambda\/?)?\*/.test(resource.toString())
  );
}

export default defineRule({
  id: 'logs-read-by-workload',
  severity: 'medium',
  title: 'a function may read what all other functions have logged',
  why:
    'Whoever takes over this function reads the logs of every other: tokens and addresses that somebody printed, stack traces that show the next weakness, and what the defenders see. ' +
    'The stores behind those functions let nobody in; their logs do.',
  serviceDefault:
    'A role reads logs only where a policy allows it (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-identity-based-access-control-cwl.html); what a function needs to log is to write them (https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html).',
  fix: 'name the log groups that are read in `Resource` (`logGroup.grantRead(…)`), or take the action out',
  references: { owaspServerless: ['S3', 'S5'], csaServerless: ['SAS-4', 'SAS-5'], cwe: ['CWE-200', 'CWE-532'] },
  notes:
    'Only where the application has another function. Log groups that are named pass, also those of other functions.',
  appliesTo: 'AWS::IAM::Role',
  check: (role, app) => {
    const found = rightsOf(role, app, reading).found.filter(({ statement }) =>
      (statement.resources ?? []).some(coversOthers),
    );
    if (found.length === 0) return [];
    const [fn] = functionsWith(role, app);
    const other = app.declared('AWS::Lambda::Function').find((one) => one.exists && one.read('Role').target !== role);
    if (!fn || !other) return [];
    return found.map(({ at, actions, truth }) => {
      if (truth !== 'yes') return unknown(at, 'whether the statement holds is not known');
      const got = `${pathOf(fn, actions.join(', '), 'every log group')}, so that of ${other}`;
      return fail(at, { got, wanted: 'the log groups that are meant' });
    });
  },
});
