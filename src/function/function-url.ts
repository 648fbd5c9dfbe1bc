import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { enforce, type EnforcedProperty, insecureProperties } from '../enforced/enforced';
import { judgeReferrers } from '../enforced/second-writer';
import { Refusals } from '../refusals/refusals';

/** The options of a URL whose callers sign with IAM, and whose answers pages of named origins read. */
export function limitedUrl(fn: IConstruct, options: lambda.FunctionUrlOptions): lambda.FunctionUrlOptions {
  const origins = options.cors?.allowedOrigins ?? [];
  const refusals = Refusals.of(fn);
  refusals.addIf(
    options.authType === lambda.FunctionUrlAuthType.NONE,
    "'authType: NONE' lets everybody on the internet invoke the function",
    "leave it out, callers sign with IAM; put a 'SecureApi' in front for others",
  );
  refusals.addIf(
    origins.some((origin) => origin.includes('*')),
    `'allowedOrigins: ${origins.join(', ')}' lets every web page read the answers`,
    "list the origins of your pages, such as 'https://www.example.com'",
  );
  refusals.throwIfAny();
  return { ...options, authType: lambda.FunctionUrlAuthType.AWS_IAM };
}

const limits: EnforcedProperty[] = [
  {
    path: 'AuthType',
    value: lambda.FunctionUrlAuthType.AWS_IAM,
    rule: 'lambda-url-auth-none',
    instead: "let callers sign with IAM; put a 'SecureApi' in front for others",
  },
  {
    path: 'Cors.AllowOrigins',
    accepts: (got) => !JSON.stringify(got ?? []).includes('*'),
    rule: 'lambda-url-cors-wildcard',
    instead: "list the origins of your pages, such as 'https://www.example.com'",
  },
];

/** The URL of a function is for callers who sign with IAM, and for pages of named origins. */
export function holdUrl(url: lambda.FunctionUrl): void {
  enforce(url, url.node.defaultChild as lambda.CfnUrl, limits);
}

/** So is every other URL that leads to the function: one of an alias, or one that stands by itself, does not ask it. */
export function judgeUrls(fn: lambda.Function): void {
  judgeReferrers(fn.node.defaultChild as lambda.CfnFunction, {
    type: 'AWS::Lambda::Url',
    property: 'TargetFunctionArn',
    judge: (url) => insecureProperties(url, limits, 'is'),
  });
}
