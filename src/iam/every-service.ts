import { isEverybody } from './everybody';
import { nameTheSource } from './limiting-conditions';
import type { Statement } from './statement';
import { all } from './truth';
import type { Truth } from './truth';

/** What only a service says when it acts for somebody: no caller has these keys by itself. */
const ofServices = /^aws:source(arn|account|orgid|orgpaths)$/i;

/** Whether a statement is for everybody and names the source only: it lets in every service that acts for that source. */
export function letsEveryServiceIn({ principal, conditions }: Statement): Truth {
  const aboutSource = conditions.filter(({ key }) => ofServices.test(key));
  const others = conditions.filter((condition) => !aboutSource.includes(condition));
  if (nameTheSource(others) === 'yes') return 'no';
  return all([isEverybody(principal), nameTheSource(aboutSource)]);
}
