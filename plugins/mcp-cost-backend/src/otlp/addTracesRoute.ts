import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Request, Response, Router } from 'express';

import { timeBounds } from '../ingestion/bounds';
import { readBody } from '../ingestion/readBody';
import type { WayIn } from '../ingestion/addRecordsRoute';
import { retryAfterSeconds } from '../ingestion/retryAfterSeconds';
import { UnsupportedMediaTypeError } from '../ingestion/UnsupportedMediaTypeError';
import {
  encodeResponse,
  encodeStatus,
  JSON_TYPE,
  OtlpType,
  PROTOBUF_TYPE,
} from './answering/answers';
import { describeRefusals } from './answering/describeRefusals';
import { statusOf } from './answering/statusOf';
import { decodeJson } from './decoding/decodeJson';
import { decodeProtobuf } from './decoding/decodeProtobuf';
import { readUsage } from './spans/readUsage';

/** Takes traces in as OpenTelemetry sends them, at `POST /v1/traces`. */
export function addTracesRoute(
  router: Router,
  options: WayIn & { logger: LoggerService },
): void {
  router.post('/v1/traces', async (req, res) => {
    const type = typeOf(req);
    try {
      const answer = await takeIn(req, type, options);
      send(res, 200, type ?? JSON_TYPE, answer);
    } catch (error) {
      fail(res, type ?? JSON_TYPE, error, options.logger);
    }
  });
}

async function takeIn(
  req: Request,
  type: OtlpType | undefined,
  options: WayIn,
): Promise<Buffer> {
  const { keys, ingestion, bodies, maxBodyBytes, maxAgeDays, now } = options;
  const reporter = await keys.authenticate(req, 'ingest');
  if (type === undefined) {
    throw new UnsupportedMediaTypeError(
      `Traces are sent as ${PROTOBUF_TYPE} or ${JSON_TYPE}.`,
    );
  }
  const share = bodies.share(reporter.id);
  try {
    const body = await readBody(req, { maxBytes: maxBodyBytes, share });
    const spans = type === JSON_TYPE ? decodeJson(body) : decodeProtobuf(body);
    const { records, refusals } = readUsage(
      spans,
      timeBounds(now(), maxAgeDays),
    );
    share.release();
    const receipt = await ingestion.ingest(reporter, 'otlp', records, refusals);
    return encodeResponse(type, describeRefusals(receipt, spans.length));
  } finally {
    share.release();
  }
}

function typeOf(req: Request): OtlpType | undefined {
  const [type] = (req.headers['content-type'] ?? '').split(';', 1);
  return [JSON_TYPE, PROTOBUF_TYPE].find(
    one => one === type.trim().toLowerCase(),
  ) as OtlpType | undefined;
}

function fail(
  res: Response,
  type: OtlpType,
  error: unknown,
  logger: LoggerService,
): void {
  const { httpStatus, ...status } = statusOf(error);
  const seconds =
    retryAfterSeconds(error) ?? (httpStatus === 503 ? 5 : undefined);
  if (seconds !== undefined) {
    res.setHeader('Retry-After', String(seconds));
  }
  if (httpStatus === 503) {
    logger.error('Traces could not be taken in', toError(error));
  }
  send(res, httpStatus, type, encodeStatus(type, status));
}

function send(
  res: Response,
  httpStatus: number,
  type: OtlpType,
  body: Buffer,
): void {
  // Not by Express, which would add a charset that protobuf does not have.
  res.statusCode = httpStatus;
  res.setHeader('Content-Type', type);
  res.setHeader('Content-Length', body.length);
  res.end(body);
}
