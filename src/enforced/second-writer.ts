import { CfnResource, Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Named } from './references';
import { namedBy, names } from './references';
import type { Violations } from './stage-watch';
import { byOwner, StageWatch } from './stage-watch';

/** Resources of one type that name a resource of ours. */
interface Referrers {
  /** The type that names it: `AWS::S3::BucketPolicy`. */
  readonly type: string;
  /** The property in which it does. */
  readonly property: string;
  /** What the resource is called where it has a name of its own: the property may say it literally. */
  readonly name?: unknown;
}

/** Referrers that may say only some things. */
export interface JudgedReferrers extends Referrers {
  /** What is wrong with one of them. */
  readonly judge: (referrer: CfnResource) => string[];
}

/** Referrers that write to the resource, which takes what was written last. */
export interface SecondWriter extends Referrers {
  /** Whether this one may: it is ours, or it loosens nothing. */
  readonly isWelcome: (writer: CfnResource) => boolean;
  /** What the person should do instead; the end of the error. */
  readonly instead: string;
}

interface Watched extends JudgedReferrers {
  readonly target: CfnResource;
}

const WATCHED = Symbol.for('cdk-secure-serverless.second-writers');

/**
 * Fails synthesis where something else in the app writes to the resource too: both deploy, and the last one wins.
 *
 * One walk over the stage for all that is watched in it; what another stage deploys cannot refer to it.
 */
export function refuseSecondWriter(target: CfnResource, { isWelcome, instead, ...referrers }: SecondWriter): void {
  judgeReferrers(target, {
    ...referrers,
    judge: (writer) =>
      isWelcome(writer)
        ? []
        : [
            `'${writer.node.path}' (${writer.cfnResourceType}) writes to '${target.node.path}' too, and the last one deployed wins: ${instead}`,
          ],
  });
}

/** Judges whatever in the app names the resource, whoever made it. */
export function judgeReferrers(target: CfnResource, referrers: JudgedReferrers): void {
  StageWatch.of<Watched>(target, WATCHED, violations).add(ownerOf(target), { ...referrers, target });
}

function ownerOf(target: CfnResource): IConstruct {
  return target.node.scope ?? target;
}

function violations(stage: IConstruct, watched: readonly Watched[]): Violations {
  const types = new Set(watched.map(({ type }) => type));
  return byOwner(
    resourcesOf(stage)
      .filter(({ cfnResourceType }) => types.has(cfnResourceType))
      .flatMap((writer) => writtenBy(writer, watched)),
  );
}

/** Without those of stages within, which are deployed apart. */
export function resourcesOf(construct: IConstruct): CfnResource[] {
  const below = construct.node.children.filter((child) => !Stage.isStage(child)).flatMap(resourcesOf);
  return CfnResource.isCfnResource(construct) ? [construct, ...below] : below;
}

function writtenBy(writer: CfnResource, watched: readonly Watched[]): (readonly [IConstruct, string])[] {
  const named = new Map<string, Named>();
  const namedIn = (property: string): Named => {
    if (!named.has(property)) named.set(property, namedBy(writer, property));
    return named.get(property)!;
  };
  return watched
    .filter(({ type }) => type === writer.cfnResourceType)
    .filter((each) => isTarget(writer, namedIn(each.property), each))
    .flatMap(({ judge, target }) => judge(writer).map((sentence) => [ownerOf(target), sentence] as const));
}

function isTarget(writer: CfnResource, named: Named, { target, name }: Watched): boolean {
  if (names(named, writer, target)) return true;
  const isBeside = Stack.of(writer).account === Stack.of(target).account;
  return isBeside && typeof name === 'string' && named.literals.has(name);
}
