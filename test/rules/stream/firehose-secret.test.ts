import rule from '../../../src/rules/stream/firehose-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the token is written out',
      at: ['Clicks/Properties/SplunkDestinationConfiguration/HECToken'],
      template: `
        Clicks:
          Type: AWS::KinesisFirehose::DeliveryStream
          Properties:
            SplunkDestinationConfiguration:
              HECEndpoint: https://splunk.example.com
              HECEndpointType: Raw
              HECToken: correct-horse
      `,
    },
    {
      name: 'it is the default of a parameter',
      at: ['Clicks/Properties/SplunkDestinationConfiguration/HECToken'],
      template: `
        Parameters:
          Token:
            Type: String
            Default: correct-horse
        Resources:
          Clicks:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              SplunkDestinationConfiguration:
                HECEndpoint: https://splunk.example.com
                HECEndpointType: Raw
                HECToken: !Ref Token
      `,
    },
    {
      name: 'there is none, and no vault to take it from',
      at: ['Clicks/Properties/SplunkDestinationConfiguration/SecretsManagerConfiguration/Enabled'],
      template: `
        Clicks:
          Type: AWS::KinesisFirehose::DeliveryStream
          Properties:
            SplunkDestinationConfiguration: { HECEndpoint: https://splunk.example.com, HECEndpointType: Raw }
      `,
    },
    {
      name: 'CloudFormation shows the parameter',
      at: ['Clicks/Properties/SplunkDestinationConfiguration/HECToken'],
      template: `
        Parameters:
          Token: { Type: String }
        Resources:
          Clicks:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties: { SplunkDestinationConfiguration: { HECEndpoint: https://splunk.example.com, HECEndpointType: Raw, HECToken: !Ref Token } }
      `,
    },
  ],
  passes: [
    {
      name: 'it is read from the vault',
      template: `
        Clicks:
          Type: AWS::KinesisFirehose::DeliveryStream
          Properties:
            SplunkDestinationConfiguration:
              HECEndpoint: https://splunk.example.com
              HECEndpointType: Raw
              HECToken: '{{resolve:secretsmanager:splunk}}'
      `,
    },
    {
      name: 'it is given at deployment',
      template: `
        Parameters:
          Token:
            Type: String
            NoEcho: true
        Resources:
          Clicks:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              SplunkDestinationConfiguration:
                HECEndpoint: https://splunk.example.com
                HECEndpointType: Raw
                HECToken: !Ref Token
      `,
    },
  ],
});
