import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import rule from '../../../src/rules/state-machine/sfn-role-star';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the role of the L2 may do everything with the table',
      at: ['ShippingRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action'],
      template: (stack) => {
        const orders = new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        });
        const shipping = new sfn.StateMachine(stack, 'Shipping', {
          definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Ship')),
        });
        shipping.addToRolePolicy(new iam.PolicyStatement({ actions: ['dynamodb:*'], resources: [orders.tableArn] }));
      },
    },
  ],
  passes: [
    {
      name: 'it may do what the definition calls',
      template: (stack) => {
        const orders = new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        });
        const shipping = new sfn.StateMachine(stack, 'Shipping', {
          definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Ship')),
        });
        orders.grants.writeData(shipping);
      },
    },
    {
      name: 'it may invoke functions',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement: { Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }
            Policies:
              - PolicyName: call
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: lambda:InvokeFunction, Resource: "*" }
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: !GetAtt Role.Arn
      `,
    },
    {
      name: 'the role is one of something else',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement: { Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }
            Policies:
              - PolicyName: call
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: dynamodb:*, Resource: "*" }
      `,
    },
  ],
  unknown: [
    {
      name: 'the role is not part of the application',
      at: ['Shipping/Properties/RoleArn'],
      template: `
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/shipping
      `,
    },
  ],
});
