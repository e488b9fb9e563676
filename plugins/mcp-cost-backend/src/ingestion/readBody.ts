import { Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createInflate } from 'node:zlib';

import { InputError } from '@backstage/errors';
import { PayloadTooLargeError } from '@mcp-portal/plugin-mcp-node';
import type { Request } from 'express';

import type { Share } from './InFlight';
import { UnsupportedMediaTypeError } from './UnsupportedMediaTypeError';

/** SDKs give up after 10 s by default. */
const MAX_SECONDS = 60;

/**
 * Reads a body to its end, decompressed. It stops as soon as there is more than
 * allowed, so that what is compressed well costs no more than anything else.
 *
 * @param share - what the bytes are taken from, as they come
 * @throws PayloadTooLargeError, UnsupportedMediaTypeError, InputError
 * @throws TooManyRequestsError when the share does not give any more
 */
export async function readBody(
  request: Request,
  options: { maxBytes: number; share: Share },
): Promise<Buffer> {
  const { maxBytes, share } = options;
  const decompress = decompressorOf(request);
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > maxBytes) {
    throw tooLarge(maxBytes);
  }
  const chunks: Buffer[] = [];
  const collect = new Writable({
    write(chunk: Buffer, _encoding, done) {
      try {
        share.take(chunk.length);
        chunks.push(chunk);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
  const timeout = AbortSignal.timeout(MAX_SECONDS * 1_000);
  const stages = decompress
    ? [atMost(maxBytes), decompress, atMost(maxBytes), collect]
    : [atMost(maxBytes), collect];
  try {
    // The request is left open: the answer goes out over the same connection.
    await pipeline([unclosed(request), ...stages], { signal: timeout });
  } catch (error) {
    throw toBodyError(error);
  }
  return Buffer.concat(chunks);
}

function decompressorOf(request: Request): Transform | undefined {
  const encoding = (request.headers['content-encoding'] ?? 'identity')
    .trim()
    .toLowerCase();
  switch (encoding) {
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    default:
      throw new UnsupportedMediaTypeError(
        'The content encoding is not read; send gzip, deflate, or none.',
      );
  }
}

function unclosed(request: Request): Readable {
  return Readable.from(request.iterator({ destroyOnReturn: false }), {
    objectMode: false,
  });
}

function atMost(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) {
        done(tooLarge(maxBytes));
      } else {
        done(null, chunk);
      }
    },
  });
}

function tooLarge(maxBytes: number): PayloadTooLargeError {
  return new PayloadTooLargeError(
    `A body may have ${maxBytes} bytes, also after decompression; send less at a time.`,
  );
}

function toBodyError(error: unknown): unknown {
  const { code, name } = error as NodeJS.ErrnoException;
  if (code?.startsWith('Z_')) {
    return new InputError(
      'The body is not compressed as its content encoding says, or is cut off.',
    );
  }
  if (name === 'AbortError' || name === 'TimeoutError') {
    return new InputError(`The body did not come within ${MAX_SECONDS} s.`);
  }
  return error;
}
