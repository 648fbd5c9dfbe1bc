/**
 * What went wrong, in words that may be shown to everybody.
 *
 * CloudFormation shows them in its events. Messages of the SDK never get there: where SSM refuses a value, its message
 * repeats it.
 */
export class Failure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Failure';
  }
}

/** The code of an error, if it is one, and nothing else of it. */
export function codeOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  return /^[A-Za-z]{1,60}$/.test(name) ? name : 'UnknownError';
}

const explanations: Readonly<Record<string, string>> = {
  AccessDeniedException:
    'the policy of this function, the key policy or an SCP denies it (if it was just deployed: deploy again)',
  HierarchyLevelLimitExceededException: 'a name has at most 15 levels',
  InvalidKeyId: 'the key does not exist, is disabled, or is to be deleted',
  ParameterLimitExceeded: 'the account has as many parameters as it may have in this region',
  ParameterMaxVersionLimitExceeded: 'the oldest of its 100 versions has a label: move the label',
  ParameterPatternMismatchException: "the value does not match 'allowedPattern'",
  ThrottlingException: 'SSM is asked too often in this account: deploy again',
  TooManyUpdates: 'somebody else changes the parameter: deploy again',
  ValidationException: 'SSM does not accept the name, the description, the tier or the pattern',
};

export function failureOf(action: string, name: string, error: unknown): Failure {
  if (error instanceof Failure) return error;
  const code = codeOf(error);
  const explained = Object.hasOwn(explanations, code) ? `: ${explanations[code]}` : '';
  return new Failure(`${action} of parameter '${name}' failed with ${code}${explained}`);
}
