import type { Resource } from '../../../template';
import { fail, unknown } from '../../results';
import type { Result } from '../../results';

const settings = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

/**
 * Every setting of a block that is not on.
 *
 * A resource without a block gets all four from the service; in a block that is there, what it leaves out is off.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html
 */
export function openSettings(resource: Resource): readonly Result[] {
  const block = resource.read('PublicAccessBlockConfiguration');
  if (block.isAbsent) return [];
  if (block.isUnknown) return [unknown(block)];
  return settings
    .map((name) => block.read(name))
    .filter((setting) => !setting.isTrue)
    .map((setting) => (setting.isUnknown ? unknown(setting) : fail(setting, { wanted: 'true' })));
}
