import { aws_dynamodb as dynamodb, aws_lambda as lambda, aws_sns as sns } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { strangerMay } from './outsiders';
import { attackExamples, may, runsAs } from './play';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/sns-subscription-leak';

function topic(
  principal: string,
  { condition = '{}', read = 'dynamodb:Query', action = 'sns:Subscribe' } = {},
): string {
  return `
  Orders:
    Type: AWS::DynamoDB::Table
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: tells
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - { Effect: Allow, Action: ${read}, Resource: !GetAtt Orders.Arn }
              - { Effect: Allow, Action: sns:Publish, Resource: !Ref Placed }
  Tell:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
  Placed:
    Type: AWS::SNS::Topic
  Policy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Placed]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: ${principal}
            Action: ${action}
            Resource: !Ref Placed
            Condition: ${condition}
`;
}

const published = [
  runsAs('Tell', 'Role'),
  may('Role', 'dynamodb:Query', 'Orders'),
  may('Role', 'sns:Publish', 'Placed'),
];
const at = ['Policy/Properties/PolicyDocument/Statement/0/Principal'];

const called = { Role: 'TellServiceRole' };

export default attackExamples(rule, {
  attack: [...published, strangerMay('sns:Subscribe', 'Placed')],
  fails: [
    {
      name: 'the policy lets everybody subscribe to what the function tells of a table',
      called,
      at: ['PlacedPolicy/Properties/PolicyDocument/Statement/0/Principal'],
      template: (stack) => {
        const orders = new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        });
        const tell = new lambda.Function(stack, 'Tell', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        orders.grantReadData(tell);
        const placed = new sns.Topic(stack, 'Placed');
        placed.grantPublish(tell);
        placed.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.AnyPrincipal()],
            actions: ['sns:Subscribe'],
            resources: [placed.topicArn],
          }),
        );
      },
    },
    { name: 'everybody may subscribe to what a function tells of a table', at, template: topic("'*'") },
    {
      name: 'all identities of another account may',
      at,
      attack: [...published, strangerMay('sns:Subscribe', 'Placed', { account: '111122223333' })],
      template: topic('{ AWS: arn:aws:iam::111122223333:root }', { action: "['sns:Subscribe', 'sns:Receive']" }),
    },
  ],
  passes: [
    {
      name: 'the policy lets the organization subscribe',
      called,
      template: (stack) => {
        const orders = new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        });
        const tell = new SecureFunction(stack, 'Tell', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        orders.grantReadData(tell);
        const placed = new sns.Topic(stack, 'Placed');
        placed.grantPublish(tell);
        placed.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.OrganizationPrincipal('o-1234567890')],
            actions: ['sns:Subscribe'],
            resources: [placed.topicArn],
          }),
        );
      },
    },
    {
      name: 'the endpoint has to be of the company',
      template: topic("'*'", { condition: "{ StringLike: { sns:Endpoint: '*@example.com' } }" }),
    },
    { name: 'nothing private is published', template: topic("'*'", { read: 'dynamodb:PutItem' }) },
    { name: 'strangers may publish only', template: topic("'*'", { action: 'sns:Publish' }) },
    {
      name: 'the L2 leaves subscribing to the account',
      template: (stack) => {
        const table = new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        });
        const tell = new lambda.Function(stack, 'Tell', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        table.grantReadData(tell);
        new sns.Topic(stack, 'Placed', { enforceSSL: true }).grantPublish(tell);
      },
    },
  ],
});
