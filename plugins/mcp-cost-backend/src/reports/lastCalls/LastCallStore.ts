import type { CostScope } from '../../access';

/** Knows when agents last called servers. */
export interface LastCallStore {
  /** ISO instants, by agent; of those agents that the scope may know. */
  ofServer(scope: CostScope, serverRef: string): Promise<Map<string, string>>;
}
