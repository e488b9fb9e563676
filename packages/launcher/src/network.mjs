const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ENETUNREACH|ENETDOWN|EHOSTUNREACH|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ERR_SOCKET_CLOSED_BEFORE_CONNECTION|ERR_SOCKET_TIMEOUT|UND_ERR_CONNECT_TIMEOUT|FETCH_ERROR)\b|getaddrinfo|socket hang up|network request failed|Timeout awaiting/i;
const NOT_TRUSTED =
  /self-signed certificate|unable to (?:get|verify) .*certificate|certificate has expired|\b(?:SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_HAS_EXPIRED)\b/i;
const DISK_FULL = /\bENOSPC\b|no space left on device|\bEDQUOT\b/i;

/**
 * Finds in a tool's output the reason that matters to the user: no network, a certificate that isn't trusted, or
 * a full disk. Returns undefined when it is none of them.
 */
export function findCause(output) {
  if (DISK_FULL.test(output)) {
    return 'the disk is full. Free some space, then run the command again.';
  }
  const doubt = NOT_TRUSTED.exec(output)?.[0];
  if (doubt) {
    return `the package registry's certificate is not trusted (${doubt}). Name the file with your company's certificate in NODE_EXTRA_CA_CERTS, then run the command again.`;
  }
  const code = UNREACHABLE.exec(output)?.[0];
  if (code) {
    return `the package registry can't be reached (${code}). Check the network and the proxy settings, then run the command again.`;
  }
  return undefined;
}

/** One line for a system error that may come from any file operation; undefined for all others. */
export function describeSystemError(error) {
  switch (error?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full${at(
        error,
      )}. Free some space, then run the command again.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `No permission to ${error.syscall ?? 'write'}${at(error)}.`;
    default:
      return undefined;
  }
}

function at(error) {
  return error.path ? ` (${error.path})` : '';
}
