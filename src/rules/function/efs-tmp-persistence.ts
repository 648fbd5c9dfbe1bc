import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

export default defineRule({
  id: 'efs-tmp-persistence',
  severity: 'low',
  title: 'files stay between calls of the function',
  why:
    'A mounted file system, and a large `/tmp` that is kept while the environment lives, hold what earlier calls left, of other users too. ' +
    'A weakness that reads or writes files reaches data of strangers, and code that somebody leaves there runs later.',
  serviceDefault: 'Without `FileSystemConfigs` a function has no shared files, and 512 MB in `/tmp`.',
  fix: 'keep data in a bucket or table with access per user; remove files at the end of each call',
  references: { csaServerless: ['SAS-12'], cwe: ['CWE-653'] },
  notes: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) => {
    const [systems, storage] = [fn.read('FileSystemConfigs'), fn.read('EphemeralStorage.Size')];
    return [
      systems.items.length > 0 ? fail(systems, { got: 'a mounted file system', wanted: 'no shared files' }) : pass(),
      (storage.number ?? 512) > 512 ? fail(storage, { wanted: '512' }) : pass(),
    ];
  },
});
