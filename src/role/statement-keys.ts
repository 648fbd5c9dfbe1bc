import { Reference, type Stack, Token, Tokenization } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { flatten } from './object-wildcards';

/**
 * A text that is the same for the same resource, and for no other. Its place in the tree is part of it: until references
 * between stacks are written, two resources of two stacks can read alike.
 */
export function resourceKey(stack: Stack, resource: string): string {
  if (!Token.isUnresolved(resource)) return resource;
  const parts = Tokenization.reverseString(resource).mapTokens({
    mapToken: (token) => {
      const text = flatten(stack.resolve(token));
      return Reference.isReference(token) ? `<${text} ${token.target.node.addr}>` : text;
    },
  });
  return String(parts.join({ join: (left, right) => `${String(left)}${String(right)}` }));
}

/** The same for conditions: what is only known later counts as it was given. */
export function conditionsKey(stack: Stack, conditions: unknown): string {
  return `${JSON.stringify(sorted(stack.resolve(conditions)))} ${tokensIn(conditions)}`;
}

/** The same for a statement, with everything that it has. */
export function statementKey(stack: Stack, statement: PolicyStatement): string {
  const json: unknown = statement.toStatementJson();
  return `${JSON.stringify(stack.resolve(json))} ${tokensIn(json)}`;
}

/** Whether there is something that is no text, and that cannot be told from another before it is written. */
export function hasObjectToken(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  return Tokenization.isResolvable(value) || Object.values(value).some(hasObjectToken);
}

function tokensIn(value: unknown): string {
  return Token.isUnresolved(JSON.stringify(value)) ? JSON.stringify(value) : '';
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
