import { Component } from 'projen';
import type { cdk } from 'projen';

/** What is measured rather than tested, with the command that measures it: `benchmarks/`. */
const benchmarks: Record<string, string> = {
  'bundle-reading': 'Measure what reading a bundle takes of bundling it, and write benchmarks/bundle-reading.md',
  labelled: 'Judge the templates that authors of other tools labelled, and write benchmarks/labelled.md',
  permissions: 'Count what the roles of the bookstore may do, and write benchmarks/permissions.md',
  secrets: 'Hold the scanner of secrets against fixtures of others, and write benchmarks/secrets.md',
};

/**
 * `npm run bench` and `npm run bench:…`, each of which does all of its own set-up.
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

    // What is published is measured, and nothing stands between it and Node.
    const speed = project.addTask('bench', {
      description: 'Measure how long the gate takes, and write benchmarks/speed.md',
    });
    speed.spawn(project.compileTask);
    speed.spawn(project.tasks.tryFind('lazify')!);
    speed.exec('node --expose-gc --max-old-space-size=8192 --require ./benchmarks/typescript.cjs benchmarks/speed.ts');
    project.eslint!.addOverride({
      files: ['benchmarks/speed.ts', 'benchmarks/speed/*.ts'],
      rules: { 'import/no-unresolved': ['error', { ignore: ['^cdk-secure-serverless$'] }] },
    });
    project.package.setScript('bench', 'node projenrc/ensure-installed.mjs && npx projen bench');
  }
}
