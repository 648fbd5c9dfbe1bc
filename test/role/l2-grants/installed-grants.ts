import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The modules of aws-cdk-lib whose resources the function of a serverless app is granted. */
export const modules = [
  'appconfig',
  'appsync',
  'cloudwatch',
  'cognito',
  'dynamodb',
  'events',
  'kinesis',
  'kinesisfirehose',
  'kms',
  'lambda',
  's3',
  'secretsmanager',
  'sns',
  'sqs',
  'ssm',
  'stepfunctions',
] as const;

interface Method {
  readonly name: string;
  readonly static?: boolean;
  readonly parameters?: readonly { readonly type: unknown }[];
  readonly returns?: { readonly type: unknown };
}

interface Type {
  readonly kind: string;
  readonly name: string;
  readonly methods?: readonly Method[];
}

interface Assembly {
  readonly version: string;
  readonly types: Readonly<Record<string, Type>>;
}

const home = dirname(require.resolve('aws-cdk-lib/package.json'));

/** What the installed aws-cdk-lib says of itself. */
const assembly = readAssembly('.jsii');

export const installedVersion = assembly.version;

/**
 * Every method of the modules that gives somebody a permission, as `s3.BucketBase.grantRead`: by its name, by what it
 * returns, and everything of a facade that takes who is granted. Interfaces are left out, their methods are those of a class.
 */
export function installedGrants(): string[] {
  return modules.flatMap((module) =>
    Object.entries(assembly.types)
      .filter(([name, { kind }]) => name.startsWith(`aws-cdk-lib.aws_${module}.`) && kind === 'class')
      .flatMap(([, type]) => (type.methods ?? []).filter(isGrant).map(({ name }) => `${module}.${type.name}.${name}`)),
  );
}

function isGrant({ name, parameters = [], returns }: Method): boolean {
  const names = (value: unknown, type: string) => JSON.stringify(value ?? '').includes(`"aws-cdk-lib.aws_iam.${type}"`);
  return (
    /^grant/i.test(name) || names(returns?.type, 'Grant') || parameters.some(({ type }) => names(type, 'IGrantable'))
  );
}

function readAssembly(file: string): Assembly {
  const content = readFileSync(join(home, file));
  const read = JSON.parse(String(file.endsWith('.gz') ? gunzipSync(content) : content)) as {
    readonly schema: string;
    readonly filename: string;
  };
  return read.schema === 'jsii/file-redirect' ? readAssembly(read.filename) : (read as unknown as Assembly);
}
