import { defineRule } from '../define-rule';
import { demand, demandChoice, fail } from '../results';
import type { Result } from '../results';

const sources = ['ZipFile', 'S3Bucket', 'ImageUri'];

export default defineRule({
  id: 'lambda-incomplete',
  severity: 'low',
  strict: true,
  title: 'the function is one that Lambda refuses',
  why: 'The deployment fails, and the code that was there before stays in force, with the hole that somebody wanted to close.',
  serviceDefault:
    'Code in a ZIP needs a handler and a runtime, code in S3 bucket and key, subnets need security groups (https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html).',
  fix: 'write `Handler`, `Runtime` and all of `Code`, and `SecurityGroupIds` beside `SubnetIds`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-693'] },
  notes: 'Strict, because what deploys the template finds it as well.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) => {
    const code = fn.read('Code');
    const results: Result[] = [];
    if (code.isObject) {
      if (sources.every((source) => code.read(source).isAbsent)) results.push(fail(code, { wanted: 'code' }));
      const isZip = code.read('ImageUri').isAbsent && !fn.read('PackageType').is('Image');
      const needed = isZip ? ['Handler', 'Runtime'] : [];
      results.push(...needed.map((name) => demandChoice(fn, name, 'one')));
      if (!code.read('S3Bucket').isAbsent && code.read('S3Key').isAbsent) {
        results.push(fail(code.read('S3Key'), { wanted: 'the key of the object' }));
      }
    }
    const [subnets, groups] = [fn.read('VpcConfig.SubnetIds'), fn.read('VpcConfig.SecurityGroupIds')];
    if (subnets.items.length > 0) results.push(demand(groups, (it) => it.items.length > 0, 'a security group'));
    return results;
  },
});
