import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import rule from '../../../src/rules/key/kms-any-key';
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

const throughS3 = 'Condition: { StringEquals: { kms:ViaService: s3.eu-west-1.amazonaws.com } }';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'what comes through S3 may use any key',
      at: ['OrdersDefaultPolicy/Properties/PolicyDocument/Statement/0/Action/0'],
      template: (stack) => {
        const orders = new iam.Role(stack, 'Orders', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        orders.addToPolicy(
          new iam.PolicyStatement({
            actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
            resources: ['*'],
            conditions: { StringEquals: { 'kms:ViaService': `s3.${stack.region}.amazonaws.com` } },
          }),
        );
      },
    },
    {
      name: 'the resource is every key of a region',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
      template: allowing(`Resource: 'arn:aws:kms:eu-west-1:111122223333:key/*'
                  ${throughS3}`),
    },
    {
      name: 'an alias of that name may be one of another account',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
      template: allowing(`Resource: '*'
                  Condition: { 'ForAnyValue:StringEquals': { kms:ResourceAliases: alias/orders } }`),
    },
    {
      name: 'an alias with a wildcard is many',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
      template: allowing(`Resource: 'arn:aws:kms:eu-west-1:111122223333:key/*'
                  Condition: { 'ForAnyValue:StringLike': { kms:ResourceAliases: 'alias/*' } }`),
    },
  ],
  passes: [
    {
      name: 'the condition names the key by its alias, as the CDK does for one that is imported so',
      template: (stack) => {
        stack.node.setContext('@aws-cdk/aws-kms:applyImportedAliasPermissionsToPrincipal', true);
        const orders = new iam.Role(stack, 'Orders', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        kms.Alias.fromAliasName(stack, 'Alias', 'alias/aws/sns').grantDecrypt(orders);
      },
    },
    {
      name: 'the grant names the key',
      template: (stack) => {
        const orders = new iam.Role(stack, 'Orders', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        new kms.Key(stack, 'Key').grantDecrypt(orders);
      },
    },
    {
      name: 'the resource is one key',
      template: allowing(`Resource: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
                  ${throughS3}`),
    },
    { name: 'without a condition it is the matter of `kms-decrypt-all`', template: allowing("Resource: '*'") },
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
