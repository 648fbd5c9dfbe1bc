import { Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { logsStatement } from '../key/logs-statement';
import { SecureKey } from '../key/secure-key';

/**
 * Lets CloudWatch Logs use the key; the policy of an imported one is not ours to write.
 */
export function allowLogs(key: kms.IKeyRef): void {
  if (key instanceof SecureKey) key.allowLogs();
  else if (key instanceof kms.Key) key.addToResourcePolicy(logsStatement(Stack.of(key)));
}
