import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/function/lambda-env-key-denied';
import { ruleExamples } from '../rule-examples';

const withPolicies = (policies: string) => `
        Key:
          Type: AWS::KMS::Key
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: '2012-10-17'
              Statement:
                - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }
${policies}
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
            KmsKeyArn: !GetAtt Key.Arn
            Environment: { Variables: { TABLE: orders } }
`;

const allowing = (condition: string) => `
            Policies:
              - PolicyName: environment
                PolicyDocument:
                  Version: '2012-10-17'
                  Statement:
                    - Effect: Allow
                      Action: kms:Decrypt
                      Resource: !GetAtt Key.Arn${condition}`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 takes a key and does not ask who may use it',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          environment: { STAGE: 'production' },
          environmentEncryption: new kms.Key(stack, 'Key'),
        }),
    },

    { name: 'the role knows nothing of the key', at: ['Orders/Properties/KmsKeyArn'], template: withPolicies('') },
    {
      name: 'the code may, and Lambda may not',
      at: ['Orders/Properties/KmsKeyArn'],
      template: withPolicies(
        allowing(`
                      Condition: { 'Null': { lambda:SourceFunctionArn: 'false' } }`),
      ),
    },
  ],
  passes: [
    {
      name: 'ours lets Lambda use the key',
      template: (stack) =>
        new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          environment: { STAGE: 'production' },
          environmentEncryption: new SecureKey(stack, 'Key'),
        }),
    },
    {
      name: 'Lambda may, and the code may not',
      template: withPolicies(
        allowing(`
                      Condition: { 'Null': { lambda:SourceFunctionArn: 'true' } }`),
      ),
    },
  ],
  unknown: [
    {
      name: 'a policy of the account may allow it',
      at: ['Orders/Properties/KmsKeyArn'],
      template: withPolicies(`
            ManagedPolicyArns: [arn:aws:iam::111122223333:policy/keys]`),
    },
  ],
});
