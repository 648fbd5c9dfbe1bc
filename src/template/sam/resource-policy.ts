import { isIntrinsic, listOf, madeByTransform, rewrite } from './raw';
import { policyDocument } from './role';
import { isObject } from '../parse';
import type { JsonObject } from '../parse';

type Statements = (values: readonly unknown[]) => readonly JsonObject[];

const call = { Action: 'execute-api:Invoke', Resource: ['execute-api:/*'] };
const everybody: JsonObject = { Effect: 'Allow', Principal: '*', ...call };

const unless =
  (operator: string, key: string): Statements =>
  (values) => [everybody, { Effect: 'Deny', Principal: '*', ...call, Condition: { [operator]: { [key]: values } } }];

/** By property: the statements that it stands for. Networks and endpoints are told apart by their names. */
const kinds: Readonly<Record<string, Statements>> = {
  AwsAccountWhitelist: (accounts) => [{ Effect: 'Allow', Principal: { AWS: accounts }, ...call }],
  AwsAccountBlacklist: (accounts) => [{ Effect: 'Deny', Principal: { AWS: accounts }, ...call }],
  IpRangeWhitelist: unless('NotIpAddress', 'aws:SourceIp'),
  IpRangeBlacklist: unless('IpAddress', 'aws:SourceIp'),
  IntrinsicVpcWhitelist: unless('StringNotEquals', 'aws:SourceVpc'),
  IntrinsicVpcBlacklist: unless('StringEquals', 'aws:SourceVpc'),
  IntrinsicVpceWhitelist: unless('StringNotEquals', 'aws:SourceVpce'),
  IntrinsicVpceBlacklist: unless('StringEquals', 'aws:SourceVpce'),
  SourceVpcWhitelist: bySource('StringNotEquals'),
  SourceVpcBlacklist: bySource('StringEquals'),
};

function bySource(operator: string): Statements {
  return (values) => {
    const isEndpoint = (value: unknown) => String(value).startsWith('vpce-');
    const [endpoints, networks] = [values.filter(isEndpoint), values.filter((value) => !isEndpoint(value))];
    const ofKind = (key: string, ones: readonly unknown[]) =>
      ones.length > 0 ? unless(operator, key)(ones).slice(1) : [];
    return [everybody, ...ofKind('aws:SourceVpc', networks), ...ofKind('aws:SourceVpce', endpoints)];
  };
}

/**
 * The policy of a REST API.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-resourcepolicystatement.html
 */
export function resourcePolicyOf(policy: unknown): unknown {
  return rewrite(policy, (plain) => {
    if (!isObject(plain)) return madeByTransform;
    const { CustomStatements: custom, ...lists } = plain;
    const entries = Object.entries(lists);
    if (entries.some(([name, values]) => !Object.hasOwn(kinds, name) || isIntrinsic(values))) return madeByTransform;
    if (isIntrinsic(custom)) return entries.length > 0 ? madeByTransform : policyDocument(custom);
    const statements = entries.flatMap(([name, values]) => kinds[name](listOf(values)));
    return policyDocument([...statements, ...listOf(custom)]);
  });
}
