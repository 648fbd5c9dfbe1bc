import { defineRule } from '../define-rule';
import { demand } from '../results';
import { settingForAllMethods } from './reading/method-settings';
import { judgeRestStage, restStageTypes } from './reading/rest-stage';

export default defineRule({
  id: 'apigw-metrics',
  severity: 'low',
  title: 'there are no metrics for the methods of the API',
  why:
    'Numbers of calls and errors exist for the whole stage only. ' +
    'Somebody who tries out one method disappears among the calls of all others, and no alarm can be set on it.',
  serviceDefault: 'Without `MetricsEnabled` a stage has metrics per stage, not per method.',
  fix: 'set `MetricsEnabled: true` in `MethodSettings` for path `/*` and method `*` (`deployOptions: { metricsEnabled: true }`)',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  notes:
    'CloudWatch charges for metrics per method: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html',
  appliesTo: [...restStageTypes, 'AWS::ApiGatewayV2::Stage'],
  check: (stage) => {
    const isFine = (metrics: { readonly isTrue: boolean }) => metrics.isTrue;
    if (stage.is('AWS::ApiGatewayV2::Stage')) {
      return demand(stage.read('DefaultRouteSettings.DetailedMetricsEnabled'), isFine, 'true');
    }
    return judgeRestStage(stage, (settings) =>
      demand(settingForAllMethods(settings, 'MetricsEnabled'), isFine, 'true'),
    );
  },
});
