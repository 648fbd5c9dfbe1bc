import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

export default defineRule({
  id: 'trail-lambda-data-events',
  severity: 'low',
  strict: true,
  title: 'the trail does not record who calls functions',
  why: 'Calls of functions are data events, which a trail leaves out unless asked. Without them nobody can tell what a stolen credential ran.',
  serviceDefault:
    'A trail records management events only (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html).',
  fix: 'add an event selector with `Type: AWS::Lambda::Function` and the value `arn:aws:lambda`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  notes: 'Data events are paid for by their number, so that it runs only when asked for.',
  appliesTo: 'AWS::CloudTrail::Trail',
  check: (trail) => {
    const types = [
      ...trail
        .read('EventSelectors')
        .items.flatMap((selector) => selector.read('DataResources').items.map((resource) => resource.read('Type'))),
      ...trail
        .read('AdvancedEventSelectors')
        .items.flatMap((selector) => selector.read('FieldSelectors').items)
        .filter((field) => field.read('Field').is('resources.type'))
        .flatMap((field) => field.read('Equals').items),
    ];
    if (types.some((type) => type.is('AWS::Lambda::Function'))) return pass();
    const unsure = types.find((type) => type.isUnknown);
    return unsure ? unknown(unsure) : fail(trail, { got: 'no data events of functions', wanted: 'them' });
  },
});
