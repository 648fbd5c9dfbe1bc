import { App, Stack } from 'aws-cdk-lib';
import { SecureBucket } from '../../src';

test('a refusal begins with the line that asked for it, and not with those of this library', () => {
  const stack = new Stack(new App(), 'Orders');
  let refusal: Error | undefined;
  try {
    new SecureBucket(stack, 'Invoices', { enforceSSL: false });
  } catch (error) {
    refusal = error as Error;
  }
  const [first, ...frames] = refusal!.stack!.split('\n');
  expect(first).toMatch(/^SecurityRefusal: Orders\/Invoices: 'enforceSSL: false'/);
  expect(frames.find((frame) => !frame.includes('node_modules'))).toContain(__filename);
  expect(frames.filter((frame) => /[\\/]src[\\/]/.test(frame))).toEqual([]);
});
