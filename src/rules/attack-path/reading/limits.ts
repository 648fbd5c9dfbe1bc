import type { Entry } from './entry';
import type { Application, Resource } from '../../../template';
import { settingsOfMethods } from '../../api/reading/method-settings';

const firewalls = ['AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation'];

/** Whether something in front of an entry limits how often it is called; `not-seen` where its stages are elsewhere. */
export function limitOf(entry: Entry, app: Application): 'some' | 'none' | 'not-seen' {
  const { api } = entry;
  if (!api) return entry.resource.is('AWS::Lambda::Url') ? 'none' : 'not-seen';
  if (hasFirewall(api, app)) return 'some';
  if (api.is('AWS::AppSync::GraphQLApi')) return 'none';
  const stages = api.is('AWS::ApiGatewayV2::Api') ? stagesOfVersion2(api, app) : stagesOfRest(api, app);
  if (stages.length === 0) return 'not-seen';
  return stages.every((stage) => isThrottled(stage) || hasFirewall(stage, app)) ? 'some' : 'none';
}

function hasFirewall(resource: Resource, app: Application): boolean {
  return firewalls.some((type) => app.attachedTo(resource, type, 'ResourceArn').length > 0);
}

function stagesOfVersion2(api: Resource, app: Application): readonly Resource[] {
  return app.attachedTo(api, 'AWS::ApiGatewayV2::Stage', 'ApiId');
}

function stagesOfRest(api: Resource, app: Application): readonly Resource[] {
  const deployments = app.attachedTo(api, 'AWS::ApiGateway::Deployment', 'RestApiId');
  return [
    ...app.attachedTo(api, 'AWS::ApiGateway::Stage', 'RestApiId'),
    ...deployments.filter((deployment) => !deployment.read('StageName').isAbsent),
  ];
}

/** A setting that is not known may well be one. */
function isThrottled(stage: Resource): boolean {
  if (stage.is('AWS::ApiGatewayV2::Stage')) {
    const routes = stage.read('RouteSettings');
    if (routes.isUnknown || routes.entries.some(([, route]) => !route.read('ThrottlingRateLimit').isAbsent)) {
      return true;
    }
    return !stage.read('DefaultRouteSettings.ThrottlingRateLimit').isAbsent;
  }
  const settings = stage.is('AWS::ApiGateway::Stage') ? stage.properties : stage.read('StageDescription');
  return settingsOfMethods(settings, 'ThrottlingRateLimit').length > 0;
}
