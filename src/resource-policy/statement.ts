/** A statement of a resource policy as it stands in the template. */
export interface WrittenStatement {
  readonly Sid?: string;
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Principal?: unknown;
  readonly NotPrincipal?: unknown;
  readonly Resource?: unknown;
  readonly Condition?: Record<string, Record<string, unknown>>;
}

/** What was written that is too wide, and what to write instead. */
export type Fault = readonly [got: string, instead: string];

/** Conditions that leave only known callers of what would be everybody. */
const callers = [
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourcevpce',
  'aws:sourcevpc',
  'kms:calleraccount',
];

/** Conditions that say for whom a service acts. */
const sources = [
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:principalorgid',
  'aws:referer',
  'kms:calleraccount',
  'kms:viaservice',
];

/** The statements of a rendered policy document. */
export function statementsIn(policy: unknown): WrittenStatement[] {
  const statements = (policy as { Statement?: unknown } | undefined)?.Statement;
  return Array.isArray(statements) ? (statements as WrittenStatement[]) : [];
}

/** The ways in which a statement lets in more than it names, whatever it is a policy of. */
export function openings(statement: WrittenStatement): Fault[] {
  if (statement.Effect === 'Deny') return [];
  const found: Fault[] = [];
  if (statement.NotPrincipal !== undefined) {
    found.push(["'notPrincipals' lets everybody else in", "list who is let in with 'principals'"]);
  }
  if (statement.NotAction !== undefined) {
    found.push(["'notActions' allows every other action", "list what is allowed in 'actions'"]);
  }
  if (isAnybody(statement.Principal) && !isLimitedBy(statement, callers)) {
    found.push([
      "principal '*' lets every AWS account in",
      "name the principals, or add a condition such as 'aws:PrincipalOrgID'",
    ]);
  }
  return found;
}

/** Whether an allowed service could be made to act for somebody else's account. */
export function isConfusable(statement: WrittenStatement): boolean {
  return (
    statement.Effect !== 'Deny' &&
    servicesIn(statement.Principal).length > 0 &&
    !isLimitedBy(statement, sources) &&
    !namesOf(statement).some((name) => name.startsWith('kms:encryptioncontext:'))
  );
}

/** The service principals that a statement names, with their suffix. */
export function servicesIn(principal: unknown): unknown[] {
  if (principal === null || typeof principal !== 'object') return [];
  return [(principal as { Service?: unknown }).Service ?? []].flat();
}

export function isAnybody(principal: unknown): boolean {
  if (principal === '*') return true;
  return principal !== null && typeof principal === 'object' && Object.values(principal).flat().includes('*');
}

function isLimitedBy({ Condition }: WrittenStatement, keys: readonly string[]): boolean {
  return Object.entries(Condition ?? {}).some(
    ([operator, names]) =>
      /^(String|Arn)(Equals|EqualsIgnoreCase|Like)$/.test(operator) &&
      Object.entries(names).some(
        ([name, value]) => keys.includes(name.toLowerCase()) && [value].flat().every(leavesSomebodyOut),
      ),
  );
}

/** Whether a value of a condition is more than wildcards: an ARN has to name an account, or something that has none. */
function leavesSomebodyOut(value: unknown): boolean {
  if (typeof value !== 'string' || !/[*?]/.test(value)) return true;
  if (!/^arn(:|[*?])/.test(value)) return !/^[*?]*$/.test(value);
  const [, , , , account = '*', resource = '*'] = value.split(':');
  return account === '' ? !/^[*?]/.test(resource) : !/[*?]/.test(account);
}

function namesOf({ Condition }: WrittenStatement): string[] {
  return Object.values(Condition ?? {}).flatMap((names) => Object.keys(names).map((name) => name.toLowerCase()));
}
