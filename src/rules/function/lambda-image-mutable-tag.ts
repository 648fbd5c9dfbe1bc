import { defineRule } from '../define-rule';
import { demand } from '../results';

/** A digest, or a tag that is a hash of the content, as the CDK gives to its assets. */
const fixed = /@sha256:[0-9a-f]{64}$|@sha256:\$\{|:[0-9a-f]{64}$/;

export default defineRule({
  id: 'lambda-image-mutable-tag',
  severity: 'medium',
  title: 'the container image is named by a tag that can be moved',
  why:
    'Whoever may push to the repository puts another image under the tag, and the next deployment runs it without any change in the template. ' +
    'It has the role of the function.',
  serviceDefault: 'Lambda looks the tag up at deployment; without a tag it takes `latest`.',
  fix: 'name the image by its digest, `…@sha256:…`, or let the CDK build it as an asset',
  references: { owaspServerless: ['S9'], csaServerless: ['SAS-6'], cwe: ['CWE-494'] },
  notes: 'A tag that is the hash of an asset passes. https://docs.aws.amazon.com/lambda/latest/dg/images-create.html',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) => {
    const image = fn.read('Code.ImageUri');
    if (image.isAbsent || fixed.test(image.text ?? '')) return [];
    return demand(image, () => false, 'an image with a digest');
  },
});
