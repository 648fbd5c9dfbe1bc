import type { Entry } from './entry';
import type { Truth } from '../../../iam/truth';
import type { Application, Resource, Value } from '../../../template';

/** The fields of GraphQL APIs that a data source answers, by itself or in a pipeline. */
export function entriesOfDataSource(source: Resource, app: Application): readonly Entry[] {
  const api = source.read('ApiId').target;
  if (!api?.is('AWS::AppSync::GraphQLApi')) return [];
  const { at, open } = opennessOf(api);
  if (open === 'no') return [];
  const steps = namingSource('AWS::AppSync::FunctionConfiguration', source, api, app);
  const resolvers = [
    ...namingSource('AWS::AppSync::Resolver', source, api, app),
    ...steps.flatMap((step) => app.attachedTo(step, 'AWS::AppSync::Resolver', 'PipelineConfig.Functions')),
  ];
  return [...new Set(resolvers)].map((resource) => ({
    resource,
    at,
    name: `${resource.read('TypeName').text ?? '…'}.${resource.read('FieldName').text ?? '…'}`,
    open,
    api,
  }));
}

/** The CDK writes the name of the source, which is one of its API only, and others a reference. */
function namingSource(type: string, source: Resource, api: Resource, app: Application): readonly Resource[] {
  const name = source.read('Name').scalar;
  const named = app
    .attachedTo(api, type, 'ApiId')
    .filter((resource) => name !== undefined && resource.read('DataSourceName').is(name));
  return [...app.attachedTo(source, type, 'DataSourceName'), ...named];
}

/**
 * An API key is the same for every client and stands in each of them: who can load the page has it. Beside another
 * kind of authorization it opens only the fields that the schema says.
 *
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html
 */
function opennessOf(api: Resource): { readonly at: Value; readonly open: Truth } {
  const at = api.read('AuthenticationType');
  if (api.read('Visibility').is('PRIVATE')) return { at, open: 'no' };
  if (at.isUnknown) return { at, open: 'unknown' };
  if (at.is('API_KEY')) return { at, open: 'yes' };
  const additional = api
    .read('AdditionalAuthenticationProviders')
    .items.map((provider) => provider.read('AuthenticationType'))
    .find((type) => type.is('API_KEY') || type.isUnknown);
  return additional ? { at: additional, open: 'unknown' } : { at, open: 'no' };
}
