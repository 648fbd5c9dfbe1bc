/**
 * Variables through which a runtime is made to load code, each with the values that load none.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-modify.html
 */
const harmless: Readonly<Record<string, RegExp>> = {
  NODE_OPTIONS: /^(?!.*(?:^|\s)(?:-r|--(?:require|import|loader|experimental-loader|inspect\S*|env-file))(?:[\s=]|$))/,
  AWS_LAMBDA_EXEC_WRAPPER: /^\/opt\/(?:otel-[a-z-]+|bootstrap)$/,
  LD_PRELOAD: /^$/,
  LD_AUDIT: /^$/,
  PYTHONPATH: /^(?:\/(?:var\/(?:task|runtime)|opt)(?:\/[\w.-]+)*(?::|$))*$/,
  PYTHONSTARTUP: /^$/,
  JAVA_TOOL_OPTIONS: /^(?!.*-(?:javaagent|agentlib|agentpath|Xbootclasspath))/,
  RUBYOPT: /^(?!.*-(?:r|I))/,
  PERL5OPT: /^$/,
  DOTNET_STARTUP_HOOKS: /^$/,
  BASH_ENV: /^$/,
};

/** Whether a variable of that name with that value makes the runtime load code. */
export function loadsCode(name: string, value: string): boolean {
  return Object.hasOwn(harmless, name) && !harmless[name].test(value.trim());
}
