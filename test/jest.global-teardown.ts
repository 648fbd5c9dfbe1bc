import { rmSync } from 'node:fs';

/** Removes what `jest.global-setup.ts` made. */
export default function removeTemporaryFolder(): void {
  rmSync(process.env.TESTS_TEMPORARY_FOLDER!, { recursive: true, force: true });
}
