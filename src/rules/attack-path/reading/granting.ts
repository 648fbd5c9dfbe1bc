import { bucketOfArn } from './bucket-names';
import { isOfAws, managedStatements } from './managed-statements';
import type { Statement } from '../../../iam';
import { isPatternFor } from '../../../iam/broad-patterns';
import { deployedText } from '../../../iam/deployed-text';
import { placedStatements } from '../../../iam/placed-statements';
import type { Term } from '../../../iam/term';
import type { Application, Resource, Value } from '../../../template';
import { onceForResource } from '../../../template/once';

/** One of the resources that a statement names. */
export interface RightOn {
  /** The resource of the application that is named. */
  readonly target?: Resource;
  /** The ARN, with its wildcards. */
  readonly arn: string;
  /** Whether a piece of it is known only after deployment. */
  readonly isOpen?: boolean;
}

/** A statement that may allow something, and what may stand in it. */
export interface Granting {
  readonly statement: Statement;
  /** The actions with their places; one place for all where they are not written out. */
  readonly places: readonly { readonly at: Value; readonly covers: (action: string) => boolean }[];
  readonly resources: readonly RightOn[];
}

/** Every statement of the policies of a role that allows something, and what cannot be read. */
export function grantingOf(role: Resource, app: Application): GrantingStatements {
  return onceForResource(role, findGranting, app);
}

interface GrantingStatements {
  readonly granting: readonly Granting[];
  readonly unread: readonly Value[];
  /** The actions of all statements, as they are written. */
  readonly spelling: string;
}

function findGranting(role: Resource, app: Application): GrantingStatements {
  const unread: Value[] = [];
  const granting: Granting[] = [];
  for (const { document, arn } of app.policiesOf(role)) {
    if (arn) {
      const managed = managedStatements(arn);
      if (managed) granting.push(...managed);
      else if (!isOfAws(arn.text ?? '')) unread.push(arn);
    } else if (document) {
      const { statements, because } = placedStatements(document);
      if (because !== undefined) unread.push(document);
      for (const { statement, at } of statements) {
        if (statement.effect === undefined) unread.push(at.read('Effect'));
        if (statement.effect === 'Allow') granting.push(new WrittenGranting(statement, at));
      }
    }
  }
  return { granting, unread, spelling: granting.map(spellingOf).join('\n') };
}

function spellingOf({ statement: { actions, notActions } }: Granting): string {
  return JSON.stringify([(notActions ?? actions).map(spelled), notActions !== undefined]);
}

/** Of an action that is not known only that: any may be meant. */
function spelled(action: Term): string | null {
  return action.known ?? null;
}

/** A statement that the template holds; of most nobody asks more than the actions. */
class WrittenGranting implements Granting {
  private places_?: Granting['places'];
  private resources_?: Granting['resources'];

  constructor(
    readonly statement: Statement,
    private readonly at: Value,
  ) {}

  get places(): Granting['places'] {
    this.places_ ??= this.findPlaces();
    return this.places_;
  }

  private findPlaces(): Granting['places'] {
    const { statement, at } = this;
    if (statement.notActions) return [{ at: at.read('NotAction'), covers: () => true }];
    return at.read('Action').items.map((item, index) => ({
      at: item,
      covers: (action: string) => mayCoverTerm(statement, index, action),
    }));
  }

  get resources(): Granting['resources'] {
    this.resources_ ??= this.findResources();
    return this.resources_;
  }

  private findResources(): Granting['resources'] {
    const { statement, at } = this;
    const named = at.read('Resource').items;
    const { template } = at.resource;
    const resources = (statement.resources ?? []).map((term, index) => {
      const arn = deployedText(term.toString(), template);
      // Who would refer to a bucket that tells a function of its objects closes a circle, and writes the name instead.
      const target = named[index]?.target ?? bucketOfArn(arn, template.application);
      return { target, arn, isOpen: term.because !== undefined };
    });
    return resources.length > 0 ? resources : [{ arn: '*' }];
  }
}

function mayCoverTerm({ actions }: Statement, index: number, action: string): boolean {
  const pattern = actions[index];
  return pattern !== undefined && (pattern.known === undefined || isPatternFor(pattern, action));
}
