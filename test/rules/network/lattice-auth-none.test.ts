import * as vpclattice from 'aws-cdk-lib/aws-vpclattice';
import rule from '../../../src/rules/network/lattice-auth-none';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L1s leave it off',
      at: ['Orders/Properties/AuthType'],
      template: (stack) => {
        const orders = new vpclattice.CfnService(stack, 'Orders');
        const network = new vpclattice.CfnServiceNetwork(stack, 'Network');
        new vpclattice.CfnServiceNetworkServiceAssociation(stack, 'Association', {
          serviceIdentifier: orders.attrArn,
          serviceNetworkIdentifier: network.attrArn,
        });
      },
    },
  ],
  passes: [
    {
      name: 'the network asks who is calling',
      template: (stack) => {
        const orders = new vpclattice.CfnService(stack, 'Orders');
        const network = new vpclattice.CfnServiceNetwork(stack, 'Network', { authType: 'AWS_IAM' });
        new vpclattice.CfnServiceNetworkServiceAssociation(stack, 'Association', {
          serviceIdentifier: orders.attrArn,
          serviceNetworkIdentifier: network.attrArn,
        });
      },
    },
    {
      name: 'the service is part of no network',
      template: (stack) => {
        new vpclattice.CfnService(stack, 'Orders');
      },
    },
  ],
  unknown: [
    {
      name: 'the network is that of somebody else',
      template: `
        Orders:
          Type: AWS::VpcLattice::Service
        Association:
          Type: AWS::VpcLattice::ServiceNetworkServiceAssociation
          Properties: { ServiceIdentifier: !GetAtt Orders.Arn, ServiceNetworkIdentifier: sn-0a1b2c3d }
      `,
    },
  ],
});
