import {
  parseDecimal,
  type PriceAmounts,
  type PriceSubject,
} from '@mcp-portal/plugin-mcp-cost-common';
import { exactMoney } from '../money';

export type PriceKind = PriceSubject['kind'];

/** What each kind of price is for, in the words of the form. */
export const PRICE_KINDS: Record<PriceKind, { word: string; per: string }> = {
  'tool-call': { word: 'Calls of a server', per: 'a call' },
  'model-tokens': { word: 'Tokens of a model', per: 'a million tokens' },
  'hosting-hour': { word: 'Hosting, by the hour', per: 'an hour' },
  'hosting-month': {
    word: 'Hosting, a fee each month',
    per: 'a month, shared by use',
  },
  unit: { word: 'Any other unit', per: 'a unit' },
};

/** What is priced, without the entity that is shown as a link beside it. */
export function subjectWords(subject: PriceSubject): string {
  switch (subject.kind) {
    case 'tool-call':
      return subject.tool ? `Calls of ${subject.tool}` : 'Calls of any tool';
    case 'model-tokens':
      return subject.provider
        ? `${subject.model}, ${subject.provider}`
        : subject.model;
    case 'hosting-hour':
      return 'Hosting, by the hour';
    case 'hosting-month':
      return 'Hosting, each month';
    default:
      return subject.unit;
  }
}

/** Entity ref of the server that a price is about, where it is about one. */
export function serverOf(subject: PriceSubject): string | undefined {
  return subject.kind === 'model-tokens' ? undefined : subject.serverRef;
}

/** How much, and for how much of it; of a model an amount for each direction. */
export function amountWords(
  subject: PriceSubject,
  amounts: PriceAmounts,
  currency: string,
): { amounts: string[]; per: string } {
  const money = (decimal: string) =>
    exactMoney(parseDecimal(decimal).toString(), currency);
  if ('perUnit' in amounts) {
    return {
      amounts: [money(amounts.perUnit)],
      per:
        subject.kind === 'unit'
          ? `per ${subject.unit}`
          : PRICE_KINDS[subject.kind].per,
    };
  }
  const cached = amounts.cachedInputPerMillion;
  return {
    amounts: [
      `${money(amounts.inputPerMillion)} in`,
      ...(cached ? [`${money(cached)} in, cached`] : []),
      `${money(amounts.outputPerMillion)} out`,
    ],
    per: PRICE_KINDS[subject.kind].per,
  };
}
