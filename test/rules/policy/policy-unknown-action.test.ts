import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/policy/policy-unknown-action';
import { findingsOf, isTestOf, ruleExamples } from '../rule-examples';

const identity = (statement: string) => `
          Policy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement: [${statement}]
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'what the denial forbids is no action',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
      template: (stack) => {
        const policy = new iam.ManagedPolicy(stack, 'Policy');
        policy.addStatements(
          new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['s3:DeleteObjects'], resources: ['*'] }),
        );
      },
    },
    {
      name: 'a letter too many, one by mistake, and a service that is called otherwise',
      at: [0, 1, 2].map((index) => `Policy/Properties/PolicyDocument/Statement/0/Action/${index}`),
      template: identity(
        "{ Effect: Allow, Action: ['s3:GetObjects', 'dynamodb:Get_Item', 'lamda:InvokeFunction'], Resource: '*' }",
      ),
    },
    {
      name: 'an operation is called otherwise than what allows it',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action/1'],
      template: identity("{ Effect: Allow, Action: ['s3:ListBucket', 's3:ListBuckets'], Resource: '*' }"),
    },
    {
      name: 'no action begins like the pattern',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
      template: identity("{ Effect: Deny, Action: 's3:PutBuckt*', Resource: '*' }"),
    },
    {
      name: 'an exception is none, so that it is allowed too',
      at: ['Policy/Properties/PolicyDocument/Statement/0/NotAction/1'],
      template: identity("{ Effect: Allow, NotAction: ['iam:*', 'sts:AssumeRoles'], Resource: '*' }"),
    },
    {
      name: 'the action is one of another service',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
      template: identity("{ Effect: Allow, Action: 'cloudwatch:CreateLogGroup', Resource: '*' }"),
    },
    {
      name: 'the policy of a bucket, of an endpoint and of an organization',
      at: [
        'Bucket/Properties/PolicyDocument/Statement/0/Action',
        'Endpoint/Properties/PolicyDocument/Statement/0/Action',
        'Organization/Properties/Content/Statement/0/Action',
      ],
      template: `
        Bucket:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: orders
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - { Effect: Deny, Principal: '*', Action: 's3:DeleteObjcts', Resource: 'arn:aws:s3:::orders/*' }
        Endpoint:
          Type: AWS::EC2::VPCEndpoint
          Properties:
            VpcId: vpc-0123456789abcdef0
            ServiceName: com.amazonaws.eu-west-1.s3
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - { Effect: Deny, Principal: '*', Action: 's3:PutObjectz', Resource: '*' }
        Organization:
          Type: AWS::Organizations::Policy
          Properties:
            Name: no-leaving
            Type: SERVICE_CONTROL_POLICY
            Content:
              Version: '2012-10-17'
              Statement:
                - { Effect: Deny, Action: 'organizations:LeaveOrganisation', Resource: '*' }
      `,
    },
    {
      name: 'a permission of Lambda names the operation',
      at: ['Permission/Properties/Action'],
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            FunctionName: orders
            Principal: sns.amazonaws.com
            SourceArn: arn:aws:sns:eu-west-1:111122223333:orders
            Action: lambda:Invoke
      `,
    },
    {
      name: 'permissions on an event bus, in the newer form and in the older one',
      at: ['Newer/Properties/Statement/Action', 'Older/Properties/Action'],
      template: `
        Newer:
          Type: AWS::Events::EventBusPolicy
          Properties:
            StatementId: newer
            Statement: { Effect: Allow, Principal: { AWS: '111122223333' }, Action: 'events:PutEvent', Resource: '*' }
        Older:
          Type: AWS::Events::EventBusPolicy
          Properties: { StatementId: older, Principal: '111122223333', Action: 'events:PutEvent' }
      `,
    },
  ],
  passes: [
    {
      name: 'the denial forbids what there is',
      template: (stack) => {
        const policy = new iam.ManagedPolicy(stack, 'Policy');
        policy.addStatements(
          new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['s3:DeleteObject'], resources: ['*'] }),
        );
      },
    },
    {
      name: 'a grant knows what it is called',
      template: (stack) => {
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        new s3.Bucket(stack, 'Orders').grantReadWrite(role);
      },
    },
    {
      name: 'IAM does not look at the case, nor does a pattern',
      template: identity(
        "{ Effect: Allow, Action: ['S3:getobject', 's3:Get*', 'dynamodb:*Item', '*'], Resource: '*' }",
      ),
    },
    {
      name: 'actions that no operation has, and that AWS has given up',
      template: identity(
        "{ Effect: Allow, Action: ['ssmmessages:OpenDataChannel', 'kafka-cluster:Connect', 'sns:Receive', 'artifact:Get', 'deepracer:*'], Resource: '*' }",
      ),
    },
    {
      name: 'what a role trusts',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' }
                  Action: [sts:AssumeRoleWithWebIdentity, sts:TagSession, sts:SetSourceIdentity]
      `,
    },
    {
      name: 'an action that is put together, which is for others to judge',
      template: `
        Parameters:
          Verb: { Type: String }
        Resources:${identity("{ Effect: Allow, Action: !Sub 's3:${Verb}Object', Resource: '*' }")}`,
    },
  ],
  unknown: [
    {
      name: 'a service and an action that are newer than the table, or invented',
      at: [0, 1].map((index) => `Policy/Properties/PolicyDocument/Statement/0/Action/${index}`),
      template: identity("{ Effect: Allow, Action: ['teleport:BeamUp', 's3:FoldBuckets'], Resource: '*' }"),
    },
  ],
});

if (isTestOf(rule)) {
  test.each([
    ['medium', 'something that was to be denied is not', "{ Effect: Deny, Action: 's3:GetObjects', Resource: '*' }"],
    [
      'medium',
      'something that was to be left out is not',
      "{ Effect: Allow, NotAction: 'iam:PassRol', Resource: '*' }",
    ],
    ['low', 'a permission is missing', "{ Effect: Allow, Action: 's3:GetObjects', Resource: '*' }"],
    ['low', 'too much is denied', "{ Effect: Deny, NotAction: 's3:GetObjects', Resource: '*' }"],
  ])('it is %s where %s', (severity, name, statement) => {
    const [finding, ...others] = findingsOf(rule, { name, template: identity(statement) });
    expect(others).toEqual([]);
    expect(finding.severity).toBe(severity);
    expect(finding.wanted).toMatch(/did you mean "(s3:GetObject|iam:PassRole)"\?$/);
  });

  test('a text that is longer than any action is not compared with all of them', () => {
    const action = `${'*'.repeat(60_000)}:*`;
    const template = identity(`{ Effect: Allow, Action: '${action}', Resource: '*' }`);
    expect(findingsOf(rule, { name: 'long', template }).map(({ outcome }) => outcome)).toEqual(['unknown']);
  });
}
