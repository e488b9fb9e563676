const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ENETUNREACH|ENETDOWN|EHOSTUNREACH|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|UND_ERR_CONNECT_TIMEOUT|FETCH_ERROR)\b|getaddrinfo|socket hang up|network request failed/i;
const DISK_FULL = /\bENOSPC\b|no space left on device|\bEDQUOT\b/i;

/**
 * Finds in a tool's output the reason that matters to the user: no network, or a full disk.
 * Returns undefined when it is neither.
 */
export function findCause(output) {
  if (DISK_FULL.test(output)) {
    return 'the disk is full. Free some space, then run the command again.';
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
