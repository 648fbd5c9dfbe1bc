import type { Rule } from '../rules';
import { Framework } from './framework';

/** Whether a rule looks after a control of one of the frameworks; every rule does where none was named. */
export function isOfFrameworks({ references }: Rule, frameworks: readonly Framework[] | undefined): boolean {
  if (!frameworks) return true;
  const { owaspServerless = [], csaServerless = [], fsbp = [] } = references;
  return frameworks.some((framework) => {
    if (framework === Framework.OWASP_SERVERLESS_TOP_10) return owaspServerless.length > 0;
    if (framework === Framework.CSA_SERVERLESS) return csaServerless.length > 0;
    return fsbp.length > 0;
  });
}
