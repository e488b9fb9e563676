import { countTokens as countWhole } from 'gpt-tokenizer/encoding/o200k_base';

import { countTokens } from './countTokens';

const PROSE = JSON.stringify({
  name: 'create_invoice',
  description:
    'Creates an invoice for a customer, with its lines and taxes, and sends it when asked to.',
  inputSchema: { type: 'object', properties: { id: { type: 'string' } } },
});

describe('countTokens', () => {
  it('counts what the tokenizer counts, piece by piece', async () => {
    expect(await countTokens('')).toBe(0);
    expect(await countTokens('hello world')).toBe(2);
    const long = PROSE.repeat(200);
    const whole = countWhole(long);
    const counted = await countTokens(long);
    expect(Math.abs(counted - whole) / whole).toBeLessThan(0.005);
  });

  it('takes what looks like a special token for text', async () => {
    expect(await countTokens('<|endoftext|>')).toBeGreaterThan(1);
  });

  it('does not part a character', async () => {
    const text = `a${'😀'.repeat(2_000)}`;
    expect(await countTokens(text)).toBe(countWhole(text));
  });

  it('estimates the rest of a text that is too long', async () => {
    const long = PROSE.repeat(2_000);
    const perChar = countWhole(PROSE.repeat(20)) / (PROSE.length * 20);
    const counted = await countTokens(long);
    expect(counted / (long.length * perChar)).toBeCloseTo(1, 1);
  });

  it('lets others go on while it counts a hostile text', async () => {
    let turns = 0;
    let done = false;
    const others = (async () => {
      while (!done) {
        await new Promise(resolve => setImmediate(resolve));
        turns += 1;
      }
    })();
    const hostile = Array.from({ length: 200_000 }, (_, i) =>
      String.fromCharCode(0x4e00 + ((i * 7919) % 20_000)),
    ).join('');
    await countTokens(hostile);
    done = true;
    await others;
    expect(turns).toBeGreaterThan(100);
  });
});
