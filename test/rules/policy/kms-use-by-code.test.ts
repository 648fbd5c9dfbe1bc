import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import rule from '../../../src/rules/policy/kms-use-by-code';
import { ruleExamples } from '../rule-examples';

const allowing = (condition: string) => `
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
                  Resource: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab${condition}
`;

const keyPolicy = (principal: string, condition: string) => `
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Principal: { AWS: ${principal} }
                  Action: kms:Decrypt
                  Resource: '*'${condition}
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the grant of the key leaves it to the code',
      template: (stack) => {
        const orders = new iam.Role(stack, 'Orders', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        new kms.Key(stack, 'Key').grantDecrypt(orders);
      },
    },
    {
      name: 'there is no condition',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
      template: allowing(''),
    },
    {
      name: 'the condition leaves it to the code',
      template: allowing(`
                  Condition: { 'Null': { lambda:SourceFunctionArn: 'false' } }`),
    },
    {
      name: 'the key policy lets a role use it for whatever it likes',
      at: ['Key/Properties/KeyPolicy/Statement/0/Action'],
      template: keyPolicy('arn:aws:iam::111122223333:role/Orders', ''),
    },
    {
      name: 'the role may encrypt what it likes',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
      template: allowing('').replace('kms:Decrypt', 'kms:Encrypt'),
    },
  ],
  passes: [
    { name: 'the key policy leaves it to the account', template: keyPolicy('arn:aws:iam::111122223333:root', '') },
    {
      name: 'the key policy lets a role use it through S3',
      template: keyPolicy(
        'arn:aws:iam::111122223333:role/Orders',
        `
                  Condition: { StringEquals: { kms:ViaService: s3.eu-west-1.amazonaws.com } }`,
      ),
    },
    {
      name: 'the grant is for what comes through S3',
      template: (stack) => {
        const orders = new iam.Role(stack, 'Orders', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        const throughS3 = new kms.ViaServicePrincipal(`s3.${stack.region}.amazonaws.com`, orders);
        new kms.Key(stack, 'Key').grantDecrypt(throughS3);
      },
    },
    {
      name: 'S3 alone may use it',
      template: allowing(`
                  Condition: { StringEquals: { kms:ViaService: !Sub 's3.\${AWS::Region}.amazonaws.com' } }`),
    },
    {
      name: 'Lambda alone may use it',
      template: allowing(`
                  Condition: { 'Null': { lambda:SourceFunctionArn: 'true' } }`),
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
            Properties:
              PolicyName: orders
              Roles: [orders]
              PolicyDocument: !Ref Document
      `,
    },
  ],
});
