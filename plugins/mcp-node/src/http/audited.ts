import {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

/**
 * Does something, and has it written down who tried it, and how it ended.
 * @public
 */
export async function audited<T>(
  act: () => Promise<T>,
  options: AuditorServiceCreateEventOptions & { auditor: AuditorService },
): Promise<T> {
  const { auditor, ...event } = options;
  const audit = await auditor.createEvent(event);
  try {
    const result = await act();
    await audit.success();
    return result;
  } catch (error) {
    // Not its details: they are for the caller, and may be long.
    const { name, message } = toError(error);
    await audit.fail({ error: { name, message } });
    throw error;
  }
}
