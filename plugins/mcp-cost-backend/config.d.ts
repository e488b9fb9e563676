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
    retention?: {
      /**
       * How long single usage events are kept; their sums stay. At least 40 days.
       * @default 400 days
       */
      events?: HumanDuration;
    };
  };
}
