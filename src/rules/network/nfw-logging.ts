import type { Application, Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import type { Result } from '../results';

const type = 'AWS::NetworkFirewall::LoggingConfiguration';

/** The logs of a firewall, by type. */
function logsOf(firewall: Resource, app: Application): readonly Value[] {
  return app
    .attachedTo(firewall, type, 'FirewallArn')
    .flatMap((logging) => logging.read('LoggingConfiguration.LogDestinationConfigs').items);
}

/** What is dropped by default is in no log, unless an action for alerts stands beside it. */
function judgeDefaults(policy: Resource | undefined): Result {
  const actions = policy?.read('FirewallPolicy.StatefulDefaultActions');
  if (!actions || actions.isUnknown || actions.items.some((one) => one.isUnknown)) return pass();
  const has = (kind: string) => actions.items.some(({ text }) => text?.startsWith(`aws:${kind}_`));
  return has('drop') && !has('alert') ? fail(actions, { wanted: 'an action for alerts too' }) : pass();
}

export default defineRule({
  id: 'nfw-logging',
  severity: 'medium',
  title: 'nobody sees what the network firewall turns away',
  why:
    'A function that suddenly calls another host is the first sign of an intruder, and the firewall is what meets it. ' +
    'Without its alerts they try until they find a way.',
  serviceDefault:
    'A firewall logs nothing unless a logging configuration says so, and in strict order what its default action drops only with an action for alerts (https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html).',
  fix: 'add an `AWS::NetworkFirewall::LoggingConfiguration` with the log type `ALERT`, and `aws:alert_established_app_layer_to_server` (or the alert that goes with its drop) to `StatefulDefaultActions`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['NetworkFirewall.2'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::NetworkFirewall::Firewall',
  check: (firewall, app) => {
    const logs = logsOf(firewall, app);
    const isLogged = logs.some(
      (log) => log.isUnknown || log.read('LogType').is('ALERT') || log.read('LogType').isUnknown,
    );
    const unsure = app.ofType(type).some((logging) => logging.read('FirewallArn').isUnknown);
    if (!isLogged && unsure) return unknown(firewall, 'the firewall of a logging configuration is not known');
    if (!isLogged) return fail(firewall, { got: 'no log of alerts', wanted: 'a logging configuration' });
    return judgeDefaults(firewall.read('FirewallPolicyArn').target);
  },
});
