import fs from 'node:fs';
import { Readable } from 'node:stream';

import { aContract, aTool } from '../__testUtils__/contracts';
import { testFiles } from '../__testUtils__/files';
import { expectOneLine, runCli } from '../__testUtils__/runCli';
import { MAX_INPUT_BYTES } from './readInput';

const search = aTool('search', { q: { type: 'string' } });

describe('a file with a contract', () => {
  const files = testFiles();

  it.each<[string, unknown]>([
    ['a snapshot', aContract(search)],
    ['the result of tools/list', { tools: [search] }],
    [
      'its JSON-RPC response',
      { jsonrpc: '2.0', id: 1, result: { tools: [search] } },
    ],
    ['an array of tools', [search]],
    ['text with a byte order mark', `\ufeff${JSON.stringify([search])}`],
    [
      'UTF-16, as some shells write it',
      Buffer.from(`\ufeff${JSON.stringify([search])}`, 'utf16le'),
    ],
  ])('can be %s', async (_, content) => {
    const file = files.write('other.json', content);
    const own = files.write('own.json', aContract(search));
    const { code, stdout } = await runCli(['diff', own, file, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'none', changes: [] });
    expect(code).toBe(0);
  });

  it('can be standard input', async () => {
    const own = files.write('own.json', aContract(search));
    const { code } = await runCli(['diff', own, '-'], {
      stdin: JSON.stringify(aContract()),
    });
    expect(code).toBe(1);
  });

  it.each<[string, unknown, string]>([
    ['is empty', ' \n', 'is empty'],
    ['was cut off', '{"tools": [{"name": "se', 'ends in the middle'],
    ['has a slip', '{"tools":\n  [1 2]}', 'no JSON: see line 2, column 6'],
    ['is a page', '<html></html>', 'no JSON: there is a "<"'],
    [
      'is an archive',
      Buffer.from([0x1f, 0x8b, 8, 0, 0xff]),
      'no text in UTF-8',
    ],
    ['is a number', 7, 'no contract'],
    ['has no list', { name: 'package' }, 'no contract'],
    ['is a list of something else', [1, 2], 'not of tools'],
    ['is an error', { error: { code: -32601, message: 'No' } }, '(-32601)'],
    ['is one page', { tools: [search], nextCursor: '2' }, 'nextCursor'],
    [
      'has a faulty tool',
      { tools: [search, { name: 'pay', inputSchema: { type: 'array' } }] },
      'the tool "pay" is refused. Contract at /tools/1/inputSchema',
    ],
    [
      'has a tool without a proper name',
      { tools: [{ name: 'my tool', inputSchema: { type: 'object' } }] },
      'the tool "my tool" is refused. Contract at /tools/0/name',
    ],
    ['has a tool twice', [search, search], 'search'],
  ])('is refused when it %s', async (_, content, said) => {
    const file = files.write('bad.json', content);
    const outcome = await runCli(['diff', file, file]);
    expect(outcome.code).toBe(2);
    expectOneLine(outcome);
    expect(outcome.stderr).toContain(said);
    expect(outcome.stderr).toContain('bad.json');
  });

  it('is refused when it is not there, or a folder', async () => {
    const missing = await runCli(['lint', files.path('missing.json')]);
    expectOneLine(missing);
    expect(missing.stderr).toContain('there is no such file');
    const folder = await runCli(['lint', files.path('.')]);
    expectOneLine(folder);
    expect(folder.stderr).toContain('it is a folder');
  });

  it('is not read beyond what a contract can have', async () => {
    const file = files.write('huge.json', '');
    fs.truncateSync(file, 100 * 1024 * 1024);
    const outcome = await runCli(['lint', file]);
    expectOneLine(outcome);
    expect(outcome.stderr).toContain(
      `larger than ${MAX_INPUT_BYTES / 1024 / 1024} MiB`,
    );

    // One that never ends is left at once.
    const line = Buffer.alloc(1024 * 1024, 0x20);
    let chunks = 0;
    const endless = Readable.from(
      (function* lines() {
        for (;;) {
          chunks += 1;
          yield line;
        }
      })(),
    );
    expectOneLine(await runCli(['lint', '-'], { stdin: endless }));
    expect(chunks).toBeLessThan(60);
  });
});
