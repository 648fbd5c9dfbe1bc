import { CfnResource, Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Named } from './references';
import { namedBy, names } from './references';

/** Resources of one type that write to a resource of ours, which takes what was written last. */
export interface SecondWriter {
  /** The type that writes: `AWS::S3::BucketPolicy`. */
  readonly type: string;
  /** The property in which it names what it writes to. */
  readonly property: string;
  /** What the resource is called where it has a name of its own: the property may say it literally. */
  readonly name?: unknown;
  /** Whether this one may: it is ours, or it loosens nothing. */
  readonly isWelcome: (writer: CfnResource) => boolean;
  /** What the person should do instead; the end of the error. */
  readonly instead: string;
}

interface Watched extends SecondWriter {
  readonly target: CfnResource;
}

const WATCHED = Symbol.for('cdk-secure-serverless.second-writers');

/**
 * Fails synthesis where something else in the app writes to the resource too: both deploy, and the last one wins.
 *
 * One walk over the stage for all that is watched in it; what another stage deploys cannot refer to it.
 */
export function refuseSecondWriter(target: CfnResource, writer: SecondWriter): void {
  const stage: IConstruct = Stage.of(target) ?? target.node.root;
  const holder = stage as unknown as Record<symbol, Watched[] | undefined>;
  if (!holder[WATCHED]) {
    const watched: Watched[] = [];
    Object.defineProperty(stage, WATCHED, { value: watched, enumerable: false });
    stage.node.addValidation({ validate: () => violations(stage, watched) });
  }
  holder[WATCHED]!.push({ ...writer, target });
}

function violations(stage: IConstruct, watched: readonly Watched[]): string[] {
  const types = new Set(watched.map(({ type }) => type));
  return resourcesOf(stage)
    .filter(({ cfnResourceType }) => types.has(cfnResourceType))
    .flatMap((writer) => writtenBy(writer, watched));
}

/** Without those of stages within, which are deployed apart. */
export function resourcesOf(construct: IConstruct): CfnResource[] {
  const below = construct.node.children.filter((child) => !Stage.isStage(child)).flatMap(resourcesOf);
  return CfnResource.isCfnResource(construct) ? [construct, ...below] : below;
}

function writtenBy(writer: CfnResource, watched: readonly Watched[]): string[] {
  const named = new Map<string, Named>();
  const namedIn = (property: string): Named => {
    if (!named.has(property)) named.set(property, namedBy(writer, property));
    return named.get(property)!;
  };
  return watched
    .filter(({ type, isWelcome }) => type === writer.cfnResourceType && !isWelcome(writer))
    .filter((each) => isTarget(writer, namedIn(each.property), each))
    .map(
      ({ target, instead }) =>
        `'${writer.node.path}' (${writer.cfnResourceType}) writes to '${target.node.path}' too, and the last one deployed wins: ${instead}`,
    );
}

function isTarget(writer: CfnResource, named: Named, { target, name }: Watched): boolean {
  if (names(named, writer, target)) return true;
  const isBeside = Stack.of(writer).account === Stack.of(target).account;
  return isBeside && typeof name === 'string' && named.literals.has(name);
}
