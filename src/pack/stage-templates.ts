import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { CfnResource, Stack, Stage, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { Application } from '../template';
import type { Resource, TemplateSource } from '../template';

/** A stack, the file that it was written to, and what was written. */
class WrittenStack {
  readonly file: string;
  readonly elements: CfnResource[] = [];
  private byLogicalId?: Map<string, CfnResource>;
  private readonly found = new Map<string, CfnResource | undefined>();

  constructor(readonly stack: Stack) {
    this.file = fileOf(stack);
  }

  /**
   * The element that wrote a resource. Logical ids are tokens, and resolving all of them takes longer than most rules:
   * the element that the metadata names is tried first, and is the one if it has that logical id.
   */
  constructOf(logicalId: string, recordedPath: unknown): CfnResource | undefined {
    if (!this.found.has(logicalId)) this.found.set(logicalId, this.find(logicalId, recordedPath));
    return this.found.get(logicalId);
  }

  private find(logicalId: string, recordedPath: unknown): CfnResource | undefined {
    if (this.byLogicalId) return this.byLogicalId.get(logicalId);
    const recorded = typeof recordedPath === 'string' ? this.elementAt(recordedPath) : undefined;
    // Most elements keep the id that the stack gives them, which is no token.
    if (recorded && (this.stack.getLogicalId(recorded) === logicalId || this.idOf(recorded) === logicalId)) {
      return recorded;
    }
    this.byLogicalId = new Map(this.elements.map((element) => [this.idOf(element), element]));
    return this.byLogicalId.get(logicalId);
  }

  private idOf(element: CfnResource): string {
    return this.stack.resolve(element.logicalId) as string;
  }

  private elementAt(path: string): CfnResource | undefined {
    let found: IConstruct | undefined = this.stack.node.root;
    for (const id of path.split('/')) found = found?.node.tryFindChild(id);
    return found && CfnResource.isCfnResource(found) && found.stack === this.stack ? found : undefined;
  }
}

/**
 * The templates of one Stage as they were written, and the constructs behind them.
 */
export class StageTemplates {
  private readonly stacks = new Map<string, WrittenStack>();
  private loaded?: Application;

  constructor(readonly stage: Stage) {
    const visit = (node: IConstruct, within?: WrittenStack) => {
      const written = Stack.isStack(node) ? new WrittenStack(node) : within;
      if (written && written !== within) this.stacks.set(written.file, written);
      if (CfnResource.isCfnResource(node)) written?.elements.push(node);
      for (const child of node.node.children) if (!Stage.isStage(child)) visit(child, written);
    };
    visit(stage);
  }

  /** The files of all stacks of the Stage, nested ones too. */
  get files(): readonly string[] {
    return [...this.stacks.keys()];
  }

  get application(): Application {
    this.loaded ??= Application.load(
      [...this.stacks.values()].map((written) => this.sourceOf(written)).filter(({ content }) => content !== '{}'),
    );
    return this.loaded;
  }

  /** The construct that wrote a resource; its stack where something else did. */
  constructOf(resource: Resource): IConstruct {
    const written = this.stacks.get(resource.template.path)!;
    return written.constructOf(resource.logicalId, resource.metadata['aws:cdk:path']) ?? written.stack;
  }

  private sourceOf(written: WrittenStack): TemplateSource {
    const { stack, file } = written;
    const { nestedStackParent, nestedStackResource, account, region } = stack;
    // The name of a nested stack is made up at deployment.
    const name = Token.isUnresolved(stack.stackName) ? basename(file).split('.')[0] : stack.stackName;
    return {
      path: file,
      // A stack without anything in it, not even the check of its bootstrap version, is written as `{}`.
      content: readFileSync(file, 'utf8').trim(),
      constructPaths: (logicalId, recorded) => written.constructOf(logicalId, recorded)?.node.path,
      stack: { name, environment: `${account}/${region}` },
      nestedIn:
        nestedStackParent && nestedStackResource
          ? {
              path: fileOf(nestedStackParent),
              logicalId: nestedStackParent.resolve((nestedStackResource as CfnResource).logicalId) as string,
            }
          : undefined,
    };
  }
}

function fileOf(stack: Stack): string {
  return join(Stage.of(stack)!.outdir, stack.templateFile);
}

/** The stack that core and the CDK CLI know: nested stacks are part of the one above them. */
export function topLevelStackOf(stack: Stack): Stack {
  return stack.nestedStackParent ? topLevelStackOf(stack.nestedStackParent) : stack;
}

/** The file of the stack that core knows. */
export function topLevelFileOf(stack: Stack): string {
  return resolve(fileOf(topLevelStackOf(stack)));
}

/** The Stages of an app by the files that core hands over. */
export function stagesByFile(constructs: readonly IConstruct[]): Map<string, Stage> {
  const stacks = constructs.filter((node): node is Stack => Stack.isStack(node) && !node.nestedStackParent);
  return new Map(stacks.map((stack) => [resolve(fileOf(stack)), Stage.of(stack)!]));
}

/** A Stage and the Stages within it. */
export function stagesWithin(scope: IConstruct): Stage[] {
  return scope.node.findAll().filter((node): node is Stage => Stage.isStage(node));
}
