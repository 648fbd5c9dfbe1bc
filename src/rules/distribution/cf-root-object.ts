import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand, pass } from '../results';
import { isFunctionUrlOrigin, isSet, originsOf } from './reading/origins';

function isCode(origin: Value): boolean {
  const domain = origin.read('DomainName');
  return isFunctionUrlOrigin(origin) || /\.(execute-api|appsync-api)\./.test(domain.text ?? '');
}

export default defineRule({
  id: 'cf-root-object',
  severity: 'low',
  title: 'nothing is named for the root of the distribution',
  why: 'A request for the root goes to the origin as it is. An origin that lists what it has then tells everybody what there is.',
  serviceDefault:
    'Without `DefaultRootObject` the root is asked of the origin (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html).',
  fix: 'set `DistributionConfig.DefaultRootObject: index.html`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], fsbp: ['CloudFront.1'], cwe: ['CWE-200'] },
  notes: 'Where every origin is an API or the URL of a function, there is nothing to list.',
  appliesTo: 'AWS::CloudFront::Distribution',
  check: (distribution) => {
    const origins = originsOf(distribution);
    if (origins.length > 0 && origins.every(isCode)) return pass();
    return demand(distribution.read('DistributionConfig.DefaultRootObject'), isSet, 'index.html or the like');
  },
});
