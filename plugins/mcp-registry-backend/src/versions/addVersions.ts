import type { McpCallSource } from '@mcp-portal/plugin-mcp-registry-node';

import type { Foundation } from '../Foundation';
import { CompatibilityGate } from './CompatibilityGate';
import { ComparisonService } from './ComparisonService';
import { ConsumerService } from './ConsumerService';
import { scheduleVersionImport } from './importing/scheduleVersionImport';
import { VersionImporter } from './importing/VersionImporter';
import { PublishService } from './PublishService';
import { RetirementService } from './RetirementService';
import { addVersionRoutes } from './router';
import { VersionService } from './VersionService';

/**
 * Published versions: over HTTP, and the import of those of before.
 */
export async function addVersions(
  foundation: Foundation,
  options: { callSources: McpCallSource[]; importDirectories: string[] },
): Promise<void> {
  const { callSources, importDirectories: directories } = options;
  const publishing = new PublishService({
    ...foundation,
    gate: new CompatibilityGate(foundation),
  });
  const services = {
    versions: new VersionService(foundation),
    publishing,
    retirement: new RetirementService(foundation),
    comparison: new ComparisonService(foundation),
    consumers: new ConsumerService({ ...foundation, callSources }),
  };
  addVersionRoutes(foundation.router, { ...foundation, ...services });
  const { keyRoutes } = foundation;
  addVersionRoutes(keyRoutes.router, { ...keyRoutes, ...services });
  if (directories.length > 0) {
    await scheduleVersionImport({
      ...foundation,
      importer: new VersionImporter({ ...foundation, directories, publishing }),
    });
  }
}
