import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/key/kms-pending-window';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 goes with its stack, after a week',
      template: (stack) =>
        new kms.Key(stack, 'Key', {
          pendingWindow: Duration.days(7),
          removalPolicy: RemovalPolicy.DESTROY,
        }),
    },
    {
      name: 'it waits a week',
      at: ['Key/Properties/PendingWindowInDays'],
      template: `
        Key:
          Type: AWS::KMS::Key
          DeletionPolicy: Retain
          UpdateReplacePolicy: Retain
          Properties:
            PendingWindowInDays: 7
      `,
    },
    {
      name: 'it goes with its stack',
      at: ['Key/DeletionPolicy'],
      template: `
        Key:
          Type: AWS::KMS::Key
          DeletionPolicy: Delete
          UpdateReplacePolicy: Retain
          Properties:
            EnableKeyRotation: true
      `,
    },
    {
      name: 'it goes when it is replaced, as by one for other algorithms',
      at: ['Key/UpdateReplacePolicy'],
      template: `
        Key:
          Type: AWS::KMS::Key
          DeletionPolicy: Retain
          Properties:
            EnableKeyRotation: true
      `,
    },
  ],
  passes: [
    {
      name: 'ours is retained',
      template: (stack) => new SecureKey(stack, 'Key'),
    },
    {
      name: 'it is retained',
      template: `
        Key:
          Type: AWS::KMS::Key
          DeletionPolicy: Retain
          UpdateReplacePolicy: Retain
          Properties:
            EnableKeyRotation: true
      `,
    },
  ],
  unknown: [
    {
      name: 'the days are a parameter without a default',
      at: ['Key/Properties/PendingWindowInDays'],
      template: `
        Parameters:
          Days:
            Type: Number
        Resources:
          Key:
            Type: AWS::KMS::Key
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              PendingWindowInDays: !Ref Days
      `,
    },
  ],
});
