import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-permission-confused-deputy';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 names a service and no source',
      template: (stack) => {
        const report = new lambda.Function(stack, 'Report', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        new events.CfnRule(stack, 'Nightly', {
          scheduleExpression: 'rate(1 day)',
          targets: [{ id: 'Report', arn: report.functionArn }],
        });
        report.addPermission('Nightly', { principal: new iam.ServicePrincipal('events.amazonaws.com') });
      },
    },
    {
      name: 'API Gateway may invoke the function for any API of any account',
      at: ['Permission/Properties/SourceArn'],
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: apigateway.amazonaws.com
      `,
    },
    {
      name: 'the source may be of any account',
      at: ['Permission/Properties/SourceArn'],
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: !Sub sns.\${AWS::URLSuffix}
            SourceArn: arn:aws:sns:*:*:orders
      `,
    },
    {
      name: 'Secrets Manager sends its account only, and it is missing',
      at: ['Permission/Properties/SourceAccount'],
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: rotation
            Principal: secretsmanager.amazonaws.com
      `,
    },
    {
      name: 'the source is left out under one condition',
      at: ['Permission/Properties/SourceArn'],
      template: `
        Conditions:
          IsDemo: !Equals [!Ref AWS::Region, eu-west-1]
        Resources:
          Permission:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: orders
              Principal: events.amazonaws.com
              SourceArn: !If [IsDemo, !Ref AWS::NoValue, arn:aws:events:eu-west-1:111122223333:rule/nightly]
      `,
    },
    {
      name: 'a bucket whose name is not known, of an account that is not named',
      at: ['Permission/Properties/SourceAccount'],
      template: `
        Parameters:
          Source:
            Type: String
        Resources:
          Permission:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: orders
              Principal: s3.amazonaws.com
              SourceArn: !Ref Source
      `,
    },
    {
      name: 'the policy of the function names a service and no source',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Principal'],
      template: `
        Policy:
          Type: AWS::Lambda::ResourcePolicy
          Properties:
            ResourceArn: arn:aws:lambda:eu-central-1:111122223333:function:orders
            PolicyDocument:
              Statement:
                - { Effect: Allow, Principal: { Service: sns.amazonaws.com }, Action: lambda:InvokeFunction, Resource: '*' }
      `,
    },
  ],
  passes: [
    {
      name: 'ours names the rule',
      template: (stack) => {
        const nightly = new events.Rule(stack, 'Nightly', { schedule: events.Schedule.rate(Duration.days(1)) });
        const report = new SecureFunction(stack, 'Report', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        nightly.addTarget(new targets.LambdaFunction(report));
      },
    },
    {
      name: 'the account is a parameter that takes nothing but numbers',
      template: `
        Parameters:
          Partner: { Type: String, AllowedPattern: '\\d{12}' }
        Resources:
          Permission:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: orders
              Principal: !Ref Partner
      `,
    },
    {
      name: 'one rule may invoke it',
      template: `
        Rule:
          Type: AWS::Events::Rule
          Properties:
            ScheduleExpression: rate(1 day)
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: events.amazonaws.com
            SourceArn: !GetAtt Rule.Arn
      `,
    },
    {
      name: 'Alexa sends no source',
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: skill
            Principal: alexa-appkit.amazon.com
      `,
    },
    {
      name: 'no service is part of the organization that is asked for',
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: sns.amazonaws.com
            PrincipalOrgID: o-1a2b3c4d5e
      `,
    },
    {
      name: 'an account is no service',
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: '111122223333'
      `,
    },
    {
      name: 'the policy of the web function names the distribution',
      template: `
        Policy:
          Type: AWS::Lambda::ResourcePolicy
          Properties:
            ResourceArn: arn:aws:lambda:eu-central-1:111122223333:function:orders
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: { Service: cloudfront.amazonaws.com }
                  Action: lambda:InvokeWebFunctionEndpoint
                  Resource: '*'
                  Condition: { ArnLike: { aws:SourceArn: arn:aws:cloudfront::111122223333:distribution/E1ABCDEFGHIJKL } }
      `,
    },
  ],
  unknown: [
    {
      name: 'the source is a parameter without a default',
      at: ['Permission/Properties/SourceArn'],
      template: `
        Parameters:
          Source:
            Type: String
        Resources:
          Permission:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: orders
              Principal: events.amazonaws.com
              SourceArn: !Ref Source
      `,
    },
    {
      name: 'the service is not known',
      at: ['Permission/Properties/Principal'],
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: brand-new.amazonaws.com
      `,
    },
  ],
});
