import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { dataReads, dataWrites } from './reading/data-actions';
import { forGuests, letsGuestsIn } from './reading/identity-pool';
import { named, pathOf } from './reading/path';
import { rightsOf } from './reading/rights';
import { unreadIn } from './reading/unread';

const invocations = ['lambda:InvokeFunction', 'states:StartExecution', 'sqs:SendMessage', 'sns:Publish'];
/** An API that takes IAM authorization has a say of its own. */
const requests = ['execute-api:Invoke', 'appsync:GraphQL'];
const mild = [...dataReads, ...requests];

export default defineRule({
  id: 'identity-pool-guest-reaches-data',
  severity: 'high',
  title: 'guests of the identity pool reach data or functions',
  why:
    'The id of the pool stands in the page or app. With it, and nothing else, anybody asks for credentials of the role for guests and calls AWS from their own machine: ' +
    'they read and write the data, or call the functions, past every screen and check of the application.',
  serviceDefault:
    'A session policy limits guests to some services in the enhanced flow, to whole services however and not to resources (https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html).',
  fix: 'take the action out of the role for guests, or set `AllowUnauthenticatedIdentities: false`; where guests are meant to read (public pictures), name that prefix and acknowledge it',
  references: {
    owaspServerless: ['S2', 'S5'],
    csaServerless: ['SAS-2', 'SAS-4'],
    fsbp: ['Cognito.2'],
    cwe: ['CWE-306'],
  },
  notes:
    'Reading, and calling APIs with IAM authorization, is medium. Events of CloudWatch RUM and of analytics pass. `cognito-unauth-identities` finds pools with guests, whatever they may do.',
  appliesTo: 'AWS::Cognito::IdentityPoolRoleAttachment',
  check: (attachment, app) => {
    const poolId = attachment.read('IdentityPoolId');
    const role = attachment.read('Roles.unauthenticated');
    const guests = letsGuestsIn(poolId.target);
    if (role.isAbsent || guests === 'no') return [];
    if (!role.target?.is('AWS::IAM::Role')) return unknown(role, 'the role is not part of the application');
    const actions = forGuests(poolId.target, [...mild, ...dataWrites, ...invocations]);
    const rights = rightsOf(role.target, app, actions);
    const found = rights.found.map((right) => {
      if (right.truth === 'unknown') return unknown(right.at, 'whether it is allowed is not known');
      if (guests === 'unknown') return unknown(poolId, 'whether the pool has guests is not known');
      const severity = right.actions.every((action) => mild.includes(action)) ? 'medium' : undefined;
      const got = pathOf(`a guest of ${poolId.target?.logicalId}`, role.target!, named(right));
      return fail(right.at, { got, wanted: 'nothing that guests can read, change or call', severity });
    });
    return [...found, ...unreadIn(rights)];
  },
});
