import {
  type ConventionSettings,
  settleConventions,
} from '@mcp-portal/mcp-contract';
import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** What the platform team decided about conventions. */
export interface ConventionsConfig {
  /** Severities and options that are not the default, by convention. */
  settings: ConventionSettings;
  /** Whether a tool that can't exist is called, to hear how that is refused. */
  probeUnknownTool: boolean;
}

/**
 * Reads `mcpRegistry.conventions`.
 *
 * @throws InputError naming the path of what is wrong, and what is allowed
 */
export function readConventionsConfig(
  root: RootConfigService,
): ConventionsConfig {
  const config = root.getOptionalConfig('mcpRegistry.conventions');
  const settings = (config?.getOptional('rules') ?? {}) as ConventionSettings;
  try {
    settleConventions(settings);
  } catch (error) {
    throw new InputError(
      `mcpRegistry.conventions.rules: ${(error as Error).message}`,
    );
  }
  return {
    settings,
    probeUnknownTool: config?.getOptionalBoolean('probeUnknownTool') ?? true,
  };
}
