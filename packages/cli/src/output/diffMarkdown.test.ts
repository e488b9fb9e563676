import type { Change, ContractDiff } from '@mcp-portal/mcp-contract';
import { Marked } from 'marked';

import { diffMarkdown } from './diffMarkdown';

function aChange(number: number, changes: Partial<Change> = {}): Change {
  return {
    id: String(number).padStart(16, '0'),
    where: { tool: `tool${number}`, side: 'input', pointer: '/properties/q' },
    class: 'breaking',
    rule: 'input-type-narrowed',
    before: ['string', 'null'],
    after: 'string',
    message: `Tool "tool${number}", input: null is no longer accepted.`,
    ...changes,
  };
}

function aDiff(...changes: Change[]): ContractDiff {
  return { verdict: changes[0].class, requiredBump: 'major', changes };
}

function render(markdown: string): string {
  return new Marked({ gfm: true }).parse(markdown, { async: false });
}

describe('diffMarkdown', () => {
  it('says first what it means, then what changed and how', () => {
    const markdown = diffMarkdown(
      aDiff(
        aChange(1),
        aChange(2, { undecided: true }),
        aChange(3, {
          class: 'behavioural',
          where: { tool: 'tool3', pointer: '/description' },
          before: `Old. ${'x'.repeat(100)}`,
          after: `New. ${'x'.repeat(100)}`,
          message: 'The description of the tool "tool3" changed.',
        }),
      ),
    );
    expect(markdown)
      .toBe(`### MCP contract: ❌ breaking: it needs a new major version

2 breaking, 1 behavioural. Of 1 change it can't be decided whether anyone breaks: accept with --accept what is harmless.

#### Breaking (2)

| Where | What changed |
| --- | --- |
| tool <code>tool1</code><br><code>input /properties/q</code> | Tool "tool1", input: null is no longer accepted.<br><code>&#91;"string","null"&#93;</code> → <code>"string"</code> |
| tool <code>tool2</code><br><code>input /properties/q</code> | Tool "tool2", input: null is no longer accepted.<br>Undecided: if it is harmless, accept <code>0000000000000002</code>.<br><code>&#91;"string","null"&#93;</code> → <code>"string"</code> |

#### Behavioural (1)

| Where | What changed |
| --- | --- |
| tool <code>tool3</code><br><code>/description</code> | The description of the tool "tool3" changed. |

<details><summary>Before and after</summary>

tool <code>tool3</code> <code>/description</code>

before:
\`\`\`text
Old. ${'x'.repeat(100)}
\`\`\`

after:
\`\`\`text
New. ${'x'.repeat(100)}
\`\`\`

</details>
`);
  });

  it('fits into a comment, and says what it leaves out', () => {
    const many = Array.from({ length: 2_000 }, (_, i) =>
      aChange(i, { before: { text: 'x'.repeat(5_000) } }),
    );
    const markdown = diffMarkdown(aDiff(...many));
    expect(markdown.length).toBeLessThan(65_536);
    expect(markdown).toContain('2000 breaking');
    expect(markdown).toMatch(/And 1\d\d\d more changes, which do not fit/);
    // What was begun was ended too.
    expect(markdown.match(/<details>/g)?.length).toBe(
      markdown.match(/<\/details>/g)?.length,
    );
  });

  it('lets no name of a server out of its place', () => {
    const name = '</code>|@all\n\n# x <script> `a` https://evil.example';
    const html = render(
      diffMarkdown(
        aDiff(
          aChange(1, {
            where: { resource: name, pointer: '/a|b' },
            before: { [name]: '</details>' },
            message: `The resource ${JSON.stringify(name)} was removed.`,
          }),
        ),
      ),
    );
    expect(html.match(/<td>/g)).toHaveLength(2);
    expect(html).not.toMatch(/<(h1|script|a)\b/);
    expect(html.match(/<\/details>/g)).toHaveLength(1);
    expect(html.replace(/<pre>.*?<\/pre>/gs, '')).not.toMatch(/@\w/);
  });
});
