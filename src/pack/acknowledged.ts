import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Which rules were acknowledged where.
 *
 * Older versions of core take an acknowledgement for the whole app, wherever it was made; here it counts for the
 * construct on which it was made and what is below.
 */
export class Acknowledgements {
  private anywhere?: ReadonlySet<string>;

  constructor(
    private readonly pluginName: string,
    private readonly root: IConstruct,
  ) {}

  /** The name under which one of these rules was acknowledged for a construct. */
  find(construct: IConstruct, ruleNames: readonly string[]): string | undefined {
    const candidates = ruleNames.filter((name) => this.isAcknowledgedAnywhere(name));
    if (candidates.length === 0) return undefined;
    const scopes = construct.node.scopes;
    return candidates.find((name) => scopes.some((scope) => acknowledgedOn(scope).includes(this.idOf(name))));
  }

  isAcknowledgedAnywhere(ruleName: string): boolean {
    this.anywhere ??= new Set(this.root.node.findAll().flatMap((construct) => acknowledgedOn(construct)));
    return this.anywhere.has(this.idOf(ruleName));
  }

  private idOf(ruleName: string): string {
    return `${this.pluginName}::${ruleName}`.replace(/ /g, '-');
  }
}

function acknowledgedOn(construct: IConstruct): string[] {
  return construct.node.metadata
    .filter(({ type, data }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY && data)
    .flatMap(({ data }) => Object.keys(data as object));
}
