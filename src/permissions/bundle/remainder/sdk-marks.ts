import { isBuiltin } from 'node:module';

/** What only the module of the SDK exports that it is, of the text of one without its path. */
export function moduleOf(body: string): string | undefined {
  if (body.includes('.DynamoDBDocumentClient=')) return '@aws-sdk/lib-dynamodb';
  if (body.includes('.S3RequestPresigner=')) return '@aws-sdk/s3-request-presigner';
  if (body.includes('.createPresignedPost=')) return '@aws-sdk/s3-presigned-post';
  if (body.includes('.Upload=') && /\bCreateMultipartUploadCommand\b/.test(body)) return '@aws-sdk/lib-storage';
  if (!body.includes('Client"')) return undefined;
  const client = /[\w$]\([\w$]+,"\w+","([A-Z]\w*)Client",[\w$]+\)|\.n\("([A-Z]\w*)Client","\w+Command"\)/.exec(body);
  const name = client?.[1] ?? client?.[2];
  return name !== undefined && body.includes(`.${name}Client=`) ? `@aws-sdk/client-${name.toLowerCase()}` : undefined;
}

/** Commands that clients call by themselves, or that credentials are made with, which no function needs: it has those of its role. */
const ofClients =
  /^(?:CreateToken|CreateOAuth2Token|GetRoleCredentials|AssumeRole|GetId|GetCredentialsForIdentity|CreateSession$|DescribeEndpoints$)/;

const packages =
  /["'`/](?:@aws-sdk\/(?:client-|lib-|s3-|polly-|credential-providers)[\w-]*|@aws-lambda-powertools\/(?:parameters|idempotency)|aws-sdk)["'`/]/;

/** Whether a module names something of the SDK that people call, with names that minifying leaves. */
export function touchesSdk(body: string): boolean {
  return (body.includes('aws-') && packages.test(body)) || hasCommands(body);
}

/** Whether commands are made in it. */
function hasCommands(body: string): boolean {
  if (body.includes('Client"')) {
    if (/"\w+Client","\w+Command"/.test(body)) return true;
    if (/, ?"\w+", ?"(?!SSO|Signin|STS)[A-Z]\w*Client", ?[\w$]+\)/.test(body)) return true;
  }
  if (!body.includes('extends ')) return false;
  const classes = body.matchAll(/extends [\w$]+\([\w$]+, ?[\w$]+, ?"([A-Z]\w*)"/g);
  return [...classes].some(([, operation]) => !ofClients.test(operation));
}

/** The same of a piece of code in which everything stands side by side, with what it loads from outside. */
export function namesSdk(text: string): boolean {
  return (
    hasCommands(text) ||
    (text.includes('transactWrite') && text.includes('batchExecuteStatement')) ||
    text.includes('__uploadUsingPut') ||
    (/\b(?:require|import)\b/.test(text) && loads(text))
  );
}

/** `makeBuilder(parameters, "AmazonS3", "S3Client", plugin)` */
const builder = /^var [\w$]+=[\w$]+\([\w$]+,"\w+","\w+Client",[\w$]+\);$/;
const command = /^var [\w$]+=class extends (?:[\w$]+\([\w$]+,[\w$]+,"\w+",[\w$]+\)|.*\.n\("\w+Client",)/;

/** Whether it is a client, a command or what makes commands: what these name is the inside of the SDK. */
export function isInsideOfSdk(text: string): boolean {
  return (
    builder.test(text) ||
    command.test(text) ||
    (/^(?:var [\w$]+=)?class [^{]*\{/.test(text) && text.includes('this.initConfig='))
  );
}

/** Whether it loads, or may load, something that is no part of Node.js. */
function loads(text: string): boolean {
  if (/\btypeof require\b|\bcreateRequire\b|\b(?:require|import)\((?!")/.test(text)) return true;
  const modules = text.matchAll(/\b(?:require\(|import\(|from|import) ?"([^"]+)"/g);
  return [...modules].some(([, module]) => !isBuiltin(module));
}
