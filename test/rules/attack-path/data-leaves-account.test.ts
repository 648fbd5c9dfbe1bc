import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as destinations from 'aws-cdk-lib/aws-logs-destinations';
import { attackExamples, holds } from './play';
import { evaluate, PolicyDocument } from '../../../src/iam';
import { identityOf } from '../../../src/iam/permission-paths';
import { accountOfArn } from '../../../src/iam/principal';
import { rolePolicies } from '../../../src/iam/role-policies';
import { SecureLogGroup } from '../../../src/log-group/secure-log-group';
import rule from '../../../src/rules/attack-path/data-leaves-account';

function log(destination: string): string {
  return `
  Logins:
    Type: AWS::Logs::LogGroup
  Copy:
    Type: AWS::Logs::SubscriptionFilter
    Properties:
      LogGroupName: !Ref Logins
      FilterPattern: ''
      DestinationArn: ${destination}
`;
}

const arrivesElsewhere = holds('what is logged arrives in another account', ['Copy'], (_, find) => {
  const account = accountOfArn(find('Copy').read('DestinationArn').text ?? '');
  return account !== undefined && account !== '${AWS::AccountId}';
});

const forwards = holds('the role may put events on the bus of an account that lets it', ['Role'], (_, find) => {
  const request = {
    principal: identityOf(find('Role')),
    action: 'events:PutEvents',
    resource: 'arn:aws:events:eu-west-1:111122223333:event-bus/theirs',
    resourceAccount: '111122223333',
  };
  const theirs = { Effect: 'Allow', Principal: '*', Action: 'events:PutEvents', Resource: '*' };
  const resource = [{ name: 'their policy', document: PolicyDocument.of({ Statement: theirs }) }];
  return evaluate(request, { ...rolePolicies(find('Role')), resource }).decision === 'allowed';
});

export default attackExamples(rule, {
  attack: [arrivesElsewhere],
  fails: [
    {
      name: 'a filter copies the log group of the L2 to another account',
      at: ['Copy/Properties/DestinationArn'],
      template: (stack) => {
        const logins = new logs.LogGroup(stack, 'Logins');
        new logs.CfnSubscriptionFilter(stack, 'Copy', {
          logGroupName: logins.logGroupName,
          filterPattern: '',
          destinationArn: 'arn:aws:logs:eu-west-1:111122223333:destination:audit',
        });
      },
    },
    {
      name: 'logs are copied to another account',
      at: ['Copy/Properties/DestinationArn'],
      template: log('arn:aws:logs:eu-west-1:111122223333:destination:logs'),
    },
    {
      name: 'every event goes to a bus of another account as well',
      at: ['Forward/Properties/Targets/0/Arn'],
      attack: [forwards],
      template: `
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: forward
          PolicyDocument:
            Statement: { Effect: Allow, Action: 'events:PutEvents', Resource: '*' }
  Forward:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [shop.orders] }
      Targets:
        - { Id: theirs, Arn: 'arn:aws:events:eu-west-1:111122223333:event-bus/theirs', RoleArn: !GetAtt Role.Arn }
`,
    },
    {
      name: 'objects are replicated to another account',
      at: ['Orders/Properties/ReplicationConfiguration/Rules/0/Destination/Account'],
      attack: [
        holds('every object is copied to account 111122223333', ['Orders'], (_, find) =>
          find('Orders').read('ReplicationConfiguration.Rules.0.Destination.Account').is('111122223333'),
        ),
      ],
      template: `
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      ReplicationConfiguration:
        Role: arn:aws:iam::111122223333:role/replicate
        Rules:
          - Status: Enabled
            Destination: { Bucket: 'arn:aws:s3:::theirs', Account: '111122223333' }
`,
    },
  ],
  passes: [
    {
      name: 'a filter of the L2 copies logs to a stream of the stack',
      template: (stack) => {
        const logins = new SecureLogGroup(stack, 'Logins');
        const audit = new kinesis.Stream(stack, 'Audit');
        new logs.SubscriptionFilter(stack, 'Copy', {
          logGroup: logins,
          filterPattern: logs.FilterPattern.allEvents(),
          destination: new destinations.KinesisDestination(audit),
        });
      },
    },
    {
      name: 'logs go to a stream of this account',
      template: log('!Sub arn:aws:kinesis:${AWS::Region}:${AWS::AccountId}:stream/logs'),
    },
    {
      name: 'logs go to a stream of the template',
      template: `${log('!GetAtt Logs.Arn')}
  Logs:
    Type: AWS::Kinesis::Stream
`,
    },
  ],
});
