import { OPENAPI_LIMITS } from './limits';

/**
 * Cuts a text where a sentence or a word ends. Control characters, which no
 * person sees, are left out.
 */
export function bounded(text: string, maxLength: number): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- they are what must go
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029]/g, ' ')
    .replace(/\p{Surrogate}/gu, ' ')
    .trim();
  if (clean.length <= maxLength) {
    return clean;
  }
  const cut = clean.slice(0, maxLength - 1).replace(/\p{Surrogate}$/u, '');
  const sentence = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('.\n'));
  if (sentence > maxLength / 2) {
    return cut.slice(0, sentence + 1);
  }
  const word = cut.lastIndexOf(' ');
  return `${cut.slice(0, word > maxLength / 2 ? word : undefined).trim()}…`;
}

/** `invoiceId`, `invoice_id` and `X-Invoice-ID` in words. */
export function inWords(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
    .map(word =>
      /^[A-Z]{2,4}$/.test(word) ? word : word.toLocaleLowerCase('en'),
    )
    .join(' ');
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
}

/** What is said of a parameter that its document says nothing of. */
export function describedByName(name: string, place: string): string {
  return bounded(
    `${inWords(name) || 'A value'}${place === '' ? '' : `, ${place}`}.`,
    OPENAPI_LIMITS.maxParameterDescriptionLength,
  );
}
