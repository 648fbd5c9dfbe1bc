import { accessTo, accessWithin, escalationPaths, escalationSteps } from '../../src/iam';
import type { Access } from '../../src/iam';
import { dedent } from '../rules/rule-examples';
import { applicationOf, find } from '../template/templates';

const shop = applicationOf(
  dedent(`
    Resources:
      Books: { Type: AWS::S3::Bucket }
      Covers: { Type: AWS::S3::Bucket }
      Reader:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }]
          Policies:
            - PolicyName: read
              PolicyDocument:
                Statement: [{ Effect: Allow, Action: 's3:GetObject', Resource: !Sub '\${Books.Arn}/public/*' }]
      Admins: { Type: AWS::IAM::Group, Properties: { GroupName: admins } }
      Ana: { Type: AWS::IAM::User, Properties: { Groups: [!Ref Admins] } }
      AdminPolicy:
        Type: AWS::IAM::Policy
        Properties:
          Groups: [!Ref Admins]
          PolicyName: admin
          PolicyDocument: { Statement: [{ Effect: Allow, Action: 's3:DeleteBucket', Resource: !GetAtt Books.Arn }] }
      BooksPolicy:
        Type: AWS::S3::BucketPolicy
        Properties:
          Bucket: !Ref Books
          PolicyDocument:
            Statement:
              - { Effect: Allow, Principal: { AWS: '444455556666' }, Action: 's3:PutObject', Resource: !Sub '\${Books.Arn}/*' }
              - Effect: Allow
                Principal: { Service: logging.s3.amazonaws.com }
                Action: s3:PutObject
                Resource: !Sub '\${Books.Arn}/logs/*'
                Condition: { StringEquals: { 'aws:SourceAccount': !Ref AWS::AccountId } }
              - Effect: Deny
                Principal: '*'
                Action: 's3:*'
                Resource: !Sub '\${Books.Arn}/*'
                Condition: { Bool: { 'aws:SecureTransport': 'false' } }
  `),
);

function printed({ who, action, to, verdict }: Access): string {
  return `${String(who)} ${verdict.decision} ${action} ${to.logicalId}`;
}

test('a resource tells who may do what to it: identities of the app, and others by its policy', () => {
  expect(accessTo(shop, find(shop, 'Books')).map(printed)).toEqual([
    'Reader allowed s3:GetObject Books',
    'Ana allowed s3:DeleteBucket Books',
    '444455556666 allowed s3:PutObject Books',
    'logging.s3.amazonaws.com unknown s3:PutObject Books',
  ]);
  expect(accessTo(shop, find(shop, 'Covers'))).toEqual([]);
  expect(accessWithin(shop).map(({ to }) => to.logicalId)).toContain('Reader');
});

test('a canonical user is the account that S3 calls so, or what CloudFront comes as', () => {
  const app = applicationOf(
    dedent(`
      Resources:
        Site: { Type: AWS::S3::Bucket }
        Identity: { Type: AWS::CloudFront::CloudFrontOriginAccessIdentity }
        SitePolicy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Site
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: { CanonicalUser: !GetAtt Identity.S3CanonicalUserId }
                  Action: s3:GetObject
                  Resource: !Sub '\${Site.Arn}/*'
    `),
  );
  expect(accessTo(app, find(app, 'Site')).map(printed)).toEqual([
    '${Identity.S3CanonicalUserId} allowed s3:GetObject Site',
  ]);
});

test('the principals of a resource are those whose policies refer to it', () => {
  expect(shop.principalsOf(find(shop, 'Books')).map(({ logicalId }) => logicalId)).toEqual(['Reader', 'Ana', 'Admins']);
  expect(shop.principalsOf(find(shop, 'Covers'))).toEqual([]);
});

const role = (service: string, statements: string, name = '') => `
  Type: AWS::IAM::Role
  Properties:
    ${name}
    AssumeRolePolicyDocument:
      Statement: [{ Effect: Allow, Principal: { Service: ${service} }, Action: 'sts:AssumeRole' }]
    Policies: [{ PolicyName: p, PolicyDocument: { Statement: [${statements}] } }]`;

function steps(resources: Record<string, string>) {
  const text = Object.entries(resources).map(([id, body]) => `  ${id}:${body.replace(/\n/g, '\n  ')}`);
  return applicationOf(`Resources:\n${text.join('\n')}`);
}

describe('an identity gets the permissions of another', () => {
  const admin = role(
    'lambda.amazonaws.com',
    `{ Effect: Allow, Action: 'dynamodb:*', Resource: 'arn:aws:dynamodb:::t' }`,
  );

  test.each([
    [
      'by writing the code of a function',
      `{ Effect: Allow, Action: 'lambda:UpdateFunctionCode', Resource: !GetAtt Job.Arn }`,
      ['Worker lambda:UpdateFunctionCode Job Admin'],
    ],
    [
      'by passing its role to a new function',
      `{ Effect: Allow, Action: 'iam:PassRole', Resource: !GetAtt Admin.Arn }, { Effect: Allow, Action: 'lambda:CreateFunction', Resource: '*' }`,
      ['Worker iam:PassRole,lambda:CreateFunction Admin Admin'],
    ],
    [
      'by writing its policies',
      `{ Effect: Allow, Action: 'iam:PutRolePolicy', Resource: !GetAtt Admin.Arn }`,
      ['Worker iam:PutRolePolicy Admin undefined'],
    ],
    [
      'by changing who may assume it',
      `{ Effect: Allow, Action: 'iam:UpdateAssumeRolePolicy', Resource: !GetAtt Admin.Arn }`,
      ['Worker iam:UpdateAssumeRolePolicy Admin Admin'],
    ],
    [
      'not by passing a role that no such service can assume',
      `{ Effect: Allow, Action: ['iam:PassRole', 'ecs:RunTask'], Resource: '*' }`,
      [],
    ],
    [
      'not by assuming a role that does not trust it',
      `{ Effect: Allow, Action: 'sts:AssumeRole', Resource: !GetAtt Admin.Arn }`,
      [],
    ],
  ])('%s', (_, statements, expected) => {
    const app = steps({
      Admin: admin,
      Job: '\n  Type: AWS::Lambda::Function\n  Properties: { Role: !GetAtt Admin.Arn }',
      Worker: role('lambda.amazonaws.com', statements),
    });
    const found = escalationSteps(app).map(
      ({ from, actions, on, gains }) => `${from.logicalId} ${actions.join()} ${on.logicalId} ${gains?.logicalId}`,
    );
    expect(found).toEqual(expected);
  });

  test.each([
    ['the role of an instance, by a command', `'ssm:SendCommand'`, 'Server'],
    ['the role of an instance, by a session', `'ssm:StartSession'`, 'Server'],
    [
      'the role of a code interpreter',
      `['bedrock-agentcore:StartCodeInterpreterSession', 'bedrock-agentcore:InvokeCodeInterpreter']`,
      'Interpreter',
    ],
    ['the role of a data source, by a resolver', `'appsync:CreateResolver'`, 'Source'],
    ['the role of a notebook', `'sagemaker:CreatePresignedNotebookInstanceUrl'`, 'Notebook'],
    ['the role of a job, by its command', `'batch:SubmitJob'`, 'Jobs'],
    ['the role of a stream application', `'kinesisanalytics:UpdateApplication'`, 'Stream'],
    ['no role, as half of what it takes', `'bedrock-agentcore:InvokeCodeInterpreter'`, undefined],
  ])('%s', (_, actions, on) => {
    const app = steps({
      Admin: admin,
      Profile: '\n  Type: AWS::IAM::InstanceProfile\n  Properties: { Roles: [!Ref Admin] }',
      Server: '\n  Type: AWS::EC2::Instance\n  Properties: { IamInstanceProfile: !Ref Profile }',
      Interpreter:
        '\n  Type: AWS::BedrockAgentCore::CodeInterpreterCustom\n  Properties: { ExecutionRoleArn: !GetAtt Admin.Arn }',
      Source: '\n  Type: AWS::AppSync::DataSource\n  Properties: { ServiceRoleArn: !GetAtt Admin.Arn }',
      Notebook: '\n  Type: AWS::SageMaker::NotebookInstance\n  Properties: { RoleArn: !GetAtt Admin.Arn }',
      Jobs: '\n  Type: AWS::Batch::JobDefinition\n  Properties: { ContainerProperties: { JobRoleArn: !GetAtt Admin.Arn } }',
      Stream:
        '\n  Type: AWS::KinesisAnalyticsV2::Application\n  Properties: { ServiceExecutionRole: !GetAtt Admin.Arn }',
      Worker: role('lambda.amazonaws.com', `{ Effect: Allow, Action: ${actions}, Resource: '*' }`),
    });
    const found = escalationSteps(app).map((step) => `${step.on.logicalId} ${step.gains?.logicalId}`);
    expect(found).toEqual(on === undefined ? [] : [`${on} Admin`]);
  });

  test.each([
    ['states.amazonaws.com', 'states:CreateStateMachine', 'states.amazonaws.com', 1],
    ['scheduler.amazonaws.com', 'scheduler:CreateSchedule', 'scheduler.amazonaws.com', 1],
    ['ecs-tasks.amazonaws.com', 'batch:RegisterJobDefinition', 'ecs-tasks.amazonaws.com', 1],
    ['credentials.iot.amazonaws.com', 'iot:CreateRoleAlias', 'credentials.iot.amazonaws.com', 1],
    [
      'bedrock-agentcore.amazonaws.com',
      'bedrock-agentcore:CreateCodeInterpreter',
      'bedrock-agentcore.amazonaws.com',
      1,
    ],
    ['states.amazonaws.com', 'states:CreateStateMachine', 'ec2.amazonaws.com', 0],
    ['states.amazonaws.com', 'glue:CreateSession', 'states.amazonaws.com', 0],
  ])('passing a role that trusts %s to %s, allowed for %s: %i steps', (trusted, action, passedTo, count) => {
    const app = steps({
      Admin: role(trusted, `{ Effect: Allow, Action: '*', Resource: '*' }`),
      Worker: role(
        'lambda.amazonaws.com',
        `{ Effect: Allow, Action: 'iam:PassRole', Resource: !GetAtt Admin.Arn, Condition: { StringEquals: { 'iam:PassedToService': '${passedTo}' } } }, { Effect: Allow, Action: '${action}', Resource: '*' }`,
      ),
    });
    const found = escalationSteps(app).filter(({ from }) => from.logicalId === 'Worker');
    expect(found.map(({ verdict }) => verdict.decision)).toEqual(Array(count).fill('allowed'));
  });

  test('taking a policy away gives more only where one denies something', () => {
    const detach = `{ Effect: Allow, Action: 'iam:DetachRolePolicy', Resource: '*' }`;
    const denied = `{ Effect: Deny, Action: 's3:*', Resource: '*' }`;
    const on = (statements: string) =>
      escalationSteps(steps({ Worker: role('lambda.amazonaws.com', statements) })).map(({ actions }) => actions.join());
    expect(on(detach)).toEqual([]);
    expect(on(`${detach}, ${denied}`)).toEqual(['iam:DetachRolePolicy']);
  });

  test('over several steps, and without end in circles', () => {
    const next = (name: string) =>
      `{ Effect: Allow, Action: 'lambda:UpdateFunctionCode', Resource: !GetAtt ${name}.Arn }`;
    const fn = (name: string) => `\n  Type: AWS::Lambda::Function\n  Properties: { Role: !GetAtt ${name}.Arn }`;
    const app = steps({
      A: role('lambda.amazonaws.com', next('FnB')),
      B: role('lambda.amazonaws.com', next('FnC')),
      C: role('lambda.amazonaws.com', next('FnA')),
      FnA: fn('A'),
      FnB: fn('B'),
      FnC: fn('C'),
    });
    const ways = escalationPaths(app).map((path) => path.map(({ gains }) => gains!.logicalId).join(' > '));
    expect(ways.sort()).toEqual(['A', 'A > B', 'B', 'B > C', 'C', 'C > A']);
  });
});
