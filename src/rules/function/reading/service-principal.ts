import type { Value } from '../../../template';

/** The AWS service that a principal stands for: `events.amazonaws.com`; `undefined` where it is no service. */
export function servicePrincipal(principal: Value): string | undefined {
  const text = principal.text?.replace('${AWS::URLSuffix}', 'amazonaws.com');
  return text !== undefined && /\.amazon(?:aws)?\.com(?:\.cn)?$/.test(text) ? text : undefined;
}
