import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand } from '../results';

function kindsOf(api: Resource): readonly Value[] {
  if (api.is('AWS::AppSync::Api')) {
    return api.read('EventConfig.AuthProviders').items.map((provider) => provider.read('AuthType'));
  }
  const others = api.read('AdditionalAuthenticationProviders').items;
  return [api.read('AuthenticationType'), ...others.map((provider) => provider.read('AuthenticationType'))];
}

export default defineRule({
  id: 'appsync-api-key',
  severity: 'high',
  title: 'a key that every client carries opens the API',
  why: 'An API key of AppSync stands in the page or app that uses it, and is the same for everybody. Whoever reads it calls the API as that client for up to a year.',
  serviceDefault:
    'The kind of authorization has no default: a template names it (https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html).',
  fix: 'use `AMAZON_COGNITO_USER_POOLS`, `OPENID_CONNECT`, `AWS_IAM` or `AWS_LAMBDA` for `API_KEY`',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], fsbp: ['AppSync.5'], cwe: ['CWE-287'] },
  notes:
    'Additional providers count too: every field that says nothing else is open to the default one, and fields with `@aws_api_key` to the key. ' +
    'So do those of an Event API, whose channels name which of them lets in.',
  appliesTo: ['AWS::AppSync::GraphQLApi', 'AWS::AppSync::Api'],
  check: (api) =>
    kindsOf(api).map((type) => demand(type, (kind) => !kind.is('API_KEY'), 'a kind that tells who is calling')),
});
