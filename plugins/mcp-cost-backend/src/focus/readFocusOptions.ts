import type { Config } from '@backstage/config';
import { parseRef } from '@mcp-portal/plugin-mcp-node';

import type { FocusOptions } from './FocusOptions';

const KEY = 'mcpCost.focus';

/** @throws InputError when a team can't be one */
export function readFocusOptions(config: Config): FocusOptions {
  const focus = config.getOptionalConfig(KEY);
  const tag = (name: string, usual: string) =>
    focus?.getOptionalString(`tags.${name}`) ?? usual;
  const team = focus?.getOptionalString('unattributedTeam');
  return {
    tags: {
      team: tag('team', 'team'),
      server: tag('server', 'mcp-server'),
      agent: tag('agent', 'agent'),
      environment: tag('environment', 'environment'),
    },
    subAccounts: new Map(
      (focus?.getOptionalConfigArray('subAccounts') ?? []).map(entry => [
        entry.getString('id'),
        parseRef(entry.getString('team'), 'group'),
      ]),
    ),
    unattributedTeam: team === undefined ? '' : parseRef(team, 'group'),
  };
}
