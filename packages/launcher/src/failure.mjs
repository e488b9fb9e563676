import { describeSystemError } from './network.mjs';

/**
 * Something that went wrong in a way that the user can act on: shown as one line, with no stack.
 * `details` is evidence, such as the end of a log, and is printed before that line.
 */
export class Failure extends Error {
  constructor(message, { exitCode = 1, details, cause } = {}) {
    super(message, { cause });
    this.name = 'Failure';
    this.exitCode = exitCode;
    this.details = details;
  }
}

/** Prints an error as the last thing a command says. */
export function report(error, out = process.stderr) {
  if (error instanceof Failure) {
    if (error.details) {
      out.write(`${error.details.trimEnd()}\n\n`);
    }
    out.write(`Error: ${error.message}\n`);
    return;
  }
  // A full disk or a missing permission can show up anywhere; the stack would only hide it.
  const known = describeSystemError(error);
  out.write(known ? `Error: ${known}\n` : `${error?.stack ?? error}\n`);
}
