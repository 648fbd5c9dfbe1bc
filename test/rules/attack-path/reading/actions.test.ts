import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findAction } from '../../../../src/facts/actions';

const folder = join(__dirname, '../../../../src/rules/attack-path');
const files = [folder, join(folder, 'reading')].flatMap((path) =>
  readdirSync(path)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(path, file)),
);
/** Names in quotes that are no keys of an object: those are condition keys. */
const actions = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/'([a-z][a-z0-9-]*:[A-Z][A-Za-z]+)'(?!:)/g)].map(([, action]) => action),
);

test.each([...new Set(actions)])(
  '%s is an action that AWS has, because a mistyped one would never be found',
  (action) => {
    expect(findAction(action)?.name).toBe(action);
  },
);
