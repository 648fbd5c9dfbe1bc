import { applicationOf, find, subject, withValue } from './templates';

const Conditions = Object.fromEntries(
  ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((name) => [name, { 'Fn::Equals': [{ 'Fn::ImportValue': name }, 'on'] }]),
);
const no = { Ref: 'AWS::NoValue' };

describe('the path of an element names its position in the written template', () => {
  test.each<[string, unknown, [string, string][]]>([
    [
      'behind elements that are not there',
      ['a', no, 'b', no, no, 'c'],
      [
        ['0', 'a'],
        ['2', 'b'],
        ['5', 'c'],
      ],
    ],
    [
      'in a list that a function gives',
      { 'Fn::If': ['Always', [no, 'a', no, 'b'], []] },
      [
        ['1', 'a'],
        ['3', 'b'],
      ],
    ],
    ['in a list within a list', [no, [no, 'x']], [['1', '["x"]']]],
  ])('%s', (_, value, wanted) => {
    const Always = { 'Fn::Equals': ['a', 'a'] };
    const { items } = subject(withValue(value, { Conditions: { Always } }));
    expect(items.map((item) => [item.path.at(-1), item.text ?? String(item)])).toEqual(wanted);
  });

  test('in one way in which a condition falls out, and in the other', () => {
    const value = [{ 'Fn::If': ['A', 'a', no] }, 'b'];
    const app = applicationOf(JSON.stringify(withValue(value, { Conditions })));
    const seen = () =>
      find(app, 'Subject')
        .read('Value')
        .items.map((item) => `${item.path.at(-1)}${item.text}`);
    expect(app.inEveryWorld(seen).map((outcome) => outcome?.result)).toEqual([['0a', '1b'], ['1b']]);
  });
});

test('what is not looked at decides nothing: only the conditions that are met make ways to look at', () => {
  const list = Object.keys(Conditions).map((name) => ({ Name: name, Value: { 'Fn::If': [name, 1, 0] } }));
  const entries = Object.fromEntries(list.map(({ Name, Value }) => [Name, Value]));
  const app = applicationOf(JSON.stringify(withValue({ list, entries }, { Conditions })));
  const value = () => find(app, 'Subject').read('Value');
  const looks: [string, () => unknown, number][] = [
    ['at a list', () => value().read('list').items.length, 1],
    [
      'at names',
      () =>
        value()
          .read('list')
          .items.map((item) => item.read('Name').text),
      1,
    ],
    ['at one element', () => value().read('list').items[3].read('Value').number, 2],
    ['at whether a list is there', () => [value().isAbsent, value().isKnown, value().read('list').isList], 1],
    ['at one entry', () => value().read('entries.B').number, 2],
  ];
  expect(looks.map(([name, look]) => [name, app.inEveryWorld(look).length])).toEqual(
    looks.map(([name, , worlds]) => [name, worlds]),
  );
});
