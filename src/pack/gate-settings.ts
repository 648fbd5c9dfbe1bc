import type { Rule } from '../rules';
import type { ServerlessSecurityChecksProps } from './gate-props';
import type { Levels } from './levels';

/** What the gate was told, worked out. */
export interface GateSettings {
  readonly pluginName: string;
  readonly props: ServerlessSecurityChecksProps;
  /** Those that run. */
  readonly rules: readonly Rule[];
  /** One of all rules, by its id or one that it had before. */
  readonly ruleOf: (id: string) => Rule | undefined;
  readonly levels: Levels;
}
