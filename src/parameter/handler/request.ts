import { Failure } from './failure';
import { defaultCharacters, type Generation } from './generated-value';

/**
 * What CloudFormation sends, as far as it is read.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html
 */
export interface CloudFormationEvent {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  readonly ResponseURL: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: Readonly<Record<string, unknown>>;
  readonly OldResourceProperties?: Readonly<Record<string, unknown>>;
}

/** What the template says about the parameter. */
export interface WantedParameter {
  readonly name: string;
  readonly keyId: string;
  readonly tier: 'Standard' | 'Advanced';
  readonly description?: string;
  readonly allowedPattern?: string;
  /** Absent where an operator puts the value in. */
  readonly generation?: Generation;
  /** Raised where a new value is wanted. */
  readonly rotation?: number;
}

/** CloudFormation makes a text of every number. */
export function wantedParameter(properties: Readonly<Record<string, unknown>>): WantedParameter {
  const text = (key: string) => (typeof properties[key] === 'string' ? properties[key] : undefined);
  const isGenerated = (text('Source') ?? missing('Source')) === 'generated';
  return {
    name: text('Name') ?? missing('Name'),
    keyId: text('KeyId') ?? missing('KeyId'),
    tier: text('Tier') === 'Advanced' ? 'Advanced' : 'Standard',
    description: text('Description'),
    allowedPattern: text('AllowedPattern'),
    ...(isGenerated && {
      generation: {
        length: wholeNumber('Length', text('Length')),
        characters: charactersOf(text('Characters') ?? defaultCharacters, text('ExcludeCharacters') ?? ''),
      },
      rotation: properties.Rotation === undefined ? undefined : wholeNumber('Rotation', text('Rotation')),
    }),
  };
}

/** Each once, or one that is named twice would be twice as likely. */
export function charactersOf(characters: string, excluded: string): string {
  return [...new Set(characters)].filter((character) => !excluded.includes(character)).join('');
}

function wholeNumber(key: string, text: string | undefined): number {
  if (text === undefined || !/^\d{1,15}$/.test(text)) throw new Failure(`property '${key}' is no whole number`);
  return Number(text);
}

function missing(key: string): never {
  throw new Failure(`property '${key}' is missing`);
}
