import type { Readable } from 'node:stream';

import { ContractFile, contractIn } from './contractIn';
import { inputName } from './readInput';
import { readJson } from './readJson';

/** Reads the contract in a file, or on standard input for `-`. */
export async function readContractFile(
  file: string,
  stdin: Readable,
): Promise<ContractFile> {
  return contractIn(await readJson(file, stdin), inputName(file));
}
