import { App, Stack } from 'aws-cdk-lib';
import { gated, publicUrl, synth } from './gated-app';
import { Framework } from '../../src/pack/framework';
import { SecurityExceptions } from '../../src/pack/security-exceptions';
import { ServerlessSecurityChecks } from '../../src/pack/serverless-security-checks';
import { rules } from '../../src/rules';
import type { RuleReferences } from '../../src/rules/references';

beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));

const { OWASP_SERVERLESS_TOP_10, CSA_SERVERLESS, AWS_FSBP } = Framework;

function idsWith(...lists: (keyof RuleReferences)[]): string[] {
  return rules
    .filter(({ references }) => lists.some((list) => (references[list] ?? []).length > 0))
    .map(({ id }) => id);
}

test.each<[string, Framework[], (keyof RuleReferences)[]]>([
  ['OWASP Serverless Top 10', [OWASP_SERVERLESS_TOP_10], ['owaspServerless']],
  ["CSA's twelve", [CSA_SERVERLESS], ['csaServerless']],
  ['AWS FSBP', [AWS_FSBP], ['fsbp']],
  ['two of them', [AWS_FSBP, CSA_SERVERLESS], ['fsbp', 'csaServerless']],
])('%s narrows the gate to the rules that map to it, and is not empty', (_, frameworks, lists) => {
  const { ruleIds = [] } = new ServerlessSecurityChecks(undefined, { frameworks, strict: true });
  expect(ruleIds).toEqual(idsWith(...lists));
  expect(ruleIds.length).toBeGreaterThan(10);
  expect(ruleIds.length).toBeLessThan(rules.length);
});

test('what a framework leaves out is not found', () => {
  const stack = new Stack(new App(), 'Orders');
  publicUrl(stack);
  const found = (frameworks?: Framework[]) =>
    new ServerlessSecurityChecks(undefined, { frameworks })
      .validateScope(stack)
      .violations.map(({ ruleName }) => ruleName);
  const [left = ''] = found().filter((id) => !idsWith('fsbp').includes(id));
  expect(left).not.toBe('');
  expect(found([AWS_FSBP])).not.toContain(left);
});

test('no framework is a mistake: nothing would be checked', () => {
  expect(() => new ServerlessSecurityChecks(undefined, { frameworks: [] })).toThrow("'frameworks' of");
});

test('an exception for a rule that is left out is neither unknown nor stale', () => {
  const app = gated({ frameworks: [AWS_FSBP] });
  const [leftOut] = rules.filter(({ references, severity }) => !references.fsbp && severity === 'high');
  const stack = new Stack(app, 'Orders');
  SecurityExceptions.of(stack).accept({
    rule: leftOut.id,
    reason: 'it is right here, and other gates look at it',
    owner: 'team-orders',
  });
  expect(synth(app).found).toEqual([]);
});
