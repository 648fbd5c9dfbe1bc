/**
 * What the AWS PrivateLink guide says of endpoint services. Without those for FIPS, which stand beside the others.
 *
 * `npx projen generate:endpoint-services` brings it together with what the CDK knows.
 */
export const privateLinkGuide = {
  page: 'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html',
  /** The edition is of 2026: it has the endpoint of Route 53, and EventBridge Scheduler. */
  readOn: '2026-11-22',

  /** What follows `com.amazonaws.<region>.`, in the order of the page. */
  names: words(`
account execute-api apigateway appconfig appconfigdata appmesh appmesh-envoy-management apprunner
apprunner.requests application-autoscaling discovery arsenal-discovery mgn appstream.api appstream.streaming
appsync-api athena auditmanager rds dsql autoscaling-plans b2bi backup backup-gateway batch bedrock
bedrock-agent bedrock-agent-runtime bedrock-data-automation bedrock-data-automation-runtime bedrock-runtime
billing freetier tax billingconductor braket acm cleanrooms cleanrooms-ml cloudcontrolapi clouddirectory
cloudformation cloudhsmv2 servicediscovery data-servicediscovery cloudtrail networkmanager application-signals
applicationinsights internetmonitor monitoring networkflowmonitor networkflowmonitorreports networkmonitor
observabilityadmin rum rum-dataplane synthetics oam logs codeartifact.api codeartifact.repositories codebuild
codecommit git-codecommit codeconnections.api codestar-connections.api codedeploy codedeploy-commands-secure
codeguru-profiler codeguru-reviewer codepipeline comprehend comprehendmedical compute-optimizer config
app-integrations cases connect-campaigns profile voiceid wisdom awsconnector controlcatalog ce
cost-optimization-hub controltower dataexchange bcm-pricing-calculator kinesis-firehose dlm dms datasync
datazone deadline.management deadline.scheduling detective devops-guru directconnect ds ds-data dynamodb
dynamodb-streams ebs ec2 autoscaling imagebuilder ecr.api ecr.dkr ecs ecs-agent ecs-telemetry eks eks-auth
eks-proxy elasticbeanstalk elasticbeanstalk-health drs elasticfilesystem elasticloadbalancing evs elasticache
mediaconnect mediaconvert elasticmapreduce emr-containers emr-serverless emr-serverless-services.livy
emr-serverless.dashboard emrwal.prod social-messaging entityresolution events pipes pipes-data schemas scheduler
fis finspace finspace-api fms forecast forecastquery frauddetector fsx gamelift gameliftstreams glue
glue.dashboard databrew grafana grafana-workspace groundstation guardduty guardduty-data dicom-medical-imaging
medical-imaging runtime-medical-imaging healthlake analytics-omics control-storage-omics storage-omics
tags-omics workflows-omics access-analyzer identitystore rolesanywhere inspector2 inspector-scan ivs.contribute
iot.api iot.data iot.credentials iot.tunneling.api iot.tunneling.data deviceadvisor.iot
iotmanagedintegrations.api iotwireless.api lorawan.cups lorawan.lns iotfleetwise greengrass iotroborunner
iotsitewise.api iotsitewise.data iottwinmaker.api iottwinmaker.data kendra kms cassandra kinesis-streams
lakeformation lambda launchwizard models-v2-lex runtime-v2-lex license-manager
license-manager-linux-subscriptions license-manager-user-subscriptions lightsail geo.maps geo.places geo.routes
geo.geofencing geo.tracking geo.metadata lookoutequipment lookoutvision macie2 apptest m2
managedblockchain-query managedblockchain.bitcoin.mainnet managedblockchain.bitcoin.testnet metering-marketplace
aps aps-workspaces kafka airflow.api airflow.env airflow.ops console signin memory-db migrationhub-orchestrator
refactor-spaces migrationhub-strategy mq neptune-graph neptune-graph-data network-firewall osis organizations
outposts panorama payment-cryptography.controlplane payment-cryptography.dataplane pcs personalize
personalize-events personalize-runtime pinpoint pinpoint-sms-voice-v2 polly pricing.api acm-pca pca-connector-ad
pca-connector-scep proton codewhisperer q qapps service.user-subscriptions quicksight-website rds-data pi
repostspace rbin redshift redshift-serverless redshift-data rekognition streaming-rekognition ram
resource-explorer-2 resource-groups tagging s3 s3tables s3-outposts sagemaker-data-science-assistant
sagemaker.api sagemaker.featurestore-runtime sagemaker.metrics sagemaker.runtime secretsmanager securityhub
securitylake sts serverlessrepo servicecatalog servicecatalog-appregistry servicequotas email-smtp mail-manager
simspaceweaver snow-device-management sns sqs swf states sync-states storagegateway scn ec2messages ssm
ssm-contacts ssm-incidents ssm-quicksetup ssmmessages ssm-sap tnb textract timestream.ingest-cell
timestream.query-cell timestream-influxdb transcribe transcribestreaming transfer transfer.server transform
transform-custom translate trustedadvisor notifications notifications-contacts verifiedpermissions vpc-lattice
wafv2 wellarchitected workmail workmailmessageflow workspaces workspaces-web highlander thinclient.api xray
kinesisanalytics
`),
  /** Names that are made otherwise. */
  fullNames: words(`
com.amazonaws.cloudfront
aws.api.<region>.bcm-data-exports
com.amazonaws.iam
aws.api.<region>.kendra-ranking
com.amazonaws.route53
aws.api.us-east-2.route53globalresolver
aws.api.<region>.qbusiness
com.amazonaws.s3-global.accesspoint
aws.sagemaker.<region>.experiments
aws.sagemaker.<region>.notebook
aws.sagemaker.<region>.partner-app
aws.sagemaker.<region>.studio
com.amazonaws.savingsplans
`),
};

/**
 * Whether an endpoint takes a policy. Where nothing is said here, AWS tells it through the API only:
 * `aws ec2 describe-vpc-endpoint-services`, `VpcEndpointPolicySupported`.
 */
export const endpointPolicies = [
  {
    takesPolicy: true,
    page: 'https://github.com/awsdocs/amazon-vpc-user-guide/blob/0d06781fcb6f25d7a53b1ea9366dc36482d5b212/doc_source/integrated-services-vpce-list.md',
    names: words(`
execute-api application-autoscaling athena rds autoscaling-plans acm-pca clouddirectory monitoring events logs
codeartifact.api codebuild codecommit git-codecommit codedeploy comprehend dataexchange ec2 imagebuilder
autoscaling elasticbeanstalk elasticfilesystem elasticloadbalancing ecr.api ecr.dkr elasticmapreduce
frauddetector kendra kms cassandra kinesis-firehose kinesis-streams lambda license-manager qldb.session rds-data
redshift rekognition sagemaker.api sagemaker.runtime notebook secretsmanager sts sns sqs states transcribe
`),
  },
  {
    takesPolicy: true,
    page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/vpc-interface-endpoints.html',
    names: words('cognito-idp'),
  },
  {
    takesPolicy: true,
    page: 'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html#vpce-view-policy-support',
    names: words('s3 xray'),
  },
  {
    takesPolicy: true,
    page: 'https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-vpc-iam.html',
    names: words('swf'),
  },
  {
    // Their pages, to which the guide links, show a policy: "If an AWS service supports endpoint policies, its documentation
    // includes example endpoint policies".
    takesPolicy: true,
    page: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html#vpc-endpoint-policies-interface',
    names: words(`
appconfig aps aps-workspaces backup batch bedrock bedrock-agent bedrock-agent-runtime bedrock-runtime
billingconductor cloudformation cloudtrail codeconnections.api cognito-identity controltower detective dynamodb
dynamodb-streams ebs ec2messages ecs elasticache entityresolution glue grafana greengrass
iotmanagedintegrations.api iottwinmaker.api iottwinmaker.data lightsail m2 macie2 models-v2-lex neptune-graph-data
pcs pi polly proton qbusiness ram rolesanywhere runtime-v2-lex scheduler securityhub serverlessrepo ssm
ssm-incidents ssmmessages sync-states textract timestream.ingest-cell timestream.query-cell transfer
transform-custom workspaces
`),
  },
  {
    takesPolicy: false,
    page: 'https://docs.aws.amazon.com/neptune-analytics/latest/userguide/gettingStarted-connecting-private-link.html',
    names: words('neptune-graph'),
  },
  {
    // "VPC endpoint policies are not supported", on their pages.
    takesPolicy: false,
    page: 'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html',
    names: words(`
cleanrooms cleanrooms-ml codeguru-reviewer elasticbeanstalk-health inspector2 iot.credentials iot.data
iotsitewise.data iotwireless.api mail-manager pinpoint pinpoint-sms-voice-v2 refactor-spaces
`),
  },
  {
    takesPolicy: false,
    page: 'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html#vpce-view-policy-support',
    names: words(
      'appmesh-envoy-management apprunner.requests appstream.api appstream.streaming awsconnector transfer.server',
    ),
  },
];

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
