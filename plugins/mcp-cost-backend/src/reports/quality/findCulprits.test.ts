import { findCulprits, type CallPair } from './findCulprits';

const pair = (
  server: string,
  agent: string,
  calls: number,
  errors: number,
): CallPair => ({ server, agent, calls, errors });

describe('findCulprits', () => {
  it('finds one server behind the errors of three agents', () => {
    expect(
      findCulprits([
        pair('vault', 'a', 100, 40),
        pair('vault', 'b', 100, 30),
        pair('vault', 'c', 100, 30),
        pair('ledger', 'a', 500, 10),
        pair('ledger', 'b', 500, 5),
        pair('ledger', 'c', 500, 5),
      ]),
    ).toEqual([
      {
        server: 'vault',
        agents: ['a', 'b', 'c'],
        errors: 100,
        share: 100 / 120,
      },
    ]);
  });

  it('leaves out agents whose errors come from elsewhere', () => {
    const [found] = findCulprits([
      pair('vault', 'a', 100, 40),
      pair('vault', 'b', 100, 40),
      pair('vault', 'c', 100, 10),
      pair('ledger', 'c', 2_000, 200),
    ]);
    expect(found.agents).toEqual(['a', 'b']);
  });

  it.each([
    ['one agent alone', [pair('vault', 'a', 100, 90)]],
    [
      'servers that all fail alike',
      [
        pair('vault', 'a', 100, 20),
        pair('vault', 'b', 100, 20),
        pair('ledger', 'c', 100, 20),
      ],
    ],
    [
      'a server that seldom fails',
      [pair('vault', 'a', 1_000, 10), pair('vault', 'b', 1_000, 10)],
    ],
    ['a few errors', [pair('vault', 'a', 5, 4), pair('vault', 'b', 5, 4)]],
    [
      'what is no known server or agent',
      [
        pair('', 'a', 10, 9),
        pair('', 'b', 10, 9),
        pair('vault', '', 20, 19),
        pair('vault', 'c', 20, 19),
      ],
    ],
    ['nothing', []],
  ])('finds nothing in %s', (_, pairs) => {
    expect(findCulprits(pairs)).toEqual([]);
  });
});
