import type * as appconfig from 'aws-cdk-lib/aws-appconfig';
import * as iam from 'aws-cdk-lib/aws-iam';

/**
 * Grants on one environment of AWS AppConfig.
 *
 * Works with an `Environment` and an imported one.
 */
export class ScopedConfigurationGrants {
  /**
   * Grants on an environment.
   */
  public static fromEnvironment(environment: appconfig.IEnvironment): ScopedConfigurationGrants {
    return new ScopedConfigurationGrants(environment);
  }

  private constructor(private readonly environment: appconfig.IEnvironment) {}

  /**
   * Allows to get what is deployed of one profile to the environment; not of the other profiles, which the L2's
   * `grantReadConfig` allows, and not to change or deploy any.
   *
   * @see https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-retrieving-simplified-methods.html
   */
  public readProfile(grantee: iam.IGrantable, profile: appconfig.IConfiguration): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['appconfig:StartConfigurationSession', 'appconfig:GetLatestConfiguration'],
      resourceArns: [`${this.environment.environmentArn}/configuration/${profile.configurationProfileId}`],
    });
  }
}
