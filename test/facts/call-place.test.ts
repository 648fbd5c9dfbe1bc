import { join } from 'node:path';
import { CallPlace } from '../../src/facts/call-place';

const here = 'test/facts/call-place.test.ts';
const hostTrace = Symbol.for('jsii.context.hostStackTrace');
const host = globalThis as Record<symbol, unknown>;

/** As V8 writes it, with the first line and the frames. */
function placeIn(...frames: string[]): string | undefined {
  const place = new CallPlace(placeIn);
  Object.defineProperty(place, 'captured', {
    value: { stack: ['Error', ...frames.map((frame) => `    at ${frame}`)].join('\n') },
  });
  return place.text;
}

test('the line is that of the caller of the function that is named', () => {
  const granting = () => new CallPlace(granting);
  const place = granting();
  expect(place.text).toMatch(new RegExp(`^${here}:\\d+:\\d+$`));
});

test('the number of frames that V8 keeps stays as it was', () => {
  const before = Error.stackTraceLimit;
  new CallPlace(placeIn);
  expect(Error.stackTraceLimit).toBe(before);
});

test.each<[string, string[], string | undefined]>([
  [
    'after what is installed, Node.js and this package',
    [
      'Grant.addToPrincipal (/app/node_modules/aws-cdk-lib/aws-iam/lib/grant.js:1:2)',
      'node:internal/modules/cjs/loader:1521:14',
      `ScopedBucketGrants.read (${join(__dirname, '../../src/grants/scoped-bucket-grants.ts')}:3:4)`,
      'new OrdersStack (/app/lib/orders-stack.ts:12:5)',
      'Object.<anonymous> (/app/bin/app.ts:3:1)',
    ],
    '/app/lib/orders-stack.ts:12:5',
  ],
  ['without a function', ['/app/bin/app.ts:3:1'], '/app/bin/app.ts:3:1'],
  ['in a module that was imported', ['file:///app/bin/my%20app.mjs:3:1'], '/app/bin/my app.mjs:3:1'],
  ['of Windows', ['new Orders (C:\\app\\lib\\orders.ts:7:9)'], 'C:\\app\\lib\\orders.ts:7:9'],
  ['in brackets', ['new Orders (/app (2)/lib/orders.ts:7:9)'], '/app (2)/lib/orders.ts:7:9'],
  ['below this folder', [`new Orders (${process.cwd()}/lib/orders.ts:7:9)`], 'lib/orders.ts:7:9'],
  ['nowhere', ['Grant.addToPrincipal (/app/node_modules/aws-cdk-lib/aws-iam/lib/grant.js:1:2)', 'native'], undefined],
])('the place %s is found', (_, frames, expected) => {
  expect(placeIn(...frames)).toBe(expected);
});

test('an app in another language names its own line', () => {
  host[hostTrace] = [
    ['/usr/lib/jsii/runtime.py', 1, 0, 'invoke'],
    ['/app/stack.py', 42, 0, 'Orders.__init__'],
  ];
  try {
    expect(placeIn('Kernel.invoke (/tmp/node_modules/@jsii/kernel/index.js:1:1)')).toBe('/app/stack.py:42');
  } finally {
    delete host[hostTrace];
  }
});
