import type { Resource } from './resource';

/**
 * A piece of a template after its intrinsic functions were worked out as far as they can be.
 *
 * Plain JSON stays plain JSON; only what is not decided by the template itself
 * becomes an instance of one of the classes below.
 */
export type Resolved =
  | null
  | boolean
  | number
  | string
  | Reference
  | Text
  | Unknown
  | Alternatives
  | readonly Resolved[]
  | { readonly [key: string]: Resolved };

/**
 * A resource of the application, or one of its attributes, whose value only exists after deployment.
 */
export class Reference {
  constructor(
    readonly resource: Resource,
    /** `Ref`, or the attribute as `Fn::GetAtt` names it, for example `Arn`. */
    readonly attribute: string,
  ) {}

  toString(): string {
    return `\${${this.resource.logicalId}${this.attribute === 'Ref' ? '' : `.${this.attribute}`}}`;
  }
}

/**
 * A value that nobody can know before deployment.
 */
export class Unknown {
  constructor(
    /** Why, as the end of a sentence: `parameter "Stage" has no default`. */
    readonly because: string,
    /** What stands in the template, short, for a message: `${Stage}`. */
    readonly text: string,
    /** What it may be, where the template limits that. */
    readonly pattern?: RegExp,
  ) {}

  couldBe(text: string): boolean {
    return this.pattern?.test(text) ?? true;
  }

  toString(): string {
    return this.text;
  }
}

/**
 * A string of which some pieces are references or unknown; a string without such pieces is a plain string.
 */
export class Text {
  constructor(readonly parts: readonly (string | Reference | Unknown)[]) {}

  toString(): string {
    return this.parts.join('');
  }
}

/**
 * One of several values, depending on a condition or on a parameter with allowed values.
 */
export class Alternatives {
  constructor(readonly branches: readonly Branch[]) {}
}

/** One value of {@link Alternatives}, and when it is the one. */
export interface Branch {
  /** For a message: `condition "IsProduction" is true`. */
  readonly when: string;
  /** `undefined` where the branch is `AWS::NoValue`. */
  readonly value: Resolved | undefined;
}
