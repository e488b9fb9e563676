import { TemplateSettings } from '@mcp-portal/plugin-mcp-templates-common';

import { OperatorSettings } from './OperatorSettings';

/**
 * What of the operator's settings the forms show: no path of the machine, and
 * nobody's organisation.
 * @public
 */
export function shownSettings(settings: OperatorSettings): TemplateSettings {
  const { repositories, servers, authorization } = settings;
  return {
    repositories:
      repositories.type === 'local'
        ? { type: repositories.type }
        : { type: repositories.type, host: repositories.host },
    servers: { url: servers.url },
    ...(authorization && { authorization }),
  };
}
