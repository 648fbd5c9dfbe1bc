import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/delivery/lambda-role-denied';
import { ruleExamples } from '../rule-examples';

const role = `
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'an L1 sends failed events to a queue, and the role knows nothing of it',
      template: (stack) => {
        const failed = new sqs.Queue(stack, 'Failed');
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        new lambda.CfnEventInvokeConfig(stack, 'Failures', {
          functionName: orders.functionName,
          qualifier: '$LATEST',
          destinationConfig: { onFailure: { destination: failed.queueArn } },
        });
      },
    },
    {
      name: 'the role may not use the key of the dead-letter queue, nor send to it',
      at: ['Orders/Properties/DeadLetterConfig/TargetArn'],
      template: `
        Resources:
${role.replace(/^/gm, '        ')}
          Key:
            Type: AWS::KMS::Key
          Failed:
            Type: AWS::SQS::Queue
            Properties: {KmsMasterKeyId: !Ref Key}
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Role: !GetAtt Role.Arn
              Code: {ZipFile: 'x'}
              DeadLetterConfig: {TargetArn: !GetAtt Failed.Arn}
      `,
    },
  ],
  passes: [
    {
      name: 'the L2s allow what they set up',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          onFailure: new SqsDestination(
            new sqs.Queue(stack, 'Failed', { encryption: sqs.QueueEncryption.KMS, enforceSSL: true }),
          ),
        });
        orders.addEventSource(
          new SqsEventSource(new sqs.Queue(stack, 'Inbox', { encryption: sqs.QueueEncryption.KMS, enforceSSL: true })),
        );
      },
    },
    {
      name: 'a policy of AWS that nobody knows here may allow more, and denies nothing',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
            ManagedPolicyArns:
              - arn:aws:iam::aws:policy/AmazonRekognitionReadOnlyAccess
              - arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole
        Inbox: { Type: AWS::SQS::Queue }
        Orders: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties: { FunctionName: !Ref Orders, EventSourceArn: !GetAtt Inbox.Arn }
      `,
    },
    {
      name: 'nothing is sent or polled',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: arn:aws:iam::111122223333:role/orders
            Code: {ZipFile: 'x'}
      `,
    },
  ],
  unknown: [
    {
      name: 'a policy of AWS that nobody knows here may allow it',
      at: ['Mapping/Properties/EventSourceArn'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
            ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonRekognitionReadOnlyAccess']
        Inbox: { Type: AWS::SQS::Queue }
        Orders: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties: { FunctionName: !Ref Orders, EventSourceArn: !GetAtt Inbox.Arn }
      `,
    },
    {
      name: 'a policy of AWS may deny it, as its name says',
      at: ['Mapping/Properties/EventSourceArn'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
            ManagedPolicyArns:
              - arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3
              - arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole
        Inbox: { Type: AWS::SQS::Queue }
        Orders: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties: { FunctionName: !Ref Orders, EventSourceArn: !GetAtt Inbox.Arn }
      `,
    },
    {
      name: 'a policy of the role is a parameter without a default',
      at: ['Orders/Properties/DeadLetterConfig/TargetArn'],
      template: `
        Parameters:
          Document: {Type: String}
        Resources:
${role.replace(/^/gm, '        ')}
          Policy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: orders
              Roles: [!Ref Role]
              PolicyDocument: !Ref Document
          Failed:
            Type: AWS::SQS::Queue
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Role: !GetAtt Role.Arn
              Code: {ZipFile: 'x'}
              DeadLetterConfig: {TargetArn: !GetAtt Failed.Arn}
      `,
    },
  ],
});
