import type { ExtensionDefinition } from '@backstage/frontend-plugin-api';

/** What Backstage's own entity pages show of usage and cost. */
export const entityExtensions: ExtensionDefinition[] = [];
