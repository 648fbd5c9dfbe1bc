import { applicationOf, find } from './templates';

const child = {
  path: 'child.yaml',
  content: `
    Parameters: { Acl: { Type: String, Default: Private }, Target: { Type: String, Default: '' } }
    Resources:
      Bucket: { Type: AWS::S3::Bucket, Properties: { AccessControl: !Ref Acl } }
      Policy: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !Ref Target } }
    Outputs: { Name: { Value: !Ref Acl } }
  `,
};

describe('a template that several stacks deploy', () => {
  const app = applicationOf(
    {
      path: 'parent.yaml',
      content: `
        Resources:
          One: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml, Parameters: { Acl: PublicRead, Target: !Ref Mine } } }
          Two: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml } }
          Mine: { Type: AWS::S3::Bucket }
          Subject: { Type: 'Test::Subject', Properties: { Value: [!GetAtt One.Outputs.Name, !GetAtt Two.Outputs.Name] } }
      `,
    },
    child,
  );

  test('is looked at with the parameters of each', () => {
    const outcomes = app.inEveryWorld(() => find(app, 'Bucket').read('AccessControl').scalar);
    expect(outcomes.map((outcome) => [outcome?.result, outcome?.when])).toEqual([
      ['PublicRead', ['"child.yaml" is deployed by One']],
      ['Private', ['"child.yaml" is deployed by Two']],
    ]);
    expect(
      find(app, 'Bucket')
        .read('AccessControl')
        .branches.map(({ scalar }) => scalar),
    ).toEqual(['PublicRead', 'Private']);
  });

  test('gives each what it gives it, or says that it is not known', () => {
    const seen = app.inEveryWorld(() =>
      find(app, 'Subject')
        .read('Value')
        .items.map(({ text }) => text),
    );
    expect(seen.map((outcome) => outcome?.result)).toEqual([
      ['PublicRead', '${Two.Outputs.Name}'],
      ['${One.Outputs.Name}', 'Private'],
    ]);
  });

  test('is found by what it is given', () => {
    expect(app.references(find(app, 'Mine')).incoming).toContain(find(app, 'Policy'));
  });
});

test('a stack whose condition does not hold deploys nothing', () => {
  const app = applicationOf(
    {
      path: 'parent.yaml',
      content: `
        Conditions: { C: !Equals [!Ref 'AWS::Region', eu-west-1] }
        Resources: { One: { Type: AWS::CloudFormation::Stack, Condition: C, Properties: { TemplateURL: ./child.yaml } } }
      `,
    },
    child,
  );
  const outcomes = app.inEveryWorld(() => app.ofType('AWS::S3::Bucket').length);
  expect(outcomes.map((outcome) => outcome?.result)).toEqual([1, 0]);
});
