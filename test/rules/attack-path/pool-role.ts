import { aRole } from './pieces';

/** A role that users or guests of the identity pool `Pool` take. */
export function aPoolRole(
  id: string,
  amr: 'authenticated' | 'unauthenticated' | undefined,
  statements: readonly string[],
): string {
  const key = 'cognito-identity.amazonaws.com';
  const signedIn = amr ? `, 'ForAnyValue:StringLike': { '${key}:amr': ${amr} }` : '';
  const condition = `{ StringEquals: { '${key}:aud': !Ref Pool }${signedIn} }`;
  return aRole(id, statements).replace(
    /Statement: .*/,
    `Statement: { Effect: Allow, Action: 'sts:AssumeRoleWithWebIdentity', Principal: { Federated: ${key} }, Condition: ${condition} }`,
  );
}
