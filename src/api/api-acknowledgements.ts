import { Stack, Validations } from 'aws-cdk-lib';
import { AuthorizationType } from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { acknowledge } from '../acknowledgement/acknowledgement';

/** What other packs want of every stage, and is wrong for an API that is answered by functions. */
export function acknowledgeStage(stage: IConstruct): void {
  Validations.of(stage).acknowledge({
    id: 'ServerlessSecurity::apigw-metrics',
    reason:
      'The metrics of the stage show calls, errors and latency for nothing; those of each method are billed, and deployOptions.metricsEnabled turns them on.',
  });
  acknowledge(stage, [
    {
      rule: 'APIGWCacheEnabledAndEncrypted',
      packs: ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'],
      reason:
        'A response cache is no protection: it keeps answers to authorized requests at rest, is billed by the hour, and is encrypted here whenever somebody turns it on.',
    },
    {
      rule: 'APIGWSSLEnabled',
      packs: ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'],
      reason:
        'A client certificate proves API Gateway to an HTTP backend. Lambda is called with a signed request that its resource policy limits to this method, and never sees the certificate.',
    },
  ]);
}

/** Authorized, but not by the one service that a rule knows. */
export function acknowledgeOtherAuthorization(method: IConstruct, authorizationType: string): void {
  if (authorizationType === AuthorizationType.COGNITO) return;
  acknowledge(method, [
    {
      rule: 'COG4',
      packs: ['AwsSolutions'],
      reason: `The method is authorized by ${authorizationType}; a Cognito user pool is for people who sign in to it.`,
    },
  ]);
}

/** Somebody decided that anybody may call the method; who reads the report sees why. */
export function acknowledgePublicMethod(method: IConstruct, reason: string): void {
  Validations.of(method).acknowledge({ id: 'ServerlessSecurity::apigw-method-auth', reason });
  acknowledge(method, [
    { rule: 'APIG4', packs: ['AwsSolutions'], reason },
    { rule: 'COG4', packs: ['AwsSolutions'], reason },
  ]);
}

/** Somebody decided that a stage needs no firewall. */
export function acknowledgeNoFirewall(stage: IConstruct, reason: string): void {
  Validations.of(stage).acknowledge({ id: 'ServerlessSecurity::apigw-waf', reason });
  acknowledge(stage, [
    { rule: 'APIG3', packs: ['AwsSolutions'], reason },
    {
      rule: 'APIGWAssociatedWithWAF',
      packs: ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'],
      reason,
    },
  ]);
}

/** The role of the account's setting, for exactly the log groups that it is written for. */
export function acknowledgeLogRole(role: IConstruct, logGroups: string): void {
  acknowledge(role, [
    {
      rule: `IAM5[Resource::${flat(Stack.of(role).resolve(logGroups))}]`,
      packs: ['AwsSolutions'],
      reason:
        'API Gateway writes the logs of every API of the account with this one role: it names and makes the log groups itself, only in this account and region.',
    },
    {
      rule: 'IAM5[Resource::*]',
      packs: ['AwsSolutions'],
      reason: 'Only to list log groups, which IAM cannot limit to some of them.',
    },
    {
      rule: 'IAMNoInlinePolicy',
      packs: ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'],
      reason:
        'The policy is of no use to any other role, and inside the role it cannot be detached while the account still logs with it.',
    },
  ]);
}

/** A value with references as cdk-nag writes it into the id of a finding. */
function flat(value: unknown): string {
  if (typeof value === 'string') return value;
  const { 'Fn::Join': join, Ref: reference } = value as { 'Fn::Join'?: [string, unknown[]]; Ref?: string };
  if (join) return join[1].map(flat).join(join[0]);
  return reference === undefined ? JSON.stringify(value) : `<${reference}>`;
}
