import type { Stage } from 'aws-cdk-lib';
import { stagesWithin } from './stage-templates';

let synthesizing = 0;

/** Whether templates are only being written so that somebody can look at them. */
export function isOnlySynthesizing(): boolean {
  return synthesizing > 0;
}

/**
 * Writes the templates of a Stage without judging them, and so that the next synthesis starts anew.
 */
export function onlySynthesize(stage: Stage): void {
  const { CDK_VALIDATION } = process.env;
  process.env.CDK_VALIDATION = 'false';
  synthesizing++;
  try {
    forgetAssemblies(stage);
    stage.synth({ skipValidation: true });
  } catch (error) {
    // Another plugin refused what was written.
    if ((error as Error).name !== 'ValidationFailed') throw error;
  } finally {
    synthesizing--;
    if (CDK_VALIDATION === undefined) delete process.env.CDK_VALIDATION;
    else process.env.CDK_VALIDATION = CDK_VALIDATION;
    forgetAssemblies(stage);
  }
}

/** Core keeps what it synthesized, and would not look at the templates again. */
function forgetAssemblies(stage: Stage): void {
  for (const synthesized of stagesWithin(stage)) {
    (synthesized as unknown as { assembly?: unknown }).assembly = undefined;
  }
}
