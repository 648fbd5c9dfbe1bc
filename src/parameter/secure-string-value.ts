import { Token } from 'aws-cdk-lib';
import { defaultCharacters } from './handler/generated-value';
import { charactersOf } from './handler/request';
import type { Refusals } from '../refusals/refusals';

/** A standard parameter has at most 4 KB, and the characters are one byte each. */
const longestValue = 4096;
const defaultLength = 32;
/** What NIST asks of a random key; nobody types this one. */
const leastBits = 128;

/**
 * How a value is generated.
 */
export interface GeneratedValueOptions {
  /**
   * How many characters the value has, up to 4,096.
   *
   * @default 32
   */
  readonly length?: number;

  /**
   * What the value is made of: printable ASCII without curly brackets, which SSM does not take in pairs.
   *
   * @default - letters and digits, which need no escaping anywhere
   */
  readonly characters?: string;

  /**
   * Which of these to leave out.
   *
   * @default - none
   */
  readonly excludeCharacters?: string;

  /**
   * Raise it, and the next deployment makes a new value.
   *
   * A whole number, such as 2, or 20261122 for a day. Each number makes one value, however often the deployment is
   * tried: where it is rolled back the new value stays, and is not made again, because a value that had to go should
   * not come back. A lower number makes none. Other changes of these options wait for it.
   *
   * @default - the value of the creation stays
   */
  readonly rotation?: number;
}

/**
 * Where the value of a parameter comes from. It is never in the app.
 */
export class SecureStringValue {
  /**
   * Made at random while the parameter is deployed.
   *
   * Throws where somebody could guess it: less than 128 bits, 22 letters and digits.
   */
  public static generated(options: GeneratedValueOptions = {}): SecureStringValue {
    return new SecureStringValue(options);
  }

  /**
   * Put in later by a person or another system, and never overwritten by a deployment.
   *
   * Until then the parameter holds `SecureStringParameter.PLACEHOLDER`.
   */
  public static putByOperator(): SecureStringValue {
    return new SecureStringValue();
  }

  private constructor(private readonly generation?: GeneratedValueOptions) {}

  /** @internal */
  public get _isGenerated(): boolean {
    return this.generation !== undefined;
  }

  /** @internal */
  public get _isRotated(): boolean {
    return this.generation?.rotation !== undefined;
  }

  /**
   * As the function that makes the parameter reads it.
   *
   * @internal
   */
  public get _properties(): Record<string, unknown> {
    if (!this.generation) return { Source: 'operator' };
    const { length = defaultLength, characters, excludeCharacters, rotation } = this.generation;
    return {
      Source: 'generated',
      Length: length,
      Characters: characters,
      ExcludeCharacters: excludeCharacters,
      Rotation: rotation,
    };
  }

  /** @internal */
  public _refuse(refusals: Refusals): void {
    if (!this.generation) return;
    const { length = defaultLength, characters, excludeCharacters, rotation } = this.generation;
    const isRead = ![length, characters, excludeCharacters].some((option) => Token.isUnresolved(option));
    refusals.addIf(!isRead, 'a token in the options of the value', 'write what it is made of');
    if (isRead) {
      this.refuseWeakness(refusals, length, charactersOf(characters ?? defaultCharacters, excludeCharacters ?? ''));
    }
    refusals.addIf(
      rotation !== undefined &&
        !Token.isUnresolved(rotation) &&
        !(Number.isSafeInteger(rotation) && rotation >= 0 && rotation < 1e15),
      `'rotation: ${rotation}'`,
      'write a whole number, and a higher one for a new value',
    );
  }

  private refuseWeakness(refusals: Refusals, length: number, characters: string): void {
    refusals.addIf(
      !/^[ -z|~]*$/.test(characters),
      "'characters' that are not printable ASCII, or curly brackets",
      'leave them out',
    );
    refusals.addIf(
      !Number.isInteger(length) || length > longestValue,
      `'length: ${length}' of the value`,
      `write a whole number up to ${longestValue}`,
    );
    const least = Math.ceil(leastBits / Math.log2(characters.length));
    refusals.addIf(
      characters.length < 2 || length < least,
      `a value of ${length} out of ${characters.length} characters can be guessed`,
      characters.length < 2 ? 'use more characters' : `use at least ${least} of them, or more different ones`,
    );
  }
}
