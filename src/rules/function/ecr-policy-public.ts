import { defineRule } from '../define-rule';
import { failForStrangers, judgeAllowed } from '../statements';

export default defineRule({
  id: 'ecr-policy-public',
  severity: 'critical',
  title: 'the repository policy lets every AWS account in',
  why:
    'Anybody with an AWS account pulls the images, with the code and whatever was left in their layers. ' +
    'Where they may push too, the next deployment of the function runs what they put there.',
  serviceDefault:
    'Nobody outside of the account has access without a policy (https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html).',
  fix: 'name the accounts, or the service `lambda.amazonaws.com` with `aws:SourceArn`, in `Principal`; for a whole organization add `StringEquals: { aws:PrincipalOrgID }`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-3', 'SAS-6'], cwe: ['CWE-732'] },
  appliesTo: ['AWS::ECR::Repository', 'AWS::ECR::RegistryPolicy'],
  check: (holder) =>
    judgeAllowed(holder.read(holder.is('AWS::ECR::Repository') ? 'RepositoryPolicyText' : 'PolicyText'), (placed) =>
      failForStrangers(placed, 'a named principal, or a condition that only known callers meet'),
    ),
});
