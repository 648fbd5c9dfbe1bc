import { deployedArnOf, deployedText } from '../../../iam/deployed-text';
import { evaluate } from '../../../iam/evaluate';
import { letsStrangersIn } from '../../../iam/everybody';
import { accountNamed, isHomeAccount, isWholeAccount } from '../../../iam/home-account';
import { keepStrangersOut, nameTheSource } from '../../../iam/limiting-conditions';
import type { PlacedStatement } from '../../../iam/placed-statements';
import { placedStatements } from '../../../iam/placed-statements';
import { PolicyDocument } from '../../../iam/policy-document';
import { resourcePolicies } from '../../../iam/resource-policies';
import { not, some } from '../../../iam/truth';
import type { Truth } from '../../../iam/truth';
import type { Resource, Value } from '../../../template';

/** Somebody outside of the application whom a policy lets do something. */
export interface Stranger {
  /** `everybody`, `anybody through s3.amazonaws.com`, `account 111122223333`. */
  readonly who: string;
  readonly action: string;
  /** `unknown` where it depends on what only the deployment decides. */
  readonly truth: Truth;
  /** Whether the policy says who it is. */
  readonly isNamed: boolean;
  readonly at: Value;
}

/**
 * Services that say for nobody whom they act, where AWS documents the policy without a condition.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
 */
const sayNoSource: Readonly<Record<string, readonly string[]>> = {
  'AWS::SNS::Topic': ['events.amazonaws.com'],
};

/**
 * Whom the policies of a resource let do one of some actions, of those whom nobody here knows.
 *
 * @param limitedBy keys that say enough about what is done, whoever does it
 */
export function strangersWho(
  actions: readonly string[],
  resource: Resource,
  documents: readonly Value[],
  limitedBy: readonly string[] = [],
): readonly Stranger[] {
  return documents
    .flatMap((document) => placedStatements(document).statements)
    .flatMap((placed) => {
      const action = actions.find((name) => placed.statement.matchesAction(name) === 'yes');
      if (placed.statement.effect !== 'Allow' || action === undefined) return [];
      if (placed.statement.conditions.some(({ key }) => limitedBy.includes(key.toLowerCase()))) return [];
      return strangersIn(placed, resource)
        .filter(({ truth }) => truth !== 'no' && !isDenied(action, resource))
        .map((stranger) => ({ ...stranger, action }));
    });
}

/** Whom a statement lets in, of those whom nobody here knows. */
function strangersIn({ statement, at }: PlacedStatement, resource: Resource): readonly Omit<Stranger, 'action'>[] {
  const place = at.read(statement.notPrincipal ? 'NotPrincipal' : 'Principal');
  if (statement.notPrincipal) {
    return [{ who: 'everybody else', truth: not(keepStrangersOut(statement.conditions)), isNamed: false, at: place }];
  }
  const everybody = letsStrangersIn(statement);
  if (everybody !== 'no') return [{ who: 'everybody', truth: everybody, isNamed: false, at: place }];
  const named = statement.principal?.named ?? [];
  const exempt = Object.hasOwn(sayNoSource, resource.type) ? sayNoSource[resource.type] : [];
  const services = named
    .filter(({ type, term }) => type === 'Service' && !exempt.includes(term.toString()))
    .map(({ term }) => ({
      who: `anybody through ${term}`,
      truth: not(nameTheSource(statement.conditions)),
      isNamed: false,
      at: place,
    }));
  const accounts = named
    .filter(({ type }) => type === 'AWS')
    .map(({ term }) => term.toString())
    .filter((text) => isWholeAccount(text) && !isHomeAccount(accountNamed(text)!, resource))
    .map((text) => ({
      who: `account ${accountNamed(text)}`,
      truth: not(some([keepStrangersOut(statement.conditions), nameTheSource(statement.conditions)])),
      isNamed: true,
      at: place,
    }));
  return [...services, ...accounts];
}

/** Whether a statement that denies keeps a stranger out, be it by the organization or by the account. */
function isDenied(action: string, resource: Resource): boolean {
  const policies = resourcePolicies(resource);
  if (!policies.some(({ document }) => document.statements.some(({ effect }) => effect === 'Deny'))) return false;
  const { decision, statement } = evaluate(
    {
      principal: { kind: 'role', arn: 'arn:aws:iam::000000000000:role/Stranger' },
      action,
      resource: deployedArnOf(resource),
      resourceAccount: deployedText('${AWS::AccountId}', resource.template),
      context: { 'aws:SecureTransport': 'true', 'aws:SourceIp': '198.51.100.7' },
    },
    {
      identity: [{ name: 'what its own account allows it', document: everything }],
      resource: policies,
    },
  );
  return decision === 'denied' && statement?.statement?.effect === 'Deny';
}

const everything = PolicyDocument.of({ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } });
