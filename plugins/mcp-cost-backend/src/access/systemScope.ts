import type { CostScope } from './CostScope';

/**
 * The scope of the plugin's own scheduled tasks: everything. A request never
 * gets it.
 */
export function systemScope(task: string): CostScope {
  return {
    teams: 'all',
    servers: [],
    memberOf: 'all',
    manages: 'all',
    mayPrice: true,
    mayDelegate: true,
    actor: `task:${task}`,
  };
}
