import { onceForEach } from './once';
import { PolicyDocument } from './policy-document';
import type { Statement } from './statement';
import { Text } from '../template/resolved';
import type { Resolved } from '../template/resolved';
import { Value } from '../template/value';

/** A statement of a policy, and where in the template it stands. */
export interface PlacedStatement {
  readonly statement: Statement;
  readonly at: Value;
}

/** The statements of a policy document with their places. */
export interface PlacedStatements {
  readonly statements: readonly PlacedStatement[];
  /** Why the policy may say more than its statements; `undefined` where it is all there. */
  readonly because: string | undefined;
}

/**
 * Reads the policy that a property holds, as an object or as JSON text; a policy that is absent says nothing.
 */
export function placedStatements(property: Value): PlacedStatements {
  if (property.isAbsent) return { statements: [], because: undefined };
  return onceForEach(property, readStatements);
}

function readStatements(property: Value): PlacedStatements {
  const document = parsed(property);
  const { statements, because } = PolicyDocument.of(document.resolved);
  const places = document.read('Statement').items;
  return {
    statements: statements.map((statement) => ({ statement, at: places[statement.index] })),
    because,
  };
}

/** JSON text with references in it, as `Fn::Sub` and the CDK write it, with `${…}` where they stand. */
function parsed(property: Value): Value {
  const { resolved, text } = property;
  if (!(resolved instanceof Text || typeof resolved === 'string') || !text?.trimStart().startsWith('{')) {
    return property;
  }
  try {
    const json = JSON.parse(text) as Resolved;
    return Value.at(property.resource, property.path, () => json);
  } catch {
    return property;
  }
}
