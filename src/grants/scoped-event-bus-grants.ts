import type * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import { refuseUnlessLiteral, refuseUnlessLiterals } from './literal-text';
import { Refusals } from '../refusals/refusals';

/**
 * Which events are put.
 */
export interface PutEventsOptions {
  /**
   * The source that they say they are from: `com.example.orders`.
   */
  readonly source: string;

  /**
   * Their detail types: `OrderPlaced`.
   *
   * @default - any of the source
   */
  readonly detailTypes?: string[];
}

/**
 * Grants on an event bus that allow to put the events of one source.
 *
 * Rules believe the source that an event says it is from. A function that may put any event can be made to place an order
 * in the name of the shop. Works with an `EventBus`, the default bus and an imported one; for roles and users.
 */
export class ScopedEventBusGrants {
  /**
   * Grants on an event bus.
   */
  public static fromEventBus(eventBus: events.IEventBus): ScopedEventBusGrants {
    return new ScopedEventBusGrants(eventBus);
  }

  private constructor(private readonly eventBus: events.IEventBus) {}

  /**
   * Allows to put events of this source, and of these detail types; not of others, and not to change rules.
   *
   * A request is denied as a whole when one of its entries is of another source. Who put an event is not part of it:
   * consumers know its source as far as nobody else may put it, so look at `events:PutEvents` of the others too.
   *
   * Throws for a source of AWS (`aws.`), which nobody else can put, and for one that is empty, a token, or has `*`, `?` or
   * `${…}`.
   *
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-conditions.html
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-permissions-manage.html
   */
  public putEvents(grantee: iam.IGrantable, options: PutEventsOptions): iam.Grant {
    const { source, detailTypes } = options;
    this.refuse(source, detailTypes);
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['events:PutEvents'],
      resourceArns: [this.eventBus.eventBusArn],
      // `StringEquals` wants one that is as wanted, `ForAllValues` none that is not: it alone would hold without any.
      conditions: {
        StringEquals: { 'events:source': source, ...(detailTypes && { 'events:detail-type': detailTypes }) },
        'ForAllValues:StringEquals': {
          'events:source': [source],
          ...(detailTypes && { 'events:detail-type': detailTypes }),
        },
      },
    });
  }

  private refuse(source: string, detailTypes: readonly string[] | undefined): void {
    const refusals = Refusals.of(this.eventBus);
    refuseUnlessLiteral(refusals, 'source', source, "write it, such as 'com.example.orders'");
    refusals.addIf(
      source.startsWith('aws.'),
      `the source '${source}' is one of AWS, which nobody else can put`,
      "write a source of your own, such as 'com.example.orders'",
    );
    if (detailTypes) {
      refuseUnlessLiterals(refusals, 'detail type', detailTypes, "name them, such as 'OrderPlaced'");
    }
    refusals.throwIfAny();
  }
}
