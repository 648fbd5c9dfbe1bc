/**
 * What a rule of your own found at a resource.
 */
export class RuleFinding {
  /**
   * Something is wrong.
   *
   * @param at the CloudFormation path of the property, for example `VpcConfig.SubnetIds`; an empty text for the resource as a whole
   * @param wanted what should stand there, as the end of "wanted …"
   */
  public static wrong(at: string, wanted: string): RuleFinding {
    return new RuleFinding(true, at, wanted);
  }

  /**
   * It cannot be told from the template whether something is wrong: reported as `<rule>[unknown]`, a warning.
   *
   * @param at the CloudFormation path of the property; an empty text for the resource as a whole
   * @param because why not, as the end of "cannot tell …"; without it, what the property says (`RuleValue.because`)
   */
  public static cannotTell(at: string, because?: string): RuleFinding {
    return new RuleFinding(false, at, because);
  }

  private constructor(
    /** Whether something is wrong; false where it cannot be told. */
    public readonly isWrong: boolean,
    /** The CloudFormation path of the property; empty for the resource as a whole. */
    public readonly at: string,
    /** What was wanted, or why it cannot be told. */
    public readonly explanation?: string,
  ) {}
}
