import * as iam from 'aws-cdk-lib/aws-iam';
import rule from '../../../src/rules/policy/policy-version';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'an L1 forgets the version, with which the variable is text',
      template: (stack) => {
        new iam.CfnManagedPolicy(stack, 'HomeFolder', {
          policyDocument: {
            Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::homes/${aws:username}/*' }],
          },
        });
      },
    },
    {
      name: 'it is the old one',
      at: ['OrdersPolicy/Properties/PolicyDocument/Version'],
      template: `
        OrdersPolicy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [orders]
            PolicyDocument:
              Version: '2008-10-17'
              Statement: []
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 writes it',
      template: (stack) => {
        new iam.ManagedPolicy(stack, 'HomeFolder', {
          statements: [
            new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::homes/${aws:username}/*'] }),
          ],
        });
      },
    },
  ],
  unknown: [
    {
      name: 'the version is a parameter without a default',
      at: ['OrdersPolicy/Properties/PolicyDocument/Version'],
      template: `
        Parameters:
          Version: {Type: String}
        Resources:
          OrdersPolicy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [orders]
              PolicyDocument:
                Version: !Ref Version
                Statement: []
      `,
    },
  ],
});
