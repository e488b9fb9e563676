/** Codes of google.rpc, by the HTTP status that goes with them. */
const CODES: Record<number, number> = {
  400: 3,
  401: 16,
  403: 7,
  413: 3,
  415: 3,
  429: 8,
  503: 14,
};

const BY_NAME: Record<string, number> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
};

/** How a failure is answered. */
export interface FailureStatus {
  httpStatus: number;
  code: number;
  message: string;
}

/**
 * What to answer when a request failed. Whatever is not the sender's fault is
 * said to be passing, so that exporters send the spans again: on other codes they
 * drop them.
 */
export function statusOf(error: unknown): FailureStatus {
  const { name, message, statusCode } = error as Error & {
    statusCode?: number;
  };
  const httpStatus = statusCode ?? BY_NAME[name] ?? 503;
  if (
    CODES[httpStatus] === undefined ||
    (httpStatus === 503 && !isTold(name))
  ) {
    return {
      httpStatus: 503,
      code: CODES[503],
      message: 'Spans can not be taken in at the moment; send them again.',
    };
  }
  return { httpStatus, code: CODES[httpStatus], message };
}

function isTold(name: string): boolean {
  return name === 'ServiceUnavailableError';
}
