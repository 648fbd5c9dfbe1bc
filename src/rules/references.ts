import { cwe } from './cwe';
import { fsbp } from './fsbp';
import { securityHub } from './security-hub';

/**
 * OWASP Top 10 (2017): Interpretation for Serverless, of 2018: the risks of the Top 10 of 2017, told for serverless.
 *
 * Checked in November 2026 against the table of contents and the chapters (`0xS1-injection.md`…).
 *
 * @see https://owasp.org/www-project-serverless-top-10/
 * @see https://github.com/OWASP/Serverless-Top-10-Project/tree/master/2018/en
 */
export const owaspServerless = {
  S1: 'Injection',
  S2: 'Broken Authentication',
  S3: 'Sensitive Data Exposure',
  S4: 'XML External Entities (XXE)',
  S5: 'Broken Access Control',
  S6: 'Security Misconfiguration',
  S7: 'Cross-Site Scripting (XSS)',
  S8: 'Insecure Deserialization',
  S9: 'Using Components with Known Vulnerabilities',
  S10: 'Insufficient Logging and Monitoring',
} as const;

/**
 * The 12 Most Critical Risks for Serverless Applications, Cloud Security Alliance, February 2019.
 *
 * Checked in November 2026 against the announcement, which lists them.
 *
 * @see https://cloudsecurityalliance.org/blog/2019/02/11/critical-risks-serverless-applications/
 */
export const csaServerless = {
  'SAS-1': 'Function Event Data Injection',
  'SAS-2': 'Broken Authentication',
  'SAS-3': 'Insecure Serverless Deployment Configuration',
  'SAS-4': 'Over-Privileged Function Permissions & Roles',
  'SAS-5': 'Inadequate Function Monitoring and Logging',
  'SAS-6': 'Insecure Third-Party Dependencies',
  'SAS-7': 'Insecure Application Secrets Storage',
  'SAS-8': 'Denial of Service & Financial Resource Exhaustion',
  'SAS-9': 'Serverless Business Logic Manipulation',
  'SAS-10': 'Improper Exception Handling and Verbose Error Messages',
  'SAS-11': 'Obsolete Functions, Cloud Resources and Event Triggers',
  'SAS-12': 'Cross-Execution Data Persistency',
} as const;

export type OwaspServerless = keyof typeof owaspServerless;
export type CsaServerless = keyof typeof csaServerless;
export type Fsbp = keyof typeof fsbp;
export type SecurityHub = keyof typeof securityHub;
export type Cwe = keyof typeof cwe;
export { cwe, fsbp, securityHub };

/** Which controls of published frameworks a rule looks after. */
export interface RuleReferences {
  readonly owaspServerless?: readonly OwaspServerless[];
  readonly csaServerless?: readonly CsaServerless[];
  /** Controls of AWS Foundational Security Best Practices. */
  readonly fsbp?: readonly Fsbp[];
  /** Controls of other standards of AWS Security Hub. */
  readonly securityHub?: readonly SecurityHub[];
  readonly cwe?: readonly Cwe[];
}
