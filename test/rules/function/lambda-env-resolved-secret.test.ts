import { aws_lambda as lambda, aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import rule from '../../../src/rules/function/lambda-env-resolved-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the value is a dynamic reference to a secret',
      at: ['Orders/Properties/Environment/Variables/DATABASE'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Environment:
              Variables:
                DATABASE: 'postgres://orders:{{resolve:secretsmanager:orders:SecretString:password}}@db.example.com'
      `,
    },
    {
      name: 'the CDK was told to unwrap a secret',
      template: (stack) => {
        const secret = new secretsmanager.Secret(stack, 'Secret');
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          environment: { TOKEN: secret.secretValue.unsafeUnwrap() },
        });
      },
    },
  ],
  passes: [
    {
      name: 'the ARN of the secret is passed',
      template: `
        Secret:
          Type: AWS::SecretsManager::Secret
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Environment:
              Variables:
                SECRET: !Ref Secret
                STAGE: '{{resolve:ssm:/orders/stage}}'
      `,
    },
  ],
});
