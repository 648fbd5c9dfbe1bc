import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/policy/policy-condition-empty';
import { ruleExamples } from '../rule-examples';

const statement = (condition: string) => `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - { Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders/*', Condition: ${condition} }
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'an override took the value away',
      at: ['OrdersPolicy/Properties/PolicyDocument/Statement/0/Condition/Bool/aws:SecureTransport'],
      template: (stack) => {
        const orders = new Bucket(stack, 'Orders', { enforceSSL: true });
        const policy = orders.policy?.node.defaultChild as s3.CfnBucketPolicy;
        policy.addPropertyOverride('PolicyDocument.Statement.0.Condition.Bool.aws:SecureTransport', []);
      },
    },
    {
      name: 'no key is named',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Condition'],
      template: statement('{}'),
    },
    {
      name: 'no value is named',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Condition/StringEquals/aws:SourceVpce'],
      template: statement("{ StringEquals: { 'aws:SourceVpce': [] } }"),
    },
    {
      name: 'one of two operators has nothing to compare',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Condition/StringEquals'],
      template: statement("{ StringEquals: {}, Bool: { 'aws:SecureTransport': 'true' } }"),
    },
  ],
  passes: [
    {
      name: 'the condition says what it is for',
      template: (stack) => new Bucket(stack, 'Orders', { enforceSSL: true }),
    },
    { name: 'a value is named', template: statement("{ StringEquals: { 'aws:SourceVpce': [vpce-1] } }") },
    { name: 'there is none', template: statement('!Ref AWS::NoValue') },
    {
      name: 'the policy is a parameter, which others ask about',
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
