import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'apigw-log-role-retain',
  severity: 'low',
  strict: true,
  title: 'the role that all APIs of the account log with is deleted with one stack',
  why: 'The setting of the account stays, its role does not. From then on no API of the region logs, those of other teams included, and nobody is told.',
  serviceDefault:
    'Deleting an `AWS::ApiGateway::Account` leaves the setting as it is (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-account.html); CloudFormation deletes the role.',
  fix: 'set `DeletionPolicy` and `UpdateReplacePolicy` of the role to `RetainExceptOnCreate` or `Retain` (`cloudWatchRoleRemovalPolicy`), or use `SecureApi`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::ApiGateway::Account',
  check: (account) => {
    const role = account.read('CloudWatchRoleArn').target;
    if (!role?.is('AWS::IAM::Role')) return [];
    return [role.deletionPolicy, role.updateReplacePolicy].map((policy) =>
      demand(policy, (it) => it.is('Retain', 'RetainExceptOnCreate'), '"Retain"'),
    );
  },
});
