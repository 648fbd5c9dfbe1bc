import rule from '../../../src/rules/network/route-igw';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'everything goes to the internet gateway',
      at: ['Route/Properties/GatewayId'],
      template: `
        Gateway:
          Type: AWS::EC2::InternetGateway
        Route:
          Type: AWS::EC2::Route
          Properties: { RouteTableId: rtb-0a1b2c, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway }
      `,
    },
  ],
  passes: [
    {
      name: 'it goes to a NAT gateway',
      template: `
        Route:
          Type: AWS::EC2::Route
          Properties: { RouteTableId: rtb-0a1b2c, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-0a1b2c }
      `,
    },
  ],
  unknown: [
    {
      name: 'the gateway is a parameter',
      at: ['Route/Properties/GatewayId'],
      template: `
        Parameters:
          Gateway: { Type: String }
        Resources:
          Route:
            Type: AWS::EC2::Route
            Properties: { RouteTableId: rtb-0a1b2c, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway }
      `,
    },
  ],
});
