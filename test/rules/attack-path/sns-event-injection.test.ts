import {
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  aws_lambda as lambda,
  aws_sns as sns,
  aws_sns_subscriptions as subscriptions,
} from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { afterwards, handler, reader } from './handler';
import { hands, serviceOfAStrangerMay, strangerMay } from './outsiders';
import { attackExamples } from './play';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/sns-event-injection';

function topic(principal: string, condition = '{}', subscriber = handler): string {
  return `${subscriber}
  News:
    Type: AWS::SNS::Topic
  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref News
      Protocol: lambda
      Endpoint: !GetAtt Ship.Arn
  Policy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref News]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: ${principal}
            Action: sns:Publish
            Resource: !Ref News
            Condition: ${condition}
`;
}

const received = [hands('News', 'Ship', 'Subscription', 'Endpoint'), ...afterwards];
const at = ['Policy/Properties/PolicyDocument/Statement/0/Principal'];

const called = { Role: 'ShipServiceRole', Subscription: 'ShipNews' };

export default attackExamples(rule, {
  attack: [strangerMay('sns:Publish', 'News'), ...received],
  fails: [
    {
      name: 'the policy lets everybody publish to the function of the L2',
      called,
      at: ['NewsPolicy/Properties/PolicyDocument/Statement/0/Principal'],
      template: (stack) => {
        const stock = new dynamodb.Table(stack, 'Stock', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        });
        const ship = new lambda.Function(stack, 'Ship', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        stock.grantReadWriteData(ship);
        const news = new sns.Topic(stack, 'News');
        news.addSubscription(new subscriptions.LambdaSubscription(ship));
        news.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.AnyPrincipal()],
            actions: ['sns:Publish'],
            resources: [news.topicArn],
          }),
        );
      },
    },
    { name: 'everybody may publish to the function', at, template: topic("{ AWS: '*' }") },
    {
      name: 'every bucket of the world may publish',
      at,
      attack: [serviceOfAStrangerMay('s3.amazonaws.com', 'sns:Publish', 'News'), ...received],
      template: topic('{ Service: s3.amazonaws.com }'),
    },
    {
      name: 'a queue stands between topic and function',
      at,
      attack: [
        strangerMay('sns:Publish', 'News'),
        hands('News', 'Orders', 'Subscription', 'Endpoint'),
        hands('Orders', 'Ship', 'Mapping', 'FunctionName'),
        ...afterwards,
      ],
      template: `${topic("'*'").replace('Protocol: lambda', 'Protocol: sqs').replace('!GetAtt Ship.Arn', '!GetAtt Orders.Arn')}
  Orders:
    Type: AWS::SQS::Queue
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt Orders.Arn
      FunctionName: !Ref Ship
`,
    },
  ],
  passes: [
    {
      name: 'the role of the partner is granted to publish',
      called,
      template: (stack) => {
        const stock = new dynamodb.Table(stack, 'Stock', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        });
        const ship = new SecureFunction(stack, 'Ship', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        stock.grantReadWriteData(ship);
        const news = new sns.Topic(stack, 'News');
        news.addSubscription(new subscriptions.LambdaSubscription(ship));
        news.grantPublish(new iam.ArnPrincipal('arn:aws:iam::111122223333:role/Publisher'));
      },
    },
    {
      name: 'the owner of the topic may publish, as the policy of the console says',
      template: topic("{ AWS: '*' }", '{ StringEquals: { AWS:SourceOwner: !Ref AWS::AccountId } }'),
    },
    {
      name: 'one role of another account may publish',
      template: topic('{ AWS: arn:aws:iam::111122223333:role/Publisher }'),
    },
    { name: 'what everybody may set off only reads', template: topic("'*'", '{}', reader) },
    {
      name: 'the L2 tells a function of alarms',
      template: (stack) => {
        const news = new sns.Topic(stack, 'News', { enforceSSL: true });
        const fn = new lambda.Function(stack, 'Ship', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        news.addSubscription(new subscriptions.LambdaSubscription(fn));
        const alarm = new cloudwatch.Alarm(stack, 'Errors', {
          metric: fn.metricErrors(),
          threshold: 1,
          evaluationPeriods: 1,
        });
        alarm.addAlarmAction(new actions.SnsAction(news));
      },
    },
  ],
  unknown: [
    {
      name: 'the account is a parameter without a default',
      template: `
Parameters:
  Sender: { Type: String }
Resources:
${topic("{ AWS: '*' }", '{ StringEquals: { aws:PrincipalAccount: !Ref Sender } }')}
`,
    },
  ],
});
