import { decimalText } from './decimal';
import { type Nanos, readNanos } from './nanos';

/** @public */
export interface MoneyFormat {
  /** BCP 47; `en` by default, as the pages are. */
  locale?: string;
  /** For axes and tight places: `$1.2K`. */
  compact?: boolean;
  /** Without places from a thousand on, where they are noise: `$1,204`. */
  brief?: boolean;
  /** All places that the amount has. */
  exact?: boolean;
  /** With a plus before what is above zero. */
  signed?: boolean;
}

/** Most of an amount below one that is told. */
const SMALL_DIGITS = 2;
const PLACES = 9;
const THOUSAND = 1_000n * 1_000_000_000n;

/**
 * Writes an amount for people. Large ones in the currency's own places, small
 * ones in as many as tell their first two digits: `$1,204.00`, `$0.000015`.
 * Never rounded through floats, and never `-$0.00`.
 *
 * @param nanos - nano-units, as the API writes them or as an integer
 * @param currency - ISO 4217 code
 * @public
 */
export function formatMoney(
  nanos: Nanos | bigint,
  currency: string,
  format: MoneyFormat = {},
): string {
  const amount = typeof nanos === 'bigint' ? nanos : readNanos(nanos);
  // The text keeps every digit; the type asks for a literal.
  return formatterFor(amount, currency, format).format(
    decimalText(amount) as `${number}`,
  );
}

/** Making a formatter costs more than using it a thousand times. */
const formatters = new Map<string, Intl.NumberFormat>();
const MAX_FORMATTERS = 200;

function formatterFor(
  amount: bigint,
  currency: string,
  format: MoneyFormat,
): Intl.NumberFormat {
  const { locale = 'en', compact, brief, exact, signed } = format;
  const size = amount < 0n ? -amount : amount;
  const short = Boolean(compact) && size >= THOUSAND;
  const whole = Boolean(brief) && size >= THOUSAND;
  const places = exact ? PLACES : placesOf(size);
  const key = [locale, currency, short, whole, compact, places, signed].join(
    ' ',
  );
  let formatter = formatters.get(key);
  if (!formatter) {
    const ownPlaces = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
    }).resolvedOptions().maximumFractionDigits!;
    formatter = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      signDisplay: signed ? 'exceptZero' : 'negative',
      ...(short
        ? { notation: 'compact', maximumFractionDigits: 1 }
        : {
            minimumFractionDigits: whole ? 0 : ownPlaces,
            maximumFractionDigits: whole ? 0 : Math.max(ownPlaces, places),
          }),
      ...(compact && { trailingZeroDisplay: 'stripIfInteger' }),
    });
    if (formatters.size >= MAX_FORMATTERS) {
      formatters.clear();
    }
    formatters.set(key, formatter);
  }
  return formatter;
}

/** Decimal places that tell the first digits of an amount below one. */
function placesOf(size: bigint): number {
  if (size === 0n || size >= 1_000_000_000n) {
    return 0;
  }
  const zeros = PLACES - size.toString().length;
  return Math.min(PLACES, zeros + SMALL_DIGITS);
}
