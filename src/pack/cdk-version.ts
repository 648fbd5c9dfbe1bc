/** Below it a failing validation does not stop the synthesis. */
const floor = '2.262.1';

/**
 * Refuses an aws-cdk-lib in which the gate would report and let everything pass.
 *
 * @throws naming the version that was found and the one that is needed
 */
export function requireCdkVersion(found: string): void {
  const [a, b] = [found, floor].map((version) => version.split(/[.+-]/).slice(0, 3).map(Number));
  const difference = a.map((part, index) => part - b[index]).find((part) => part !== 0) ?? 0;
  if (difference < 0) {
    throw new Error(
      `'ServerlessSecurityChecks' needs aws-cdk-lib ${floor} or newer and found ${found}, where a failed validation does not fail synthesis: run 'npm install aws-cdk-lib@^${floor}'`,
    );
  }
}
