// Generates the Python binding and, where Python is there, checks a rule written in it: that it only uses what the
// binding has and, where the runtime of jsii for Python is installed too, that it runs in the gate.
//
//   node test/bindings/custom-rule.mjs
//
// Says what it could not do, and fails only on what it did. Takes a minute or two, so it is no part of the test suite.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const rule = join(here, 'custom-rule.py');
const expected = [
  ['acme-queue-name', 'error', 'Orders/Wrong'],
  ['acme-queue-name[unknown]', 'warning', 'Orders/Untold'],
];

/** The names that the rule imports and the members that it uses, looked up in the binding without running it. */
const lookUp = `
import ast, sys
binding = ast.parse(open(sys.argv[1], encoding="utf-8").read())
rule = ast.parse(open(sys.argv[2], encoding="utf-8").read())
classes = {node.name: node for node in binding.body if isinstance(node, ast.ClassDef)}
members = lambda name: {
    target
    for node in classes[name].body
    for target in (
        [node.name] if isinstance(node, (ast.FunctionDef, ast.ClassDef))
        else [t.id for t in node.targets] if isinstance(node, ast.Assign)
        else []
    )
}
imported = {
    alias.name
    for node in ast.walk(rule)
    if isinstance(node, ast.ImportFrom) and node.module == "cdk_secure_serverless"
    for alias in node.names
}
missing = sorted(imported - set(classes))
implemented = {node.name for node in ast.walk(rule) if isinstance(node, ast.FunctionDef)}
wanted = {name for name in members("ICustomRule") if not name.startswith("_")}
missing += sorted("ICustomRule." + name for name in wanted ^ implemented)
for name, used in {
    "RuleResource": {"read"},
    "RuleValue": {"state", "text", "because"},
    "RuleFinding": {"wrong", "cannot_tell"},
    "RuleSeverity": {"HIGH"},
    "RuleValueState": {"UNKNOWN"},
    "ServerlessSecurityChecks": {"validate_scope"},
}.items():
    missing += sorted(f"{name}.{member}" for member in used - members(name))
sys.exit("the binding does not have " + ", ".join(missing) if missing else 0)
`;

const folder = mkdtempSync(join(tmpdir(), 'custom-rule-'));
try {
  for (const name of ['src', 'package.json', 'tsconfig.json', 'README.md', 'LICENSE']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  run('jsii', '--silence-warnings=reserved-word');
  run('jsii-pacmak', '--code-only', '--targets', 'python', '--outdir', 'bindings');
  const binding = join(folder, 'bindings', 'python', 'src');
  console.log('generated: the Python binding');

  if (spawnSync('python3', ['--version']).status !== 0) {
    console.log('not checked: there is no python3');
  } else {
    execFileSync('python3', ['-c', lookUp, join(binding, 'cdk_secure_serverless', '__init__.py'), rule], {
      stdio: 'inherit',
    });
    console.log('checked: the rule implements the interface and uses only what the binding has');
    check(binding);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function check(binding) {
  const runtime = spawnSync('python3', ['-c', 'import jsii, constructs, aws_cdk, cdk_nag'], { encoding: 'utf8' });
  if (runtime.status !== 0) {
    console.log('not run: `pip install jsii aws-cdk-lib cdk-nag constructs` was not done');
    return;
  }
  const found = execFileSync('python3', [rule], {
    encoding: 'utf8',
    env: {
      ...process.env,
      CDK_VALIDATION: 'false',
      PYTHONPATH: [binding, process.env.PYTHONPATH].filter(Boolean).join(delimiter),
    },
  });
  if (JSON.stringify(JSON.parse(found)) !== JSON.stringify(expected)) {
    throw new Error(`the rule in Python found ${found}, wanted ${JSON.stringify(expected)}`);
  }
  console.log('run: the rule in Python found what it should');
}

function run(command, ...args) {
  execFileSync(process.execPath, [bin(command), ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' },
  });
}

function bin(command) {
  const manifest = join(root, 'node_modules', command, 'package.json');
  const { bin: bins } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bins === 'string' ? bins : bins[command]);
}
