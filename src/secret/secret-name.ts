import type { IConstruct } from 'constructs';
import { Refusals } from '../refusals/refusals';

/** The ends of the variables that say where a secret is. */
const ends = ['PARAMETER_NAME', 'SECRET_ARN'];

/**
 * Refuses a name for a secret that no variable can begin with, or that a secret has already.
 *
 * @param environments what the environment holds, in each branch of a condition
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
export function refuseSecretName(
  fn: IConstruct,
  name: string,
  environments: readonly Readonly<Record<string, unknown>>[],
): void {
  const refusals = Refusals.of(fn);
  refusals.addIf(
    !/^[A-Za-z]\w*$/.test(name) || /^(AWS|LAMBDA)_/.test(name),
    `'${name}' as the name of a secret`,
    "write what the variables begin with that say where it is, such as 'DB_PASSWORD'",
  );
  const taken = ends
    .map((end) => `${name}_${end}`)
    .find((variable) => environments.some((each) => each[variable] !== undefined));
  refusals.addIf(
    taken !== undefined,
    `'${taken ?? ''}' is in the environment already`,
    'give the secret another name, or leave the variable out',
  );
  refusals.throwIfAny();
}
