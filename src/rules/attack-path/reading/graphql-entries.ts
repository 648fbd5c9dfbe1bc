import type { Entry } from './entry';
import type { Truth } from '../../../iam/truth';
import type { Application, Resource, Value } from '../../../template';

/** The fields of GraphQL APIs that a data source answers, by itself or in a pipeline. */
export function entriesOfDataSource(source: Resource, app: Application): readonly Entry[] {
  const steps = app.attachedTo(source, 'AWS::AppSync::FunctionConfiguration', 'DataSourceName');
  const resolvers = [
    ...app.attachedTo(source, 'AWS::AppSync::Resolver', 'DataSourceName'),
    ...steps.flatMap((step) => app.attachedTo(step, 'AWS::AppSync::Resolver', 'PipelineConfig.Functions')),
  ];
  const api = source.read('ApiId').target;
  if (!api?.is('AWS::AppSync::GraphQLApi')) return [];
  const { at, open } = opennessOf(api);
  return [...new Set(resolvers)].map((resource) => ({
    resource,
    at,
    name: `${resource.read('TypeName').text ?? '…'}.${resource.read('FieldName').text ?? '…'}`,
    open,
    api,
  }));
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
