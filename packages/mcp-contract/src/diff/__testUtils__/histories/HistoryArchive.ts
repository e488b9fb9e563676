import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

import type { Contract } from '../../../snapshot';

/** One version of a server: what it said, or why it said nothing. */
export type ArchivedVersion = {
  version: string;
  serverVersion?: string;
  /** What had to be installed beside it. */
  companions?: string[];
} & ({ contract: Contract } | { failure: string });

/** Everything collected of one package, the oldest version first. */
export interface ArchivedHistory {
  name: string;
  versions: ArchivedVersion[];
}

export function hasContract(
  version: ArchivedVersion,
): version is Extract<ArchivedVersion, { contract: unknown }> {
  return 'contract' in version;
}

const FOLDER = join(__dirname, '../../../__fixtures__/histories');
const SUFFIX = '.json.br';

/** Wide enough that the next version is told by what it changes. */
const WINDOW_BITS = 24;

/**
 * The collected contracts, one file for each package. Successive versions are
 * almost the same: compressed together, a hundred take no more than a few.
 */
export async function readHistory(name: string): Promise<ArchivedHistory> {
  const file = fileOf(name);
  return existsSync(file) ? readArchive(file) : { name, versions: [] };
}

/** All packages that something was collected of. */
export async function readHistories(): Promise<ArchivedHistory[]> {
  const files = await readdir(FOLDER);
  return Promise.all(
    files
      .filter(file => file.endsWith(SUFFIX))
      .map(file => readArchive(join(FOLDER, file))),
  );
}

async function readArchive(file: string): Promise<ArchivedHistory> {
  return JSON.parse(
    brotliDecompressSync(await readFile(file)).toString('utf8'),
  );
}

export async function writeHistory(history: ArchivedHistory): Promise<void> {
  const file = fileOf(history.name);
  const text = Buffer.from(JSON.stringify(history), 'utf8');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(
    file,
    brotliCompressSync(text, {
      params: {
        [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
  );
}

function fileOf(name: string): string {
  const plain = name.replace(/^@/, '').replace('/', '-');
  return join(FOLDER, `${plain}${SUFFIX}`);
}
