import { SNAPSHOT_LIMITS } from '@mcp-portal/mcp-contract';
import { explainBadBody } from '@mcp-portal/plugin-mcp-node';
import express, { RequestHandler } from 'express';

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
  read(req, res, (error: unknown) =>
    next(error && explainBadBody(error, { limitBytes: limit })),
  );
};
