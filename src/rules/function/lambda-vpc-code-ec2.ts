import { evaluate } from '../../iam';
import { deployedText } from '../../iam/deployed-text';
import { identityOf } from '../../iam/permission-paths';
import { rolePolicies } from '../../iam/role-policies';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';

/** What Lambda needs to put a function into a VPC, and its code does not. */
const ofLambda = [
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
];

const codeOf = 'arn:aws:lambda:eu-west-1:111122223333:function:any';
const asCode = { context: { 'lambda:SourceFunctionArn': codeOf }, openContext: true };

/** What describes has no resource; the others are about an interface. */
const places = ['*', 'arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:network-interface/any'];

export default defineRule({
  id: 'lambda-vpc-code-ec2',
  severity: 'low',
  strict: true,
  title: 'the code of the function may manage the network interfaces of the VPC',
  why: 'Whoever runs code in the function maps the network, takes addresses away from other interfaces, or deletes those of other functions. Only Lambda needs these permissions, but the code has the same role.',
  serviceDefault:
    'Lambda makes the interfaces with the execution role, which the code has as well; AWS shows how to deny them to the code (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-best-practice).',
  fix: "add a statement that denies these actions where `Null: { lambda:SourceFunctionArn: 'false' }`, or use `SecureFunction`",
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) => {
    const role = fn.read('Role').target;
    if (fn.read('VpcConfig.SubnetIds').items.length === 0 || !role?.is('AWS::IAM::Role')) return [];
    const verdicts = ofLambda.flatMap((action) =>
      places.map((place) => ({
        action,
        ...evaluate(
          { ...asCode, principal: identityOf(role), action, resource: deployedText(place, role.template) },
          rolePolicies(role),
        ),
      })),
    );
    const allowed = ofLambda.filter((action) =>
      verdicts.some((verdict) => verdict.action === action && verdict.decision === 'allowed'),
    );
    if (allowed.length > 0) {
      return fail(fn.read('Role'), { got: `${allowed.join(', ')} for the code`, wanted: 'a denial' });
    }
    const unsure = verdicts.find(({ decision }) => decision === 'unknown');
    return unsure ? unknown(fn.read('Role'), unsure.because) : [];
  },
});
