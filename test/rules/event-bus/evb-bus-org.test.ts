import rule from '../../../src/rules/event-bus/evb-bus-org';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'another account may send anything',
      at: ['Access/Properties/Statement/Principal'],
      template: `
        Access:
          Type: AWS::Events::EventBusPolicy
          Properties:
            StatementId: partners
            EventBusName: orders
            Statement:
              Effect: Allow
              Principal: { AWS: arn:aws:iam::444455556666:root }
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
            Principal: '444455556666'
      `,
    },
  ],
  passes: [
    {
      name: 'it has to be of the organization',
      template: `
        Access:
          Type: AWS::Events::EventBusPolicy
          Properties:
            StatementId: partners
            EventBusName: orders
            Statement:
              Effect: Allow
              Principal: { AWS: arn:aws:iam::444455556666:root }
              Action: events:PutEvents
              Resource: arn:aws:events:eu-west-1:111122223333:event-bus/orders
              Condition:
                StringEquals: { aws:PrincipalOrgID: o-abcdefghij }
      `,
    },
    {
      name: 'it may send its own events',
      template: `
        Access:
          Type: AWS::Events::EventBusPolicy
          Properties:
            StatementId: partners
            EventBusName: orders
            Statement:
              Effect: Allow
              Principal: { AWS: arn:aws:iam::444455556666:root }
              Action: events:PutEvents
              Resource: arn:aws:events:eu-west-1:111122223333:event-bus/orders
              Condition:
                StringEquals: { events:source: com.example.partner }
      `,
    },
    {
      name: 'it is the account itself',
      template: `
        Access:
          Type: AWS::Events::EventBusPolicy
          Properties:
            StatementId: partners
            EventBusName: orders
            Statement:
              Effect: Allow
              Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root' }
              Action: events:PutEvents
              Resource: arn:aws:events:eu-west-1:111122223333:event-bus/orders
      `,
    },
  ],
  unknown: [
    {
      name: 'the statement is a parameter without a default',
      template: `
        Parameters:
          Document:
            Type: String
        Resources:
          Orders:
            Type: AWS::Events::EventBus
            Properties:
              Name: orders
              Policy: !Ref Document
      `,
    },
  ],
});
