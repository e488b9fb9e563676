import type { RequestHandler, Router } from 'express';

import type { KeyAuthenticator } from '../keys';
import { timeBounds } from './bounds';
import type { InFlight } from './InFlight';
import type { IngestionService } from './IngestionService';
import { readBody } from './readBody';
import { readRecords } from './records/readRecords';
import { retryAfterSeconds } from './retryAfterSeconds';
import { UnsupportedMediaTypeError } from './UnsupportedMediaTypeError';

const MAX_BYTES = 5 * 2 ** 20;

/** What the ways in over HTTP are built on. */
export interface WayIn {
  keys: KeyAuthenticator;
  ingestion: IngestionService;
  /** Bytes of bodies that are being read. */
  bodies: InFlight;
  maxBodyBytes: number;
  maxAgeDays: number;
  now: () => Date;
}

/** Takes records in as JSON, at `POST /usage`. */
export function addRecordsRoute(router: Router, options: WayIn): void {
  const { keys, ingestion, bodies, maxBodyBytes, maxAgeDays, now } = options;
  const takeIn: RequestHandler = async (req, res) => {
    const reporter = await keys.authenticate(req, 'ingest');
    if (!req.is('application/json')) {
      throw new UnsupportedMediaTypeError(
        'Records are sent as application/json.',
      );
    }
    const share = bodies.share(reporter.id);
    try {
      const body = await readBody(req, {
        maxBytes: Math.min(MAX_BYTES, maxBodyBytes),
        share,
      });
      const { records, refusals } = readRecords(
        body,
        timeBounds(now(), maxAgeDays),
      );
      share.release();
      res.json(await ingestion.ingest(reporter, 'usage', records, refusals));
    } finally {
      share.release();
    }
  };
  router.post('/usage', (req, res, next) =>
    Promise.resolve(takeIn(req, res, next)).catch(error => {
      const seconds = retryAfterSeconds(error);
      if (seconds !== undefined) {
        res.setHeader('Retry-After', String(seconds));
      }
      next(error);
    }),
  );
}
