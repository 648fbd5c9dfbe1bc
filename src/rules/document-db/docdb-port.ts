import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'docdb-port',
  severity: 'low',
  strict: true,
  title: 'the cluster listens where everybody expects it',
  why: 'Scanners inside of the network try the port of MongoDB first. Another port is found later, which is all that it does.',
  serviceDefault:
    'A cluster without `Port` listens on 27017 (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-docdb-dbcluster.html).',
  fix: 'set another `Port`',
  references: { cwe: ['CWE-1188'] },
  appliesTo: 'AWS::DocDB::DBCluster',
  check: (cluster) => demand(cluster.read('Port'), (port) => !port.isAbsent && !port.is(27017), 'another port'),
});
