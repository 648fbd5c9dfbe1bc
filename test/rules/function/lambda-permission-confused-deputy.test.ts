import rule from '../../../src/rules/function/lambda-permission-confused-deputy';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
  ],
  passes: [
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
