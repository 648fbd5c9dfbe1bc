import type * as lambda from 'aws-cdk-lib/aws-lambda';

/**
 * Who may call what on the internet.
 */
export interface AllowEgressOptions {
  /**
   * The names that may be called over HTTPS: `api.example.com` is that host, `.example.com` the domain and all hosts below it.
   *
   * In lower case, and none of AWS's, whose services have endpoints.
   */
  readonly domains: string[];

  /**
   * Why the app has to call them itself; stands in the acknowledgements of what this opens, and in the metadata of the firewalls.
   */
  readonly reason: string;

  /**
   * The functions of this network that call them; the others stay closed.
   */
  readonly functions: lambda.Function[];
}
