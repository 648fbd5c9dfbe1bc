import { recordedAcknowledgements } from './acknowledged-rules';
import { nagPacks } from './packs';
import { flagSets, threeConstructs } from './three-constructs';
import { openFindings } from './validation-report';
import { ServerlessSecurityChecks } from '../../src';

describe.each(flagSets)('%s', (_, context) => {
  const app = threeConstructs(context, (it) => [
    new ServerlessSecurityChecks(it),
    ...nagPacks.map((Pack) => new Pack(it)),
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
