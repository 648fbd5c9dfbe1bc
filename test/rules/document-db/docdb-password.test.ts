import rule from '../../../src/rules/document-db/docdb-password';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it is written',
      at: ['Orders/Properties/MasterUserPassword'],
      template: `
        Orders:
          Type: AWS::DocDB::DBCluster
          Properties: { MasterUsername: admin, MasterUserPassword: correct-horse-battery }
      `,
    },
    {
      name: 'it is the default of a parameter',
      template: `
        Parameters:
          Password: { Type: String, NoEcho: true, Default: correct-horse-battery }
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties: { MasterUsername: admin, MasterUserPassword: !Ref Password }
      `,
    },
    {
      name: 'CloudFormation shows the parameter',
      at: ['Cluster/Properties/MasterUserPassword'],
      template: `
        Parameters:
          Password: { Type: String }
        Resources:
          Cluster:
            Type: AWS::DocDB::DBCluster
            Properties: { MasterUsername: admin1, MasterUserPassword: !Ref Password }
      `,
    },
  ],
  passes: [
    {
      name: 'Secrets Manager has it',
      template: `
        Orders:
          Type: AWS::DocDB::DBCluster
          Properties: { MasterUsername: admin, MasterUserPassword: '{{resolve:secretsmanager:orders:SecretString:password}}' }
      `,
    },
  ],
});
