import { addNanos, compareNanos, readNanos } from './nanos';

describe('nanos', () => {
  it('are added and compared beyond what a float can', () => {
    expect(addNanos('9007199254740993', '-1', '2')).toBe('9007199254740994');
    expect(addNanos()).toBe('0');
    expect(compareNanos('9007199254740993', '9007199254740992')).toBe(1);
    expect(compareNanos('-2', '-1')).toBe(-1);
    expect(compareNanos('-0', '0')).toBe(0);
  });

  it.each(['', '1.5', '1e3', ' 1', 'x', '1'.repeat(41)])('are not %j', text => {
    expect(() => readNanos(text)).toThrow('not an amount in nano-units');
  });
});
