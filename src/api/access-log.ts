import { Token } from 'aws-cdk-lib';
import { accessLogFields } from './api-defaults';

/** The JSON that every access is logged as. */
export const accessLogFormat = JSON.stringify(accessLogFields);

/**
 * What an access log must not hold, and why.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
const secretVariables: readonly [pattern: RegExp, why: string][] = [
  [/\$context\.authorizer\b[\w.-]*/, 'what the authorizer knows about a person, or a token itself'],
  [/\$context\.identity\.apiKey\b/, 'an API key that whoever reads the log can use'],
  [/\$context\.identity\.cognitoAuthenticationProvider\b/, 'the identity of a person'],
  [/\$context\.error\.message(String)?\b/, 'headers that were signed, session tokens among them'],
  [/\$context\.error\.validationErrorString\b/, 'parts of bodies'],
  [/\$context\.(request|response)Override\b[\w.-]*/, 'headers and bodies'],
];

/** Why the format is no good for an access log, or nothing. */
export function accessLogFault(format: unknown): string | undefined {
  if (typeof format !== 'string' || Token.isUnresolved(format)) return undefined;
  for (const [pattern, why] of secretVariables) {
    const found = pattern.exec(format);
    if (found) return `'${found[0]}' in an access log writes down ${why}`;
  }
  return isJson(format) ? undefined : `the access log format '${shortened(format)}' is not JSON`;
}

function isJson(format: string): boolean {
  try {
    return typeof JSON.parse(format.replace(/\$context\.[\w.-]+/g, '0')) === 'object';
  } catch {
    return false;
  }
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
