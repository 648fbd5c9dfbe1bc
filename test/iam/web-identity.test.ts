import { placedStatements } from '../../src/iam/placed-statements';
import { trustsAnyToken } from '../../src/iam/web-identity';
import { Application } from '../../src/template';

interface Trust {
  readonly provider: string;
  readonly condition?: object;
}

function trusts({ provider, condition }: Trust): string {
  const statement = {
    Effect: 'Allow',
    Principal: { Federated: provider },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: condition,
  };
  const role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Statement: [statement] } } };
  const app = Application.load([{ path: 'x.json', content: JSON.stringify({ Resources: { Role: role } }) }]);
  const [placed] = placedStatements(app.resources[0].read('AssumeRolePolicyDocument')).statements;
  return trustsAnyToken(placed);
}

const account = 'arn:aws:iam::111122223333:oidc-provider';
const github = 'token.actions.githubusercontent.com';
const like = (key: string, value: string | string[]) => ({ StringLike: { [key]: value } });

describe('every tenant is trusted', () => {
  test.each<readonly [string, Trust]>([
    ['nothing is asked', { provider: `${account}/${github}` }],
    [
      'only the audience is, which every workflow can ask for',
      { provider: `${account}/${github}`, condition: like(`${github}:aud`, 'sts.amazonaws.com') },
    ],
    ['every organization is meant', { provider: `${account}/${github}`, condition: like(`${github}:sub`, '*') }],
    [
      'others can register a name that matches',
      { provider: `${account}/${github}`, condition: like(`${github}:sub`, 'repo:octo*/shop:*') },
    ],
    [
      'one of several subjects is open',
      { provider: `${account}/${github}`, condition: like(`${github}:sub`, ['repo:octo-org/shop:*', 'repo:*']) },
    ],
    [
      'the claim is of another issuer',
      { provider: `${account}/${github}`, condition: like('gitlab.com:sub', 'project_path:octo/shop:*') },
    ],
    [
      'everybody can start a workflow in the name of an environment',
      { provider: `${account}/${github}`, condition: like(`${github}:environment`, 'production') },
    ],
    [
      'another issuer that many share is asked for the audience only',
      { provider: `${account}/scalr.io`, condition: like('scalr.io:aud', 'sts.amazonaws.com') },
    ],
    ['a company asks for nothing either', { provider: `${account}/login.example.com` }],
    ['the pool is not named', { provider: 'cognito-identity.amazonaws.com' }],
  ])('where %s', (_, trust) => {
    expect(trusts(trust)).toBe('yes');
  });
});

describe('one tenant is trusted', () => {
  test.each<readonly [string, Trust]>([
    [
      'a repository is named',
      { provider: `${account}/${github}`, condition: like(`${github}:sub`, 'repo:octo-org/shop:*') },
    ],
    [
      'an organization is, to its end',
      { provider: `${account}/${github}`, condition: like(`${github}:sub`, 'repo:octo-org/*') },
    ],
    [
      'the workflow is named, in any case',
      {
        provider: `${account}/${github}`,
        condition: {
          stringequals: { 'Token.Actions.GithubUserContent.com:job_workflow_ref': 'o/w/.github/a.yml@main' },
        },
      },
    ],
    [
      'the person who starts workflows is',
      { provider: `${account}/${github}`, condition: like(`${github}:actor_id`, '1234567') },
    ],
    [
      'the audience names the team',
      {
        provider: `${account}/oidc.vercel.com`,
        condition: like('oidc.vercel.com:aud', 'https://vercel.com/octo'),
      },
    ],
    [
      'a project of GitLab is',
      { provider: `${account}/gitlab.com`, condition: like('gitlab.com:sub', 'project_path:octo/shop:ref_type:*') },
    ],
    [
      'the audience of a company is named',
      { provider: `${account}/login.example.com`, condition: like('login.example.com:aud', 'shop') },
    ],
    [
      'the identity pool is',
      {
        provider: 'cognito-identity.amazonaws.com',
        condition: like('cognito-identity.amazonaws.com:aud', 'eu-west-1:1a2b3c'),
      },
    ],
  ])('where %s', (_, trust) => {
    expect(trusts(trust)).toBe('no');
  });
});
