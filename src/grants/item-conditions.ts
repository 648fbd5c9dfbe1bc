import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type { LeadingKeys } from './leading-keys';
import type { Conditions } from './limited-grant';

/** What is the same in every condition on items of a table. */
export interface ItemConditions {
  readonly leadingKeys?: LeadingKeys;
  readonly attributes?: readonly string[];
  /** By condition key. */
  readonly also?: Conditions;
}

/**
 * The conditions of a statement about items, or `undefined` where there are none.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
export function itemConditions(
  table: dynamodb.ITable,
  { leadingKeys, attributes, also }: ItemConditions,
): Conditions | undefined {
  const all: Conditions[] = [];
  if (leadingKeys) all.push(leadingKeys._conditions());
  if (attributes) {
    const named = [...new Set([...keyAttributesOf(table), ...attributes])];
    all.push({
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': named },
      Null: { 'dynamodb:Attributes': 'false' },
    });
  }
  if (also) all.push(also);
  return all.length === 0 ? undefined : all.reduce(merged);
}

function merged(left: Conditions, right: Conditions): Conditions {
  const operators = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return Object.fromEntries(operators.map((operator) => [operator, { ...left[operator], ...right[operator] }]));
}

/** Without those of the key DynamoDB answers no request; those of an imported table are not known. */
function keyAttributesOf(table: dynamodb.ITable): readonly string[] {
  const schema: unknown = (table.node.defaultChild as { keySchema?: unknown } | undefined)?.keySchema;
  return Array.isArray(schema)
    ? (schema as { attributeName?: string }[]).flatMap(({ attributeName }) => attributeName ?? [])
    : [];
}
