import { Turns } from './Turns';

/** Work whose runs the test ends, one after another. */
function stoppableWork() {
  const runs: { end: (result: string) => void; fail: () => void }[] = [];
  const work = () =>
    new Promise<string>((resolve, reject) =>
      runs.push({ end: resolve, fail: () => reject(new Error('no')) }),
    );
  return { runs, work };
}

const settled = () => new Promise(resolve => setImmediate(resolve));

describe('Turns', () => {
  it('runs once for all who ask while one is running, after that one', async () => {
    const { runs, work } = stoppableWork();
    const turns = new Turns<string>(4);
    const first = turns.take('a', work);
    await settled();
    const others = [1, 2, 3].map(() => turns.take('a', work));
    await settled();
    expect(runs).toHaveLength(1);
    runs[0].end('first');
    expect(await first).toBe('first');
    await settled();
    expect(runs).toHaveLength(2);
    runs[1].end('second');
    expect(await Promise.all(others)).toEqual(['second', 'second', 'second']);
  });

  it('works on no more keys at once than it may', async () => {
    const { runs, work } = stoppableWork();
    const turns = new Turns<string>(2);
    const all = ['a', 'b', 'c'].map(key => turns.take(key, work));
    await settled();
    expect(runs).toHaveLength(2);
    runs.splice(0).forEach(({ end }) => end('done'));
    await settled();
    runs.forEach(({ end }) => end('done'));
    expect(await Promise.all(all)).toEqual(['done', 'done', 'done']);
  });

  it('goes on after a run that failed', async () => {
    const { runs, work } = stoppableWork();
    const turns = new Turns<string>(1);
    const first = turns.take('a', work);
    await settled();
    const second = turns.take('a', work);
    runs[0].fail();
    await expect(first).rejects.toThrow('no');
    await settled();
    runs[1].end('well');
    expect(await second).toBe('well');
  });
});
