import type { Resource, Value } from '../../../template';
import type { Result } from '../../results';

/** What makes a stage of a REST API: a stage of its own, or a deployment with a stage name. */
export const restStageTypes = ['AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment'] as const;

/** Judges the settings of a stage of a REST API, wherever they stand. */
export function judgeRestStage(
  resource: Resource,
  judge: (settings: Value) => Result | readonly Result[],
): Result | readonly Result[] {
  if (resource.is('AWS::ApiGateway::Stage')) return judge(resource.properties);
  const settings = resource.read('StageDescription');
  return resource.read('StageName').isAbsent && settings.isAbsent ? [] : judge(settings);
}
