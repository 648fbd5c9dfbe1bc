import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const version = 1;

/** A finding that was there when the baseline was written. */
export interface BaselineEntry {
  readonly rule: string;
  /** For people, and to tell findings apart that are alike otherwise. */
  readonly constructPath: string;
  readonly fingerprint: string;
}

/**
 * Reads a baseline; one that does not exist has no entries.
 *
 * @throws if the file is not one that this version wrote; it is left as it is
 */
export function readBaseline(path: string): readonly BaselineEntry[] {
  if (!existsSync(path)) return [];
  const refuse = (because: string) =>
    new Error(`baseline "${path}" ${because}: restore it from version control, or delete it and write it again`);
  // Some editors put a mark before the first character.
  const text = contentOf(path, refuse).replace(/^\ufeff/, '');
  if (/^(<{7}|={7}|>{7})/m.test(text)) throw refuse('holds the marks of a merge conflict');
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw refuse(`is not JSON (${(error as Error).message})`);
  }
  if (!isObject(content)) throw refuse('is not an object');
  if (content.version !== version) {
    throw refuse(`has version ${JSON.stringify(content.version)}, and this library knows version ${version} only`);
  }
  if (!Array.isArray(content.findings)) throw refuse('has no list of "findings"');
  return content.findings.map((entry: unknown, index) => {
    if (!isEntry(entry)) {
      throw refuse(`is damaged at finding ${index + 1}: "rule", "constructPath" and "fingerprint" are texts`);
    }
    const { rule, constructPath, fingerprint } = entry;
    return { rule, constructPath, fingerprint };
  });
}

/**
 * Writes a baseline so that it is either the old one or the new one, whatever happens meanwhile.
 *
 * In an order of its own, so that a change of one finding is a change of a few lines.
 */
export function writeBaseline(path: string, entries: readonly BaselineEntry[]): void {
  const findings = [...entries].sort((one, other) => compare(keyOf(one), keyOf(other)));
  const text = `${JSON.stringify({ version, findings }, undefined, 2)}\n`;
  const target = existsSync(path) ? realpathSync(path) : resolve(path);
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}`);
  try {
    if (existsSync(target) && readFileSync(target, 'utf8') === text) return;
    const file = openSync(temporary, 'wx');
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(`baseline "${path}" cannot be written: ${code === 'ENOENT' ? 'its folder is not there' : message}`);
  }
}

function contentOf(path: string, refuse: (because: string) => Error): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw refuse(`cannot be read (${(error as Error).message})`);
  }
}

function keyOf({ rule, constructPath, fingerprint }: BaselineEntry): string {
  return [rule, constructPath, fingerprint].join('\n');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is BaselineEntry {
  return isObject(value) && ['rule', 'constructPath', 'fingerprint'].every((key) => typeof value[key] === 'string');
}
