import { aws_lambda as lambda, aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import { serviceOfAStrangerMay } from './outsiders';
import { asksNobody, attackExamples, may, runsAs } from './play';
import { SecureFunction } from '../../../src/function/secure-function';
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

const called = { Role: 'RotateServiceRole', Url: 'RotateFunctionUrl' };

export default attackExamples(rule, {
  attack: [asksNobody('Url', 'AuthType'), ...steered],
  fails: [
    {
      name: 'somebody gave the function a URL to try it out',
      called,
      at: [
        'RotateFunctionUrl/Properties/AuthType',
        'Rotateinvokefunction/Properties/Principal',
        'Rotateinvokefunctionurl/Properties/Principal',
      ],
      template: (stack) => {
        const rotate = new lambda.Function(stack, 'Rotate', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        rotate.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });
        const password = new secretsmanager.Secret(stack, 'Password');
        password.addRotationSchedule('Rotation', { rotationLambda: rotate });
      },
    },
    { name: 'the function has a URL', at: ['Url/Properties/AuthType'], template: rotation(url) },
    {
      name: 'an API may call the function',
      at: ['ByApi/Properties/Principal'],
      attack: [serviceOfAStrangerMay('apigateway.amazonaws.com', 'lambda:InvokeFunction', 'Rotate'), ...steered],
      template: rotation(api),
    },
  ],
  passes: [
    {
      name: 'Secrets Manager alone calls our function',
      called,
      template: (stack) => {
        const rotate = new SecureFunction(stack, 'Rotate', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        const password = new secretsmanager.Secret(stack, 'Password');
        password.addRotationSchedule('Rotation', { rotationLambda: rotate });
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
