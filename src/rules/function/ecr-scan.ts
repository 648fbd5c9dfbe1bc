import { defineRule } from '../define-rule';
import { demand, pass } from '../results';

export default defineRule({
  id: 'ecr-scan',
  severity: 'medium',
  title: 'images are not scanned for known weaknesses',
  why:
    'A container image brings its own runtime and libraries, which nobody patches but who builds it. ' +
    'Whoever knows of a weakness in one of them tries it on the function, and nobody here knew that it was there.',
  serviceDefault:
    'A repository does not scan unless `ScanOnPush`, or the scanning configuration of the registry, says so (https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html).',
  fix: 'set `ImageScanningConfiguration.ScanOnPush: true`, or scan the whole registry with `AWS::ECR::RegistryScanningConfiguration`',
  references: { owaspServerless: ['S9'], csaServerless: ['SAS-6'], fsbp: ['ECR.1'], cwe: ['CWE-1104'] },
  notes:
    'An application with a scanning configuration for its registry passes. One that stands elsewhere cannot be seen: acknowledge it with that reason.',
  appliesTo: 'AWS::ECR::Repository',
  check: (repository, app) =>
    app.ofType('AWS::ECR::RegistryScanningConfiguration').length > 0
      ? pass()
      : demand(repository.read('ImageScanningConfiguration.ScanOnPush'), (scan) => scan.isTrue, 'true'),
});
