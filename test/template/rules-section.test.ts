import { applicationOf, find } from './templates';

const Parameters = {
  Stage: { Type: 'String', AllowedValues: ['dev', 'prod'] },
  Access: { Type: 'String', AllowedValues: ['open', 'closed'] },
};
const stage = (name: string) => ({ 'Fn::Equals': [{ Ref: 'Stage' }, name] });

/** The pairs of stage and access that can be deployed. */
function pairs(Rules: object): readonly (readonly string[] | undefined)[] {
  const Properties = { Stage: { Ref: 'Stage' }, Access: { Ref: 'Access' } };
  const app = applicationOf(JSON.stringify({ Parameters, Rules, Resources: { A: { Type: 'X', Properties } } }));
  const seen = app.inEveryWorld(() => ['Stage', 'Access'].map((name) => find(app, 'A').read(name).text ?? ''));
  return seen.map((outcome) => outcome?.result);
}

const all = [
  ['dev', 'open'],
  ['dev', 'closed'],
  ['prod', 'open'],
  ['prod', 'closed'],
];

test.each<[string, object, unknown]>([
  [
    'under a condition',
    { RuleCondition: stage('prod'), Assertions: [{ Assert: { 'Fn::Equals': [{ Ref: 'Access' }, 'closed'] } }] },
    all.filter((pair) => pair.join() !== 'prod,open'),
  ],
  ['always', { Assertions: [{ Assert: { 'Fn::Contains': [['dev'], { Ref: 'Stage' }] } }] }, all.slice(0, 2)],
  ['not', { Assertions: [{ Assert: { 'Fn::Not': [stage('dev')] } }] }, all.slice(2)],
  [
    'all of',
    { Assertions: [{ Assert: { 'Fn::And': [stage('dev'), { 'Fn::Equals': [{ Ref: 'Access' }, 'open'] }] } }] },
    all.slice(0, 1),
  ],
  [
    'one of',
    { Assertions: [{ Assert: { 'Fn::Or': [stage('dev'), { 'Fn::Equals': [{ Ref: 'Access' }, 'open'] }] } }] },
    all.slice(0, 3),
  ],
  ['what nobody can tell', { Assertions: [{ Assert: { 'Fn::EachMemberIn': [{ Ref: 'A' }, { Ref: 'B' }] } }] }, all],
  ['nonsense', { RuleCondition: 'x', Assertions: 'y' }, all],
  ['nothing', {}, all],
])('what the rules of a template forbid is not looked at: %s', (_, rule, wanted) => {
  expect(pairs({ Rule: rule })).toEqual(wanted);
});

test('the rule with which the CDK checks its bootstrap stack forbids nothing', () => {
  const Assert = { 'Fn::Not': [{ 'Fn::Contains': [['1', '2'], { Ref: 'BootstrapVersion' }] }] };
  expect(pairs({ CheckBootstrapVersion: { Assertions: [{ Assert }] } })).toEqual(all);
});
