import { defineRule } from '../define-rule';
import { openBus } from './reading/bus-senders';
import { judgeInjection } from './reading/injection';
import { targetsOf } from './reading/receivers';

export default defineRule({
  id: 'evb-event-injection',
  severity: 'high',
  title: 'strangers can put events on the bus that a rule hands to something with rights',
  why:
    'Somebody in another account puts an event with the `source` and `detail-type` of the application on the bus; the rule asks for these only, and not for the account; ' +
    'its target, a function or a state machine, acts on it with its own role. The sender chooses all of the event but the account in it.',
  serviceDefault:
    'A rule takes events of all accounts that may send to its bus unless the pattern has `account` (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html).',
  fix: 'name who may send in the policy of the bus, with `aws:PrincipalOrgID`, and add `account` to `EventPattern`',
  references: { owaspServerless: ['S1', 'S5'], csaServerless: ['SAS-1', 'SAS-9'], cwe: ['CWE-285', 'CWE-441'] },
  notes:
    'Found at the statement that lets strangers in, once for the bus. A whole account that is named is a medium finding; an organization and rules with `account` pass. ' +
    'Targets are followed through queues and topics to the functions and state machines that act.',
  appliesTo: ['AWS::Events::EventBus', 'AWS::Events::EventBusPolicy'],
  check: (holder, app) => {
    const { strangers, rules } = openBus(holder, app);
    const targets = rules.flatMap((rule) => targetsOf(rule, false));
    return judgeInjection(strangers, holder, app, targets);
  },
});
