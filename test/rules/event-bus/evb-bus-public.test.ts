import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import rule from '../../../src/rules/event-bus/evb-bus-public';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the policy of the L2 lets everybody send',
      at: ['OrderscdkSenders/Properties/Statement/Principal'],
      template: (stack) => {
        const orders = new events.EventBus(stack, 'Orders');
        orders.addToResourcePolicy(
          new iam.PolicyStatement({
            sid: 'Senders',
            principals: [new iam.AnyPrincipal()],
            actions: ['events:PutEvents'],
            resources: [orders.eventBusArn],
          }),
        );
      },
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
    {
      name: 'everybody but one account is named',
      at: ['Policy/Properties/Statement/NotPrincipal'],
      template: `
        Policy:
          Type: AWS::Events::EventBusPolicy
          Properties:
            StatementId: all
            Statement:
              Effect: Allow
              NotPrincipal: { AWS: '111122223333' }
              Action: events:PutEvents
              Resource: '*'
      `,
    },
  ],
  passes: [
    {
      name: 'the organization may send',
      template: (stack) => {
        const orders = new events.EventBus(stack, 'Orders');
        orders.addToResourcePolicy(
          new iam.PolicyStatement({
            sid: 'Senders',
            principals: [new iam.OrganizationPrincipal('o-1234567890')],
            actions: ['events:PutEvents'],
            resources: [orders.eventBusArn],
          }),
        );
      },
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
