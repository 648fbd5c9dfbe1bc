import { deployed } from './deployed-text';
import { onceForEach } from './once';
import type { NamedPolicy, Policies } from './policies';
import { PolicyDocument } from './policy-document';
import { administratorAccess, findManagedPolicy, managedPolicyName, onlyAllows } from '../facts/managed-policies';
import type { AwsManagedPolicy } from '../facts/managed-policies';
import { onceForResource } from '../template/once';
import { Alternatives, Unknown } from '../template/resolved';
import type { Resource } from '../template/resource';
import type { Value } from '../template/value';

/** The policies of a role or user of the application, and its permissions boundary. */
export function rolePolicies(role: Resource): RolePolicies {
  return onceForResource(role, readRolePolicies);
}

type RolePolicies = Pick<Policies, 'identity' | 'boundary'>;

function readRolePolicies(role: Resource): RolePolicies {
  const identity = role.template.application
    .policiesOf(role)
    .map(({ source, document, arn }) =>
      arn ? ofArn(arn) : namedBy(source, (name) => `a policy of ${name}`, readPolicy(document)),
    );
  const boundary = role.read('PermissionsBoundary');
  return { identity, ...(!boundary.isAbsent && { boundary: boundaryOf(boundary) }) };
}

/** A policy with a name that is made up when somebody asks, because most verdicts are read by nobody. */
export function namedBy(source: Resource, nameOf: (source: string) => string, document: PolicyDocument): NamedPolicy {
  return {
    get name() {
      return nameOf(source.toString());
    },
    document,
  };
}

/** The document that a property holds; one that is absent allows nothing. */
export function readPolicy(document: Value | undefined): PolicyDocument {
  if (!document || document.isAbsent) return PolicyDocument.of({ Statement: [] });
  return onceForEach(document, deployedPolicy);
}

function deployedPolicy(document: Value): PolicyDocument {
  return PolicyDocument.of(deployed(document.resolved, document.resource.template));
}

function boundaryOf(boundary: Value): NamedPolicy {
  const policy = boundary.target;
  return policy?.is('AWS::IAM::ManagedPolicy')
    ? namedBy(policy, (name) => `the boundary ${name}`, readPolicy(policy.read('PolicyDocument')))
    : ofArn(boundary);
}

/** A managed policy that is not part of the application: one of AWS that is known, or one that nobody can look into. */
function ofArn(arn: Value): NamedPolicy {
  const name = arn.text ?? 'a managed policy';
  const known = managedPolicyName(name) === administratorAccess.name ? administratorAccess : findManagedPolicy(name);
  if (known) return { name: known.name, document: documentOf(known) };
  if (onlyAllows(name)) return { name: managedPolicyName(name), document: anything };
  return { name, document: PolicyDocument.of(new Unknown(`${name} is not part of the application`, name)) };
}

/** What a policy of AWS may allow whose statements are not written down here. */
const anything = PolicyDocument.of({
  Statement: new Alternatives([
    { when: 'AWS wrote it into the policy', value: { Effect: 'Allow', Action: '*', Resource: '*' } },
    { when: 'AWS did not', value: undefined },
  ]),
});

const managedDocuments = new Map<AwsManagedPolicy, PolicyDocument>();

function documentOf(policy: AwsManagedPolicy): PolicyDocument {
  let document = managedDocuments.get(policy);
  if (!document) {
    document = PolicyDocument.of({
      Version: '2012-10-17',
      Statement: policy.statements.map(({ actions, resources, condition }) => ({
        Effect: 'Allow',
        Action: actions,
        Resource: resources.map((resource) => resource.replaceAll('${Partition}', '${AWS::Partition}')),
        ...(condition && { Condition: condition }),
      })),
    });
    managedDocuments.set(policy, document);
  }
  return document;
}
