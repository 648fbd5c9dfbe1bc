import { writeFileSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';
import { expandActions, isWildcardOnly, resourceTypesFor } from '../src/facts/actions';
import { arnOf, evaluate, PolicyDocument } from '../src/iam';
import type { NamedPolicy, Verdict } from '../src/iam';
import { deployedText } from '../src/iam/deployed-text';
import { identityOf } from '../src/iam/permission-paths';
import { resourcePolicies } from '../src/iam/resource-policies';
import { rolePolicies } from '../src/iam/role-policies';
import { Application } from '../src/template';
import type { Resource } from '../src/template';

/**
 * What the roles of the bookstore's functions may do, before and after: every action that AWS has, on everything that the
 * app consists of and on something of the same kind that it does not. Writes `benchmarks/permissions.md`.
 */
interface Target {
  readonly arn: string;
  /** As the service authorization reference names it, where the ARN does not tell. */
  readonly kind?: string;
  /** What the resource says itself. */
  readonly policies: readonly NamedPolicy[];
}

/** The policy of most keys. */
const leftToIam: NamedPolicy = {
  name: 'the policy of the key',
  document: PolicyDocument.of({
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' },
      Action: 'kms:*',
      Resource: '*',
    },
  }),
};

/** Kinds that nothing else in the account stands for, but the same kind of thing that belongs to somebody else. */
const neighbours: readonly Target[] = [
  ['table', 'dynamodb:<R>:<A>:table/Neighbour'],
  ['index', 'dynamodb:<R>:<A>:table/Neighbour/index/ByDate'],
  ['stream', 'dynamodb:<R>:<A>:table/Neighbour/stream/2026-01-01T00:00:00.000'],
  ['backup', 'dynamodb:<R>:<A>:table/Neighbour/backup/01'],
  ['bucket', 's3:::neighbour'],
  ['object', 's3:::neighbour/portraits/x'],
  ['key', 'kms:<R>:<A>:key/neighbour'],
  ['function', 'lambda:<R>:<A>:function:Neighbour'],
  ['log group', 'logs:<R>:<A>:log-group:neighbour:*'],
  ['log stream', 'logs:<R>:<A>:log-group:neighbour:log-stream:x'],
  ['role', 'iam::<A>:role/Neighbour'],
  ['secret', 'secretsmanager:<R>:<A>:secret:neighbour'],
  ['queue', 'sqs:<R>:<A>:neighbour'],
].map(([name, arn]) => ({
  kind: name.startsWith('log ') ? name.replace(' ', '-') : undefined,
  policies: name === 'key' ? [leftToIam] : [],
  arn: `arn:\${AWS::Partition}:${arn.replace('<R>', '${AWS::Region}').replace('<A>', '${AWS::AccountId}')}`,
}));

/** What is inside a resource, and what of it is not the function's business. */
const inside: Readonly<Record<string, readonly string[]>> = {
  'AWS::S3::Bucket': ['', '/portraits/x', '/other/x'],
  'AWS::DynamoDB::Table': ['', '/index/x', '/stream/x', '/backup/x'],
};

/** Everything that a policy can name in the app, and next to it. */
function targetsOf(app: Application): readonly Target[] {
  const own = app.resources.flatMap((resource) => {
    const arn = arnOf(resource);
    if (!arn.startsWith('arn:')) return [];
    const policies = resourcePolicies(resource);
    if (resource.is('AWS::Logs::LogGroup')) {
      return [
        { arn, kind: 'log-group', policies },
        { arn: arn.replace(/:\*$/, ':log-stream:x'), kind: 'log-stream', policies },
      ];
    }
    return (inside[resource.type] ?? ['']).map((below) => ({ arn: arn + below, policies }));
  });
  return [...own, ...neighbours];
}

/** What Lambda and TLS say of a request of the code; it may say anything else itself. */
const ofCode = {
  'aws:SecureTransport': 'true',
  's3:TlsVersion': '1.3',
  'lambda:SourceFunctionArn': 'arn:aws:lambda:eu-west-1:111122223333:function:bookstore',
};

const everyAction = expandActions('*');

interface Count {
  readonly pairs: number;
  /** Of these, on what does not belong to the app. */
  readonly onNeighbours: number;
  /** Of these, only for some requests: for one partition key, through one service. */
  readonly limited: number;
  readonly actions: number;
  /** Without a resource: `cloudwatch:PutMetricData`. */
  readonly onEverything: number;
}

/** The pairs of action and resource that the role may, at least for some request. */
function countOf(role: Resource, targets: readonly Target[]): Count {
  const principal = identityOf(role);
  const policies = rolePolicies(role);
  const text = (value: string) => deployedText(value, role.template);
  const resourceAccount = text('${AWS::AccountId}');
  const ask = (action: string, arn: string, resource: readonly NamedPolicy[] = []): Verdict['decision'] =>
    evaluate(
      { principal, action, resource: text(arn), resourceAccount, context: ofCode, openContext: true },
      { ...policies, resource },
    ).decision;

  // Most actions are in no statement, on no resource.
  const statements = (policies.identity ?? []).flatMap(({ document }) => document.statements);
  const actions = everyAction.filter((action) =>
    statements.some((statement) => statement.effect !== 'Deny' && statement.matchesAction(action) !== 'no'),
  );
  const pairs = actions.flatMap((action) => {
    if (isWildcardOnly(action)) return [];
    return targets
      .filter(({ arn, kind }) => resourceTypesFor(action, arn).some(({ name }) => kind === undefined || name === kind))
      .map((target) => ({ action, target, decision: ask(action, target.arn, target.policies) }))
      .filter(({ decision }) => decision !== 'denied');
  });
  const onEverything = actions.filter((action) => isWildcardOnly(action) && ask(action, '*') !== 'denied');
  return {
    pairs: pairs.length,
    onNeighbours: pairs.filter(({ target }) => neighbours.includes(target)).length,
    limited: pairs.filter(({ decision }) => decision === 'unknown').length,
    actions: new Set(pairs.map(({ action }) => action)).size + onEverything.length,
    onEverything: onEverything.length,
  };
}

/** The roles of the functions that serve the two routes; helpers of the CDK are counted for themselves. */
function rolesOf(app: Application): ReadonlyMap<string, Resource> {
  const roles = app.ofType('AWS::Lambda::Function').map((fn) => {
    const [, name = ''] = fn.constructPath?.split('/') ?? [];
    return [name, fn.read('Role').target] as const;
  });
  return new Map(roles.filter((entry): entry is readonly [string, Resource] => entry[1] !== undefined));
}

process.env.CDK_VALIDATION = 'false';

// The examples import the package by its name, and what is measured is its source.
const resolver = Module as unknown as { _resolveFilename: (request: string, ...rest: unknown[]) => string };
const resolve = resolver._resolveFilename;
resolver._resolveFilename = (request, ...rest) =>
  resolve.call(Module, request === 'cdk-secure-serverless' ? join(__dirname, '../src') : request, ...rest);

/** Without the gate, which the raw one does not pass, and which is not measured here. */
function load(example: string): Application {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { BookstoreStack } = require(`../examples/${example}/bookstore-stack`) as {
    BookstoreStack: new (app: App, id: string) => Stack;
  };
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [], 'aws:cdk:enable-path-metadata': true } });
  new BookstoreStack(app, 'Bookstore');
  return Application.load([app.synth().directory]);
}

const apps: readonly (readonly [name: string, app: Application])[] = [
  ['before', load('bookstore-raw')],
  ['after', load('bookstore')],
];

const rows = apps.flatMap(([when, app]) => {
  const targets = targetsOf(app);
  const counts = [...rolesOf(app)].map(([name, role]) => [name, countOf(role, targets)] as const);
  const sum = (of: keyof Count) => counts.reduce((total, [, count]) => total + count[of], 0);
  const total: Count = {
    pairs: sum('pairs'),
    onNeighbours: sum('onNeighbours'),
    limited: sum('limited'),
    actions: sum('actions'),
    onEverything: sum('onEverything'),
  };
  return [...counts, ['**all**', total] as const].map(
    ([name, { pairs, onNeighbours, limited, actions, onEverything }]) =>
      `| ${when} | ${name} | ${actions} | ${pairs} | ${onNeighbours} | ${limited} | ${onEverything} |`,
  );
});

const document = `# What the bookstore's roles may do

Pairs of action and resource that the policies of a role allow for at least one request: each of the ${everyAction.length} actions
that the service authorization reference has, on everything of the app that a policy can name (and inside of it: objects
under \`portraits/\` and elsewhere, indexes, streams, backups, log streams), and on one neighbour of each kind that does not
belong to the app. *Before* is \`examples/bookstore-raw\`, as in a tutorial, with the grants of the CDK; *after* is
\`examples/bookstore\`. *Limited* are those that hold for some requests only: for the items of one partition key, or a key
through one service and for one resource.

| | role | actions | pairs | on neighbours | limited | without a resource |
|---|---|---|---|---|---|---|
${rows.join('\n')}

\`npm run bench:permissions\` writes this file.
`;

writeFileSync(join(__dirname, 'permissions.md'), document);
console.log(document);
