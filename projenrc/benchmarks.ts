import { Component } from 'projen';
import type { cdk } from 'projen';

/** What is measured rather than tested, with the command that measures it: `benchmarks/`. */
const benchmarks: Record<string, string> = {
  secrets: 'Measure what the scanner of secrets finds and what it only takes for one, and write benchmarks/secrets.md',
  labelled: 'Judge the templates that authors of other tools labelled, and write benchmarks/labelled.md',
};

/**
 * `npm run bench:…`, each of which does all of its own set-up.
 */
export class Benchmarks extends Component {
  constructor(project: cdk.JsiiProject) {
    super(project);
    for (const [script, description] of Object.entries(benchmarks)) {
      const name = `bench:${script}`;
      project.addTask(name, {
        description,
        exec: `ts-node -T --project test/tsconfig.json benchmarks/${script}.ts`,
        receiveArgs: true,
      });
      project.package.setScript(name, `node projenrc/ensure-installed.mjs && npx projen ${name}`);
    }
  }
}
