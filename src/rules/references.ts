import { cwe } from './cwe';
import { fsbp } from './fsbp';

/**
 * OWASP Top 10 (2017): Interpretation for Serverless.
 *
 * @see https://owasp.org/www-project-serverless-top-10/
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
 * The 12 Most Critical Risks for Serverless Applications, Cloud Security Alliance.
 *
 * @see https://cloudsecurityalliance.org/artifacts/the-12-most-critical-risks-for-serverless-applications
 */
export const csaServerless = {
  'SAS-1': 'Function Event-Data Injection',
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
export type Cwe = keyof typeof cwe;
export { cwe, fsbp };

/** Which controls of published frameworks a rule looks after. */
export interface RuleReferences {
  readonly owaspServerless?: readonly OwaspServerless[];
  readonly csaServerless?: readonly CsaServerless[];
  /** Controls of AWS Security Hub: its Foundational Security Best Practices, or another of its standards. */
  readonly fsbp?: readonly Fsbp[];
  readonly cwe?: readonly Cwe[];
}
