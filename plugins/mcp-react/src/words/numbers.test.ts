import { counted, shownLatency, shownSize } from './numbers';

describe('numbers', () => {
  it('counts with the right form of the word', () => {
    expect(counted(0, 'server')).toBe('0 servers');
    expect(counted(1, 'server')).toBe('1 server');
    expect(counted(10_000, 'server')).toBe('10,000 servers');
  });

  it('gives latencies and sizes with units', () => {
    expect(shownLatency(183.6)).toBe('184 ms');
    expect(shownLatency(8200)).toBe('8.2 s');
    expect(shownSize(812)).toBe('812 B');
    expect(shownSize(14_200)).toBe('14 kB');
    expect(shownSize(2_130_000)).toBe('2.1 MB');
  });
});
