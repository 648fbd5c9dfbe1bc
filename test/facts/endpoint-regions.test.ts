import { missingIn } from '../../src/facts/endpoint-regions';
import { listedRegions, missingServices } from '../../src/facts/endpoint-regions.generated';
import { findEndpointService } from '../../src/facts/endpoint-services';

const regions = listedRegions.trim().split(' ');

describe('what speaks against an endpoint in a region', () => {
  test.each<[string, string, 'absent' | 'unlisted' | undefined, string]>([
    ['kendra', 'eu-south-2', 'absent', 'no list has anything of the service'],
    ['kendra', 'eu-west-1', undefined, 'all lists have it'],
    ['codeartifact.repositories', 'eu-south-2', 'absent', 'without the API of CodeArtifact there are no repositories'],
    ['email-smtp', 'eu-south-2', 'absent', 'without the API of SES there is no SMTP'],
    ['cognito-idp', 'cn-northwest-1', 'absent', 'China has no user pools'],
    ['textract', 'ap-northeast-1', 'unlisted', 'CloudFormation knows no resource of the service anywhere'],
    ['rds-data', 'af-south-1', 'unlisted', 'the documentation of Aurora says that it is there, all the same'],
    ['rds-data', 'eu-west-1', undefined, 'it is listed'],
    ['eks-auth', 'eu-west-1', undefined, 'it is listed under the domain that has IPv6'],
    ['iam', 'eu-west-1', undefined, 'it is of one region, and reached from others'],
    ['execute-api', 'eu-south-2', undefined, 'each API has a name of its own, which no list has'],
    ['kendra', 'eu-isoe-west-1', undefined, 'the region is not listed'],
    ['kendra', '${Token[AWS.Region.4]}', undefined, 'the region is not known'],
    ['constructor', 'eu-west-1', undefined, 'there is no such service'],
  ])('of %s in %s is %s, because %s', (service, region, expected) => {
    expect(missingIn(region, service)).toBe(expected);
  });
});

test.each(['sqs', 'sns', 'secretsmanager', 'ssm', 'kms', 'lambda', 'states', 'events', 'logs', 'monitoring', 'sts'])(
  '%s is in every region, as AWS says of what each region starts with',
  (service) => {
    expect(regions.filter((region) => missingIn(region, service) !== undefined)).toEqual([]);
  },
);

test('only endpoint services are in the table, each once, and none is missing everywhere', () => {
  const names = missingServices
    .trim()
    .split('\n')
    .flatMap((line) => line.split(' ').slice(1));
  expect(names.filter((name) => !findEndpointService(`com.amazonaws.eu-west-1.${name}`))).toEqual([]);
  expect(names).toHaveLength(new Set(names).size);
  expect(names.filter((name) => regions.every((region) => missingIn(region, name) !== undefined))).toEqual([]);
});
