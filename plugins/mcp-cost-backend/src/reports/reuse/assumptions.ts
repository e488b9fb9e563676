import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  parseDecimal,
  type ReuseAssumptions,
} from '@mcp-portal/plugin-mcp-cost-common';

const CONFIG_KEY = 'mcpCost.reuse';
const MAX_MONTHS = 240;
/** More than any server costs: a billion. */
const MAX_NANOS = 10n ** 18n;

/** What holds until somebody knows better: six weeks of a small team. */
const DEFAULTS: ReuseAssumptions = {
  buildCost: '30000',
  runCostPerMonth: '500',
  months: 36,
};

/**
 * The operator's assumptions, else careful ones.
 *
 * @throws InputError when one can't be
 */
export function readReuseConfig(config: Config): ReuseAssumptions {
  const reuse = config.getOptionalConfig(CONFIG_KEY);
  const amount = (key: 'buildCost' | 'runCostPerMonth') =>
    String(reuse?.getOptional(key) ?? DEFAULTS[key]);
  return checkAssumptions(
    {
      buildCost: amount('buildCost'),
      runCostPerMonth: amount('runCostPerMonth'),
      months: reuse?.getOptionalNumber('months') ?? DEFAULTS.months,
    },
    `${CONFIG_KEY}.`,
  );
}

/**
 * @param at - what comes before a name in messages
 * @throws InputError when an assumption can't be
 */
export function checkAssumptions(
  assumptions: ReuseAssumptions,
  at: string = '',
): ReuseAssumptions {
  for (const key of ['buildCost', 'runCostPerMonth'] as const) {
    const nanos = parseDecimal(assumptions[key]);
    if (nanos < 0n || nanos > MAX_NANOS) {
      throw new InputError(
        `${at}${key} is ${assumptions[key]}; it must be an amount from 0 to a billion.`,
      );
    }
  }
  const { months } = assumptions;
  if (!Number.isInteger(months) || months < 1 || months > MAX_MONTHS) {
    throw new InputError(
      `${at}months is ${months}; it must be a whole number from 1 to ${MAX_MONTHS}.`,
    );
  }
  return assumptions;
}
