import { SecureBucket, SecureKey, SecureLogGroup } from '../../../src';
import type { Constructs } from '../family';

export const storage: Constructs = {
  SecureBucket: (stack) => {
    new SecureBucket(stack, 'Uploads');
  },
  SecureKey: (stack) => {
    new SecureKey(stack, 'Key');
  },
  SecureLogGroup: (stack) => {
    new SecureLogGroup(stack, 'Logs');
  },
};
