import {
  endpointServiceName,
  endpointServicesFor,
  endpointServicesOf,
  findEndpointService,
} from '../../src/facts/endpoint-services';

function names(services: ReturnType<typeof endpointServicesOf>): string[] | undefined {
  return services?.map(({ name, type }) => (type === 'Gateway' ? `gateway ${name}` : name));
}

describe('the endpoint services of a prefix', () => {
  test.each<[string, string[] | undefined, string]>([
    ['sqs', ['sqs'], 'most are called as the prefix is'],
    ['s3', ['gateway s3', 's3', 's3-global.accesspoint'], 'a gateway costs nothing and comes first'],
    ['dynamodb', ['gateway dynamodb', 'dynamodb', 'dynamodb-streams'], 'streams have an API of their own'],
    ['cloudwatch', ['monitoring'], 'the API is called otherwise'],
    ['kinesis', ['kinesis-streams'], 'the API is called otherwise'],
    ['firehose', ['kinesis-firehose'], 'the API is called otherwise'],
    ['ecr', ['ecr.api', 'ecr.dkr'], 'images are pulled by Docker'],
    ['states', ['states', 'sync-states'], 'synchronous executions have a host of their own'],
    ['scheduler', ['scheduler'], 'only the guide knows it'],
    ['cognito-idp', ['cognito-idp'], 'only the CDK knows it'],
    ['SecretsManager', ['secretsmanager'], 'prefixes have no case'],
    ['chatbot', [], 'no source lists one'],
    ['rds-db', undefined, 'a database is reached through the VPC'],
    ['es', undefined, 'a domain has endpoints of its own kind'],
    ['nonsense', undefined, 'AWS has no such prefix'],
    ['constructor', undefined, 'AWS has no such prefix'],
  ])('of %s are %j, because %s', (prefix, expected) => {
    expect(names(endpointServicesOf(prefix))).toEqual(expected);
  });
});

describe('the endpoint services of an action', () => {
  test.each([
    ['dynamodb:GetItem', ['gateway dynamodb', 'dynamodb']],
    ['dynamodb:GetRecords', ['dynamodb-streams']],
    ['states:StartExecution', ['states']],
    ['states:startsyncexecution', ['sync-states']],
    ['appconfig:GetLatestConfiguration', ['appconfigdata']],
    ['bedrock:InvokeModel', ['bedrock-runtime']],
    ['sagemaker:InvokeEndpoint', ['sagemaker.runtime']],
    ['sagemaker:CreateModel', ['sagemaker.api']],
    ['ses:SendEmail', ['email', 'mail-manager']],
    ['ses:SendRawEmail', ['email', 'email-smtp']],
    ['lambda:InvokeFunction', ['lambda']],
    ['lambda:InvokeFunctionUrl', []],
    ['execute-api:ManageConnections', []],
    ['chatbot:ListTagsForResource', []],
    ['rds-db:connect', undefined],
  ])('%s goes over %j', (action, expected) => {
    expect(names(endpointServicesFor(action))).toEqual(expected);
  });
});

test('an endpoint says which name it has, by which names it answers, and whether it takes a policy', () => {
  expect(findEndpointService('com.amazonaws.eu-central-1.ecr.api')).toEqual({
    name: 'ecr.api',
    type: 'Interface',
    serviceName: 'com.amazonaws.<region>.ecr.api',
    onlyInRegion: undefined,
    takesPolicy: true,
    hosts: ['api.ecr.<region>.amazonaws.com'],
  });
  expect(findEndpointService('com.amazonaws.us-east-1.apprunner.requests')).toMatchObject({ takesPolicy: false });
  expect(findEndpointService('com.amazonaws.us-east-1.pipes')).toMatchObject({ takesPolicy: undefined });
  expect(findEndpointService('com.amazonaws.us-east-1.s3', 'Gateway')).toMatchObject({
    type: 'Gateway',
    takesPolicy: true,
  });
  expect(findEndpointService('com.amazonaws.us-east-1.iot.data')).toMatchObject({ takesPolicy: false, hosts: [] });
  expect(findEndpointService('com.amazonaws.iam')).toMatchObject({ name: 'iam', onlyInRegion: 'us-east-1' });
  expect(findEndpointService('aws.api.us-east-2.route53globalresolver')).toMatchObject({ onlyInRegion: 'us-east-2' });
});

test.each([
  ['neptune-graph', false, 'neptune-graph-data', true],
  ['elasticbeanstalk-health', false, 'elasticbeanstalk', true],
  ['grafana', true, 'bedrock-runtime', true],
  ['inspector2', false, 'scheduler', true],
])('whether %s (%p) and %s (%p) take a policy is documented', (one, first, other, second) => {
  expect(findEndpointService(`com.amazonaws.us-east-1.${one}`)?.takesPolicy).toBe(first);
  expect(findEndpointService(`com.amazonaws.us-east-1.${other}`)?.takesPolicy).toBe(second);
});

describe('the name of a service', () => {
  test.each([
    ['com.amazonaws.eu-central-1.sqs', 'sqs'],
    ['com.amazonaws.us-gov-west-1.kms', 'kms'],
    ['com.amazonaws.${AWS::Region}.s3', 's3'],
    ['cn.com.amazonaws.cn-north-1.sqs', 'sqs'],
    ['com.amazonaws.cn-north-1.transcribe.cn', 'transcribe'],
    ['aws.sagemaker.us-east-1.notebook', 'notebook'],
    ['aws.api.${AWS::Region}.qbusiness', 'qbusiness'],
    ['com.amazonaws.iam', 'iam'],
    ['com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0', undefined],
    ['com.amazonaws.evil.com', undefined],
    ['', undefined],
  ])('is read from %s', (serviceName, expected) => {
    expect(endpointServiceName(serviceName)).toBe(expected);
  });
});
