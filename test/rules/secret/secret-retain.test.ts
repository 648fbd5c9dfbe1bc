import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import rule from '../../../src/rules/secret/secret-retain';
import { Rotation } from '../../../src/secret/rotation';
import { SecureSecret } from '../../../src/secret/secure-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 deletes it',
      at: ['Password/DeletionPolicy', 'Password/UpdateReplacePolicy'],
      template: (stack) => new secretsmanager.Secret(stack, 'Password'),
    },
    {
      name: 'nothing is said about a replacement',
      at: ['Password/UpdateReplacePolicy'],
      template: `
        Password: { Type: 'AWS::SecretsManager::Secret', DeletionPolicy: Retain }
      `,
    },
  ],
  passes: [
    {
      name: 'ours is kept',
      template: (stack) => new SecureSecret(stack, 'Password', { rotation: Rotation.none('issued by the bank') }),
    },
    {
      name: 'it is kept',
      template: `
        Password:
          Type: AWS::SecretsManager::Secret
          DeletionPolicy: Retain
          UpdateReplacePolicy: Retain
      `,
    },
  ],
});
