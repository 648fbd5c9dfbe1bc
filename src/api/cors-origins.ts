import { Token } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Refusals } from '../refusals/refusals';

const header = /(^|\.)access-control-allow-origin$/i;

/** Refuses CORS that lets every web page use the API in its visitor's name. */
export function refuseOrigins(refusals: Refusals, prop: string, cors: apigateway.CorsOptions | undefined): void {
  for (const origin of cors?.allowOrigins ?? []) {
    refusals.addIf(
      isAnyOrigin(origin),
      `'${prop}' with origin '${origin}' lets every web page call the API and read its answers`,
      "name the origins, such as 'https://www.example.com'",
    );
  }
}

/** The values of the header, in a table of response parameters, that name no origin. */
export function anyOrigins(responseParameters: unknown): string[] {
  if (responseParameters === null || typeof responseParameters !== 'object') return [];
  return Object.entries(responseParameters)
    .filter(([name, value]) => header.test(name) && typeof value === 'string' && namesNoOrigin(value))
    .map(([, value]) => value as string);
}

/** The templates that answer with the origin of whoever asks, without comparing it to any. */
export function echoedOrigins(templates: unknown): string[] {
  if (templates === null || typeof templates !== 'object') return [];
  return Object.values(templates)
    .filter((template): template is string => typeof template === 'string')
    .flatMap((template) => {
      const found = /Access-Control-Allow-Origin\s*=\s*("\*"|'\*'|\$[\w.]+)/i.exec(template);
      if (!found) return [];
      return found[1].includes('*') || !/\$\w+\s*==\s*["']/.test(template) ? [found[1]] : [];
    });
}

/** A mapping that copies a header of the request allows whichever origin asks. */
function namesNoOrigin(mapping: string): boolean {
  if (/^(integration|method)\.request\./.test(mapping)) return true;
  const literal = /^'(.*)'$/.exec(mapping);
  return literal !== null && isAnyOrigin(literal[1]);
}

/** `null` is what sandboxed frames and local files send: anybody can make one. */
function isAnyOrigin(origin: string): boolean {
  return !Token.isUnresolved(origin) && (origin.includes('*') || origin.trim() === 'null');
}
