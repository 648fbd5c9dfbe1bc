import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import rule from '../../../src/rules/event-bus/evb-bus-org';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a partner may send anything',
      at: ['OrderscdkPartner/Properties/Statement/Principal'],
      template: (stack) => {
        const orders = new events.EventBus(stack, 'Orders');
        orders.addToResourcePolicy(
          new iam.PolicyStatement({
            sid: 'Partner',
            principals: [new iam.AccountPrincipal('444455556666')],
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
            Principal: '444455556666'
      `,
    },
  ],
  passes: [
    {
      name: 'a partner may send events of its own',
      template: (stack) => {
        const orders = new events.EventBus(stack, 'Orders');
        orders.addToResourcePolicy(
          new iam.PolicyStatement({
            sid: 'Partner',
            principals: [new iam.AccountPrincipal('444455556666')],
            actions: ['events:PutEvents'],
            resources: [orders.eventBusArn],
            conditions: { StringEquals: { 'events:source': 'partner.shipping' } },
          }),
        );
      },
    },
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
