import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import rule from '../../../src/rules/secret/secret-read-missing';
import { ruleExamples } from '../rule-examples';

const fn = {
  code: lambda.Code.fromInline('exports.handler = async () => {}'),
  handler: 'index.handler',
  runtime: lambda.Runtime.NODEJS_22_X,
};

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the ARN is in the environment, and nothing was granted',
      at: ['Orders/Properties/Environment/Variables/PASSWORD_ARN'],
      template: (stack) => {
        const password = new secretsmanager.Secret(stack, 'Password');
        new lambda.Function(stack, 'Orders', { ...fn, environment: { PASSWORD_ARN: password.secretArn } });
      },
    },
  ],
  passes: [
    {
      name: 'the function may read it',
      template: (stack) => {
        const password = new secretsmanager.Secret(stack, 'Password');
        const environment = { PASSWORD_ARN: password.secretArn };
        password.grantRead(new lambda.Function(stack, 'Orders', { ...fn, environment }));
      },
    },
    {
      name: 'the function puts the value in',
      template: (stack) => {
        const password = new secretsmanager.Secret(stack, 'Password');
        const environment = { PASSWORD_ARN: password.secretArn };
        password.grantWrite(new lambda.Function(stack, 'Orders', { ...fn, environment }));
      },
    },
    {
      name: 'the role is not part of the app',
      template: `
        Password: { Type: 'AWS::SecretsManager::Secret' }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Code: { ZipFile: '' }
            Role: arn:aws:iam::111122223333:role/Orders
            Environment: { Variables: { PASSWORD_ARN: !Ref Password } }
      `,
    },
  ],
  unknown: [
    {
      name: 'the policy of the role is a parameter',
      at: ['Orders/Properties/Environment/Variables/PASSWORD_ARN'],
      template: `
        Parameters:
          Document: { Type: String }
        Resources:
          Password: { Type: 'AWS::SecretsManager::Secret' }
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement: { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }
              Policies: [{ PolicyName: all, PolicyDocument: !Ref Document }]
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Code: { ZipFile: '' }
              Role: !GetAtt Role.Arn
              Environment: { Variables: { PASSWORD_ARN: !Ref Password } }
      `,
    },
  ],
});
