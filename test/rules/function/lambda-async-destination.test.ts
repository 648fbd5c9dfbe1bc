import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-async-destination';
import { ruleExamples } from '../rule-examples';

const invocationType = 'Integration/RequestParameters/integration.request.header.X-Amz-Invocation-Type';

const methodThatSays = (type: string) => `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
        Post:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: api
            ResourceId: root
            HttpMethod: POST
            Integration:
              Type: AWS
              IntegrationHttpMethod: POST
              Uri: !Sub 'arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Orders.Arn}/invocations'
              RequestParameters:
                integration.request.header.X-Amz-Invocation-Type: ${type}
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a topic invokes the L2',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        new sns.Topic(stack, 'News').addSubscription(new LambdaSubscription(orders));
      },
    },
    {
      name: 'failed notifications go nowhere',
      at: ['Permission'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref Orders
            Principal: sns.amazonaws.com
            SourceArn: arn:aws:sns:eu-west-1:111122223333:orders
      `,
    },
    {
      name: 'how often is said, and not what then',
      at: ['Retries/Properties/DestinationConfig/OnFailure/Destination'],
      template: `
        Retries:
          Type: AWS::Lambda::EventInvokeConfig
          Properties: { FunctionName: orders, Qualifier: $LATEST, MaximumRetryAttempts: 1 }
      `,
    },
    {
      name: 'a method of a REST API does not wait for the function',
      at: [`Post/Properties/${invocationType}`],
      template: methodThatSays("'''Event'''"),
    },
  ],
  passes: [
    { name: 'a method of a REST API waits for the function', template: methodThatSays("'''RequestResponse'''") },
    {
      name: 'a topic invokes ours, which has a failure queue',
      template: (stack) => {
        const orders = new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        new sns.Topic(stack, 'News').addSubscription(new LambdaSubscription(orders));
      },
    },
    {
      name: 'a queue takes them',
      template: `
        Failed:
          Type: AWS::SQS::Queue
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
        Config:
          Type: AWS::Lambda::EventInvokeConfig
          Properties:
            FunctionName: !Ref Orders
            Qualifier: $LATEST
            DestinationConfig:
              OnFailure:
                Destination: !GetAtt Failed.Arn
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !GetAtt Orders.Arn
            Principal: sns.amazonaws.com
            SourceArn: arn:aws:sns:eu-west-1:111122223333:orders
      `,
    },
    {
      name: 'the caller waits for the answer',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref Orders
            Principal: apigateway.amazonaws.com
            SourceArn: arn:aws:execute-api:eu-west-1:111122223333:abc/*
      `,
    },
  ],
  unknown: [
    {
      name: 'the function is not part of the app',
      at: ['Permission/Properties/FunctionName'],
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: sns.amazonaws.com
            SourceArn: arn:aws:sns:eu-west-1:111122223333:orders
      `,
    },
  ],
});
