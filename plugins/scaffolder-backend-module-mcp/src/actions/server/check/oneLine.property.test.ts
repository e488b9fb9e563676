import fc from 'fast-check';

import { Problems } from '../../../problems';
import { oneLine } from './oneLine';

/** The line, or undefined when something was said against it. */
function lineOf(text: string): string | undefined {
  return oneLine(text, {
    field: 'purpose',
    minChars: 10,
    problems: new Problems(),
  });
}

/** Mostly what people write, with a little of what they would not. */
const text = fc
  .array(
    fc.oneof(
      { weight: 30, arbitrary: fc.string({ unit: 'grapheme', maxLength: 9 }) },
      { weight: 5, arbitrary: fc.constantFrom(' ', '\n', '\t', '\u2028') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2 }) },
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(''));

/** What comes of it, where something does. */
const line = text
  .map(lineOf)
  .filter((given): given is string => given !== undefined);

describe('oneLine', () => {
  it('gives a bounded line of what can be seen, or nothing', () => {
    fc.assert(
      fc.property(line, given => {
        expect(given.length).toBeGreaterThanOrEqual(10);
        expect(given.length).toBeLessThanOrEqual(300);
        expect(given).toBe(given.trim());
        expect(given).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u200b]/u);
      }),
    );
  });

  it('leaves a line alone that it gave', () => {
    fc.assert(
      fc.property(line, given => {
        expect(lineOf(given)).toBe(given);
      }),
    );
  });

  it('keeps words and their order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zäß0-9"'`{}<>$]{1,9}$/), {
          minLength: 10,
          maxLength: 25,
        }),
        words => {
          expect(lineOf(words.join(' \r\n\t '))).toBe(words.join(' '));
        },
      ),
    );
  });
});
