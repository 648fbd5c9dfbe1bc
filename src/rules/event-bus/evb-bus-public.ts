import { defineRule } from '../define-rule';
import { demand } from '../results';
import { failForStrangers, judgeAllowed } from '../statements';
import { busPolicy, busPolicyTypes, principalWithoutStatement } from './reading/bus-policies';

export default defineRule({
  id: 'evb-bus-public',
  severity: 'high',
  title: 'everybody may put events on the bus',
  why: 'Anybody with any AWS account can send the events that rules wait for: make functions run, orders ship and alarms ring, at the cost of the account.',
  serviceDefault:
    'Only the account itself may put events on a bus unless a policy says otherwise (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html).',
  fix: 'name the accounts or services in `Principal`; for an organization add `StringEquals: { aws:PrincipalOrgID }`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-3', 'SAS-9'], cwe: ['CWE-732'] },
  notes:
    'EventBridge.3 asks for a policy on every bus of its own. A bus without one is open to the account only, and passes.',
  appliesTo: busPolicyTypes,
  check: (holder) => {
    const principal = principalWithoutStatement(holder);
    return [
      ...(principal
        ? [demand(principal, (value) => !value.is('*'), 'an account, or a condition on the organization')]
        : []),
      ...judgeAllowed(busPolicy(holder), (placed) =>
        failForStrangers(placed, 'a named principal, or a condition that only known callers meet'),
      ),
    ];
  },
});
