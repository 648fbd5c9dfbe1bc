import { refuseUnlessLiteral, refuseUnlessPrefix } from './literal-text';
import { Refusals } from '../refusals/refusals';

/** What a beginning of a partition key ends with, so that no other tenant's key begins the same. */
const separators = '#:/|_-.=';

/**
 * What stands around a tag in a partition key.
 */
export interface LeadingKeysOfTagOptions {
  /**
   * What stands before it: `TENANT#`.
   *
   * @default - nothing
   */
  readonly prefix?: string;

  /**
   * What separates it from what follows, which may be anything: `#`.
   *
   * @default - nothing follows
   */
  readonly separator?: string;
}

/**
 * Which items of a table: those whose partition key is one value, or begins with one.
 *
 * Items of one tenant need not be told apart by the code, which may be tricked, where DynamoDB does it.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
export class LeadingKeys {
  /**
   * Items with exactly this partition key: `STATS`, `TENANT#42`. Numbers are written as text.
   */
  public static of(value: string): LeadingKeys {
    const refusals = new Refusals('LeadingKeys.of');
    refuseUnlessLiteral(refusals, 'partition key', value, "write the key, such as 'TENANT#42'");
    refusals.throwIfAny();
    return new LeadingKeys('StringEquals', value);
  }

  /**
   * Items whose partition key begins with this: `AUTHOR#`.
   *
   * Throws where it does not end with a separator (`TENANT#4` is also the beginning of `TENANT#42`).
   */
  public static startingWith(prefix: string): LeadingKeys {
    const refusals = new Refusals('LeadingKeys.startingWith');
    refuseUnlessPrefix(refusals, 'beginning', prefix, separators);
    refusals.throwIfAny();
    return new LeadingKeys('StringLike', `${prefix}*`);
  }

  /**
   * Items of the tenant that the principal has as a tag: of its role, or of the session that was assumed for one tenant.
   *
   * A principal without the tag gets nothing. Who can tag the role, or choose the tags of its session, chooses the tenant:
   * the trust policy of the role decides who may call `sts:TagSession`. A Lambda function runs with the tags of its role.
   *
   * @param tag the name of the tag: `tenant`
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
   */
  public static ofPrincipalTag(tag: string, options: LeadingKeysOfTagOptions = {}): LeadingKeys {
    const refusals = new Refusals('LeadingKeys.ofPrincipalTag');
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules_creating
    refusals.addIf(
      !/^[\w .:/=+@-]{1,128}$/.test(tag),
      `'${tag}' is not the name of a tag`,
      "write letters, digits and '_.:/=+-@', such as 'tenant'",
    );
    const { prefix, separator } = options;
    if (prefix !== undefined) refuseUnlessLiteral(refusals, 'prefix', prefix, "write it, such as 'TENANT#'");
    if (separator !== undefined) refuseUnlessPrefix(refusals, 'separator', separator, separators);
    refusals.throwIfAny();
    const value = `${prefix ?? ''}\${aws:PrincipalTag/${tag}}`;
    return separator === undefined
      ? new LeadingKeys('StringEquals', value)
      : new LeadingKeys('StringLike', `${value}${separator}*`);
  }

  private constructor(
    private readonly operator: 'StringEquals' | 'StringLike',
    private readonly value: string,
  ) {}

  /**
   * The condition. `ForAllValues` alone would hold for a request that names no key.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
   *
   * @internal
   */
  public _conditions(): Record<string, Record<string, unknown>> {
    return {
      [`ForAllValues:${this.operator}`]: { 'dynamodb:LeadingKeys': [this.value] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    };
  }
}
