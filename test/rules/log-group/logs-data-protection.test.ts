import * as logs from 'aws-cdk-lib/aws-logs';
import rule from '../../../src/rules/log-group/logs-data-protection';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 writes what it gets',
      template: (stack) => new logs.LogGroup(stack, 'Orders'),
    },
    {
      name: 'there is no policy',
      at: ['Log/Properties/DataProtectionPolicy'],
      template: `
        Log:
          Type: AWS::Logs::LogGroup
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 masks card numbers',
      template: (stack) =>
        new logs.LogGroup(stack, 'Orders', {
          dataProtectionPolicy: new logs.DataProtectionPolicy({
            identifiers: [logs.DataIdentifier.CREDITCARDNUMBER],
          }),
        }),
    },
    {
      name: 'card numbers are masked',
      template: `
        Log:
          Type: AWS::Logs::LogGroup
          Properties:
            DataProtectionPolicy:
              Name: cards
              Version: '2021-06-01'
              Statement:
                - Sid: mask
                  DataIdentifier: [arn:aws:dataprotection::aws:data-identifier/CreditCardNumber]
                  Operation:
                    Deidentify:
                      MaskConfig: {}
      `,
    },
  ],
  unknown: [
    {
      name: 'the policy is a parameter without a default',
      template: `
        Parameters:
          Policy:
            Type: String
        Resources:
          Log:
            Type: AWS::Logs::LogGroup
            Properties:
              DataProtectionPolicy: !Ref Policy
      `,
    },
  ],
});
