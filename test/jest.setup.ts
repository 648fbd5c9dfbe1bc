// Core's template validator starts a WASM module for two seconds in each jest file: the suites that judge
// deployability turn it on again, for the others only the plugins run.
process.env.CDK_VALIDATION ??= 'false';
process.env.JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION ??= '20';

const { cloudFormationValidate } = globalThis as {
  /** Where the file asks for it: `test/judges/validator-environment.ts`. */
  readonly cloudFormationValidate?: (path: string) => object;
};
if (cloudFormationValidate) {
  const path = require.resolve('@aws/cloudformation-validate', { paths: [require.resolve('aws-cdk-lib')] });
  jest.doMock(path, () => cloudFormationValidate(path));
}
