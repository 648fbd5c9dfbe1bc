import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { worstOf } from './reading/harm';
import { pathOf } from './reading/path';
import { rightsOf } from './reading/rights';
import { strangersWho } from './reading/strangers';
import { policiesOfTopic } from '../topic/reading/topic-policies';

const publishing = ['sns:Publish'];
const readingData = [
  'secretsmanager:GetSecretValue',
  's3:GetObject',
  'dynamodb:Query',
  'dynamodb:GetItem',
  'dynamodb:Scan',
  'dynamodb:GetRecords',
];

/** Whoever publishes to the topic and may read data, with the data. */
function carries(topic: Resource, app: Application): string | undefined {
  for (const role of app.principalsOf(topic)) {
    const { found } = rightsOf(role, app, publishing);
    if (!found.some(({ truth, on }) => truth === 'yes' && on.some(({ target }) => target === topic))) continue;
    const worst = worstOf(role, app, readingData);
    if (typeof worst === 'object') return pathOf(worst.told, role, topic);
  }
  return undefined;
}

export default defineRule({
  id: 'sns-subscription-leak',
  severity: 'high',
  title: 'strangers can subscribe to a topic to which data of a private store is published',
  why:
    'Somebody in another account subscribes a queue of theirs; the function reads the store, which lets nobody in, and publishes what it found; SNS delivers a copy of each message to them. ' +
    'Neither the policy of the store nor any key stops it: SNS decrypts before it delivers.',
  serviceDefault:
    'Only the owner of a topic may subscribe unless its policy says otherwise (https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html); an encrypted topic delivers in plain (https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html).',
  fix: 'take `sns:Subscribe` out of the policy of the topic, or limit it with `sns:Endpoint` or `aws:PrincipalOrgID`',
  references: { owaspServerless: ['S3', 'S5'], csaServerless: ['SAS-3', 'SAS-4'], cwe: ['CWE-200', 'CWE-732'] },
  notes:
    'Publishers are roles of the application that name the topic. A whole account that is named is a medium finding; conditions on `sns:Endpoint` and on known callers pass.',
  appliesTo: 'AWS::SNS::Topic',
  check: (topic, app) => {
    const strangers = strangersWho(['sns:Subscribe'], topic, policiesOfTopic(topic, app), ['sns:endpoint']);
    const carried = strangers.length > 0 ? carries(topic, app) : undefined;
    if (carried === undefined) return [];
    return strangers.map(({ who, action, truth, isNamed, at }) => {
      if (truth === 'unknown') return unknown(at, at.because ?? 'who may subscribe is only known after deployment');
      const got = `${who} may ${action}: ${carried} → ${who}`;
      return fail(at, { got, wanted: 'subscribers that are known', ...(isNamed && { severity: 'medium' }) });
    });
  },
});
