// What the demo prints, as text of at most 80 columns; colours only for a person at a terminal.
const WIDTH = 80;
const SEVERITIES = ['fatal', 'error', 'warning', 'info', 'custom'];
const coloured = process.stdout.isTTY && !process.env.NO_COLOR;
const style = (code) => (text) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
const bold = style(1);
const dim = style(2);
const ofSeverity = { fatal: style('1;31'), error: style(31), warning: style(33), info: style(36), custom: style(36) };

export function headline(versions) {
  return `${bold('cdk-secure-serverless')}  ${dim(versions.join(' · '))}\n`;
}

export function findingsByRule({ name, exitCode, findings }, what) {
  const title = `${bold(`examples/${name}`)}  ${dim(what)}\n${dim(`cdk synth exits ${exitCode}`)}`;
  if (findings.length === 0) return `${title}\n\n  no open finding\n`;
  const rules = groupBy(findings, ruleOf);
  const blocks = [...rules.values()].sort((a, b) => rank(a[0]) - rank(b[0])).map(rule);
  return `${title}\n\n${blocks.join('\n\n')}\n`;
}

export function closingTable(raw, secure) {
  const row = (label, count) => [label, count(raw), count(secure)];
  const rows = [
    row('resources', ({ resources }) => resources),
    ...SEVERITIES.map((severity) => row(severity, ({ findings }) => places(findings.filter((f) => f.severity === severity)))),
    row('acknowledged', (app) => places(app.acknowledged)),
  ].filter(([label, ...counts]) => !['info', 'custom'].includes(label) || counts.some((n) => n > 0));
  const line = (label, ...cells) => `  ${label.padEnd(16)}${cells.map((cell) => String(cell).padStart(16)).join('')}`;
  return [bold(line('', raw.name, secure.name)), ...rows.map((cells) => line(...cells)), ''].join('\n');
}

export function acknowledged({ name, acknowledged: all }) {
  if (all.length === 0) return `  nothing is acknowledged in ${name}\n`;
  const blocks = [...groupBy(all, (finding) => `${finding.acknowledgedId}\n${finding.reason}`).values()].map((group) => {
    const [{ acknowledgedId, reason }] = group;
    return [`  ${acknowledgedId}`, ...pathsOf(group), ...wrap(`reason: ${reason}`, 4)].join('\n');
  });
  return `${bold(`Acknowledged in ${name}`)}\n\n${blocks.join('\n\n')}\n`;
}

function rule(group) {
  const [{ severity, ruleName, suggestedFix }] = group;
  const label = severity.padEnd(9);
  const count = places(group);
  const title = ruleName.padEnd(WIDTH - 2 - label.length - 6);
  return [
    `  ${ofSeverity[severity](label)}${bold(title)}${dim(count > 1 ? `${count} ×`.padStart(6) : '')}`.trimEnd(),
    ...wrap(whatIsWrong(group), 4),
    ...pathsOf(group),
    ...(suggestedFix ? wrap(`fix: ${suggestedFix}`, 4) : []),
  ].join('\n');
}

/** The gate says what is wrong, what it got, and why it matters; the report file keeps what is left out here. */
function whatIsWrong(group) {
  const facts = [...new Set(group.map(({ description }) => description.split(/\.(?= [A-Z]| — |$)/)[0]))];
  const isUrgent = rank(group[0]) <= SEVERITIES.indexOf('error');
  return facts.length === 1 && isUrgent ? facts[0] : facts[0].split(': ')[0];
}

function pathsOf(group) {
  const shown = group.flatMap(({ violatingConstructs }) => violatingConstructs).map(where);
  return [...new Set(shown)].map((line) => dim(`    ${line}`));
}

function where({ constructPath, cloudFormationResource, stackTraces = [] }) {
  const place = constructPath.replace(/\/Resource$/, '') || cloudFormationResource?.logicalId || 'the app';
  const source = /examples[\\/]bookstore[^\\/]*[\\/]([\w.-]+\.ts:\d+)/.exec(stackTraces.join('\n'))?.[1];
  return source && place.length + source.length + 7 <= WIDTH ? `${place}  ${source}` : place;
}

const ruleOf = ({ severity, ruleName }) => `${severity} ${ruleName}`;
const rank = ({ severity }) => SEVERITIES.indexOf(severity);
const places = (findings) => findings.reduce((sum, { violatingConstructs }) => sum + violatingConstructs.length, 0);

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function wrap(text, indent) {
  const lines = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH - indent) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => ' '.repeat(indent) + line);
}
