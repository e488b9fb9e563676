import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /**
       * Imports of MCP servers, each under an id of its own. The id names the
       * import in the database: when it changes, the entities are made anew.
       */
      mcpRegistry?: {
        [id: string]: {
          /**
           * The base URL of an MCP Registry (without /v0.1/servers), or the
           * URL of a JSON list, which ends with .json. Give this or `file`.
           */
          url?: string;
          /**
           * A file with a JSON array of server.json, or with an answer of an
           * MCP Registry. Relative to the working directory of the backend.
           */
          file?: string;
          /** Entity ref of the team that owns the imported servers. */
          owner: string;
          /** Lifecycle of servers that are not deprecated. Default: production. */
          lifecycle?: string;
          /** Entity ref of the system that the servers belong to. */
          system?: string;
          /** How far the servers are trusted. Default: unverified. */
          trust?: 'internal' | 'verified-third-party' | 'unverified';
          /** Who may know of the servers. Default: organisation. */
          visibility?: 'team' | 'organisation';
          /**
           * The import fails and changes nothing when the source has more
           * servers. Default: 10000.
           */
          maxServers?: number;
          /** When to import. Default: hourly, with a timeout of 10 minutes. */
          schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        };
      };
    };
  };
}
