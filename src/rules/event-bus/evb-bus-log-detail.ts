import { defineRule } from '../define-rule';
import { demand, pass } from '../results';

export default defineRule({
  id: 'evb-bus-log-detail',
  severity: 'medium',
  title: 'the log of the event bus holds the events themselves',
  why:
    'Events hold what customers sent and services found. ' +
    'Everybody who may read the log reads them, of every source on the bus, although the policies of the bus and its targets would not let them.',
  serviceDefault:
    'A bus writes no log, and no detail of events, unless `LogConfig` says so (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-logs.html).',
  fix: 'remove `IncludeDetail: FULL`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-5'], cwe: ['CWE-532'] },
  appliesTo: 'AWS::Events::EventBus',
  check: (bus) =>
    bus.read('LogConfig.Level').is('OFF')
      ? pass()
      : demand(bus.read('LogConfig.IncludeDetail'), (detail) => !detail.is('FULL'), '"NONE"'),
});
