import { Stack } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { IConstruct } from 'constructs';

/** The alias under which a key is known, `alias/…`, where it is not known by itself. */
export function aliasOf(scope: IConstruct, key: kms.IKey | kms.IKeyRef | undefined): string | undefined {
  const arn = JSON.stringify(Stack.of(scope).resolve(key?.keyRef.keyArn)) ?? '';
  return /:(alias\/[^"]*)/.exec(arn)?.[1];
}

/** Whether AWS made the key, for all of the account. */
export function isAliasOfAws(alias: string | undefined): boolean {
  return alias?.startsWith('alias/aws/') === true;
}
