import { account, allow, deny, object, pages, policy, role, user } from './case';
import type { Case } from './case';
import { Text, Unknown } from '../../../src/template/resolved';
import type { Resolved } from '../../../src/template/resolved';

const queue = `arn:aws:sqs:eu-west-1:${account}:books`;
const fn = `arn:aws:lambda:eu-west-1:${account}:function:books`;
const logs = `arn:aws:logs:eu-west-1:${account}:log-group`;
const api = `arn:aws:execute-api:eu-west-1:${account}:a1b2c3`;

const region = new Unknown('parameter "Region" has no default', '${Region}');

type Row = readonly [pattern: Resolved, action: string, asked: string, decision: Case['decision'], page: string];

const rows: readonly Row[] = [
  ['arn:aws:sqs', 'sqs:SendMessage', queue, 'allowed', pages.arns],
  ['arn:aws:sqs:eu-west-1', 'sqs:SendMessage', queue, 'allowed', pages.arns],
  ['arn:aws:sqs:us-east-1', 'sqs:SendMessage', queue, 'denied', pages.arns],
  [`arn:aws:sqs:eu-west-1:${account}`, 'sqs:SendMessage', queue, 'allowed', pages.arns],
  ['arn:aws:sqs:eu-west-1:444455556666', 'sqs:SendMessage', queue, 'denied', pages.arns],
  ['arn:aws', 'sqs:SendMessage', queue, 'allowed', pages.arns],
  ['arn:aws:sns', 'sqs:SendMessage', queue, 'denied', pages.arns],
  ['arn:${AWS::Partition}:sqs', 'sqs:SendMessage', queue.replace('aws', '${AWS::Partition}'), 'allowed', pages.arns],
  ['sqs', 'sqs:SendMessage', queue, 'denied', pages.arns],
  [new Text(['arn:aws:sqs:', region]), 'sqs:SendMessage', queue, 'unknown', pages.arns],
  [new Text(['arn:aws:sqs:', region, ':books']), 'sqs:SendMessage', queue, 'unknown', pages.arns],
  [new Text(['arn:aws:sqs:', region, ':444455556666:films']), 'sqs:SendMessage', queue, 'denied', pages.arns],
  [new Text(['arn:aws:sns:', region]), 'sqs:SendMessage', queue, 'denied', pages.arns],
  [fn, 'lambda:InvokeFunction', fn, 'allowed', pages.aliases],
  [fn, 'lambda:InvokeFunction', `${fn}:prod`, 'denied', pages.aliases],
  [`${fn}:*`, 'lambda:InvokeFunction', fn, 'denied', pages.aliases],
  [`${fn}:*`, 'lambda:InvokeFunction', `${fn}:prod`, 'allowed', pages.aliases],
  [`${fn}:prod`, 'lambda:InvokeFunction', `${fn}:test`, 'denied', pages.aliases],
  [`${fn}*`, 'lambda:InvokeFunction', `${fn}:7`, 'allowed', pages.aliases],
  [`${fn}*`, 'lambda:InvokeFunction', `${fn}-of-others`, 'allowed', pages.aliases],
  [`${logs}:/books:*`, 'logs:PutLogEvents', `${logs}:/books:log-stream:x`, 'allowed', pages.logsArns],
  [`${logs}:/books:*`, 'logs:PutLogEvents', `${logs}:/books-2:log-stream:x`, 'denied', pages.logsArns],
  [`${logs}:/books:log-stream:x`, 'logs:PutLogEvents', `${logs}:/books:log-stream:y`, 'denied', pages.logsArns],
  [
    `${logs}:/aws/lambda/*`,
    'logs:CreateLogStream',
    `${logs}:/aws/lambda/books:log-stream:x`,
    'allowed',
    pages.logsArns,
  ],
  [`${api}/*/GET/orders`, 'execute-api:Invoke', `${api}/prod/GET/orders`, 'allowed', pages.invokeApi],
  [`${api}/*/GET/orders`, 'execute-api:Invoke', `${api}/prod/POST/orders`, 'denied', pages.invokeApi],
  [`${api}/prod/*`, 'execute-api:Invoke', `${api}/test/GET/orders`, 'denied', pages.invokeApi],
  [`${api}/*/GET/*`, 'execute-api:Invoke', `${api}/prod/GET/orders/7`, 'allowed', pages.invokeApi],
  ['arn:aws*:sqs:*:*:books', 'sqs:SendMessage', queue.replace('aws', 'aws-cn'), 'allowed', pages.resource],
  ['arn:aws:s3:::books?', 's3:ListBucket', 'arn:aws:s3:::books', 'denied', pages.resource],
  ['arn:aws:s3:::???ks/*', 's3:GetObject', object, 'allowed', pages.resource],
];

export const arnCases: readonly Case[] = [
  ...rows.map(([pattern, action, asked, decision, page]): Case => ({
    title: `${action} on ${asked} with "${String(pattern)}"`,
    page,
    request: { principal: role, action, resource: asked, resourceAccount: account },
    identity: [policy(allow(action, pattern))],
    decision,
  })),
  ...(
    [
      ['an incomplete ARN that is denied', [policy(allow('*', '*'), deny('*', 'arn:aws:sqs'))], 'denied'],
      ['an incomplete ARN that is left out', [policy(without('arn:aws:sqs'))], 'denied'],
      ['another incomplete ARN that is left out', [policy(without('arn:aws:sns'))], 'allowed'],
    ] as const
  ).map(([title, identity, decision]): Case => ({
    title,
    page: pages.arns,
    request: { principal: role, action: 'sqs:SendMessage', resource: queue },
    identity,
    decision,
  })),
  {
    title: 'an incomplete ARN in the policy of a queue, where nothing is added',
    page: pages.arns,
    request: { principal: user, action: 'sqs:SendMessage', resource: queue },
    resource: [policy(allow('sqs:SendMessage', 'arn:aws:sqs:eu-west-1', { Principal: '*' }))],
    decision: 'denied',
  },
];

function without(resource: string): { readonly [key: string]: Resolved } {
  return { Effect: 'Allow', Action: '*', NotResource: resource };
}
