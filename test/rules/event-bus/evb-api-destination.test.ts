import { SecretValue } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import rule from '../../../src/rules/event-bus/evb-api-destination';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the key is written out',
      at: ['PartnerConnection/Properties/AuthParameters/ApiKeyAuthParameters/ApiKeyValue'],
      template: (stack) => {
        const key = SecretValue.unsafePlainText('correct-horse');
        const connection = new events.Connection(stack, 'Partner', {
          authorization: events.Authorization.apiKey('x-api-key', key),
        });
        new events.ApiDestination(stack, 'Orders', { connection, endpoint: 'https://partner.example.com/orders' });
      },
    },
    {
      name: 'the endpoint is plain HTTP',
      at: ['Partner/Properties/InvocationEndpoint'],
      template: `
        Partner:
          Type: AWS::Events::ApiDestination
          Properties:
            ConnectionArn: arn:aws:events:eu-west-1:111122223333:connection/partner
            HttpMethod: POST
            InvocationEndpoint: http://partner.example.com/orders
      `,
    },
  ],
  passes: [
    {
      name: 'the key is read from the vault',
      template: (stack) => {
        const key = SecretValue.secretsManager('partner/api-key');
        const connection = new events.Connection(stack, 'Partner', {
          authorization: events.Authorization.apiKey('x-api-key', key),
        });
        new events.ApiDestination(stack, 'Orders', { connection, endpoint: 'https://partner.example.com/orders' });
      },
    },
    {
      name: 'the endpoint is HTTPS',
      template: `
        Partner:
          Type: AWS::Events::ApiDestination
          Properties:
            ConnectionArn: arn:aws:events:eu-west-1:111122223333:connection/partner
            HttpMethod: POST
            InvocationEndpoint: https://partner.example.com/orders
      `,
    },
  ],
  unknown: [
    {
      name: 'the endpoint is a parameter without a default',
      at: ['Partner/Properties/InvocationEndpoint'],
      template: `
        Parameters:
          Url:
            Type: String
        Resources:
          Partner:
            Type: AWS::Events::ApiDestination
            Properties:
              ConnectionArn: arn:aws:events:eu-west-1:111122223333:connection/partner
              HttpMethod: POST
              InvocationEndpoint: !Ref Url
      `,
    },
  ],
});
