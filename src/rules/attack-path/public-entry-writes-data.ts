import { defineRule } from '../define-rule';
import { fail } from '../results';
import { dataWrites } from './reading/data-actions';
import { listed, named, pathOf } from './reading/path';
import { judgePublicPaths, publicCodeTypes } from './reading/public-function';

export default defineRule({
  id: 'public-entry-writes-data',
  severity: 'medium',
  title: 'anybody on the internet can write to the data store behind the function',
  why:
    'Somebody without an account calls the entry, and the function does for them what its role may: it adds, changes or deletes records. ' +
    'Nothing on the way asks who they are, so false orders, overwritten profiles and emptied tables are one request each, and no record says whose.',
  serviceDefault:
    'A method, route or function URL asks nobody unless an authorizer or AWS_IAM is set, and the function runs with its role whoever calls (https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html).',
  fix: 'set an authorizer on the entry, or take the writing actions out of the role; where everybody is meant to write (a contact form, a webhook that checks signatures), acknowledge it with that reason',
  references: { owaspServerless: ['S2', 'S5'], csaServerless: ['SAS-2', 'SAS-4'], cwe: ['CWE-862'] },
  notes:
    'The entry itself is judged by `apigw-method-auth`, `apigwv2-route-auth`, `lambda-url-auth-none` and `appsync-api-key`; this tells what lies behind it. ' +
    'A function that only reads passes. A method that asks for an API key is not called by strangers.',
  appliesTo: publicCodeTypes,
  check: (fn, app) =>
    judgePublicPaths(fn, app, dataWrites, ({ entry, rights }) =>
      fail(entry.at, {
        got: pathOf(entry.name, fn, listed(rights.map(named))),
        wanted: 'somebody who asks who is calling',
      }),
    ),
});
