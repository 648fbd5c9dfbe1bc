import { Stack, Validations } from 'aws-cdk-lib';
import { Effect, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { acknowledge } from '../acknowledgement/acknowledgement';

/**
 * Acknowledges the wildcard below one named resource that a grant needs: all objects of a bucket, the indexes of a table,
 * the versions of a function. For exactly that ARN, so that nothing that is added later hides behind it.
 */
export function acknowledgeObjectWildcards(policy: IConstruct, statement: PolicyStatement): void {
  if (statement.effect === Effect.DENY) return;
  const arns = resourceTexts(policy, statement);
  for (const arn of arns.filter(isWildcardBelowOneResource)) {
    acknowledge(policy, [
      {
        rule: `IAM5[Resource::${arn}]`,
        packs: ['AwsSolutions'],
        reason:
          'The grant names its resource; the names of what is inside it (objects, indexes, versions) are only known when the code runs.',
      },
    ]);
  }
}

/**
 * Acknowledges what a policy of ours cannot name more narrowly. The policy holds nothing else, and keeps what it holds.
 */
export function acknowledgeUnscopable(policy: IConstruct, statement: PolicyStatement, reason: string): void {
  if (statement.effect === Effect.DENY) return;
  const arns = resourceTexts(policy, statement);
  for (const arn of new Set(arns.filter((each) => each.includes('*')))) {
    acknowledge(policy, [{ rule: `IAM5[Resource::${arn}]`, packs: ['AwsSolutions'], reason }]);
    if (arn.endsWith(':*/*')) {
      Validations.of(policy).acknowledge({ id: 'ServerlessSecurity::iam-wildcard-resource', reason });
    }
  }
}

/** The resources of a statement as cdk-nag prints them; a list that is only known after deployment is one text. */
export function resourceTexts(scope: IConstruct, { resources }: PolicyStatement): readonly string[] {
  return [Stack.of(scope).resolve(resources) as unknown].flat().map(flatten);
}

/** An attribute of a resource, of this stack or (by export or output, as the feature flags have it) of another. */
const attribute = /^(<\w+\.\w+>|[\w-]+:ExportsOutput\w+|\{"Fn::GetStackOutput":.*\})[/:]/;

const objectsOfOneBucket = /^arn:(<AWS::Partition>|[\w-]+):s3:::[^*?/]+\//;

/** Whether the ARN names one thing exactly, and any below it: `<Bucket.Arn>/*`, `arn:aws:s3:::name/photos/*`. */
function isWildcardBelowOneResource(arn: string): boolean {
  return /[*?]/.test(arn) && (attribute.test(arn) || objectsOfOneBucket.test(arn));
}

/** An ARN in the notation that cdk-nag prints: `<Bucket.Arn>/*`. */
export function flatten(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\$\{/g, '<').replace(/\}/g, '>');
  if (typeof value !== 'object' || value === null) return String(value);
  const intrinsic = value as Record<string, unknown>;
  if ('Ref' in intrinsic) return `<${String(intrinsic.Ref)}>`;
  if (Array.isArray(intrinsic['Fn::GetAtt'])) return `<${intrinsic['Fn::GetAtt'].join('.')}>`;
  if (Array.isArray(intrinsic['Fn::Join'])) {
    const [separator, parts] = intrinsic['Fn::Join'] as [string, unknown[]];
    return parts.map(flatten).join(separator);
  }
  if ('Fn::ImportValue' in intrinsic) return flatten(intrinsic['Fn::ImportValue']);
  return JSON.stringify(value);
}
