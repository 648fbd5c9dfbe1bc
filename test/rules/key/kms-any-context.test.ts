import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import rule from '../../../src/rules/key/kms-any-context';
import { ruleExamples } from '../rule-examples';

const allowing = (statement: string) => `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Action: kms:Decrypt
                  ${statement}
`;

const key = 'Resource: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the role decrypts whatever Secrets Manager has with the key',
      template: (stack) => {
        const orders = new iam.Role(stack, 'Orders', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        orders.addToPolicy(
          new iam.PolicyStatement({
            actions: ['kms:Decrypt'],
            resources: [new kms.Key(stack, 'Key').keyArn],
            conditions: { StringEquals: { 'kms:ViaService': `secretsmanager.${stack.region}.amazonaws.com` } },
          }),
        );
      },
    },
    {
      name: 'the role decrypts whatever the Parameter Store has with the key',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
      template: allowing(`${key}
                  Condition: { StringLike: { kms:ViaService: 'ssm.*.amazonaws.com' } }`),
    },
  ],
  passes: [
    {
      name: 'the statement names the secret',
      template: (stack) => {
        const orders = new iam.Role(stack, 'Orders', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        orders.addToPolicy(
          new iam.PolicyStatement({
            actions: ['kms:Decrypt'],
            resources: [new kms.Key(stack, 'Key').keyArn],
            conditions: {
              StringEquals: {
                'kms:ViaService': `secretsmanager.${stack.region}.amazonaws.com`,
                'kms:EncryptionContext:SecretARN': `arn:aws:secretsmanager:${stack.region}:${stack.account}:secret:orders-AbCdEf`,
              },
            },
          }),
        );
      },
    },
    {
      name: 'the statement names the parameters',
      template: allowing(`${key}
                  Condition:
                    StringEquals: { kms:ViaService: ssm.eu-west-1.amazonaws.com }
                    StringLike: { 'kms:EncryptionContext:PARAMETER_ARN': 'arn:aws:ssm:*:*:parameter/orders/*' }`),
    },
    {
      name: 'other services name other things',
      template: allowing(`${key}
                  Condition: { StringEquals: { kms:ViaService: s3.eu-west-1.amazonaws.com } }`),
    },
  ],
  unknown: [
    {
      name: 'the policy is a parameter',
      template: `
        Parameters:
          Document: { Type: String }
        Resources:
          Policy:
            Type: AWS::IAM::Policy
            Properties: { PolicyName: orders, Roles: [orders], PolicyDocument: !Ref Document }
      `,
    },
  ],
});
