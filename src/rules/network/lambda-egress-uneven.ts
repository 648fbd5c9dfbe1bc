import { mayLeaveToInternet, mayReachInternet, nameOf, placementOf } from '../../reachability';
import { defineRule } from '../define-rule';
import { vpcPlacementTypes } from '../function/reading/vpc-placement';
import { fail, pass } from '../results';

export default defineRule({
  id: 'lambda-egress-uneven',
  severity: 'low',
  strict: true,
  title: 'the function gets to the internet from some of its subnets only',
  why:
    'Lambda runs it in any of them, so that calls fail now and then, and nothing says why. ' +
    'Whoever has to mend it in a hurry opens the closed ones, and whatever else is in them is open from then on.',
  serviceDefault:
    'A function runs in one of the subnets that it names, and has the routes of that one (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html).',
  fix: 'name subnets with the same routes in `VpcConfig.SubnetIds`, or give the others the same',
  references: { owaspServerless: ['S6', 'S10'], csaServerless: ['SAS-3'], cwe: ['CWE-400'] },
  notes:
    'Where its groups let it out. A function in a public subnet has no public address: `lambda-vpc-public-subnet` says so.',
  appliesTo: vpcPlacementTypes,
  check: (fn, app) => {
    const subnets = placementOf(fn)?.subnets ?? [];
    if (subnets.length < 2 || mayReachInternet(fn, app).holds !== 'yes') return pass();
    const closed = subnets.filter(
      ({ target }) => target?.is('AWS::EC2::Subnet') && mayLeaveToInternet(target, app).holds === 'no',
    );
    return closed.map((subnet) =>
      fail(subnet, { got: `${nameOf(subnet.target!)}, which has no way out`, wanted: 'subnets with the same routes' }),
    );
  },
});
