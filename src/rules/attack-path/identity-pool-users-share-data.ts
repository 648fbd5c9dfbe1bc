import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { dataReads, dataWrites } from './reading/data-actions';
import { selfSignUp } from './reading/identity-pool';
import { named, pathOf } from './reading/path';
import { rightsOf } from './reading/rights';
import { unreadIn } from './reading/unread';

const readsAndWrites = [...dataReads, ...dataWrites];

export default defineRule({
  id: 'identity-pool-users-share-data',
  severity: 'high',
  title: 'everybody who signs up reaches the data of all users',
  why:
    'Somebody signs up like any customer, takes the credentials that the app gets for them, and calls AWS from their own machine. ' +
    'The role for users names the whole table or bucket and not the part of the one who asks, so they read, change and delete what belongs to every other customer.',
  serviceDefault:
    'Users of a pool share a role unless a role mapping gives them others; only policy variables such as `cognito-identity.amazonaws.com:sub` tell them apart (https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html).',
  fix: 'put `${cognito-identity.amazonaws.com:sub}` into `Resource` for objects, or into `dynamodb:LeadingKeys` for items; or let users reach the data through an API only',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-863', 'CWE-653'] },
  notes:
    'Reading alone is medium: it may be a catalogue that is the same for all. Pools whose users an administrator makes pass, and so does what a principal tag or another condition limits.',
  appliesTo: 'AWS::Cognito::IdentityPoolRoleAttachment',
  check: (attachment, app) => {
    const pool = attachment.read('IdentityPoolId').target;
    const role = attachment.read('Roles.authenticated');
    const who = pool && selfSignUp(pool);
    if (role.isAbsent || who === undefined) return [];
    if (!role.target?.is('AWS::IAM::Role')) return unknown(role, 'the role is not part of the application');
    const rights = rightsOf(role.target, app, readsAndWrites);
    const found = rights.found.map((right) => {
      if (right.truth === 'unknown') return unknown(right.at, 'whether it is allowed is not known');
      const severity = right.actions.every((action) => dataReads.includes(action)) ? 'medium' : undefined;
      const got = pathOf(who, role.target!, named(right));
      return fail(right.at, { got, wanted: 'the part of the data that belongs to who asks', severity });
    });
    return [...found, ...unreadIn(rights)];
  },
});
