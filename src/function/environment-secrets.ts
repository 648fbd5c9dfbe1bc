import { CfnParameter, Reference, Stack, Token, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { branchesOf } from '../enforced/branches';
import { findSecret, inWords } from '../facts/secrets';
import type { Refusals } from '../refusals/refusals';

/** The variables that somebody declared not to be secrets, by name, with the reason. */
export type DeclaredInnocent = ReadonlyMap<string, string>;

/** What to write where a variable holds a secret. */
export function insteadOfSecret(name: string): string {
  return `write 'secrets: { ${name}: FunctionSecret.secretsManager(secret) }' and read it when the code runs; if it is no secret, say what it is in 'notSecrets: { ${name}: … }'`;
}

/**
 * Refuses values that would stand in the template, in the console and in every crash report: secrets as they are, and
 * references that CloudFormation resolves to the secret.
 */
export function refuseSecrets(
  scope: IConstruct,
  variables: Readonly<Record<string, unknown>>,
  declared: DeclaredInnocent,
  refusals: Refusals,
): void {
  for (const [name, value] of Object.entries(variables)) {
    const because = secretIn(scope, name, value);
    refusals.addIf(
      because !== undefined && !declared.has(name),
      `'${name}' of the environment ${because ?? ''}`,
      insteadOfSecret(name),
    );
  }
}

/** Why the value is, or looks like, a secret; never with the value in it. */
export function secretIn(scope: IConstruct, name: string, value: unknown): string | undefined {
  const stack = Stack.of(scope);
  const written = typeof value === 'string' && Token.isUnresolved(value) ? resolved(stack, value) : value;
  const isHidden = (typeof value === 'string' && hasHiddenParameter(value)) || namesHiddenParameter(stack, written);
  if (isHidden) return 'is a parameter with NoEcho';
  return branchesOf(stack, written)
    .map((branch) => secretInResolved(name, branch))
    .find((because) => because !== undefined);
}

function secretInResolved(name: string, value: unknown): string | undefined {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  if (/\{\{resolve:(secretsmanager|ssm-secure):/.test(text)) return 'is a secret that CloudFormation writes out';
  if (typeof value !== 'string') return undefined;
  const found = findSecret(name, value);
  return found && `looks like ${inWords(found)}`;
}

/** What is known only later is judged again when the template is written. */
function resolved(stack: Stack, value: string): unknown {
  try {
    return stack.resolve(value) as unknown;
  } catch {
    return undefined;
  }
}

function hasHiddenParameter(value: string): boolean {
  return Tokenization.reverseString(value).tokens.some(
    (token) => Reference.isReference(token) && token.target instanceof CfnParameter && token.target.noEcho,
  );
}

/** By its logical id: `{ Ref: 'Password' }`, `{ 'Fn::Sub': '${Password}' }`. */
function namesHiddenParameter(stack: Stack, written: unknown): boolean {
  if (typeof written !== 'object' || written === null) return false;
  const text = JSON.stringify(written);
  return stack.node.children
    .filter((child): child is CfnParameter => child instanceof CfnParameter && child.noEcho)
    .map((parameter) => String(stack.resolve(parameter.logicalId)))
    .some((id) => text.includes(`"Ref":"${id}"`) || text.includes(`\${${id}}`));
}
