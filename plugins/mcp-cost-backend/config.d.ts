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
    retention?: {
      /**
       * How long single usage events are kept; their sums stay. At least 40 days.
       * @default 400 days
       */
      events?: HumanDuration;
    };
  };
}
