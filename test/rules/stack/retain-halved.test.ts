import { CfnDeletionPolicy } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import rule from '../../../src/rules/stack/retain-halved';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'an L1 says what becomes of the table with its stack only',
      at: ['Orders/UpdateReplacePolicy'],
      template: (stack) => {
        const orders = new dynamodb.CfnTable(stack, 'Orders', {
          keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
          attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }],
        });
        orders.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN;
      },
    },
    {
      name: 'the stack takes what a replacement leaves',
      at: ['Password/DeletionPolicy'],
      template: `
        Password: { Type: 'AWS::SecretsManager::Secret', DeletionPolicy: Delete, UpdateReplacePolicy: Retain }
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 sets both',
      template: (stack) =>
        new dynamodb.TableV2(stack, 'Orders', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }),
    },
    { name: 'nothing is kept', template: "Password: { Type: 'AWS::SecretsManager::Secret' }" },
    {
      name: 'it is kept, unless its creation is rolled back',
      template: `
        Password:
          Type: AWS::SecretsManager::Secret
          DeletionPolicy: RetainExceptOnCreate
          UpdateReplacePolicy: Retain
      `,
    },
  ],
});
