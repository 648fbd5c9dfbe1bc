import type { Application } from '../../../template';
import { onceForApplication } from '../../../template/once';

/** Whether a part of a template is put in by `AWS::Include`, as definitions of APIs are. */
export function includesTexts(app: Application): boolean {
  return onceForApplication(app, findInclusion);
}

function findInclusion(app: Application): boolean {
  return app.resources.some(({ rawProperties }) => JSON.stringify(rawProperties).includes('"AWS::Include"'));
}
