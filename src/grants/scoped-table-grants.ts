import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { itemConditions } from './item-conditions';
import { grantLimited, withUseOfKey } from './limited-grant';
import type { Conditions } from './limited-grant';
import { refuseUnlessLiterals } from './literal-text';
import type { ScopedGrantsProps } from './scoped-grants-props';
import type {
  AppendItemsOptions,
  DeleteItemsOptions,
  GetItemOptions,
  ReadItemsOptions,
  WriteItemsOptions,
} from './table-grant-options';
import { ReturnedItem } from './table-grant-options';
import { Refusals } from '../refusals/refusals';

/**
 * Grants on the items of a table: of one tenant, of chosen attributes, without scans, without overwriting.
 *
 * A tutorial's `grantReadWriteData` lets a function that adds one order read and delete the orders of everybody. None of
 * these grants allows to scan, to describe or change the table, or to read its stream; only `deleteItems` deletes. The
 * key of the table is used through DynamoDB, for this table. Works with a `Table`, a `TableV2` and an imported one.
 *
 * What IAM cannot tell: sort keys, filters and the conditions of a write (`ConditionExpression`). A write whose condition
 * fails may hand out the item that is there (`ReturnValuesOnConditionCheckFailure`), which IAM cannot tell either.
 *
 * *Deployment*: transactions (`TransactGetItems`, `TransactWriteItems`) need nothing else; `BatchWriteItem` does, and is not
 * granted, because it deletes too. The grants are for the table of this region, not for replicas. To another account the
 * table's own policy grants the same, on all indexes where it grants to query.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html#dynamodb-encryption-context
 */
export class ScopedTableGrants {
  /**
   * Grants on a table.
   */
  public static fromTable(table: dynamodb.ITable, props: ScopedGrantsProps = {}): ScopedTableGrants {
    return new ScopedTableGrants(table, props.encryptionKey ?? table.encryptionKey);
  }

  private constructor(
    private readonly table: dynamodb.ITable,
    private readonly key?: kms.IKey,
  ) {}

  /**
   * Allows to get one item by its whole key; not several at once, and not to query a partition or to scan.
   *
   * With `attributes` as in `readItems`.
   */
  public getItem(grantee: iam.IGrantable, options: GetItemOptions = {}): iam.Grant {
    return this.read(grantee, ['dynamodb:GetItem'], options);
  }

  /**
   * Allows to get items by key and to query a partition; not to scan.
   *
   * With `attributes` a request has to name those that it wants (`ProjectionExpression`, `Select: SPECIFIC_ATTRIBUTES`), or
   * it is denied; filters and conditions on others are denied as well.
   *
   * With `indexes` and `leadingKeys`, the partition key of the index is compared: an index that is partitioned by
   * something else than the tenant answers with items of all tenants, or with none.
   */
  public readItems(grantee: iam.IGrantable, options: ReadItemsOptions = {}): iam.Grant {
    return this.read(grantee, ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], options);
  }

  /**
   * Allows to put and update items, over those that are there; not to delete them, nor to get what was there.
   *
   * With `attributes` only updates are allowed: putting an item replaces all of its attributes. An update of an item that
   * is not there makes it. Throws for `attributes` together with `ReturnedItem.ALL`.
   */
  public writeItems(grantee: iam.IGrantable, options: WriteItemsOptions = {}): iam.Grant {
    const { leadingKeys, attributes } = options;
    this.refuse(attributes, undefined, options.returns);
    const also = returning(options.returns ?? ReturnedItem.NOTHING);
    return this.grant(
      grantee,
      attributes ? ['dynamodb:UpdateItem'] : ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
      itemConditions(this.table, { leadingKeys, attributes, also }),
    );
  }

  /**
   * Allows to add items whose key is not there yet; not to overwrite, update, delete or read any.
   *
   * IAM cannot require `attribute_not_exists` of `PutItem`, but the `INSERT` of PartiQL refuses a key that exists
   * (`DuplicateItemException`), and is an action of its own. The code calls `ExecuteStatement` (or
   * `BatchExecuteStatement`, `ExecuteTransaction`) with `INSERT INTO "table" VALUE {…}`; `PutItem` is denied.
   *
   * An item that was deleted, by somebody else or by its time to live, can be added again.
   *
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.insert.html
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html
   */
  public appendItems(grantee: iam.IGrantable, options: AppendItemsOptions = {}): iam.Grant {
    return this.grant(grantee, ['dynamodb:PartiQLInsert'], itemConditions(this.table, options));
  }

  /**
   * Allows to delete items by their key; not to get what was in them.
   */
  public deleteItems(grantee: iam.IGrantable, options: DeleteItemsOptions = {}): iam.Grant {
    const { leadingKeys } = options;
    const also = returning(ReturnedItem.NOTHING);
    return this.grant(grantee, ['dynamodb:DeleteItem'], itemConditions(this.table, { leadingKeys, also }));
  }

  private read(grantee: iam.IGrantable, actions: string[], options: ReadItemsOptions): iam.Grant {
    const { indexes, leadingKeys, attributes } = options;
    this.refuse(attributes, indexes);
    const also = attributes && { StringEquals: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' } };
    const conditions = itemConditions(this.table, { leadingKeys, attributes, also });
    const below = indexes?.map((index) => `${this.table.tableArn}/index/${index}`);
    return this.grant(grantee, actions, conditions, below);
  }

  private grant(
    grantee: iam.IGrantable,
    actions: string[],
    conditions: Conditions | undefined,
    below: string[] = [],
  ): iam.Grant {
    const { table } = this;
    const grant = grantLimited({
      grantee,
      actions,
      on: table,
      resourceArns: [table.tableArn, ...below],
      conditions,
      // The policy of a table is part of it, and cannot name it.
      inResourcePolicy: { resources: ['*'], conditions },
    });
    // Reading and writing both decrypt the key of the table, and nothing else; the rest DynamoDB does by grants of its own.
    return withUseOfKey(grant, {
      grantee,
      key: this.key,
      actions: ['kms:Decrypt'],
      service: 'dynamodb',
      of: table,
      encryptionContext: {
        'aws:dynamodb:tableName': table.tableName,
        'aws:dynamodb:subscriberId': table.env.account,
      },
    });
  }

  private refuse(attributes?: readonly string[], indexes?: readonly string[], returns?: ReturnedItem): void {
    const refusals = Refusals.of(this.table);
    refusals.addIf(
      attributes !== undefined && returns === ReturnedItem.ALL,
      "'returns: ReturnedItem.ALL' hands out the attributes that are not among 'attributes'",
      "use 'ReturnedItem.UPDATED', or grant 'readItems' of all attributes",
    );
    if (attributes) {
      refuseUnlessLiterals(refusals, 'attribute', attributes, 'name the attributes that the code asks for');
    }
    if (indexes) refuseUnlessLiterals(refusals, 'index', indexes, 'name the indexes that the code queries');
    refusals.throwIfAny();
  }
}

/** Requests in a transaction do not say what they return: it is nothing. */
function returning(returned: ReturnedItem): Conditions | undefined {
  if (returned === ReturnedItem.ALL) return undefined;
  const values = returned === ReturnedItem.UPDATED ? ['NONE', 'UPDATED_OLD', 'UPDATED_NEW'] : ['NONE'];
  return { StringEqualsIfExists: { 'dynamodb:ReturnValues': values } };
}
