import { BoundedAdapter } from './BoundedAdapter';

describe('BoundedAdapter', () => {
  let nowMs: number;
  let adapter: BoundedAdapter;

  beforeEach(() => {
    nowMs = 0;
    adapter = new BoundedAdapter({ maxEntries: 2, nowMs: () => nowMs });
  });

  it('forgets what has expired', async () => {
    await adapter.upsert('a', { uid: 'u' }, 10);
    nowMs = 9_999;
    expect(await adapter.findByUid('u')).toEqual({ uid: 'u' });
    nowMs = 10_000;
    expect(await adapter.find('a')).toBeUndefined();
    expect(await adapter.findByUid('u')).toBeUndefined();
  });

  it('drops the oldest when it is full', async () => {
    await adapter.upsert('a', {});
    await adapter.upsert('b', {});
    await adapter.upsert('c', {});
    expect(await adapter.find('a')).toBeUndefined();
    expect(await adapter.find('b')).toEqual({});
    expect(await adapter.find('c')).toEqual({});
  });

  it('drops what has expired before what has not', async () => {
    await adapter.upsert('a', {}, 60);
    await adapter.upsert('b', {}, 1);
    nowMs = 1_000;
    await adapter.upsert('c', {}, 60);
    expect(await adapter.find('a')).toEqual({});
  });

  it('keeps its size when an entry is written again', async () => {
    await adapter.upsert('a', {});
    await adapter.upsert('b', {});
    await adapter.upsert('b', { uid: 'u' });
    expect(await adapter.find('a')).toEqual({});
  });

  it('revokes all of one grant and nothing else', async () => {
    await adapter.upsert('a', { grantId: 'g1' });
    await adapter.upsert('b', { grantId: 'g2' });
    await adapter.revokeByGrantId('g1');
    expect(await adapter.find('a')).toBeUndefined();
    expect(await adapter.find('b')).toEqual({ grantId: 'g2' });
  });

  it('marks a code as used', async () => {
    nowMs = 5_000;
    await adapter.upsert('a', {}, 60);
    await adapter.consume('a');
    expect(await adapter.find('a')).toEqual({ consumed: 5 });
  });
});
