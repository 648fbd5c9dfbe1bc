/**
 * A published list of controls, to which the gate can be narrowed.
 */
export class Framework {
  /**
   * OWASP Top 10 (2017): Interpretation for Serverless.
   *
   * @see https://owasp.org/www-project-serverless-top-10/
   */
  public static readonly OWASP_SERVERLESS_TOP_10 = new Framework('OWASP_SERVERLESS_TOP_10');

  /**
   * The 12 Most Critical Risks for Serverless Applications, Cloud Security Alliance.
   *
   * @see https://cloudsecurityalliance.org/artifacts/the-12-most-critical-risks-for-serverless-applications
   */
  public static readonly CSA_SERVERLESS = new Framework('CSA_SERVERLESS');

  /**
   * AWS Foundational Security Best Practices, a standard of AWS Security Hub.
   *
   * @see https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html
   */
  public static readonly AWS_FSBP = new Framework('AWS_FSBP');

  private constructor(
    /** The name of the list. */
    public readonly name: string,
  ) {}
}
