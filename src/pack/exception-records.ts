import { Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { CallPlace } from '../facts/call-place';

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
  /** The line that made it. */
  readonly place?: CallPlace;
}

/** Lines of code are for whoever reads the terminal, and not for the cloud assembly. */
const places = new WeakMap<object, CallPlace>();

export function recordException(construct: IConstruct, data: ExceptionData, place: CallPlace): void {
  const kept = Object.fromEntries(Object.entries(data).filter(([, value]) => value));
  places.set(kept, place);
  construct.node.addMetadata(EXCEPTION, kept);
}

/** The exceptions that were made on a construct. */
export function exceptionsOn(construct: IConstruct): RecordedException[] {
  return construct.node.metadata
    .filter(({ type }) => type === EXCEPTION)
    .map(({ data }) => ({ ...(data as ExceptionData), construct, place: places.get(data as object) }));
}

/** What tells the exceptions apart that one line of code makes in several Stages. */
export function keyInEveryStage({ rule, construct }: RecordedException): string {
  const stage = Stage.of(construct);
  const path = stage ? construct.node.path.slice(stage.node.path.length).replace(/^\//, '') : construct.node.path;
  return JSON.stringify([rule, path]);
}
