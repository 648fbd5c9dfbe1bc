import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RandomTexts } from './random-texts';
import { tokenForms } from './token-forms';
import { actionTable } from '../../src/facts/actions.generated';

/** A text, and whether it is a secret. */
export interface Case {
  readonly id: string;
  readonly source: string;
  readonly name: string;
  readonly text: string;
  readonly isSecret: boolean;
}

interface Fixture {
  readonly source: string;
  readonly secret: boolean;
  readonly name?: string;
  /** Back to front, so that no scanner of repositories takes the fixture for the real thing. */
  readonly reversed: string;
}

const arns = 150;
const random = new RandomTexts(20_260_922);

export function allCases(): Case[] {
  return [...fixtures(), ...tokens(), ...randomInnocents(), ...arnsOfAws()];
}

function fixtures(): Case[] {
  const written = JSON.parse(readFileSync(join(__dirname, 'fixtures.json'), 'utf8')) as readonly Fixture[];
  return written.map(({ source, secret, name = '', reversed }, index) => ({
    id: `${source} ${index}`,
    source,
    name,
    text: [...reversed].reverse().join(''),
    isSecret: secret,
  }));
}

/** Every form twice: as the value of a variable, and in a line of code or of a file. */
function tokens(): Case[] {
  const lines = [
    (name: string, value: string) => `${name} = "${value}"`,
    (name: string, value: string) => `"${name}": "${value}"`,
    (name: string, value: string) => `export ${name.toUpperCase()}=${value}`,
    (name: string, value: string) => `const ${name} = '${value}';`,
    (name: string, value: string) => `${name}: '${value}'`,
  ];
  return tokenForms
    .trim()
    .split('\n')
    .flatMap((line, index) => {
      const [provider, form] = line.split(' ');
      const name = `${provider}_api_token`;
      const id = `gitleaks ${provider} ${form}`;
      const base = { source: 'gitleaks (generated)', isSecret: true };
      return [
        { ...base, id: `${id} as a variable`, name: name.toUpperCase(), text: random.ofForm(form) },
        { ...base, id: `${id} in a line`, name: '', text: lines[index % lines.length](name, random.ofForm(form)) },
      ];
    });
}

/** What of AWS looks random, under the names that it stands under. */
function randomInnocents(): Case[] {
  const forms: readonly (readonly [string, string])[] = [
    ['REQUEST_ID', '{h8}-{h4}-4{h3}-a{h3}-{h12}'],
    ['KMS_KEY_ID', '{h8}-{h4}-4{h3}-a{h3}-{h12}'],
    ['COMMIT_SHA', '{h40}'],
    ['ASSET_HASH', '{h64}'],
    ['S3Key', '{h64}.zip'],
    ['ImageUri', '111122223333.dkr.ecr.eu-west-1.amazonaws.com/books@sha256:{h64}'],
    ['ETAG', '{h32}'],
    ['CodeSha256', '{a43}='],
    ['TABLE_NAME', 'Shop-BooksTable{H8}-{u13}'],
    ['FUNCTION_NAME', 'Shop-OrdersHandler{H8}-{a12}'],
    ['BUCKET_NAME', 'shop-uploadsbucket{h8}-{l12}'],
    ['STATE_MACHINE', 'OrdersMachine{H8}-{a12}'],
    ['SECRET_NAME', 'DatabaseSecret{H8}-{a12}'],
    ['API_ID', '{l10}'],
    ['RESTAPI_URL', 'https://{l10}.execute-api.eu-west-1.amazonaws.com/prod/'],
    ['FUNCTION_URL', 'https://{l32}.lambda-url.eu-west-1.on.aws/'],
    ['GRAPHQL_URL', 'https://{l26}.appsync-api.eu-west-1.amazonaws.com/graphql'],
    ['DISTRIBUTION_ID', 'E{u13}'],
    ['USER_POOL_ID', 'eu-west-1_{a9}'],
    ['USER_POOL_CLIENT_ID', '{l26}'],
    ['IDENTITY_POOL_ID', 'eu-west-1:{h8}-{h4}-{h4}-{h4}-{h12}'],
    ['SECRET_ARN', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:books-{a6}'],
    ['KEY_ARN', 'arn:aws:kms:eu-west-1:111122223333:key/{h8}-{h4}-{h4}-{h4}-{h12}'],
    ['CERTIFICATE_ARN', 'arn:aws:acm:eu-west-1:111122223333:certificate/{h8}-{h4}-{h4}-{h4}-{h12}'],
    ['VPC_ID', 'vpc-{h17}'],
    ['SUBNET_ID', 'subnet-{h17}'],
    ['TRACE_ID', '1-{h8}-{h24}'],
    ['VERSION_ID', '{a32}'],
    ['THUMBPRINT', '{h40}'],
    ['INTEGRITY', 'sha384-{b64}'],
    ['BUILD_ID', 'shop:{h8}-{h4}-{h4}-{h4}-{h12}'],
    ['SNAPSHOT', 'snap-{h17}'],
    ['LAYER', 'arn:aws:lambda:eu-west-1:111122223333:layer:shared{H8}:{d2}'],
    ['NONCE', '{a22}'],
    ['FONT', 'data:font/woff2;base64,{b120}'],
  ];
  return forms.flatMap(([name, form]) =>
    Array.from({ length: 4 }, (_, index) => ({
      id: `AWS form ${name} ${index}`,
      source: 'values of AWS (generated)',
      name,
      text: random.ofForm(form),
      isSecret: false,
    })),
  );
}

/** ARNs of the resource types in the service authorization reference, under names that tell where a secret is. */
function arnsOfAws(): Case[] {
  const names = ['RESOURCE_ARN', 'SECRET_ARN', 'TOKEN', 'API_KEY', 'RESOURCE', 'CREDENTIALS'];
  const formats = Object.entries(actionTable).flatMap(([service, table]) =>
    [...table.split('\n')[0].matchAll(/=~([^;]+)/g)].map(([, rest]) => ({ service, rest })),
  );
  return random.some(formats, arns).map(({ service, rest }, index) => ({
    id: `AWS ARN ${service} ${rest}`,
    source: 'values of AWS (generated)',
    name: names[index % names.length],
    text: `arn:aws:${service}:eu-west-1:111122223333:${rest.replace(/<\w+>/g, () => random.ofForm('{a12}'))}`,
    isSecret: false,
  }));
}
