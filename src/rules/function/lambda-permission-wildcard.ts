import { isEverybody } from '../../iam/everybody';
import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand, pass } from '../results';
import type { Result } from '../results';
import { failIf, judgeAllowed } from '../statements';

function judgePrincipal(principal: Value, wanted: string): Result {
  if (principal.isUnknown && !principal.couldBe('*')) return pass();
  return demand(principal, ({ text }) => text?.includes('*') !== true, wanted);
}

export default defineRule({
  id: 'lambda-permission-wildcard',
  severity: 'high',
  strict: true,
  title: 'the permission names everybody as principal and relies on a condition',
  why:
    'With principal `*` only the condition beside it keeps strangers from the function or the layer. ' +
    'Whoever removes or widens that condition later opens it to every AWS account.',
  serviceDefault:
    '`Principal` is required: the service has no default (https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html).',
  fix: 'name the account, role or service in `Principal`',
  references: {
    owaspServerless: ['S2', 'S5'],
    csaServerless: ['SAS-2', 'SAS-3'],
    fsbp: ['Lambda.1'],
    cwe: ['CWE-732'],
  },
  notes:
    'The stricter reading of `lambda-permission-public` and `lambda-layer-permission-public`; a whole organization can only be named this way.',
  appliesTo: ['AWS::Lambda::Permission', 'AWS::Lambda::LayerVersionPermission', 'AWS::Lambda::ResourcePolicy'],
  check: (permission) => {
    const wanted = 'an account, role or service';
    return permission.is('AWS::Lambda::ResourcePolicy')
      ? judgeAllowed(permission.read('PolicyDocument'), ({ statement, at }) =>
          failIf(isEverybody(statement.principal), at.read('Principal'), { wanted }),
        )
      : judgePrincipal(permission.read('Principal'), wanted);
  },
});
