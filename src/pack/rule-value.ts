import type { RuleResource } from './rule-resource';
import type { Resource, Value } from '../template';

/**
 * What reading a property gives.
 */
export enum RuleValueState {
  /** Not in the template, `null`, or `AWS::NoValue`. */
  ABSENT = 'absent',
  /** A text, number, boolean, list or object of the template itself. */
  KNOWN = 'known',
  /** A resource of the application or an attribute of it, alone or as a piece of a text. */
  REFERENCE = 'reference',
  /** Only known after deployment, for example a parameter without default. */
  UNKNOWN = 'unknown',
}

/**
 * A property of the final template, with its intrinsic functions worked out.
 */
export class RuleValue {
  /**
   * @internal
   */
  public static _of(value: Value, wrap: (resource: Resource) => RuleResource): RuleValue {
    return new RuleValue(value, wrap);
  }

  private constructor(
    private readonly value: Value,
    private readonly wrap: (resource: Resource) => RuleResource,
  ) {}

  /** Absent, known, a reference or unknown. */
  public get state(): RuleValueState {
    if (this.value.isAbsent) return RuleValueState.ABSENT;
    if (this.value.isUnknown) return RuleValueState.UNKNOWN;
    return this.value.isReference ? RuleValueState.REFERENCE : RuleValueState.KNOWN;
  }

  /**
   * The value as plain JSON (texts, numbers, booleans, lists, objects): references and what is unknown stand in it as text, `${Queue.Arn}`.
   *
   * Nothing where it is absent.
   */
  public get json(): any {
    const { isAbsent, scalar, text } = this.value;
    if (isAbsent) return undefined;
    return scalar ?? text ?? (JSON.parse(this.value.toString()) as unknown);
  }

  /**
   * The value as text, where it is one, a number or a boolean; references and unknown pieces as `${Queue.Arn}`.
   */
  public get text(): string | undefined {
    return this.value.text;
  }

  /** Why it is unknown. */
  public get because(): string | undefined {
    return this.value.because;
  }

  /** The elements of a list; a single thing counts as a list of one. */
  public get items(): RuleValue[] {
    return this.value.items.map((item) => new RuleValue(item, this.wrap));
  }

  /** The resources of the application that it refers to. */
  public get targets(): RuleResource[] {
    return this.value.targets.map((target) => this.wrap(target));
  }

  /**
   * Reads below it; below something absent all is absent, below something unknown all is unknown.
   *
   * @param path for example `VpcConfig.SubnetIds`
   */
  public read(path: string): RuleValue {
    return new RuleValue(this.value.read(path), this.wrap);
  }
}
