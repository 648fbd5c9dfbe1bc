import { App, Stack, Validations } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { AwsSolutionsChecks } from 'cdk-nag';
import { SecureFunction, ServerlessSecurityChecks } from '../../src';
import { openFindings } from '../judges/validation-report';
import type { Subject } from '../proof/request';
import { intentGrants } from '../proof/subjects/intent-grants';

const env = { account: '111122223333', region: 'eu-west-1' };
const ungranted: Subject = { proves: 'nothing', make: () => undefined, allows: [] };
const subjects = [ungranted, ...intentGrants];

/** What is found of functions because they were granted something; not of what they were granted on. */
function findings(pack: (app: App) => ServerlessSecurityChecks | AwsSolutionsChecks): string[] {
  const app = new App({ context: { ...recommendedFlags, 'aws:cdk:enable-path-metadata': true } });
  Validations.of(app).addPlugins(pack(app));
  subjects.forEach((subject, index) => {
    const stack = new Stack(app, `Stack${index}`, { env });
    const fn = new SecureFunction(stack, 'Fn', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => {};'),
    });
    subject.make({ stack, fn, role: fn.role as Role });
  });
  const found = openFindings(app).flatMap(({ rule, where }) =>
    where.flatMap((path) => {
      const [, index, below] = /^Stack(\d+)\/(Fn\/.*)/.exec(path) ?? [];
      return index ? [{ subject: subjects[Number(index)], finding: `${rule} at ${below}` }] : [];
    }),
  );
  const anyway = new Set(found.filter(({ subject }) => subject === ungranted).map(({ finding }) => finding));
  return found
    .filter(({ finding }) => !anyway.has(finding))
    .map(({ subject, finding }) => `${subject.proves}: ${finding}`);
}

test('no grant leaves a finding of the strict gate on the role', () => {
  expect(findings((app) => new ServerlessSecurityChecks(app, { strict: true }))).toEqual([]);
});

test('cdk-nag finds the wildcard below a path or group, and that metrics have no resource, and nothing else', () => {
  const found = findings((app) => new AwsSolutionsChecks(app));
  expect(found.map((each) => each.replace(/ at .*/, ''))).toEqual([
    'ScopedMetricGrants.putMetricData: AwsSolutions-IAM5[Resource::*]',
    'ScopedParameterGrants.read: AwsSolutions-IAM5[Resource::arn:aws:ssm:eu-west-1:111122223333:parameter/shop/prod/*]',
    ...['createSchedules', 'deleteSchedules'].map(
      (grant) =>
        `ScopedScheduleGroupGrants.${grant}: AwsSolutions-IAM5[Resource::arn:aws:scheduler:eu-west-1:111122223333:schedule/reminders/*]`,
    ),
  ]);
});
