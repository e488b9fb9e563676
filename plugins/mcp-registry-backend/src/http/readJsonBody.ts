import { SNAPSHOT_LIMITS } from '@mcp-portal/mcp-contract';
import { InputError } from '@backstage/errors';
import express, { RequestHandler } from 'express';

import { PayloadTooLargeError } from '@mcp-portal/plugin-mcp-node';

const LIMIT_BYTES = 100 * 1024;
/** What goes with a contract: changelog, server.json, reasons. */
const BESIDE_CONTRACT_BYTES = 256 * 1024;
const PUBLISH_LIMIT_BYTES =
  SNAPSHOT_LIMITS.maxSizeBytes + BESIDE_CONTRACT_BYTES;

const PUBLISH_PATH = /^\/servers\/[^/]+\/versions\/?$/;

const readSmall = express.json({ limit: LIMIT_BYTES });
const readLarge = express.json({ limit: PUBLISH_LIMIT_BYTES });

/**
 * Reads JSON bodies: small ones, but a whole contract where one is published.
 */
export const readJsonBody: RequestHandler = (req, res, next) => {
  const isLarge = req.method === 'POST' && PUBLISH_PATH.test(req.path);
  const [read, limit] = isLarge
    ? [readLarge, PUBLISH_LIMIT_BYTES]
    : [readSmall, LIMIT_BYTES];
  read(req, res, (error: unknown) => next(error && toError(error, limit)));
};

function toError(error: unknown, limit: number): unknown {
  // As body-parser names what went wrong.
  switch ((error as { type?: string }).type) {
    case 'entity.too.large':
      return new PayloadTooLargeError(
        `The body is larger than ${limit} bytes, which is the most that is taken here. Send less.`,
      );
    case 'entity.parse.failed':
      return new InputError(
        `The body is not JSON: ${
          (error as Error).message
        }. Send one JSON object.`,
      );
    default:
      return error;
  }
}
