import type { LeadingKeys } from './leading-keys';

/**
 * What a write to a table may hand back of the item (`ReturnValues`).
 */
export enum ReturnedItem {
  /** Nothing: who writes reads nothing. */
  NOTHING = 'NOTHING',
  /** The attributes that were written, before or after: what counters need. */
  UPDATED = 'UPDATED',
  /** The whole item. Not together with `attributes`, which it would hand out beside those named. */
  ALL = 'ALL',
}

/**
 * Which items, and what of them, are got.
 */
export interface GetItemOptions {
  /**
   * Whose partition key is this.
   *
   * @default - all items, by key
   */
  readonly leadingKeys?: LeadingKeys;

  /**
   * The names of the top-level attributes. Those of the table's key are added where the table is of this app; for an
   * imported table and for indexes, name them here too.
   *
   * @default - all attributes
   */
  readonly attributes?: string[];
}

/**
 * Which items, and what of them, are read.
 */
export interface ReadItemsOptions extends GetItemOptions {
  /**
   * The names of the indexes that can be queried too.
   *
   * @default - none
   */
  readonly indexes?: string[];
}

/**
 * Which items, and what of them, are written.
 */
export interface WriteItemsOptions {
  /**
   * Whose partition key is this.
   *
   * @default - all items
   */
  readonly leadingKeys?: LeadingKeys;

  /**
   * The names of the top-level attributes that an update may name, also in its condition. Those of the table's key are
   * added where the table is of this app; for an imported table name them here too.
   *
   * @default - all attributes
   */
  readonly attributes?: string[];

  /**
   * What a write may hand back.
   *
   * @default ReturnedItem.NOTHING
   */
  readonly returns?: ReturnedItem;
}

/**
 * Which items are added.
 */
export interface AppendItemsOptions {
  /**
   * Whose partition key is this.
   *
   * @default - any
   */
  readonly leadingKeys?: LeadingKeys;
}

/**
 * Which items are deleted.
 */
export interface DeleteItemsOptions {
  /**
   * Whose partition key is this.
   *
   * @default - all items, by key
   */
  readonly leadingKeys?: LeadingKeys;
}
