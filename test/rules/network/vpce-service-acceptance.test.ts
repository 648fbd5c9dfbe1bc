import rule from '../../../src/rules/network/vpce-service-acceptance';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nobody is asked',
      at: ['Service/Properties/AcceptanceRequired'],
      template: `
        Service:
          Type: AWS::EC2::VPCEndpointService
          Properties: { AcceptanceRequired: false }
      `,
    },
  ],
  passes: [
    {
      name: 'somebody is',
      template: `
        Service:
          Type: AWS::EC2::VPCEndpointService
          Properties: { AcceptanceRequired: true }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Service/Properties/AcceptanceRequired'],
      template: `
        Parameters:
          Ask: { Type: String }
        Resources:
          Service:
            Type: AWS::EC2::VPCEndpointService
            Properties: { AcceptanceRequired: !Ref Ask }
      `,
    },
  ],
});
