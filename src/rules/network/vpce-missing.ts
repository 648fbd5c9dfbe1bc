import { endpointsServing } from '../../reachability';
import { defineRule } from '../define-rule';
import { allowancesOf } from '../function/reading/allowed-actions';
import { fail, pass } from '../results';

export default defineRule({
  id: 'vpce-missing',
  severity: 'low',
  strict: true,
  title: 'the function calls S3 or DynamoDB from a VPC without an endpoint for it',
  why: 'What it sends takes the way over a NAT gateway and a public address, for which the VPC has to have a way to the internet. That is the way that data leaves by.',
  serviceDefault:
    'A VPC has no endpoints unless they are made; gateway endpoints for S3 and DynamoDB are free (https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html).',
  fix: 'add an `AWS::EC2::VPCEndpoint` of type `Gateway` for the service to the VPC',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  notes:
    'What the function calls is read from what its role may do; only VPCs and roles of the app are seen. A gateway counts where a route table of the subnet has it. Where there is no other way, `lambda-endpoint-missing` asks for the endpoints of all services.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn, app) => {
    const subnet = fn.read('VpcConfig.SubnetIds').items[0]?.target;
    const role = fn.read('Role').target;
    if (!subnet?.read('VpcId').target || !role?.is('AWS::IAM::Role')) return pass();
    const services = endpointsServing(subnet, app).map(({ service }) => service);
    const { actions } = allowancesOf(role, app);
    return ['s3', 'dynamodb']
      .filter((service) => actions.some(({ pattern }) => pattern.toLowerCase().startsWith(`${service}:`)))
      .filter((service) => !services.includes(service))
      .map((service) => fail(fn.read('VpcConfig'), { got: `no endpoint for ${service}`, wanted: 'one' }));
  },
});
