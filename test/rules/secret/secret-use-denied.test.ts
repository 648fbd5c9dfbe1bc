import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import rule from '../../../src/rules/secret/secret-use-denied';
import { ruleExamples } from '../rule-examples';

const fn = {
  code: lambda.Code.fromInline('exports.handler = async () => {}'),
  handler: 'index.handler',
  runtime: lambda.Runtime.NODEJS_22_X,
};

const reader = (condition: string, allowed = 'GetSecretValue', denied = allowed) => `
          Password:
            Type: AWS::SecretsManager::Secret
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }
              Policies:
                - PolicyName: read
                  PolicyDocument:
                    Version: '2012-10-17'
                    Statement:
                      - { Effect: Allow, Action: 'secretsmanager:${allowed}', Resource: !Ref Password }
          Policy:
            Type: AWS::SecretsManager::ResourcePolicy
            Properties:
              SecretId: !Ref Password
              ResourcePolicy:
                Version: '2012-10-17'
                Statement:
                  - Effect: Deny
                    Principal: '*'
                    Action: secretsmanager:${denied}
                    Resource: '*'
                    Condition: ${condition}
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the role may read the value and not decrypt it',
      at: ['Password'],
      template: (stack) => {
        const encryptionKey = new kms.Key(stack, 'Key');
        const password = new secretsmanager.Secret(stack, 'Password', { encryptionKey });
        const orders = new lambda.Function(stack, 'Orders', fn);
        orders.addToRolePolicy(
          new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [password.secretArn] }),
        );
      },
    },
    {
      name: 'the denial of the policy leaves out another role',
      at: ['Password'],
      template: reader("{ ArnNotLike: { aws:PrincipalArn: 'arn:aws:iam::111122223333:role/Other' } }"),
    },
    ...['PutSecretValue', 'UpdateSecret', 'UpdateSecretVersionStage', 'RotateSecret'].map((action) => ({
      name: `the role was allowed ${action}, and is not left out`,
      at: ['Password'],
      template: reader("{ ArnNotLike: { aws:PrincipalArn: 'arn:aws:iam::111122223333:role/Other' } }", action),
    })),
    {
      name: 'the role was allowed to put values, by a pattern',
      at: ['Password'],
      template: reader(
        "{ ArnNotLike: { aws:PrincipalArn: 'arn:aws:iam::111122223333:role/Other' } }",
        'Put*',
        'PutSecretValue',
      ),
    },
    {
      name: 'the role may write the value and not encrypt it',
      at: ['Password'],
      template: (stack) => {
        const encryptionKey = new kms.Key(stack, 'Key');
        const password = new secretsmanager.Secret(stack, 'Password', { encryptionKey });
        const orders = new lambda.Function(stack, 'Orders', fn);
        orders.addToRolePolicy(
          new iam.PolicyStatement({ actions: ['secretsmanager:PutSecretValue'], resources: [password.secretArn] }),
        );
      },
    },
    {
      name: 'the denial leaves out nobody but CloudFormation',
      at: ['Password'],
      template: reader('{ StringNotEquals: { aws:CalledViaLast: cloudformation.amazonaws.com } }'),
    },
  ],
  passes: [
    {
      name: 'the grant lets the role use the key too',
      template: (stack) => {
        const encryptionKey = new kms.Key(stack, 'Key');
        const password = new secretsmanager.Secret(stack, 'Password', { encryptionKey });
        password.grantRead(new lambda.Function(stack, 'Orders', fn));
      },
    },
    {
      name: 'the grant lets the role write and encrypt',
      template: (stack) => {
        const encryptionKey = new kms.Key(stack, 'Key');
        const password = new secretsmanager.Secret(stack, 'Password', { encryptionKey });
        password.grantWrite(new lambda.Function(stack, 'Orders', fn));
      },
    },
    {
      name: 'the role was allowed everything, and the policy takes writing away again',
      template: reader(
        "{ ArnNotLike: { aws:PrincipalArn: 'arn:aws:iam::111122223333:role/Other' } }",
        '*',
        'PutSecretValue',
      ),
    },
    {
      name: 'what is denied is something else than what the role was allowed',
      template: reader(
        "{ ArnNotLike: { aws:PrincipalArn: 'arn:aws:iam::111122223333:role/Other' } }",
        'GetSecretValue',
        'PutSecretValue',
      ),
    },
    {
      name: 'what rotates it lacks something, which is told at the schedule',
      template: (stack) => {
        const encryptionKey = new kms.Key(stack, 'Key');
        const password = new secretsmanager.Secret(stack, 'Password', { encryptionKey });
        const rotator = new lambda.Function(stack, 'Rotator', fn);
        rotator.addToRolePolicy(
          new iam.PolicyStatement({ actions: ['secretsmanager:*'], resources: [password.secretArn] }),
        );
        new secretsmanager.CfnRotationSchedule(stack, 'Schedule', {
          secretId: password.secretArn,
          rotationLambdaArn: rotator.functionArn,
        });
      },
    },
    {
      name: 'the role is left out of the denial',
      template: reader('{ ArnNotLike: { aws:PrincipalArn: !GetAtt Role.Arn } }'),
    },
    {
      name: 'whoever comes through an endpoint is left out of the denial',
      template: reader('{ StringNotEquals: { aws:SourceVpce: vpce-0123456789abcdef0 } }'),
    },
  ],
  unknown: [
    {
      name: 'who is left out is a parameter',
      at: ['Password'],
      template: `
        Parameters:
          Readers: { Type: String }
        Resources:${reader('{ ArnNotLike: { aws:PrincipalArn: !Ref Readers } }')}`,
    },
  ],
});
