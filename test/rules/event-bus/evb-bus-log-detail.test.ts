import * as events from 'aws-cdk-lib/aws-events';
import rule from '../../../src/rules/event-bus/evb-bus-log-detail';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it logs each event as it is',
      at: ['Orders/Properties/LogConfig/IncludeDetail'],
      template: (stack) => {
        new events.EventBus(stack, 'Orders', {
          logConfig: { includeDetail: events.IncludeDetail.FULL, level: events.Level.INFO },
        });
      },
    },
  ],
  passes: [
    {
      name: 'it logs that there was one',
      template: (stack) => {
        new events.EventBus(stack, 'Orders', {
          logConfig: { includeDetail: events.IncludeDetail.NONE, level: events.Level.INFO },
        });
      },
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says how much',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Bus:
            Type: AWS::Events::EventBus
            Properties: { Name: orders, LogConfig: { Level: INFO, IncludeDetail: !Ref Given } }
      `,
    },
  ],
});
