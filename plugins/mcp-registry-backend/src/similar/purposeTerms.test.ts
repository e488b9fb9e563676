import fc from 'fast-check';

import { searchWords } from '../search/searchWords';
import { isFormOf, lookUpsOf, purposeTerms, stemOf } from './purposeTerms';

const stems = (text: string) => purposeTerms(text).map(({ stem }) => stem);

describe('the terms of a purpose', () => {
  it('leave out what says nothing, and keep each once whatever its form', () => {
    expect(
      purposeTerms(
        'I need a tool that finds invoices, one invoice, invoicing.',
      ),
    ).toEqual([
      { word: 'finds', stem: 'find', partial: false, weak: true },
      { word: 'invoices', stem: 'invoic', partial: false, weak: false },
    ]);
  });

  it('are cut where names change case, and lose their accents', () => {
    expect(stems('createInvoice for Zürich. ')).toEqual([
      stemOf('create'),
      'invoic',
      'zurich',
    ]);
  });

  it('end in one that may be half-typed, unless something follows it', () => {
    expect(purposeTerms('track ship')[1].partial).toBe(true);
    expect(purposeTerms('track ship ')[1].partial).toBe(false);
    expect(purposeTerms('track sh')[1].partial).toBe(false);
  });

  it('are no more than a bound, however long the text is', () => {
    const text = Array.from({ length: 200 }, (_, i) => `w${i}x`).join(' ');
    expect(purposeTerms(text)).toHaveLength(24);
  });

  it.each([
    ['queries', 'query'],
    ['filing', 'files'],
    ['planned', 'planning'],
    ['invoice', 'invoicing'],
    ['searches', 'search'],
    ['tracking', 'tracked'],
    ['summaries', 'summary'],
    ['run', 'running'],
    ['ship', 'shipped'],
  ])('look up %s so that %s is found', (typed, kept) => {
    const [term] = purposeTerms(`${typed}.`);
    expect(isFormOf(term, kept, stemOf(kept))).toBe(true);
    const { words, prefixes } = lookUpsOf(term);
    expect(
      words.includes(kept) || prefixes.some(prefix => kept.startsWith(prefix)),
    ).toBe(true);
  });

  it('hold nothing but letters and digits, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        for (const term of purposeTerms(text)) {
          const { words, prefixes } = lookUpsOf(term);
          expect(words.length + prefixes.length).toBeGreaterThan(0);
          for (const one of [...words, ...prefixes]) {
            expect(one).toMatch(/^[\p{L}\p{N}]+$/u);
          }
        }
      }),
    );
  });

  it('always look up the word itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,12}$/), word => {
        for (const term of purposeTerms(`${word}.`)) {
          const { words, prefixes } = lookUpsOf(term);
          expect(
            searchWords(word).every(
              one =>
                words.includes(one) ||
                prefixes.some(prefix => one.startsWith(prefix)),
            ),
          ).toBe(true);
        }
      }),
    );
  });
});
