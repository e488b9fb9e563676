import { Secrets } from '../attempt/Secrets';
import { Environment, requireVariable } from '../rules/environmentVariable';
import { packageName, StdioRule } from '../rules/StdioRule';
import { resolveInstalledPackage } from './resolveInstalledPackage';

/** What a server's process gets of the backend's own environment. */
const INHERITED = ['PATH', 'HOME', 'LANG', 'TMPDIR'];

/** What to start, and how; all of it is the operator's. */
export interface LaunchCommand {
  command: string;
  args: string[];
  env: Record<string, string>;
  cwd?: string;
}

/** Turns an entry of the operator's list into what to start. */
export async function launchCommand(options: {
  rule: StdioRule;
  env: Environment;
  secrets: Secrets;
}): Promise<LaunchCommand> {
  const { rule, secrets } = options;
  const program =
    rule.command === undefined
      ? [process.execPath, await resolveInstalledPackage(rule)]
      : [rule.command];
  const [command, ...args] = [...program, ...rule.args];

  const env: Record<string, string> = {};
  for (const name of INHERITED) {
    const value = options.env[name];
    if (value !== undefined) {
      env[name] = value;
    }
  }
  for (const [name, source] of Object.entries(rule.env)) {
    if ('value' in source) {
      env[name] = source.value;
    } else {
      env[name] = requireVariable(
        options.env,
        source.fromEnv,
        packageName(rule),
      );
      secrets.add(env[name]);
    }
  }
  return { command, args, env, cwd: rule.workingDirectory };
}
