import rule from '../../../src/rules/event-bus/evb-bus-public';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'everybody may send',
      at: ['Access/Properties/Statement/Principal'],
      template: `
        Access:
          Type: AWS::Events::EventBusPolicy
          Properties:
            StatementId: partners
            EventBusName: orders
            Statement:
              Effect: Allow
              Principal: '*'
              Action: events:PutEvents
              Resource: arn:aws:events:eu-west-1:111122223333:event-bus/orders
      `,
    },
    {
      name: 'the older properties say so',
      at: ['Access/Properties/Principal'],
      template: `
        Access:
          Type: AWS::Events::EventBusPolicy
          Properties:
            StatementId: partners
            EventBusName: orders
            Action: events:PutEvents
            Principal: '*'
      `,
    },
    {
      name: 'the bus itself has the policy',
      at: ['Orders/Properties/Policy/Statement/0/Principal'],
      template: `
        Orders:
          Type: AWS::Events::EventBus
          Properties:
            Name: orders
            Policy:
              Statement:
                - { Effect: Allow, Principal: { AWS: "*" }, Action: events:PutEvents, Resource: "*" }
      `,
    },
  ],
  passes: [
    {
      name: 'the organization may send',
      template: `
        Access:
          Type: AWS::Events::EventBusPolicy
          Properties:
            StatementId: partners
            EventBusName: orders
            Statement:
              Effect: Allow
              Principal: '*'
              Action: events:PutEvents
              Resource: arn:aws:events:eu-west-1:111122223333:event-bus/orders
              Condition:
                StringEquals: { aws:PrincipalOrgID: o-abcdefghij }
      `,
    },
    {
      name: 'the older properties name the organization',
      template: `
        Access:
          Type: AWS::Events::EventBusPolicy
          Properties:
            StatementId: partners
            EventBusName: orders
            Action: events:PutEvents
            Principal: '*'
            Condition: { Type: StringEquals, Key: aws:PrincipalOrgID, Value: o-abcdefghij }
      `,
    },
    {
      name: 'there is no policy',
      template: `
        Orders:
          Type: AWS::Events::EventBus
          Properties:
            Name: orders
      `,
    },
  ],
  unknown: [
    {
      name: 'the principal is a parameter without a default',
      at: ['Access/Properties/Statement/Principal'],
      template: `
        Parameters:
          Who:
            Type: String
        Resources:
          Access:
            Type: AWS::Events::EventBusPolicy
            Properties:
              StatementId: partners
              EventBusName: orders
              Statement:
                Effect: Allow
                Principal: !Ref Who
                Action: events:PutEvents
                Resource: arn:aws:events:eu-west-1:111122223333:event-bus/orders
      `,
    },
  ],
});
