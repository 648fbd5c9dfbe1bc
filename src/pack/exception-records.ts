import { Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

const EXCEPTION = 'cdk-secure-serverless:exception';

/** What was accepted, as it is kept in the metadata of the construct (and of the cloud assembly). */
export interface ExceptionData {
  readonly rule: string;
  readonly reason: string;
  readonly owner: string;
  readonly expires?: string;
  readonly ticket?: string;
}

/** An exception and where it was made. */
export interface RecordedException extends ExceptionData {
  readonly construct: IConstruct;
}

export function recordException(construct: IConstruct, data: ExceptionData): void {
  construct.node.addMetadata(EXCEPTION, Object.fromEntries(Object.entries(data).filter(([, value]) => value)));
}

/** The exceptions that were made on a construct. */
export function exceptionsOn(construct: IConstruct): RecordedException[] {
  return construct.node.metadata
    .filter(({ type }) => type === EXCEPTION)
    .map(({ data }) => ({ ...(data as ExceptionData), construct }));
}

/** What tells the exceptions apart that one line of code makes in several Stages. */
export function keyInEveryStage({ rule, construct }: RecordedException): string {
  const stage = Stage.of(construct);
  const path = stage ? construct.node.path.slice(stage.node.path.length).replace(/^\//, '') : construct.node.path;
  return JSON.stringify([rule, path]);
}
