import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const KEY = 'mcpCost.currency';

/**
 * The one currency that everything is in; `USD` by default.
 *
 * @throws InputError when it is no ISO 4217 code
 */
export function readCurrency(config: Config): string {
  const currency = config.getOptionalString(KEY) ?? 'USD';
  if (!Intl.supportedValuesOf('currency').includes(currency)) {
    throw new InputError(
      `${KEY} is "${currency}", which is no currency; write its ISO 4217 code, such as EUR.`,
    );
  }
  return currency;
}
