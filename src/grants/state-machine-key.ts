import { CfnResource, Reference, Token, Tokenization } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';

/** The key that a state machine of this app is encrypted with, which the L2 does not tell. */
export function keyOfStateMachine(stateMachine: sfn.IStateMachine): kms.IKey | undefined {
  const { encryptionConfiguration } = (stateMachine.node.defaultChild ?? {}) as sfn.CfnStateMachine;
  const { kmsKeyId } = (encryptionConfiguration ?? {}) as sfn.CfnStateMachine.EncryptionConfigurationProperty;
  if (kmsKeyId === undefined) return undefined;
  if (!Token.isUnresolved(kmsKeyId)) return kmsKeyId.startsWith('arn:') ? imported(stateMachine, kmsKeyId) : undefined;
  const [token] = Tokenization.reverseString(kmsKeyId).tokens;
  if (!Reference.isReference(token) || !CfnResource.isCfnResource(token.target)) return undefined;
  const { scope } = token.target.node;
  return scope instanceof kms.Key ? scope : undefined;
}

function imported(stateMachine: sfn.IStateMachine, keyArn: string): kms.IKey {
  const id = 'ImportedEncryptionKey';
  const known = stateMachine.node.tryFindChild(id) as kms.IKey | undefined;
  return known ?? kms.Key.fromKeyArn(stateMachine as unknown as Construct, id, keyArn);
}
