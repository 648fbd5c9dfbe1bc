/** @jest-environment ./test/judges/validator-environment.ts */
import { flagSets, threeConstructs } from './three-constructs';
import { openFindings } from './validation-report';

// Here the validator that the setup file turns off for speed is the one who judges.
delete process.env.CDK_VALIDATION;

test.each(flagSets)(
  '%s, CDK’s own validator finds no error in the three constructs, because they must deploy',
  (_, context) => {
    const app = threeConstructs({ ...context, '@aws-cdk/core:validateAgainstDefaultRules': true }, () => []);
    expect(openFindings(app)).toEqual([]);
  },
);
