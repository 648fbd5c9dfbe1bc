import type { Rule } from '../../src/rules';
import { csaServerless, cwe, fsbp, owaspServerless, securityHub } from '../../src/rules/references';

type Names = Readonly<Record<string, string>>;

/** A published list of controls that rules refer to. */
export interface Framework {
  readonly title: string;
  readonly key: keyof Rule['references'];
  readonly names: Names;
  /** What of it is listed, where that is not all. */
  readonly scope?: string;
  link(id: string): string;
}

function securityHubPage(id: string): string {
  const service = id.split('.')[0].toLowerCase();
  return `https://docs.aws.amazon.com/securityhub/latest/userguide/${service}-controls.html#${id.toLowerCase().replace('.', '-')}`;
}

export const frameworks: readonly Framework[] = [
  {
    title: 'OWASP Top 10 (2017), interpretation for serverless',
    key: 'owaspServerless',
    names: owaspServerless,
    link: () => 'https://owasp.org/www-project-serverless-top-10/',
  },
  {
    title: 'CSA, The 12 Most Critical Risks for Serverless Applications',
    key: 'csaServerless',
    names: csaServerless,
    link: () => 'https://cloudsecurityalliance.org/blog/2019/02/11/critical-risks-serverless-applications/',
  },
  {
    title: 'AWS Foundational Security Best Practices',
    key: 'fsbp',
    names: fsbp,
    scope:
      'The controls of the services that rules look at; of EC2, GuardDuty, Inspector and AWS WAF only what concerns networks and functions.',
    link: securityHubPage,
  },
  {
    title: 'Other standards of AWS Security Hub',
    key: 'securityHub',
    names: securityHub,
    scope: 'Controls of its NIST, PCI DSS, CIS and tagging standards that rules look after, and those next to them.',
    link: securityHubPage,
  },
  {
    title: 'CWE',
    key: 'cwe',
    names: cwe,
    link: (id) => `https://cwe.mitre.org/data/definitions/${id.slice('CWE-'.length)}.html`,
  },
];

/** The rules that look after each control. */
export function coverage({ key, names }: Framework, rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  return new Map(
    Object.keys(names).map((id) => [
      id,
      rules.filter(({ references }) => (references[key] as readonly string[] | undefined)?.includes(id)),
    ]),
  );
}
