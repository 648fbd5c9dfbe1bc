import { isBuiltin } from 'node:module';
import { isKnownClient } from './sdk-exports';

/** Libraries that call no service with the function's role, or only as `sdk-exports.ts` says. */
const harmless = [
  /^@smithy\/(?!signature-v4$)/,
  /^@aws-sdk\/(?!client-|(?:signature-v4|rds-signer|dsql-signer)$)/,
  /^@aws-lambda-powertools\/(?:commons|event-handler|idempotency|jmespath|kafka|logger|metrics|parameters|parser|tracer|validation|batch)(?:\/|$)/,
  /^@aws\/lambda-invoke-store$/,
  /^aws-xray-sdk(?:-core)?$/,
  /^tslib$/,
];

/** Whether all that a module does with the role of the function is known, although it is not in the bundle. */
export function isKnownOutside(module: string, installed: ReadonlySet<string>): boolean {
  if (isBuiltin(module)) return true;
  if (module.startsWith('@aws-sdk/client-')) return isKnownClient(module);
  return (
    harmless.some((form) => form.test(module)) || (installed.has(packageOf(module)) && ![...installed].some(callsAws))
  );
}

function packageOf(module: string): string {
  return module.split('/', module.startsWith('@') ? 2 : 1).join('/');
}

/** Packages that what stands beside them can call AWS with. */
function callsAws(name: string): boolean {
  return /^(?:@aws-sdk\/|@smithy\/|@aws-crypto\/|aws-sdk$|aws4)/.test(name);
}
