import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'microvm-image-capabilities',
  severity: 'medium',
  title: 'code in the MicroVM has every capability of the operating system',
  why:
    'Whoever brings code into the MicroVM loads modules, mounts disks and changes its network, and so switches off what watches or filters inside of it. ' +
    'The state is part of the snapshot, and comes back with each resume.',
  serviceDefault:
    'Without `AdditionalOsCapabilities` the service grants none beside the usual (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-microvmimage.html).',
  fix: 'leave `AdditionalOsCapabilities` empty',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-250'] },
  notes: 'Where containers are built or run in the MicroVM they may be needed: acknowledge it with that reason.',
  appliesTo: 'AWS::Lambda::MicrovmImage',
  check: (image) =>
    image
      .read('AdditionalOsCapabilities')
      .items.map((capability) => demand(capability, (value) => !value.is('ALL'), 'no additional capability')),
});
