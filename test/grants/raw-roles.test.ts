import { Proof, describeAnswer } from '../proof/proof';
import { flags } from '../proof/prove';
import { intentGrants } from '../proof/subjects/intent-grants';

describe.each(['raw role', 'raw role of another stack'] as const)('to a %s', (grantee) => {
  test.each(intentGrants)('$proves allows what it is for, and nothing beside it', (subject) => {
    const proof = new Proof(subject, flags, grantee);
    const wrong = [
      ...subject.allows.map((request) => ({ wanted: 'allowed', ...proof.ask(request) })),
      ...(subject.denies ?? []).map((request) => ({ wanted: 'denied', ...proof.ask(request) })),
    ].filter(({ wanted, verdict }) => verdict.decision !== wanted);
    expect(wrong.map(describeAnswer)).toEqual([]);
  });
});
