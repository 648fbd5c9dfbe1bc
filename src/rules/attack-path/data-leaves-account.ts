import { accountNamed, isHomeAccount } from '../../iam/home-account';
import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { pathOf } from './reading/path';

/** By type: where data goes, up to a list, and in each item of it. */
const ways: Readonly<Record<string, readonly (readonly [list: string, to: string])[]>> = {
  'AWS::S3::Bucket': [
    ['ReplicationConfiguration.Rules', 'Destination.Account'],
    ['InventoryConfigurations', 'Destination.BucketAccountId'],
    ['AnalyticsConfigurations', 'StorageClassAnalysis.DataExport.Destination.BucketAccountId'],
  ],
  'AWS::Logs::SubscriptionFilter': [['DestinationArn', '']],
  'AWS::Events::Rule': [['Targets', 'Arn']],
  'AWS::Lambda::EventInvokeConfig': [
    ['DestinationConfig.OnSuccess.Destination', ''],
    ['DestinationConfig.OnFailure.Destination', ''],
  ],
  'AWS::Pipes::Pipe': [['Target', '']],
  'AWS::Scheduler::Schedule': [['Target.Arn', '']],
};

function destinationsOf(sender: Resource): readonly Value[] {
  return ways[sender.type].flatMap(([list, to]) =>
    sender.read(list).items.map((item) => (to === '' ? item : item.read(to))),
  );
}

export default defineRule({
  id: 'data-leaves-account',
  severity: 'low',
  strict: true,
  title: 'events, logs or objects are sent to another account',
  why:
    'Somebody who may change the configuration once, or who takes over the other account, gets a copy of everything from then on; no call of theirs shows in the logs here, because the service sends. ' +
    'What the store refuses to strangers goes to them by itself.',
  serviceDefault:
    'Services deliver to whatever account the configuration names, if the receiver lets them (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html).',
  fix: 'send to a resource of this account, or to the account of the organization that keeps such data, and acknowledge it with that reason',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-9'], cwe: ['CWE-200', 'CWE-668'] },
  notes:
    'An account number is that of another account unless the stack is known to be deployed to it. Copies of backups in another account pass: they are kept there on purpose. Subscriptions of topics are the matter of `sns-raw-cross-account`.',
  appliesTo: Object.keys(ways),
  check: (sender) =>
    destinationsOf(sender).flatMap((to) => {
      const account = accountNamed(to.text ?? '');
      if (account === undefined || isHomeAccount(account, sender)) return [];
      return fail(to, { got: pathOf(sender, `account ${account}`), wanted: 'this account' });
    }),
});
