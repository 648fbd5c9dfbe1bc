import { App, Stack } from 'aws-cdk-lib';
import { Role } from 'aws-cdk-lib/aws-iam';
import { ApiFirewall, PermissionsCheck, PublicAccess, Rotation, ScopedRole } from '../../src';

const role = () => Role.fromRoleName(new Stack(new App(), 'Orders'), 'Shared', 'shared');

const calls: [string, (reason: string) => unknown, string][] = [
  ['Rotation.none', (reason) => Rotation.none(reason), 'given no reason: say why the value is never renewed'],
  ['ApiFirewall.none', (reason) => ApiFirewall.none(reason), 'given no reason: say why the API needs no firewall'],
  ['PublicAccess.because', (reason) => PublicAccess.because(reason), 'given no reason: say why anybody may call'],
  [
    'PermissionsCheck.without',
    (reason) => PermissionsCheck.ENFORCE.without('s3:GetObject', reason),
    'no reason: say why',
  ],
  ['ScopedRole.existing', (reason) => ScopedRole.existing(role(), reason), 'tells a reviewer nothing: say who owns'],
];

describe.each(calls)('%s asks for a reason', (_, call, message) => {
  test.each([undefined, null, '', ' ', 7])('which %j is not, from JavaScript either', (reason) => {
    expect(() => call(reason as unknown as string)).toThrow(message);
  });
});
