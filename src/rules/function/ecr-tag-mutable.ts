import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

export default defineRule({
  id: 'ecr-tag-mutable',
  severity: 'medium',
  title: 'tags of the repository can be moved to other images',
  why:
    'Whoever may push puts another image under a tag that is in use, and the next deployment of the function takes it, with the role of the function. ' +
    'No template changes, and the image that was reviewed is not the one that runs.',
  serviceDefault:
    'Without `ImageTagMutability` tags can be moved (https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html).',
  fix: 'set `ImageTagMutability: IMMUTABLE`',
  references: { owaspServerless: ['S9'], csaServerless: ['SAS-6'], fsbp: ['ECR.2'], cwe: ['CWE-494'] },
  notes:
    '`IMMUTABLE_WITH_EXCLUSION` passes, as it names the tags that may move. What a function refers to is the matter of `lambda-image-mutable-tag`.',
  appliesTo: 'AWS::ECR::Repository',
  check: (repository) => {
    const mutability = repository.read('ImageTagMutability');
    if (mutability.isUnknown) return unknown(mutability);
    return mutability.is('IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION')
      ? pass()
      : fail(mutability, { wanted: '"IMMUTABLE"' });
  },
});
