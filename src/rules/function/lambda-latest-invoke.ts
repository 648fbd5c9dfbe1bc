import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

export default defineRule({
  id: 'lambda-latest-invoke',
  severity: 'low',
  strict: true,
  title: 'events go to whatever code was uploaded last',
  why:
    'A change of the code takes all events at once, and there is no version to go back to. ' +
    'Whoever can update the function reaches every caller with the next call.',
  serviceDefault:
    'A name or ARN without a qualifier stands for `$LATEST` (https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html).',
  fix: 'refer to an `AWS::Lambda::Alias` or `AWS::Lambda::Version`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-11'], cwe: ['CWE-494'] },
  notes: 'Strict, because stacks that deploy code and triggers together roll back together.',
  appliesTo: ['AWS::Lambda::Permission', 'AWS::Lambda::EventSourceMapping'],
  check: (resource) => {
    const name = resource.read('FunctionName');
    const isBare = name.attribute !== undefined && name.target?.is('AWS::Lambda::Function');
    return isBare || name.is('$LATEST') ? fail(name, { wanted: 'an alias or a version' }) : pass();
  },
});
