import type { IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { resourceTexts } from './object-wildcards';
import { CallPlace } from '../facts/call-place';
import { matchesWildcards } from '../facts/wildcards';

interface Granted {
  readonly place: CallPlace;
  readonly statements: readonly PolicyStatement[];
}

const GRANTED = Symbol.for('cdk-secure-serverless.grant-places');

type Holder = Record<symbol, Granted[] | undefined>;

/**
 * Notes which line of the user's code added statements to a role.
 *
 * Not where the app asks the CDK for no stack traces (`aws:cdk:disable-stack-trace`).
 *
 * @param below the function that was called for it
 */
export function notePlace(
  role: IRole,
  statements: readonly PolicyStatement[],
  below: (...args: never[]) => unknown,
): void {
  if (role.node.tryGetContext('aws:cdk:disable-stack-trace')) return;
  const holder = role as unknown as Holder;
  if (!holder[GRANTED]) Object.defineProperty(role, GRANTED, { value: [], enumerable: false });
  holder[GRANTED]!.push({ place: new CallPlace(below), statements });
}

/**
 * The lines that granted a role one of the actions on one of the resources; several where statements were merged.
 *
 * @param resources as texts of the template; `undefined` for any
 */
export function placesOf(
  role: IRole,
  actions: readonly string[],
  resources: readonly string[] | undefined,
): readonly string[] {
  const granted = (role as unknown as Holder)[GRANTED] ?? [];
  const grants = granted.filter(({ statements }) =>
    statements.some((one) => one.actions.some((action) => actions.includes(action))),
  );
  const isOn = ({ statements }: Granted) =>
    statements.some((one) => resourceTexts(role, one).some((resource) => isAmong(resource, resources)));
  const exact = grants.filter(isOn);
  // A resource of another stack may be called otherwise in the template than when it was granted.
  const places = (exact.length > 0 ? exact : grants).flatMap(({ place }) => place.text ?? []);
  return [...new Set(places)];
}

function isAmong(resource: string, resources: readonly string[] | undefined): boolean {
  return resources === undefined || resources.some((other) => other === resource || matchesWildcards(other, resource));
}
