/**
 * Names by which an interface endpoint with private DNS answers, where they are not its own name read backwards:
 * `ecr.api` is `api.ecr.<region>.amazonaws.com`.
 *
 * Empty where an endpoint answers by no name of the service.
 *
 * @see https://github.com/aws-samples/aws-tf-nw-shared-svc/blob/f78d7ac0a0b944b1f7be25fb4d22bb65501632d4/modules/aws/vpc_endpoints/service_codes.md
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html (execute-api)
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/using-private-apis.html (appsync-api)
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/IoTCore-VPC.html (iot.data, iot.credentials)
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html (s3)
 */
export const otherHosts: Readonly<Record<string, string>> = {
  'appstream.api': 'appstream2.<region>.amazonaws.com',
  'appsync-api': '*.appsync-api.<region>.amazonaws.com',
  'codeartifact.api': 'codeartifact.<region>.amazonaws.com',
  'codeartifact.repositories': '*.d.codeartifact.<region>.amazonaws.com',
  'codeconnections.api': 'codeconnections.<region>.amazonaws.com',
  'codestar-connections.api': 'codestar-connections.<region>.amazonaws.com',
  'dynamodb-streams': 'streams.dynamodb.<region>.amazonaws.com',
  'ecr.dkr': '*.dkr.ecr.<region>.amazonaws.com',
  'ecs-agent': 'ecs-a.<region>.amazonaws.com',
  'ecs-telemetry': 'ecs-t.<region>.amazonaws.com',
  'evidently-dataplane': 'dataplane.evidently.<region>.amazonaws.com',
  'execute-api': '*.execute-api.<region>.amazonaws.com',
  'iot.credentials': '',
  'iot.data': '',
  'kinesis-firehose': 'firehose.<region>.amazonaws.com',
  'kinesis-streams': 'kinesis.<region>.amazonaws.com',
  'pinpoint-sms-voice-v2': 'sms-voice.<region>.amazonaws.com',
  'rum-dataplane': 'dataplane.rum.<region>.amazonaws.com',
  s3: 's3.<region>.amazonaws.com *.s3.<region>.amazonaws.com *.s3-accesspoint.<region>.amazonaws.com *.s3-control.<region>.amazonaws.com',
  's3-global.accesspoint': '*.accesspoint.s3-global.amazonaws.com',
  iam: 'iam.amazonaws.com',
  route53: 'route53.amazonaws.com',
  cloudfront: 'cloudfront.amazonaws.com',
  savingsplans: 'savingsplans.amazonaws.com',
};
