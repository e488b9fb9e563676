import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  mcpCost?: {
    /**
     * The one currency that all money is in: an ISO 4217 code.
     * @default USD
     * @visibility frontend
     */
    currency?: string;
    catalog?: {
      /**
       * How old what is known of the catalog's teams, servers and agents may get.
       * @default 30 seconds
       */
      refresh?: HumanDuration;
    };
    /** How much usage is taken in, so that memory and tables are bounded. */
    ingestion?: {
      /**
       * Usage of longer ago is refused.
       * @default 90
       */
      maxAgeDays?: number;
      /**
       * Bytes of one body of traces, before and after decompression.
       * @default 20971520
       */
      maxBodyBytes?: number;
      /**
       * Bytes of all bodies that are being read; more is answered with 429. At
       * least twice `maxBodyBytes`: half of it is for one key.
       * @default 67108864
       */
      maxBytesInFlight?: number;
      /**
       * Spans and records that were read and are not stored yet; more is answered
       * with 429. Half of it is for one key.
       * @default 50000
       */
      maxRecordsInFlight?: number;
      /**
       * Combinations of agent, person, server, tool and so on that are new, for
       * each team and day.
       * @default 10000
       */
      maxNewNamesPerDay?: number;
    };
    keys?: {
      /**
       * Service keys that the operator makes, besides those that teams make in the
       * portal. They end 90 days after the portal first sees their secret.
       */
      fromEnvironment?: Array<{
        /** Says what uses it. */
        name: string;
        /** Entity ref or name of its team. */
        team: string;
        /**
         * The environment variable that holds the secret: `mcpk_`, 16 hexadecimal
         * digits, `_`, 43 characters of base64url. Not set: there is no such key.
         */
        variable: string;
        scopes: Array<'ingest' | 'publish'>;
      }>;
    };
    /**
     * Prices that the operator sets; nobody changes them in the portal. A line that
     * changes prices usage anew from its first day on; a line that is removed ends
     * on the next day.
     */
    prices?: Array<{
      /** What the price is for. */
      subject:
        | { kind: 'tool-call'; serverRef: string; tool?: string }
        | {
            kind: 'model-tokens';
            /** A name, or the start of one with `*` at its end. */
            model: string;
            provider?: string;
          }
        | { kind: 'hosting-hour'; serverRef: string }
        | { kind: 'hosting-month'; serverRef: string }
        | { kind: 'unit'; unit: string; serverRef?: string };
      /** In the portal's currency, with at most nine places. */
      amounts:
        | { perUnit: string | number }
        | {
            inputPerMillion: string | number;
            /** As other input, where it isn't said. */
            cachedInputPerMillion?: string | number;
            outputPerMillion: string | number;
          };
      /** First day, `YYYY-MM-DD`, UTC. */
      validFrom: string;
      note?: string;
    }>;
    sample?: {
      /**
       * A file that tells what sample agents use, in the form of
       * `examples/usage/usage.yaml`; relative to where the backend runs. The usage
       * is made at the first start, and marked as sample data.
       */
      usage?: string;
    };
    /** What building a server of one's own is assumed to take, until it is changed in the portal. */
    reuse?: {
      /**
       * In the portal's currency.
       * @default 30000
       */
      buildCost?: string | number;
      /**
       * What running it costs a month.
       * @default 500
       */
      runCostPerMonth?: string | number;
      /**
       * Over how many months the building is spread.
       * @default 36
       */
      months?: number;
    };
    budgets?: {
      /**
       * Entity refs of those who are told when a team asks for more and nobody is
       * above it. They need the permission `mcp.cost.budget` to decide.
       * By default the platform admins.
       */
      deciders?: string[];
    };
    alerts?: {
      /**
       * How often is looked for alerts.
       * @default every 5 minutes
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** Any rolling 24 hours that cost a team far more than its days do. */
      anomaly?: {
        /**
         * Times the daily average of the 30 days before.
         * @default 2
         */
        factor?: number;
        /**
         * In the portal's currency: 24 hours that cost less are never unusual.
         * @default 10
         */
        floor?: string | number;
        /**
         * Days of history without which a team has no average; from 1 to 30.
         * @default 7
         */
        minDays?: number;
      };
      /** A server whose calls fail far more often than they did. */
      errorRate?: {
        /**
         * Hours that are looked at, with the one that has begun.
         * @default 2
         */
        hours?: number;
        /**
         * Fewer calls in them say nothing.
         * @default 50
         */
        minCalls?: number;
        /**
         * Part of failed calls, from 0 to 1, below which nothing is wrong.
         * @default 0.1
         */
        minRate?: number;
        /**
         * Times the server's own rate at the same hours of the last four weeks.
         * @default 3
         */
        factor?: number;
      };
      /** A server that is hardly called any more. */
      volumeDrop?: {
        /**
         * Full hours that are looked at.
         * @default 3
         */
        hours?: number;
        /**
         * Servers that usually have fewer calls in them are left alone.
         * @default 100
         */
        minCalls?: number;
        /**
         * To which part of the usual calls, the median of the same hours of the last
         * four weeks, they must fall; from 0 to 0.9.
         * @default 0.3
         */
        dropTo?: number;
      };
    };
    idle?: {
      /**
       * How often is looked for what lies idle.
       * @default every 2 hours
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * Days without a call after which a server or an agent lies idle; what the
       * portal has known for fewer days does not.
       * @default 30
       */
      days?: number;
      /**
       * Days without use after which a service key lies idle.
       * @default 30
       */
      keyDays?: number;
    };
    focus?: {
      /** Keys of the tags in FOCUS bills that tell whose a charge is. */
      tags?: {
        /** @default team */
        team?: string;
        /** @default mcp-server */
        server?: string;
        /** @default agent */
        agent?: string;
        /** @default environment */
        environment?: string;
      };
      /** Teams of sub accounts, for charges whose tags name none. */
      subAccounts?: Array<{
        /** `SubAccountId` of the bill. */
        id: string;
        /** Entity ref or name of the team. */
        team: string;
      }>;
      /**
       * Entity ref or name of the team that pays what can't be tied to one. Without
       * it such charges are nobody's, and only who sees all costs sees them.
       */
      unattributedTeam?: string;
    };
    retention?: {
      /**
       * How long single usage events are kept; their sums stay. At least 40 days, and
       * longer than `ingestion.maxAgeDays`.
       * @default 400 days
       */
      events?: HumanDuration;
    };
  };
}
