import { findInvokeSource } from '../../../facts/invoke-sources';
import { nameTheSource } from '../../../iam/limiting-conditions';
import type { Statement } from '../../../iam/statement';
import { not } from '../../../iam/truth';
import type { Value } from '../../../template';
import { unknown } from '../../results';
import type { Result } from '../../results';
import { failIf, judgeAllowed } from '../../statements';

/** Whether a statement is about calls through the function URL only. */
export function isForUrlOnly({ actions, conditions }: Statement): boolean {
  const isUrl = actions.length > 0 && actions.every((action) => /^lambda:InvokeFunctionUrl$/i.test(action.toString()));
  return (
    isUrl ||
    conditions.some(
      ({ key, values }) =>
        /^lambda:InvokedViaFunctionUrl$/i.test(key) && values.every((value) => `${value}` === 'true'),
    )
  );
}

/** Judges whether the statements for services in the policy of a function say for whom these act, as far as the services send it. */
export function judgeServices(document: Value): readonly Result[] {
  return judgeAllowed(document, ({ statement, at }) => {
    const principals = (statement.principal?.named ?? []).filter(({ type }) => type === 'Service');
    const named = nameTheSource(statement.conditions, ['lambda:eventsourcetoken']);
    return principals.flatMap(({ term }): readonly Result[] => {
      const service = findInvokeSource(term.toString().replace('${AWS::URLSuffix}', 'amazonaws.com'));
      if (service?.sourceArn === 'not-sent' && service.sourceAccount === 'not-sent') return [];
      const place = at.read('Principal');
      if (!service && named === 'no') return [unknown(place, 'whether this service sends its source is not known')];
      return [failIf(not(named), place, { wanted: 'the condition `aws:SourceArn` or `aws:SourceAccount`' })];
    });
  });
}
