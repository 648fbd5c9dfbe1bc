import {
  AwsSolutionsChecks,
  HIPAASecurityChecks,
  NIST80053R4Checks,
  NIST80053R5Checks,
  PCIDSS321Checks,
  ServerlessChecks,
} from 'cdk-nag';
import { recordedAcknowledgements } from './acknowledged-rules';
import { flagSets, threeConstructs } from './three-constructs';
import { openFindings } from './validation-report';
import { ServerlessSecurityChecks } from '../../src';

describe.each(flagSets)('%s', (_, context) => {
  const app = threeConstructs(context, (it) => [
    new ServerlessSecurityChecks(it),
    new AwsSolutionsChecks(it),
    new ServerlessChecks(it),
    new NIST80053R5Checks(it),
    new NIST80053R4Checks(it),
    new HIPAASecurityChecks(it),
    new PCIDSS321Checks(it),
  ]);
  const open = openFindings(app);
  const acknowledged = recordedAcknowledgements(app);

  test('the three constructs with default arguments have no open finding, by our rules or by six packs that others wrote', () => {
    expect(open.map(({ plugin, rule, where }) => `${plugin} ${rule} ${where.join(' ')}`)).toEqual([]);
  });

  test('at most 20 distinct rules are acknowledged, because a library that acknowledges everything proves nothing', () => {
    const rules = [...new Set(acknowledged.map(({ rule }) => rule))].sort();
    expect(rules.length > 20 ? rules : []).toEqual([]);
  });

  test('every acknowledgement gives a reason that is a sentence', () => {
    expect(acknowledged.filter(({ reason }) => reason.split(' ').length < 6)).toEqual([]);
  });

  test('nothing is acknowledged on a whole stack or app, because that would hide what is added later', () => {
    expect(acknowledged.filter(({ constructPath }) => !constructPath.includes('/'))).toEqual([]);
  });
});
