import rule from '../../../src/rules/document-db/docdb-cmk';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no key',
      at: ['Orders/Properties/KmsKeyId'],
      template: `
        Orders:
          Type: AWS::DocDB::DBCluster
          Properties: { StorageEncrypted: true }
      `,
    },
  ],
  passes: [
    {
      name: 'there is a key',
      template: `
        Orders:
          Type: AWS::DocDB::DBCluster
          Properties: { StorageEncrypted: true, KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/a1b2c3 }
      `,
    },
  ],
  unknown: [
    {
      name: 'the key is a parameter',
      at: ['Orders/Properties/KmsKeyId'],
      template: `
        Parameters:
          Key: { Type: String }
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties: { StorageEncrypted: true, KmsKeyId: !Ref Key }
      `,
    },
  ],
});
