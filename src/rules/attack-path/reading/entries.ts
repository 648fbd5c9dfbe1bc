import type { Entry } from './entry';
import { entriesOfDataSource } from './graphql-entries';
import { entriesOfDefinition, entryOfMethod, withoutAuthorization } from './rest-entries';
import { entryOfRoute } from './route-entries';
import { strangersMay } from './stranger';
import { entriesToRevision } from './web-function-entries';
import { all } from '../../../iam/truth';
import type { Application, Resource } from '../../../template';
import { namesOf } from '../../function/reading/function-behind';

/**
 * The ways from the internet to a function, those that ask who is calling too: `open` tells them apart. Of GraphQL APIs
 * only those that may be open.
 */
export function entriesTo(fn: Resource, app: Application): readonly Entry[] {
  if (fn.is('AWS::Lambda::WebFunctionRevision')) return entriesToRevision(fn, app);
  return namesOf(fn, app).flatMap((resource) => [
    ...app.attachedTo(resource, 'AWS::Lambda::Url', 'TargetFunctionArn').map((url) => entryOfUrl(url, fn)),
    ...entriesCalling(resource, app),
  ]);
}

/** Those that strangers may take, or may turn out to. */
export function openEntriesTo(fn: Resource, app: Application): readonly Entry[] {
  return entriesTo(fn, app).filter(({ open }) => open !== 'no');
}

function entriesCalling(resource: Resource, app: Application): readonly Entry[] {
  const methods = app.attachedTo(resource, 'AWS::ApiGateway::Method', 'Integration.Uri').map(entryOfMethod);
  const routes = app
    .attachedTo(resource, 'AWS::ApiGatewayV2::Integration', 'IntegrationUri')
    .flatMap((integration) => app.attachedTo(integration, 'AWS::ApiGatewayV2::Route', 'Target'))
    .map((route) => entryOfRoute(route, app));
  const apis = ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'].flatMap((type) =>
    app.attachedTo(resource, type, 'Body'),
  );
  return [
    ...[...methods, ...routes].filter((entry) => entry !== undefined),
    ...app.attachedTo(resource, 'AWS::ApiGatewayV2::Api', 'Target').map(entryOfQuickCreate),
    ...apis.flatMap((api) => entriesOfDefinition(api, resource)),
    ...app
      .attachedTo(resource, 'AWS::AppSync::DataSource', 'LambdaConfig.LambdaFunctionArn')
      .flatMap((source) => entriesOfDataSource(source, app)),
  ];
}

/** Whether a function URL needs no signature, and the policy of the function lets everybody call it. */
function entryOfUrl(url: Resource, fn: Resource): Entry {
  const at = url.read('AuthType');
  const permitted = strangersMay('lambda:InvokeFunctionUrl', fn, { 'lambda:FunctionUrlAuthType': 'NONE' });
  return { resource: url, at, name: `the URL ${url.logicalId}`, open: all([withoutAuthorization(at), permitted]) };
}

/** `Target` makes a route for everything that asks nobody. */
function entryOfQuickCreate(api: Resource): Entry {
  return { resource: api, at: api.read('Target'), name: 'every route', open: 'yes', api };
}
