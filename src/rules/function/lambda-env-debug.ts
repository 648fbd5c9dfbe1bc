import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import type { Result } from '../results';
import { environmentOf, environmentTypes } from './reading/environment';

const verbose = /^(?:debug|trace|all|silly|verbose)$/i;
const off = /^(?:|0|false|no|off)$/i;
const on = /^(?:1|true|yes|on)$/i;

/** Variables that frameworks read, and the values that make them talk. */
const talkative: Readonly<Record<string, (value: string) => boolean>> = {
  DEBUG: (value) => !off.test(value),
  LOG_LEVEL: (value) => verbose.test(value),
  AWS_LAMBDA_LOG_LEVEL: (value) => verbose.test(value),
  POWERTOOLS_LOG_LEVEL: (value) => verbose.test(value),
  POWERTOOLS_LOGGER_LOG_EVENT: (value) => on.test(value),
  POWERTOOLS_DEV: (value) => on.test(value),
  NODE_ENV: (value) => /^dev(?:elopment)?$/i.test(value),
};

export default defineRule({
  id: 'lambda-env-debug',
  severity: 'medium',
  title: 'the function logs whole events and inner workings',
  why:
    'At this level frameworks write events, headers and tokens into the log, and errors with their inside into answers. ' +
    'Everybody who may read the log learns what was meant for the function only.',
  serviceDefault: 'Without a level Lambda and Powertools log from INFO on.',
  fix: 'set the level to INFO or higher, and remove what switches development on',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-10'], cwe: ['CWE-532', 'CWE-215'] },
  notes: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html',
  appliesTo: environmentTypes,
  check: (fn) => {
    const isWeb = fn.is('AWS::Lambda::WebFunctionRevision');
    const logging = fn.read(isWeb ? 'ServiceConfig.TelemetryConfig.LoggingConfig' : 'LoggingConfig');
    const levels = ['ApplicationLogLevel', 'SystemLogLevel'].map((name): Result => {
      const level = logging.read(name);
      return level.is('DEBUG', 'TRACE') ? fail(level, { wanted: '"INFO" or higher' }) : pass();
    });
    const variables = environmentOf(fn).map(([name, value]) => {
      if (!Object.hasOwn(talkative, name) || value.scalar === undefined) return pass();
      return talkative[name](String(value.scalar))
        ? fail(value, { wanted: 'no debugging in what is deployed' })
        : pass();
    });
    return [...levels, ...variables];
  },
});
