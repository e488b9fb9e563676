import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { InputError } from '@backstage/errors';
import { PayloadTooLargeError } from '@mcp-portal/plugin-mcp-node';

/**
 * Writes an upload to a file, so that its sender need not wait until it is read,
 * and memory holds none of it.
 *
 * @returns how many bytes there were
 * @throws PayloadTooLargeError
 * @throws InputError when the sender went away in the middle
 */
export async function spoolUpload(options: {
  upload: Readable;
  path: string;
  maxBytes: number;
}): Promise<number> {
  const { upload, path, maxBytes } = options;
  let bytes = 0;
  const count = new Transform({
    transform(chunk, _encoding, done) {
      bytes += chunk.length;
      done(bytes > maxBytes ? tooLarge(maxBytes) : null, chunk);
    },
  });
  try {
    await pipeline(upload, count, createWriteStream(path, { flags: 'wx' }));
    return bytes;
  } catch (error) {
    await rm(path, { force: true });
    if ((error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE') {
      throw new InputError('The bill was cut off; send it again.');
    }
    throw error;
  }
}

export function tooLarge(maxBytes: number): Error {
  return new PayloadTooLargeError(
    `The bill is larger than ${maxBytes} bytes, which is the most that is read. Pack it with gzip, or import it in parts.`,
  );
}
