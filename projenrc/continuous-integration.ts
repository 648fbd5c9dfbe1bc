import { Component } from 'projen';
import type { cdk } from 'projen';

/**
 * Tasks that only continuous integration needs.
 */
export class ContinuousIntegration extends Component {
  constructor(project: cdk.JsiiProject) {
    super(project);
    project.addTask('bindings', {
      description: 'Generate the Python, Java, .NET and Go bindings, without building them',
      exec: 'jsii-pacmak --code-only --outdir dist/bindings',
    });
    project.addTask('check:install', {
      description: 'Install the packed tarball into an empty folder and synthesize two apps there',
      exec: 'node projenrc/check-install.mjs',
    });
  }
}
