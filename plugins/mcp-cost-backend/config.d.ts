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
  };
}
