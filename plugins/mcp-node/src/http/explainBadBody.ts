import { InputError } from '@backstage/errors';

import { PayloadTooLargeError } from './PayloadTooLargeError';

/**
 * What `express.json` refused a body for, in words that say what to do; any
 * other error as it is.
 *
 * @param options - `limitBytes`: what `express.json` was told
 * @public
 */
export function explainBadBody(
  error: unknown,
  options: { limitBytes: number },
): unknown {
  // As body-parser names what went wrong.
  switch ((error as { type?: string }).type) {
    case 'entity.too.large':
      return new PayloadTooLargeError(
        `The body is larger than ${options.limitBytes} bytes, which is the most that is taken here. Send less.`,
      );
    case 'entity.verify.failed':
      return new InputError((error as Error).message);
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
