import { findSecret, inWords } from '../../facts/secrets';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

/** Ways in which code runs text as code or as a command. */
const runsText = /\beval\s*\(|\bnew\s+Function\s*\(|\bchild_process\b|\bos\.(?:system|popen)\s*\(|\bshell\s*=\s*True\b/;

export default defineRule({
  id: 'lambda-inline-code-secret',
  severity: 'high',
  title: 'the inline code holds a secret, or runs text as code',
  why:
    'Everybody who can read the repository, the template or the stack reads a secret in the code. ' +
    'Where the code runs text that comes with an event, whoever sends the event runs commands with the role of the function.',
  serviceDefault:
    'Inline code is part of the template, which CloudFormation shows to everybody who may call GetTemplate (https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_GetTemplate.html).',
  fix: 'read the secret from Secrets Manager at run time; replace `eval`, `child_process` and shells by what they are used for',
  references: {
    owaspServerless: ['S1', 'S3'],
    csaServerless: ['SAS-1', 'SAS-7'],
    cwe: ['CWE-94', 'CWE-798'],
  },
  notes: 'A heuristic: it looks at the text of the code, and does not understand it.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) => {
    const code = fn.read('Code.ZipFile');
    const text = code.text ?? '';
    const running = runsText.exec(text);
    if (running) return fail(code, { got: `code with ${running[0].trim()}`, wanted: 'code that runs no text' });
    const found = findSecret('', text);
    return found ? fail(code, { got: `code with ${inWords(found)}`, wanted: 'code without secrets' }) : pass();
  },
});
