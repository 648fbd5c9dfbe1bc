import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { narrowName } from './rule-names';

/**
 * Which rules were acknowledged where.
 *
 * Older versions of core take an acknowledgement for the whole app, wherever it was made; here it counts for the
 * construct on which it was made and what is below.
 */
export class Acknowledgements {
  private readonly places = new Map<string, Set<IConstruct>>();
  private readonly rules = new Set<string>();
  private readonly prefix: string;

  constructor(pluginName: string, constructs: readonly IConstruct[]) {
    this.prefix = `${pluginName}::`;
    for (const construct of constructs) {
      for (const id of acknowledgedOn(construct)) {
        this.places.set(id, (this.places.get(id) ?? new Set()).add(construct));
        if (id.startsWith(this.prefix)) this.rules.add(id.slice(this.prefix.length).replace(/\[.*/s, ''));
      }
    }
  }

  /**
   * The name under which one of these rules was acknowledged for a construct.
   *
   * The name for one place only, where the same rule was acknowledged at several: core knows one reason for each name.
   *
   * @param counts whether an acknowledgement of a rule on a construct counts: one that is an exception may have expired
   */
  find(
    construct: IConstruct,
    ruleNames: readonly string[],
    counts: (ruleName: string, scope: IConstruct) => boolean,
  ): string | undefined {
    const candidates = ruleNames.filter((name) => this.rules.has(name.replace(/\[.*/s, '')));
    if (candidates.length === 0) return undefined;
    for (const scope of [...construct.node.scopes].reverse()) {
      for (const name of candidates) {
        if (!counts(name, scope)) continue;
        const narrow = [construct, scope]
          .map(({ node }) => narrowName(name, node.path))
          .find((candidate) => this.placesOf(candidate).has(scope));
        const wide = this.placesOf(name);
        if (wide.has(scope) && (!narrow || wide.size === 1)) return name;
        if (narrow) return narrow;
      }
    }
    return undefined;
  }

  isAcknowledgedAnywhere(ruleName: string): boolean {
    return this.placesOf(ruleName).size > 0;
  }

  private placesOf(ruleName: string): ReadonlySet<IConstruct> {
    return this.places.get(`${this.prefix}${ruleName}`.replace(/ /g, '-')) ?? nowhere;
  }
}

const nowhere: ReadonlySet<IConstruct> = new Set();

function acknowledgedOn(construct: IConstruct): string[] {
  return construct.node.metadata
    .filter(({ type, data }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY && data)
    .flatMap(({ data }) => Object.keys(data as object));
}
