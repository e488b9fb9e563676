import fc from 'fast-check';
import ts from 'typescript';

import { inComment, literal } from './literal';

/** What a program that holds the text would read. */
function evaluate(code: string): unknown {
  // eslint-disable-next-line no-new-func -- to run the code is the test
  return new Function(`return (${code});`)();
}

describe('literal', () => {
  it('reads back as the value, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.string({ unit: 'binary' }),
        (value, text) => {
          const whole = JSON.parse(
            JSON.stringify({ value, text, [text]: text }),
          );
          expect(evaluate(literal(whole))).toEqual(whole);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ["it's", '"it\'s"'],
    ['say "hi"', '\'say "hi"\''],
    ['a\\"b', "'a\\\\\"b'"],
    ['`${process.exit()}`', "'`${process.exit()}`'"],
    ['\u2028', "'\\u2028'"],
  ])('writes %j as a text', (text, code) => {
    expect(literal(text)).toBe(code);
    expect(evaluate(code)).toBe(text);
  });

  it('is one literal to the compiler', () => {
    const text = "'; process.exit(); //\n*/ `${x}` </script>";
    const { statements } = ts.createSourceFile(
      'x.ts',
      `const x = ${literal({ text })}; /** ${inComment(text)} */`,
      ts.ScriptTarget.Latest,
    );
    expect(statements).toHaveLength(1);
  });
});

describe('inComment', () => {
  it('never ends the comment', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('*', '/', '\\', '\n', 'a', '\u2028')),
        parts => {
          const text = inComment(parts.join(''));
          expect(text).not.toMatch(/\*\/|[\n\r\u2028\u2029]/);
        },
      ),
    );
  });
});
