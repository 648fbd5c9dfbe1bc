import { readFileSync } from 'node:fs';
import * as ts from 'typescript';
import { dedent } from '../../test/rules/rule-examples';

/**
 * The code of the examples in a rule's test, by their names, as it stands there: what is printed is what is tested.
 */
export function exampleSources(test: string): ReadonlyMap<string, string> {
  const file = ts.createSourceFile(test, readFileSync(test, 'utf8'), ts.ScriptTarget.Latest, true);
  const sources = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const name = initializerOf(node, 'name');
      const template = initializerOf(node, 'template');
      if (name && template && ts.isStringLiteralLike(name) && ts.isArrowFunction(template)) {
        sources.set(name.text, bodyOf(template, file));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return sources;
}

function initializerOf(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  return node.properties.find(
    (property): property is ts.PropertyAssignment =>
      ts.isPropertyAssignment(property) && property.name.getText() === name,
  )?.initializer;
}

function bodyOf({ body }: ts.ArrowFunction, file: ts.SourceFile): string {
  if (!ts.isBlock(body)) return `${withIndentation(body, file)};`;
  const { statements } = body;
  return dedent(file.text.slice(startOfLine(statements[0].getStart(file, true), file), statements.end));
}

/** A node with the white space before it in its line, so that all of its lines are indented alike. */
function withIndentation(node: ts.Node, file: ts.SourceFile): string {
  const start = node.getStart(file);
  const line = file.text.slice(startOfLine(start, file), start);
  return dedent(`${' '.repeat(line.search(/\S|$/))}${file.text.slice(start, node.end)}`);
}

function startOfLine(position: number, file: ts.SourceFile): number {
  return file.text.lastIndexOf('\n', position - 1) + 1;
}
