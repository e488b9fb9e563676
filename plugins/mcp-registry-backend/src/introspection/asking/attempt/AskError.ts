import { CustomErrorBase } from '@backstage/errors';
import type { AttemptOutcome } from '@mcp-portal/plugin-mcp-registry-common';

/** Every way to fail. */
export type FailedOutcome = Exclude<AttemptOutcome, 'ok'>;

/**
 * Why a server could not be asked. Takes no cause on purpose: the message of a
 * foreign error could carry what the portal must not show.
 */
export class AskError extends CustomErrorBase {
  name = 'AskError' as const;

  constructor(readonly outcome: FailedOutcome, message: string) {
    super(message);
  }
}
