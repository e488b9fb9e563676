import { foldRows } from './foldRows';

const shape = (rows: string) =>
  foldRows([...rows], row => row === 'x').map(
    ({ folded, rows: { length } }) => `${folded ? 'fold' : 'show'} ${length}`,
  );

describe('foldRows', () => {
  it('keeps three rows around what matters, and folds the rest', () => {
    expect(shape('..........x..........')).toEqual([
      'fold 7',
      'show 7',
      'fold 7',
    ]);
  });

  it('does not fold what takes no more room than the fold', () => {
    expect(shape('.....x........x.....')).toEqual(['show 20']);
    expect(shape('......x')).toEqual(['fold 3', 'show 4']);
  });

  it('folds everything where nothing matters', () => {
    expect(shape('..........')).toEqual(['fold 10']);
    expect(shape('')).toEqual([]);
  });
});
