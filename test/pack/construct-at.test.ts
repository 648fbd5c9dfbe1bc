import { App, Stack, Stage } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { constructAt, meantPath } from '../../src/pack/construct-at';

const app = new App();
const production = new Stage(app, 'Production');
const orders = new Stack(production, 'Orders');
const queue = new Construct(orders, 'Queue');
const all = [production, orders, queue, new Construct(orders, 'Q1'), new Construct(orders, 'Q2')];

test.each(all.map(({ node }) => node.path))('finds %s, from the app and from its Stage', (path) => {
  expect(constructAt(app, path)?.node.path).toBe(path);
  if (path !== 'Production') expect(constructAt(production, path)?.node.path).toBe(path);
});

test.each([
  ['a letter too few', 'Production/Order', " (did you mean 'Production/Orders'?)"],
  ['small letters', 'production/orders/queue', " (did you mean 'Production/Orders/Queue'?)"],
  ['a slash before it', '/Production/Orders', " (did you mean 'Production/Orders'?)"],
  ['a slash behind it', 'Production/Orders/', " (did you mean 'Production/Orders'?)"],
  ['a short name, which is near to everything', 'Production/Orders/Q3', ''],
  ['another name', 'Production/Payments', ''],
  ['nothing', '/', ''],
])('%s: %s', (_, path, meant) => {
  expect(constructAt(app, path)).toBeUndefined();
  expect(meantPath(app, path)).toBe(meant);
});

test('from a Stage, too', () => expect(meantPath(production, 'Production/Order')).toContain("'Production/Orders'"));
