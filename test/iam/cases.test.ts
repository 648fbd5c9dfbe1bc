import { absentValueCases } from './cases/absent-values';
import { accountCases } from './cases/accounts';
import { arnCases } from './cases/arns';
import type { Case } from './cases/case';
import { conditionCases } from './cases/conditions';
import { elementCases } from './cases/elements';
import { keyCases } from './cases/keys';
import { logicCases } from './cases/logic';
import { modifierCases } from './cases/modifiers';
import { organizationCases } from './cases/organizations';
import { principalCases } from './cases/principals';
import { serviceCases } from './cases/services';
import { sessionCases } from './cases/sessions';
import { trustCases } from './cases/trust';
import { variableCases } from './cases/variables';
import type { NamedPolicy } from '../../src/iam';
import { PolicyDocument, evaluate } from '../../src/iam';
import type { Resolved } from '../../src/template/resolved';

const cases: readonly Case[] = [
  ...elementCases,
  ...conditionCases,
  ...modifierCases,
  ...variableCases,
  ...principalCases,
  ...accountCases,
  ...logicCases,
  ...keyCases,
  ...arnCases,
  ...absentValueCases,
  ...organizationCases,
  ...sessionCases,
  ...trustCases,
  ...serviceCases,
];

test.each(cases.map((one) => [one.title, one.decision, one] as const))('%s: %s', (_title, decision, one) => {
  const named = (name: string) => (document: Resolved, index: number) => ({
    name: `${name} ${index + 1}`,
    document: PolicyDocument.of(document),
  });
  const one_ = (name: string, document: Resolved | undefined): NamedPolicy | undefined =>
    document === undefined ? undefined : named(name)(document, 0);
  const verdict = evaluate(one.request, {
    identity: one.identity?.map(named('identity policy')),
    resource: one.resource?.map(named('resource policy')),
    boundary: one_('boundary', one.boundary),
    session: one.session?.map(named('session policy')),
    serviceControl: one.serviceControl?.map((level) => level.map(named('service control policy'))),
    resourceControl: one.resourceControl?.map((level) => level.map(named('resource control policy'))),
    endpoint: one_('endpoint policy', one.endpoint),
  });
  expect(`${verdict.decision}: ${verdict.because}`).toMatch(new RegExp(`^${decision}: .{10,}`));
  expect(one.page).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|aws\.amazon\.com\/blogs|repost\.aws)\//);
});

test('there are enough cases to trust the verdicts, and no two are the same', () => {
  expect(cases.length).toBeGreaterThanOrEqual(1000);
  expect(new Set(cases.map((one) => one.title)).size).toBe(cases.length);
});
