import { expandActions, findAction, serviceNames } from '../../src/facts/actions';
import { retiredActions } from '../../src/facts/actions.generated';
import { meantActions } from '../../src/facts/meant-actions';
import { mistakesBetween, mistakesToPrefixes } from '../../src/facts/mistakes';
import { isUnlistedAction } from '../../src/facts/unlisted-actions';

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['GetObjects', 'GetObject', 1],
  ['Get_Item', 'GetItem', 1],
  ['GteItem', 'GetItem', 2],
  ['kitten', 'sitting', 3],
])('"%s" and "%s" differ by %d letters', (one, other, mistakes) => {
  expect(mistakesBetween(one, other)).toBe(mistakes);
  expect(mistakesBetween(other, one)).toBe(mistakes);
});

test('a text is compared with each beginning of another', () => {
  expect(mistakesToPrefixes('Gat', 'GetItem')).toEqual([3, 2, 2, 1, 2, 3, 4, 5]);
});

test.each([
  ['s3:GetObjects', 's3:GetObject'],
  ['S3:GETOBJECTS', 's3:GetObject'],
  ['dynamodb:Get_Item', 'dynamodb:GetItem'],
  ['ssm:GetParameterByPath', 'ssm:GetParametersByPath'],
  ['s3:GetObj3ct*', 's3:GetObject*'],
  ['s3:GetObjects*', 's3:GetObject*'],
  ['dynamodb:Get_*', 'dynamodb:Get*'],
  ['s3:ListBuckets', 's3:ListAllMyBuckets'],
  ['s3:HeadObject', 's3:GetObject'],
  ['lambda:Invoke', 'lambda:InvokeFunction'],
  ['cloudwatch:CreateLogGroup', 'logs:CreateLogGroup'],
  ['lamda:InvokeFunction', 'lambda:InvokeFunction'],
  ['lamda:Invoke*', 'lambda:Invoke*'],
  ['secretmanager:GetSecretValue', 'secretsmanager:GetSecretValue'],
  ['eventbridge:PutEvents', 'events:PutEvents'],
  ['sfn:StartExecution', 'states:StartExecution'],
])('who wrote %s meant %s', (written, meant) => {
  expect(expandActions(written)).toEqual([]);
  expect(meantActions(written)).toEqual([meant]);
});

test('what is equally near is all said, and not more than three', () => {
  const meant = meantActions('ec2:DescribeVpcEndpont');
  expect(meant).toEqual(['ec2:DescribeVpcEndpoints']);
  expect(meantActions('dynamodb:TagResources*').length).toBeLessThanOrEqual(3);
});

test.each([
  's3:MakeCoffee',
  's3:*Objekt',
  's3:',
  's3',
  '',
  ':',
  '*:Nothing',
  'teleport:BeamUp',
  'sqs:Send',
  '__proto__:x',
  'constructor:name',
  // Many services have it, so that it says nothing about which was meant.
  'sqs:ListTagsForResource',
])('nothing is near "%s", which may be newer than the table', (written) => {
  expect(meantActions(written)).toEqual([]);
});

test('a text that no action is as long as is not compared', () => {
  const lengths = serviceNames().flatMap((service) => expandActions(`${service}:*`).map(({ length }) => length));
  const most = Math.max(...lengths);
  expect(most).toBeLessThan(150);
  expect(meantActions(`lamda:Invoke*${'*'.repeat(60_000)}`)).toEqual([]);
});

test.each(['sns:Receive', 'SNS:receive', 'rds-data:GetItems', 'deepracer:GetCar', 'cloudhsm:*Hsm', 'artifact:Get'])(
  '%s is in no reference, and not wrong either',
  (name) => {
    expect(isUnlistedAction(name)).toBe(true);
  },
);

test.each(['s3:GetObjects', 'sns:', 's3:', '', 'constructor:name', '__proto__:x', 'artifact:Got'])(
  '%s is no action that there was',
  (name) => {
    expect(isUnlistedAction(name)).toBe(false);
  },
);

test('what AWS has given up it does not have any more', () => {
  for (const [service, table] of Object.entries(retiredActions)) {
    if (table === '*') expect(expandActions(`${service}:*`)).toEqual([]);
    for (const group of table === '*' ? [] : table.split(' ')) {
      const [verb, nouns] = group.split(':');
      for (const noun of nouns.split(',')) expect(findAction(`${service}:${verb}${noun}`)).toBeUndefined();
    }
  }
});
