import { Component, github } from 'projen';
import type { awscdk } from 'projen';

const supportedNodeVersions = ['20', '22', '24'];

/**
 * Tasks and jobs that only continuous integration needs.
 */
export class ContinuousIntegration extends Component {
  constructor(project: awscdk.AwsCdkConstructLibrary) {
    super(project);
    project.addTask('bindings', {
      description: 'Generate the Python, Java, .NET and Go bindings, without building them',
      exec: 'jsii-pacmak --code-only --outdir dist/bindings',
    });
    project.addTask('check:binding', {
      description: 'Generate the Python binding of a rule of one’s own, and run the rule where Python has the packages',
      exec: 'node test/bindings/custom-rule.mjs',
    });
    project.addTask('check:install', {
      description: 'Install the packed tarball into an empty folder and synthesize two apps there',
      exec: 'node projenrc/check-install.mjs',
    });

    project.buildWorkflow?.addPostBuildJob('node-versions', {
      name: 'node ${{ matrix.node }}',
      runsOn: ['ubuntu-latest'],
      permissions: { contents: github.workflows.JobPermission.READ },
      strategy: { matrix: { domain: { node: supportedNodeVersions } } },
      steps: [
        github.WorkflowSteps.checkout(),
        { uses: 'actions/setup-node@v7.0.0', with: { 'node-version': '${{ matrix.node }}' } },
        { run: 'npm test' },
        { run: 'npm run demo' },
      ],
    });
  }
}
