import { Marked } from 'marked';

import { block, code, words } from './markdown';

/** What a browser would make links, pictures and elements of. */
function render(markdown: string): string {
  return new Marked({ gfm: true }).parse(markdown, { async: false });
}

function decoded(html: string): string {
  return html.replace(/&#(\d+);/g, (_, number) =>
    String.fromCodePoint(Number(number)),
  );
}

const HOSTILE = [
  '@everyone and team/@someone',
  '<img src=x onerror=alert(1)> <b>bold</b> <!-- hidden -->',
  '[click](https://evil.example) ![x](https://evil.example/x.png)',
  'https://evil.example www.evil.example someone@evil.example',
  '`code` ``` **bold** _it_ ~~gone~~ # heading #123 !45 $x$ &amp; &#64;',
  'a | b \\| c \\\\| d',
  'one\n\n# two\r\n- three\u2028four \u202etxt',
  ':smile: </code> </details> ]]>',
];

describe('Markdown of foreign text', () => {
  const inTable = (cell: string) =>
    render(`| Where | What |\n| --- | --- |\n| ${cell} | end |\n`);

  describe.each([
    ['words', words],
    ['code', code],
  ])('as %s', (_, write) => {
    it.each(HOSTILE)('keeps %j in its cell, as text', foreign => {
      const html = inTable(write(foreign));
      expect(html.match(/<td>/g)).toHaveLength(2);
      expect(html).toContain('<td>end</td>');
      expect(html.match(/<tr>/g)).toHaveLength(2);
      expect(html).not.toMatch(
        /<(a|img|b|em|strong|del|h\d|li|details|pre|script)\b/,
      );
      expect(html.replace(/<\/?code>/g, '')).not.toMatch(/<\/?(code|details)>/);
      // What makes mentions and references looks at text that is no code; each
      // needs its first sign unbroken.
      const text = decoded(html.replace(/<code>.*?<\/code>/gs, ''));
      expect(text).not.toMatch(/[@#!]\w|:\/\/|www\./);
    });
  });

  it('shows what was written', () => {
    expect(decoded(inTable(code('tool a|b_c*d')))).toContain(
      '<code>tool a|b_c*d</code>',
    );
  });

  it('can not be left by a block', () => {
    const html = render(block('```\n````\n# out\n<b>x</b>\n`````', 'text'));
    expect(html).not.toMatch(/<(h1|b)\b/);
    expect(html.match(/<pre>/g)).toHaveLength(1);
  });

  it('is cut', () => {
    expect(words('x'.repeat(1_000))).toHaveLength(400);
    expect(block('x'.repeat(100_000), 'text').length).toBeLessThan(4_100);
  });
});
