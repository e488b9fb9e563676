import { InputError } from '@backstage/errors';
import { PayloadTooLargeError } from '@mcp-portal/plugin-mcp-node';
import express, { type RequestHandler } from 'express';

/** An OpenAPI document that is pasted, and the JSON around it. */
const LIMIT_BYTES = 6 * 1024 * 1024;

const read = express.json({ limit: LIMIT_BYTES });

/** Reads JSON bodies. */
export const readJsonBody: RequestHandler = (req, res, next) => {
  read(req, res, (error: unknown) => next(error && toError(error)));
};

function toError(error: unknown): unknown {
  // As body-parser names what went wrong.
  switch ((error as { type?: string }).type) {
    case 'entity.too.large':
      return new PayloadTooLargeError(
        `The body is larger than ${LIMIT_BYTES} bytes, which is the most that is taken here. Send less.`,
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
