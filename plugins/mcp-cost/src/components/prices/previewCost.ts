import {
  costOf,
  parseDecimal,
  type PriceAmounts,
  type PriceSubject,
} from '@mcp-portal/plugin-mcp-cost-common';
import { exactMoney } from '../money';

const CALLS = 1_000n;
/** A usual model call: what it reads, and what it writes. */
const INPUT_TOKENS = 2_000n;
const OUTPUT_TOKENS = 500n;
const TOKENS_PER_PRICE = 1_000_000n;
const HOURS_OF_A_MONTH = 730n;

/** What a price comes to for a quantity that people can picture. */
export function previewCost(
  subject: PriceSubject,
  amounts: PriceAmounts,
  currency: string,
): string {
  const money = (nanos: bigint) => exactMoney(nanos.toString(), currency);
  if (!('perUnit' in amounts)) {
    const perCall =
      costOf({
        amount: parseDecimal(amounts.inputPerMillion),
        quantity: INPUT_TOKENS,
        per: TOKENS_PER_PRICE,
      }) +
      costOf({
        amount: parseDecimal(amounts.outputPerMillion),
        quantity: OUTPUT_TOKENS,
        per: TOKENS_PER_PRICE,
      });
    return `1,000 model calls of 2,000 tokens in and 500 out cost ${money(
      perCall * CALLS,
    )}.`;
  }
  const unit = parseDecimal(amounts.perUnit);
  switch (subject.kind) {
    case 'tool-call':
      return `1,000 calls cost ${money(unit * CALLS)}.`;
    case 'hosting-hour':
      return `A month of 730 hours costs ${money(unit * HOURS_OF_A_MONTH)}.`;
    case 'hosting-month':
      return `A team with a quarter of the month’s calls pays ${money(
        costOf({ amount: unit, quantity: 1n, per: 4n }),
      )}.`;
    default:
      return `1,000 of them cost ${money(unit * CALLS)}.`;
  }
}
