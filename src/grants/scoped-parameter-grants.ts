import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { grantUseOfKey } from './limited-grant';
import { refuseUnlessLiteral } from './literal-text';
import type { ScopedGrantsProps } from './scoped-grants-props';
import { Refusals } from '../refusals/refusals';

/**
 * Grants on the Systems Manager parameters under one path of this account and region.
 */
export class ScopedParameterGrants {
  /**
   * Grants on the parameters under a path.
   *
   * Throws for a path that does not begin and end with `/`, is only that, is a token, or has `*`, `?` or `${…}`.
   *
   * @param scope anything in the stack whose account and region the parameters are in
   * @param path for example `/shop/prod/`
   */
  public static fromPath(scope: IConstruct, path: string, props: ScopedGrantsProps = {}): ScopedParameterGrants {
    const refusals = Refusals.of(scope);
    const instead = "write it from the first to the last slash, such as '/shop/prod/'";
    if (refuseUnlessLiteral(refusals, 'path', path, instead)) {
      refusals.addIf(!/^(\/[\w.-]+)+\/$/.test(path), `the path '${path}' is not one of parameters`, instead);
    }
    refusals.throwIfAny();
    return new ScopedParameterGrants(scope, path, props);
  }

  private constructor(
    private readonly scope: IConstruct,
    private readonly path: string,
    private readonly props: ScopedGrantsProps,
  ) {}

  /**
   * Allows to get the parameters under the path, by name or all of them; not their history, and not to change any.
   *
   * SecureString parameters are decrypted where their key is given, through Systems Manager and for this path.
   *
   * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html
   * @see https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html#parameter-store-encryption-context
   */
  public read(grantee: iam.IGrantable): iam.Grant {
    const stack = Stack.of(this.scope);
    const arn = (resource: string) =>
      stack.formatArn({ service: 'ssm', resource, arnFormat: ArnFormat.NO_RESOURCE_NAME });
    const parameters = arn(`parameter${this.path}*`);
    const get = iam.Grant.addToPrincipal({
      grantee,
      actions: ['ssm:GetParameter', 'ssm:GetParameters'],
      resourceArns: [parameters],
    });
    const byPath = iam.Grant.addToPrincipal({
      grantee,
      actions: ['ssm:GetParametersByPath'],
      resourceArns: [arn(`parameter${this.path.slice(0, -1)}`), parameters],
    });
    const read = get.combine(byPath);
    const key = this.props.encryptionKey;
    if (!key) return read;
    const useOfKey = grantUseOfKey({
      grantee,
      key,
      actions: ['kms:Decrypt'],
      service: 'ssm',
      of: key,
      encryptionContext: { PARAMETER_ARN: parameters },
      comparison: 'StringLike',
    });
    return read.combine(useOfKey);
  }
}
