import { Duration } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/lambda-timeout-excessive';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 goes on long after the API has answered',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          timeout: Duration.minutes(15),
        });
        new apigateway.LambdaRestApi(stack, 'Api', { handler: orders });
      },
    },
    {
      name: 'the function may run for a quarter of an hour',
      at: ['Orders/Properties/Timeout'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Timeout: 900
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !GetAtt Orders.Arn
            Principal: apigateway.amazonaws.com
            SourceArn: arn:aws:execute-api:eu-west-1:111122223333:abc/prod/POST/author
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 ends when the API does',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          timeout: Duration.seconds(29),
        });
        new apigateway.LambdaRestApi(stack, 'Api', { handler: orders });
      },
    },
    {
      name: 'no API waits for it',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Timeout: 900
      `,
    },
    {
      name: 'it is as fast as the API',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Timeout: 29
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !GetAtt Orders.Arn
            Principal: apigateway.amazonaws.com
            SourceArn: arn:aws:execute-api:eu-west-1:111122223333:abc/prod/POST/author
      `,
    },
    {
      name: 'the API streams the answer for as long as it takes',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Timeout: 300
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !GetAtt Orders.Arn
            Principal: apigateway.amazonaws.com
            SourceArn: arn:aws:execute-api:eu-west-1:111122223333:abc/prod/POST/author
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            AuthorizationType: AWS_IAM
            Integration:
              Type: AWS_PROXY
              IntegrationHttpMethod: POST
              ResponseTransferMode: STREAM
              Uri: !Sub 'arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2021-11-15/functions/\${Orders.Arn}/response-streaming-invocations'
      `,
    },
    {
      name: 'the API waits for longer than usual',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Timeout: 60
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !GetAtt Orders.Arn
            Principal: apigateway.amazonaws.com
            SourceArn: arn:aws:execute-api:eu-west-1:111122223333:abc/prod/POST/author
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            AuthorizationType: AWS_IAM
            Integration:
              Type: AWS_PROXY
              IntegrationHttpMethod: POST
              TimeoutInMillis: 60000
              Uri: !Sub 'arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Orders.Arn}/invocations'
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys gives the timeout',
      template: `
        Parameters:
          Timeout:
            Type: Number
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Timeout: !Ref Timeout
          Permission:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: !Ref Orders
              Principal: apigateway.amazonaws.com
              SourceArn: arn:aws:execute-api:eu-west-1:111122223333:abc/prod/POST/author
      `,
    },
  ],
});
