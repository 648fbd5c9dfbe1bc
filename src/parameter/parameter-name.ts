import { createHash } from 'node:crypto';
import { Names, Stack, Token } from 'aws-cdk-lib';
import { Construct, type IConstruct } from 'constructs';
import type { Refusals } from '../refusals/refusals';

/**
 * The ARN before the name counts too, and is longest in `us-gov-west-1`; `.next` is the name while a value is rotated.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-parameter-name-constraints.html
 */
const longestName = 1011 - 'arn:aws-us-gov:ssm:us-gov-west-1:111122223333:parameter/'.length - '.next'.length;
const deepest = 15;

/**
 * A name that no other parameter of the account and region has, as long as nobody else chooses it: the path, as of a
 * construct that stands there for a moment, because other accounts and regions only know a name that the construct is
 * made with.
 */
export function uniqueName(scope: Construct, id: string): string {
  const construct = new Construct(scope, id);
  const name = Names.uniqueResourceName(construct, { maxLength: 255, separator: '-' });
  scope.node.tryRemoveChild(id);
  return isReserved(name) ? `secure-${name}` : name;
}

/** Where the name cannot be read, whether it begins with a slash has to be said. */
export function isSimpleName(name: string, simpleName: boolean | undefined): boolean {
  return Token.isUnresolved(name) ? simpleName === true : !name.startsWith('/');
}

/** A name with a leading slash and the same name without one are one parameter to SSM if there is no other slash. */
export function parameterArnOf(construct: IConstruct, name: string, simpleName: boolean | undefined): string {
  return Stack.of(construct).formatArn({
    service: 'ssm',
    resource: isSimpleName(name, simpleName) ? `parameter/${name}` : `parameter${name}`,
  });
}

/** Something short that differs where the names do, tokens included. */
export function fingerprintOf(construct: IConstruct, name: string): string {
  const text = JSON.stringify(Stack.of(construct).resolve(name));
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

export function refuseName(refusals: Refusals, name: string | undefined, simpleName: boolean | undefined): void {
  if (name === undefined) return;
  if (Token.isUnresolved(name)) {
    refusals.addIf(
      simpleName === undefined,
      "'parameterName' is a token",
      "say in 'simpleName' whether it will be without slashes, the ARN depends on it",
    );
    return;
  }
  const refuse = (condition: boolean, why: string, instead: string) =>
    refusals.addIf(
      condition,
      `'parameterName: ${name.length > 80 ? `${name.slice(0, 77)}...` : name}' ${why}`,
      instead,
    );
  refuse(!/^[\w./-]+$/.test(name), 'has characters that SSM does not take', 'use letters, digits and _.-/');
  refuse(isReserved(name), 'begins as only names of AWS do', "begin with something else than 'aws' or 'ssm'");
  refuse(
    name.includes('/') && !/^(\/[^/]+)+$/.test(name),
    'is no path',
    "begin each level with one slash: '/orders/db-password'",
  );
  refuse(name.split('/').length - 1 > deepest, `has more than ${deepest} levels`, 'use fewer');
  refuse(name.length > longestName, 'is longer than SSM takes', `use at most ${longestName} characters`);
  refuse(
    simpleName !== undefined && simpleName === name.startsWith('/'),
    `is not what 'simpleName: ${simpleName}' says`,
    "leave 'simpleName' out",
  );
}

function isReserved(name: string): boolean {
  return /^\/?(aws|ssm)/i.test(name);
}
