import { dirname } from 'node:path';
import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';

/**
 * For test files that use the template validator of the CDK: one for all that a worker runs, because it takes four seconds of a
 * core to start, and each file has modules of its own.
 */
export default class ValidatorEnvironment extends NodeEnvironment {
  public override async setup(): Promise<void> {
    await super.setup();
    Object.assign(this.global, { cloudFormationValidate: shared });
  }
}

const engines = new Map<string, object>();

interface Package {
  readonly RegoEngine: new (config: object) => object;
}

/** The package, whose engine without rules of somebody's own is made once. */
function shared(path: string): Package {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const original = require(path) as Package;
  return {
    ...original,
    RegoEngine: class {
      constructor(config: object) {
        if (Object.keys(config).length > 0) return new original.RegoEngine(config);
        const key = dirname(path);
        const engine = engines.get(key) ?? new original.RegoEngine(config);
        engines.set(key, engine);
        return engine;
      }
    } as unknown as Package['RegoEngine'],
  };
}
