import { readOptions } from './readOptions';

describe('readOptions', () => {
  it('has five rounds, a second apart, unless told otherwise', () => {
    expect(readOptions([])).toEqual({ rounds: 5, pauseMs: 1_000 });
    expect(readOptions(['--rounds', '0', '--pause=10'])).toEqual({
      rounds: 0,
      pauseMs: 10_000,
    });
  });

  it.each([
    [['--rounds', 'many'], '--rounds is "many"'],
    [['--rounds=-1'], '--rounds is "-1"'],
    [['--pause', '1.5'], '--pause is "1.5"'],
    [['--round', '1'], "Unknown option '--round'"],
    [['x'], 'Unexpected argument'],
  ])('refuses %j', (argv, message) => {
    expect(() => readOptions(argv)).toThrow(message);
  });
});
