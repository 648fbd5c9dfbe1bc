import { CfnParameter } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/lambda-permission-token-plaintext';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has the token in its code',
      template: (stack) => {
        const skill = new lambda.Function(stack, 'Skill', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        skill.addPermission('Alexa', {
          principal: new iam.ServicePrincipal('alexa-connectedhome.amazon.com'),
          eventSourceToken: 'not-a-real-token',
        });
      },
    },
    {
      name: 'the token is written out',
      at: ['Permission/Properties/EventSourceToken'],
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: skill
            Principal: alexa-connectedhome.amazon.com
            EventSourceToken: not-a-real-token
      `,
    },
    {
      name: 'the token is the default of a parameter',
      at: ['Permission/Properties/EventSourceToken'],
      template: `
        Parameters:
          Token:
            Type: String
            Default: not-a-real-token
        Resources:
          Permission:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: skill
              Principal: alexa-connectedhome.amazon.com
              EventSourceToken: !Ref Token
      `,
    },
    {
      name: 'Parameter Store keeps the token unencrypted',
      at: ['Permission/Properties/EventSourceToken'],
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: alexa-connectedhome.amazon.com
            EventSourceToken: '{{resolve:ssm:/shop/token:1}}'
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 gets the token from whoever deploys',
      template: (stack) => {
        const token = new CfnParameter(stack, 'Token', { noEcho: true });
        const skill = new lambda.Function(stack, 'Skill', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        skill.addPermission('Alexa', {
          principal: new iam.ServicePrincipal('alexa-connectedhome.amazon.com'),
          eventSourceToken: token.valueAsString,
        });
      },
    },
    {
      name: 'whoever deploys gives the token',
      template: `
        Parameters:
          Token:
            Type: String
            NoEcho: true
        Resources:
          Permission:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: skill
              Principal: alexa-connectedhome.amazon.com
              EventSourceToken: !Ref Token
      `,
    },
    {
      name: 'it is the id of a skill',
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: skill
            Principal: alexa-appkit.amazon.com
            EventSourceToken: amzn1.ask.skill.00000000-0000-0000-0000-000000000000
      `,
    },
  ],
});
