import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

export interface Config {
  mcpRegistry?: {
    /**
     * How the registry's index of the catalog's servers and agents is kept.
     * @visibility backend
     */
    catalogIndex?: {
      /**
       * When the catalog is read. What changed there is in the registry after
       * the next run; only what changed is written.
       * @default { frequency: { seconds: 30 }, timeout: { minutes: 5 }, initialDelay: { seconds: 3 } }
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    /**
     * What the portal may call and start to ask servers for their contracts.
     * Without it nothing is called and nothing is started.
     * @visibility backend
     */
    introspection?: {
      /**
       * How often each server is asked. One that fails is asked again after 30
       * seconds, then ever later, up to four intervals. At least one second.
       * @default { minutes: 15 }
       */
      interval?: HumanDuration | string;

      /**
       * How many servers one run asks at once, from 1 to 100.
       * @default 8
       */
      concurrency?: number;

      /**
       * How long one server may take, everything included: connecting,
       * credentials, all pages of everything. From 1 second to 5 minutes.
       * @default { seconds: 20 }
       */
      deadline?: HumanDuration | string;

      /**
       * The largest HTTP response (decompressed), or line of a process, that is
       * read; one server may send four times as much in all.
       * @default 8388608
       */
      maxResponseBytes?: number;

      /**
       * The hosts that may be called, by entities' URLs, redirects and token
       * endpoints. The first entry that names the host and allows the scheme
       * counts.
       */
      hosts?: Array<{
        /**
         * A host name or address, or `*.example.com` for everything below
         * `example.com`. With `:port` that port only, with `:4100-4199` the
         * ports from the first to the last, with `:*` every port; without it
         * the default port of the scheme.
         *
         * Whoever may register a server in the catalog chooses the port and the
         * path that the portal then sends MCP requests to. Where other things
         * listen on the same host, as on `localhost`, list a range that only
         * servers use.
         */
        host: string;

        /**
         * Whether plain http is allowed.
         * @default false
         */
        allowHttp?: boolean;

        /**
         * Ranges of addresses that are not public but may be connected to for
         * this host, for example `['127.0.0.0/8', '::1/128']`. Whatever else is
         * not public is refused when connecting: loopback, private,
         * carrier-grade NAT, link-local and metadata, multicast and the like.
         */
        allowPrivateAddresses?: string[];
      }>;

      /**
       * The packages that may be started, at exactly these versions. Commands
       * and arguments are taken from here only, never from an entity.
       */
      stdio?: Array<{
        /** As in `server.json`: `npm`, `pypi`, `oci`, `nuget` or `mcpb`. */
        registryType: string;

        identifier: string;

        /** One exact version. */
        version: string;

        /**
         * Start the program of the npm package that is installed with the
         * backend, if it is installed at this version.
         */
        installed?: boolean;

        /** What to start instead; it is not given to a shell. */
        command?: string;

        args?: string[];

        /**
         * The process's environment beside `PATH`, `HOME`, `LANG` and
         * `TMPDIR`: a value that is no secret, or the name of the backend's
         * environment variable that holds it.
         */
        env?: { [name: string]: string | { fromEnv: string } };

        /** Relative to where the backend runs, which is the default. */
        workingDirectory?: string;
      }>;

      /**
       * Credentials, and the part of a URL space that each is for. Entities can
       * not name one. The values are in environment variables of the backend;
       * their names go here.
       */
      credentials?: Array<{
        /** Shown with each attempt that used it. */
        name: string;

        /**
         * Origin and path prefix, for example `https://mcp.example.com/team-a/`.
         * It covers whole segments of a path. Where several cover a URL, the
         * longest is used.
         */
        url: string;

        /**
         * `bearer`, `header`, `oauth-client-credentials`, `backstage-plugin`, or
         * a type that a backend module adds.
         */
        type: string;

        /** For `bearer`: the variable that holds the token. */
        tokenEnv?: string;

        /** For `header`: the header's name. */
        header?: string;

        /** For `header`: the variable that holds its value. */
        valueEnv?: string;

        /**
         * For `oauth-client-credentials`: the token endpoint; its host must be
         * in `hosts`.
         */
        tokenUrl?: string;

        /** For `oauth-client-credentials`: the variable that holds the client's id. */
        clientIdEnv?: string;

        /** For `oauth-client-credentials`: the variable that holds its secret. */
        clientSecretEnv?: string;

        /** For `oauth-client-credentials`. */
        scopes?: string[];

        /**
         * For `oauth-client-credentials`: the resource indicator (RFC 8707), if
         * the authorization server takes one.
         */
        resource?: string;

        /**
         * For `backstage-plugin`: the plugin of this Backstage that serves MCP,
         * for example `mcp-actions`.
         */
        pluginId?: string;

        [option: string]: unknown;
      }>;
    };

    /**
     * How far servers keep the conventions of the organisation.
     * @visibility backend
     */
    conventions?: {
      /**
       * What the platform team wants otherwise, by the id of the convention;
       * `GET /api/mcp-registry/conventions` lists them, with their options.
       */
      rules?: {
        [conventionId: string]: {
          /** `off` switches the convention off. */
          severity?: 'error' | 'warning' | 'info' | 'off';

          /** Only those that the convention has. */
          options?: { [name: string]: number | string | boolean };
        };
      };

      /**
       * Whether a tool that can't exist is called, to hear how the server
       * refuses it: once a day, and when what the server offers is new.
       * @default true
       */
      probeUnknownTool?: boolean;
    };

    /**
     * How versions of servers are published and judged.
     * @visibility backend
     */
    versions?: {
      /**
       * What changes mean, by the id of the rule that finds them, where it is
       * not the default: `breaking`, `additive`, `behavioural`, `cosmetic`, or
       * `ignore` to leave them out.
       */
      severities?: {
        [ruleId: string]:
          | 'breaking'
          | 'additive'
          | 'behavioural'
          | 'cosmetic'
          | 'ignore';
      };

      /**
       * What was published before the registry knew of it. Each is published
       * once, through the same gate, when its server is in the catalog.
       */
      import?: Array<{
        /**
         * Holds `<namespace>/<server name>/<version>.json`. Relative to where
         * the backend runs.
         */
        directory: string;
      }>;
    };
  };
}
