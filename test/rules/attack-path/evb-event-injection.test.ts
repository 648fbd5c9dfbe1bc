import { aws_events as events, aws_events_targets as targets, aws_lambda as lambda } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { afterwards, handler, reader } from './handler';
import { hands } from './outsiders';
import { attackExamples, holds, may } from './play';
import type { Step } from './play';
import { SecureFunction } from '../../../src/function/secure-function';
import { evaluate, PolicyDocument } from '../../../src/iam';
import rule from '../../../src/rules/attack-path/evb-event-injection';

function bus(principal: string, { condition = '{}', account = '', fn = handler } = {}): string {
  return `${fn}
  Shop:
    Type: AWS::Events::EventBus
    Properties:
      Name: shop
  Policy:
    Type: AWS::Events::EventBusPolicy
    Properties:
      EventBusName: !Ref Shop
      StatementId: senders
      Statement:
        Effect: Allow
        Principal: ${principal}
        Action: events:PutEvents
        Resource: !GetAtt Shop.Arn
        Condition: ${condition}
  Placed:
    Type: AWS::Events::Rule
    Properties:
      EventBusName: !Ref Shop
      EventPattern:
        source: [shop.orders]
        detail-type: [OrderPlaced]
        ${account}
      Targets:
        - Id: Ship
          Arn: !GetAtt Ship.Arn
`;
}

function senderMay(account: string): Step {
  return holds(`account ${account} may put events on Shop`, ['Policy'], (_, find) => {
    const statement = find('Policy').read('Statement').resolved;
    const policies = [{ name: 'the policy of the bus', document: PolicyDocument.of({ Statement: statement ?? [] }) }];
    const principal = { kind: 'root', account } as const;
    const [resource] = policies[0].document.statements.flatMap(({ resources = [] }) => resources);
    const request = { principal, action: 'events:PutEvents', resource: resource.toString(), resourceAccount: 'home' };
    return evaluate(request, { resource: policies }).decision === 'allowed';
  });
}

function matches(account: string): Step {
  return holds(`the rule takes events of account ${account}`, ['Placed'], (_, find) => {
    const wanted = find('Placed').read('EventPattern.account');
    return wanted.isAbsent || wanted.items.some((item) => item.is(account));
  });
}

const received = [matches('111122223333'), hands('Shop', 'Ship', 'Placed', 'Targets'), ...afterwards];
const at = ['Policy/Properties/Statement/Principal'];

const called = { Role: 'ShipServiceRole', Policy: 'Shopcdksenders' };

export default attackExamples(rule, {
  attack: [senderMay('111122223333'), ...received],
  fails: [
    {
      name: 'the L2 lets everybody send what a function acts on',
      called,
      at: ['Shopcdksenders/Properties/Statement/Principal'],
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
        const shop = new events.EventBus(stack, 'Shop');
        new events.Rule(stack, 'Placed', {
          eventBus: shop,
          eventPattern: { source: ['shop.orders'] },
          targets: [new targets.LambdaFunction(ship)],
        });
        shop.addToResourcePolicy(
          new iam.PolicyStatement({
            sid: 'senders',
            principals: [new iam.AnyPrincipal()],
            actions: ['events:PutEvents'],
            resources: [shop.eventBusArn],
          }),
        );
      },
    },
    { name: 'everybody may send, and no rule asks for the account', at, template: bus("'*'") },
    {
      name: 'another account may send whatever it likes',
      at,
      template: bus('{ AWS: arn:aws:iam::111122223333:root }'),
    },
    {
      name: 'the event starts a state machine that may change a role',
      at,
      attack: [
        senderMay('111122223333'),
        matches('111122223333'),
        hands('Shop', 'Flow', 'Placed', 'Targets'),
        may('FlowRole', 'iam:PutRolePolicy', 'Role'),
      ],
      template: `${bus("'*'").replace('!GetAtt Ship.Arn', '!Ref Flow')}
  FlowRole:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: roles
          PolicyDocument:
            Statement: { Effect: Allow, Action: 'iam:*', Resource: !GetAtt Role.Arn }
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt FlowRole.Arn
`,
    },
  ],
  passes: [
    {
      name: 'the L2 lets the organization send',
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
        const shop = new events.EventBus(stack, 'Shop');
        new events.Rule(stack, 'Placed', {
          eventBus: shop,
          eventPattern: { source: ['shop.orders'] },
          targets: [new targets.LambdaFunction(ship)],
        });
        shop.addToResourcePolicy(
          new iam.PolicyStatement({
            sid: 'senders',
            principals: [new iam.OrganizationPrincipal('o-1234567890')],
            actions: ['events:PutEvents'],
            resources: [shop.eventBusArn],
          }),
        );
      },
    },
    { name: 'the rule asks for the account', template: bus("'*'", { account: 'account: [!Ref AWS::AccountId]' }) },
    {
      name: 'the organization may send',
      template: bus("'*'", { condition: '{ StringEquals: { aws:PrincipalOrgID: o-1234567890 } }' }),
    },
    { name: 'what an event sets off only reads', template: bus("'*'", { fn: reader }) },
    {
      name: 'the bus has no policy, as the L2 makes it',
      template: (stack) => {
        const shop = new events.EventBus(stack, 'Shop');
        const fn = new lambda.Function(stack, 'Ship', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        new events.Rule(stack, 'Placed', {
          eventBus: shop,
          eventPattern: { source: ['shop.orders'] },
          targets: [new targets.LambdaFunction(fn)],
        });
      },
    },
  ],
  unknown: [
    {
      name: 'the account is a parameter without a default',
      at: ['Policy/Properties/Principal'],
      template: `
Parameters:
  Sender: { Type: String }
Resources:
${handler}
  Policy:
    Type: AWS::Events::EventBusPolicy
    Properties: { StatementId: sender, Action: events:PutEvents, Principal: !Ref Sender }
  Placed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [shop.orders] }
      Targets: [{ Id: Ship, Arn: !GetAtt Ship.Arn }]
`,
    },
  ],
});
