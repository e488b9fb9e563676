import { explainBadBody } from '@mcp-portal/plugin-mcp-node';
import express, { type RequestHandler } from 'express';

/** An OpenAPI document that is pasted, and the JSON around it. */
const LIMIT_BYTES = 6 * 1024 * 1024;

const read = express.json({ limit: LIMIT_BYTES });

/** Reads JSON bodies. */
export const readJsonBody: RequestHandler = (req, res, next) => {
  read(req, res, (error: unknown) =>
    next(error && explainBadBody(error, { limitBytes: LIMIT_BYTES })),
  );
};
