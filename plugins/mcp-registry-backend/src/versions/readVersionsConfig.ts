import { checkSeverities, type CompareOptions } from '@mcp-portal/mcp-contract';
import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** What the platform team decided about versions. */
export interface VersionsConfig {
  /** The class of changes by rule, where it is not the default. */
  severities: NonNullable<CompareOptions['severities']>;
  /** Directories with the history to import. */
  importDirectories: string[];
}

/**
 * Reads `mcpRegistry.versions`.
 *
 * @throws InputError naming the path of what is wrong
 */
export function readVersionsConfig(root: RootConfigService): VersionsConfig {
  const config = root.getOptionalConfig('mcpRegistry.versions');
  const severities = (config?.getOptional('severities') ??
    {}) as VersionsConfig['severities'];
  try {
    checkSeverities(severities);
  } catch (error) {
    throw new InputError(`mcpRegistry.versions: ${(error as Error).message}`);
  }
  return {
    severities,
    importDirectories: (config?.getOptionalConfigArray('import') ?? []).map(
      entry => entry.getString('directory'),
    ),
  };
}
