import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnResource, Stack, Stage, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { Application } from '../template';
import type { Resource, TemplateSource } from '../template';

/** A stack and the file that it was written to. */
interface WrittenStack {
  readonly stack: Stack;
  readonly file: string;
  readonly constructs: Map<string, CfnResource>;
}

/**
 * The templates of one Stage as they were written, and the constructs behind them.
 */
export class StageTemplates {
  private readonly stacks = new Map<string, WrittenStack>();
  private loaded?: Application;

  constructor(readonly stage: Stage) {
    const elements: CfnResource[] = [];
    const visit = (node: IConstruct) => {
      if (Stack.isStack(node)) this.add(node);
      if (CfnResource.isCfnResource(node)) elements.push(node);
      for (const child of node.node.children) if (!Stage.isStage(child)) visit(child);
    };
    visit(stage);
    for (const element of elements) {
      const stack = Stack.of(element);
      this.stacks.get(fileOf(stack))?.constructs.set(stack.resolve(element.logicalId) as string, element);
    }
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
    const { constructs, stack } = this.stacks.get(resource.template.path)!;
    return constructs.get(resource.logicalId) ?? stack;
  }

  /** The file of the stack that core knows: nested stacks are part of the one above them. */
  topLevelFileOf(resource: Resource): string {
    let { stack } = this.stacks.get(resource.template.path)!;
    while (stack.nestedStackParent) stack = stack.nestedStackParent;
    return fileOf(stack);
  }

  private add(stack: Stack): void {
    const file = fileOf(stack);
    this.stacks.set(file, { stack, file, constructs: new Map() });
  }

  private sourceOf({ stack, file, constructs }: WrittenStack): TemplateSource {
    const { nestedStackParent, nestedStackResource, stackName, account, region } = stack;
    return {
      path: file,
      // A stack without anything in it, not even the check of its bootstrap version, is written as `{}`.
      content: readFileSync(file, 'utf8').trim(),
      constructPaths: (logicalId) => constructs.get(logicalId)?.node.path,
      stack: Token.isUnresolved(stackName) ? undefined : { name: stackName, environment: `${account}/${region}` },
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

/** A Stage and the Stages within it. */
export function stagesWithin(scope: IConstruct): Stage[] {
  return scope.node.findAll().filter((node): node is Stage => Stage.isStage(node));
}
