/** System and undici codes, and what they mean. */
const CODES: [RegExp, string][] = [
  [/^(ENOTFOUND|EAI_)/, 'its name does not resolve'],
  [/^ECONNREFUSED$/, 'nothing listens at its address'],
  [
    /^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/,
    'there is no way to its address',
  ],
  [
    /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$)/,
    'no secure connection could be made',
  ],
  [
    /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_DESTROYED|UND_ERR_CLOSED)$/,
    'it closed the connection midway',
  ],
  [/^(HPE_|UND_ERR_)/, 'what it sent is not HTTP'],
];

/** What went wrong on the way, when that is what went wrong. */
export function describeNetworkError(error: unknown): string | undefined {
  let next: unknown = error;
  for (let depth = 0; depth < 8; depth++) {
    if (typeof next !== 'object' || next === null) {
      return undefined;
    }
    const { code, cause } = next as { code?: unknown; cause?: unknown };
    const known =
      typeof code === 'string' && CODES.find(([pattern]) => pattern.test(code));
    if (known) {
      return `${known[1]} (${code})`;
    }
    next = cause;
  }
  return undefined;
}
