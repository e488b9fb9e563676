import { LoggerService } from '@backstage/backend-plugin-api';
import type { ConventionSettings } from '@mcp-portal/mcp-contract';
import type { McpRegistryApi } from '@mcp-portal/plugin-mcp-registry-common';

import type { Request } from '../../../access/askAsInitiator';
import { causeOf } from '../../../problems';

/**
 * The conventions as the platform team has set them; as they come when the
 * registry can't tell.
 */
export async function readConventions(
  registry: Pick<McpRegistryApi, 'listConventions'>,
  { request, logger }: { request: Request; logger: LoggerService },
): Promise<ConventionSettings> {
  try {
    const conventions = await registry.listConventions(request);
    return Object.fromEntries(
      conventions.map(({ id, severity, options }) => [
        id,
        { severity, options },
      ]),
    );
  } catch (error) {
    logger.warn(
      `The organisation's own conventions can't be read, so the common ones are taken: ${causeOf(
        error,
      )}`,
    );
    return {};
  }
}
