export interface Config {
  mcpCost?: {
    /**
     * The one currency that all money is in: an ISO 4217 code.
     * @default USD
     * @visibility frontend
     */
    currency?: string;
  };
}
