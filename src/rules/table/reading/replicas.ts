import type { Resource, Value } from '../../../template';

/** The kinds of resource that are a table. */
export const tableTypes = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];

/** Where the settings stand that a global table has for each Region, and another table once. */
export function replicasOf(table: Resource): readonly Value[] {
  return table.is('AWS::DynamoDB::GlobalTable') ? table.read('Replicas').items : [table.properties];
}
