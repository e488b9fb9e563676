const LINE = /^\d{4}-\d\d-\d\dT\S+ (\S+) (error|warn|info|debug) /;
const STARTUP_FAILED = /Backend startup failed/;
const MAX_WIDTH = 300;

/**
 * Reads the backend's log as it is written: passes errors on, without their stacks, and notices when the start has
 * failed. In development the process then goes on, and would never be ready.
 */
export function createBackendLogReader({ onError }) {
  let reasons;
  let collecting = false;

  return {
    read(line) {
      const level = LINE.exec(line)?.[2];
      if (!level) {
        if (collecting) {
          reasons.push(line);
        }
        return;
      }
      collecting = false;
      if (level !== 'error') {
        return;
      }
      if (STARTUP_FAILED.test(line)) {
        reasons = [];
        collecting = true;
      } else {
        onError(shorten(line));
      }
    },

    /** Why the backend could not start, as it says itself; undefined as long as it may still do. */
    startupFailure: () => reasons?.join('\n'),
  };
}

/** The message without the fields that follow it, of which the stack is one. */
function shorten(line) {
  const message = line.replace(/ (type|stack|name)=".*$/, '');
  return message.length > MAX_WIDTH
    ? `${message.slice(0, MAX_WIDTH)} …`
    : message;
}
