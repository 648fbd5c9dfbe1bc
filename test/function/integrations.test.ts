import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { integrations } from './integrations';
import { isWildcardOnly } from '../../src/facts/actions';
import { findInvokeSource } from '../../src/facts/invoke-sources';
import { SecureFunction } from '../../src/function/secure-function';

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
}

function synthesized(
  context: Record<string, unknown>,
  attach: (stack: Stack, fn: lambda.Function) => void,
): Record<string, Resource> {
  const stack = new Stack(new App({ context }), 'Stack');
  const fn = new SecureFunction(stack, 'Fn', {
    runtime: lambda.Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
  });
  attach(stack, fn);
  return Template.fromStack(stack).toJSON().Resources as Record<string, Resource>;
}

function policiesOfFunction(resources: Record<string, Resource>): Statement[] {
  return Object.entries(resources)
    .filter(([id, { Type }]) => id.startsWith('Fn') && Type === 'AWS::IAM::Policy')
    .flatMap(([, { Properties }]) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement);
}

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('%s', (_, context) => {
  describe.each(integrations.map((integration) => [integration.name, integration] as const))(
    '%s',
    (__, integration) => {
      const { attach, asynchronous } = integration;

      test('invokes a secure function as one source, and gives its role exact actions on named resources', () => {
        const resources = synthesized(context, attach);

        const permissions = Object.values(resources).filter(
          ({ Type, Properties }) =>
            Type === 'AWS::Lambda::Permission' && JSON.stringify(Properties.FunctionName).includes('"Fn'),
        );
        for (const { Properties } of permissions) {
          const service = Properties.Principal;
          if (typeof service !== 'string' || !service.endsWith('.amazonaws.com')) continue;
          const facts = findInvokeSource(service);
          const sendsNothing = facts?.sourceArn === 'not-sent' && facts.sourceAccount === 'not-sent';
          expect([
            service,
            sendsNothing || Properties.SourceArn !== undefined || Properties.SourceAccount !== undefined,
          ]).toEqual([service, true]);
        }

        for (const { Effect, Action, Resource } of policiesOfFunction(resources)) {
          if (Effect === 'Deny') continue;
          for (const action of [Action].flat()) {
            expect(action).not.toContain('*');
            if ([Resource].flat().includes('*')) expect([action, isWildcardOnly(action)]).toEqual([action, true]);
          }
        }
      });

      if (asynchronous) {
        test('has what fails kept, because nobody waits for it', () => {
          expect(Object.values(synthesized(context, attach)).map(({ Type }) => Type)).toContain(
            'AWS::Lambda::EventInvokeConfig',
          );
        });
      }
    },
  );
});
