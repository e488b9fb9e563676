import { OneAtATime } from './OneAtATime';

describe('OneAtATime', () => {
  it('begins nothing before what came first has ended', async () => {
    const turns = new OneAtATime();
    const happened: string[] = [];
    let finishFirst = () => {};
    const first = turns.run(async () => {
      happened.push('first begins');
      await new Promise<void>(done => {
        finishFirst = done;
      });
      happened.push('first ends');
    });
    const second = turns.run(async () => {
      happened.push('second begins');
    });
    await new Promise(done => setImmediate(() => setImmediate(done)));
    expect(happened).toEqual(['first begins']);
    finishFirst();
    await Promise.all([first, second]);
    expect(happened).toEqual(['first begins', 'first ends', 'second begins']);
  });

  it('goes on after a failure', async () => {
    const turns = new OneAtATime();
    const failing = turns.run(async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await expect(turns.run(async () => 7)).resolves.toBe(7);
  });

  it('refuses when too many wait', async () => {
    const turns = new OneAtATime(1);
    const first = turns.run(async () => 1);
    await expect(turns.run(async () => 2)).rejects.toThrow(
      'Try again in a few seconds',
    );
    await expect(first).resolves.toBe(1);
  });
});
