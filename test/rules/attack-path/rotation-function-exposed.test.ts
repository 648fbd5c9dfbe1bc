import { aws_lambda as lambda, aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import { serviceOfAStrangerMay } from './outsiders';
import { asksNobody, attackExamples, may, runsAs } from './play';
import rule from '../../../src/rules/attack-path/rotation-function-exposed';

function rotation(entry: string, actions = '[secretsmanager:GetSecretValue, secretsmanager:PutSecretValue]'): string {
  return `
  Password:
    Type: AWS::SecretsManager::Secret
  Schedule:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: !Ref Password
      RotationLambdaARN: !GetAtt Rotate.Arn
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: secret
          PolicyDocument:
            Statement: { Effect: Allow, Action: ${actions}, Resource: !Ref Password }
  Rotate:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
  ByRotation:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Rotate
      Action: lambda:InvokeFunction
      Principal: secretsmanager.amazonaws.com
      SourceAccount: !Ref AWS::AccountId
${entry}
`;
}

const url = `
  Url:
    Type: AWS::Lambda::Url
    Properties: { TargetFunctionArn: !GetAtt Rotate.Arn, AuthType: NONE }
`;

const api = `
  ByApi:
    Type: AWS::Lambda::Permission
    Properties: { FunctionName: !Ref Rotate, Action: 'lambda:InvokeFunction', Principal: apigateway.amazonaws.com }
`;

const steered = [runsAs('Rotate', 'Role'), may('Role', 'secretsmanager:PutSecretValue', 'Password')];

export default attackExamples(rule, {
  attack: [asksNobody('Url', 'AuthType'), ...steered],
  fails: [
    { name: 'the function has a URL', at: ['Url/Properties/AuthType'], template: rotation(url) },
    {
      name: 'an API may call the function',
      at: ['ByApi/Properties/Principal'],
      attack: [serviceOfAStrangerMay('apigateway.amazonaws.com', 'lambda:InvokeFunction', 'Rotate'), ...steered],
      template: rotation(api),
    },
  ],
  passes: [
    { name: 'Secrets Manager alone may call it', template: rotation('') },
    { name: 'the function with the URL may do nothing with secrets', template: rotation(url, 'logs:PutLogEvents') },
    {
      name: 'the L2 adds the schedule',
      template: (stack) => {
        const rotate = new lambda.Function(stack, 'Rotate', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        new secretsmanager.Secret(stack, 'Password').addRotationSchedule('Rotation', { rotationLambda: rotate });
      },
    },
  ],
  unknown: [
    {
      name: 'who may call is a parameter without a default',
      at: ['ByApi/Properties/Principal'],
      template: `
Parameters:
  Caller: { Type: String }
Resources:
${rotation(api.replace('Principal: apigateway.amazonaws.com', 'Principal: !Ref Caller'))}
`,
    },
  ],
});
