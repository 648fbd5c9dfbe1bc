import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { Proof, describeAnswer } from './proof';
import type { Subject } from './request';

export const flags = {
  ...recommendedFlags,
  'aws:cdk:enable-path-metadata': true,
  // Requests are written for every partition.
  '@aws-cdk/core:enablePartitionLiterals': false,
};

/** Proves each subject: what is possible, what is not, and that no attack works. */
export function proveAll(subjects: readonly Subject[]): void {
  describe.each(subjects)('$proves', (subject) => {
    const { allows, denies = [], meant = [] } = subject;
    let proof: Proof;
    beforeAll(() => {
      proof = new Proof(subject, flags);
    });

    test('what it is for is allowed', () => {
      const answers = allows.map((request) => proof.ask(request));
      expect(answers.filter(({ verdict }) => verdict.decision !== 'allowed').map(describeAnswer)).toEqual([]);
    });

    test('what it is not for is denied', () => {
      const answers = denies.map((request) => proof.ask(request));
      expect(answers.filter(({ verdict }) => verdict.decision !== 'denied').map(describeAnswer)).toEqual([]);
    });

    test('no attack works, except what it is for on its own resource', () => {
      const answers = proof.attack();
      const wrong = answers.filter(
        ({ attack, isOnBystander, verdict }) =>
          verdict.decision !== 'denied' && (isOnBystander || !meant.includes(attack)),
      );
      expect(wrong.map((answer) => `${answer.attack}: ${describeAnswer(answer)}`)).toEqual([]);
    });

    test('what is said to be meant is what it allows', () => {
      const allowed = proof.attack().filter(({ verdict }) => verdict.decision !== 'denied');
      expect(meant.filter((name) => !allowed.some(({ attack }) => attack === name))).toEqual([]);
    });
  });
}
