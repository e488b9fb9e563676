import { CliError } from '../CliError';
import type { NamedContract } from '../contracts/compareFiles';
import { readContractFile } from '../contracts/readContractFile';
import { inputName } from '../contracts/readInput';
import { askServer, LiveServer } from '../live/askServer';
import type { ServerOptions } from './addServerOptions';
import type { Context } from './Context';
import { readTarget } from './readTarget';

/** A contract, and what else a live server showed. */
export interface Obtained extends NamedContract {
  live?: LiveServer;
}

/**
 * Reads the contract from a file, or from the live server that the options
 * name; undefined when they name neither.
 *
 * @param options - `file`: `-` for standard input; `probe`: see `askServer`
 */
export async function obtainContract(
  options: ServerOptions & { file?: string; probe?: boolean },
  context: Context,
): Promise<Obtained | undefined> {
  const { io, secrets } = context;
  const { file } = options;
  const target = readTarget(options, { ...context, env: io.env });
  if (target && file !== undefined) {
    throw new CliError('Give either a contract or a live server, not both.');
  }
  if (file !== undefined) {
    return {
      ...(await readContractFile(file, io.stdin)),
      name: inputName(file),
    };
  }
  if (!target) {
    return undefined;
  }
  const live = await askServer({
    target,
    timeoutMs: options.timeout * 1_000,
    verbose: options.verbose === true,
    probe: options.probe === true,
    secrets,
    io,
  });
  return {
    snapshot: live.snapshot,
    toolsOnly: false,
    name: 'The live server',
    live,
  };
}
