import {
  likeDocument,
  likePattern,
  nameWords,
  searchTerms,
  searchWords,
} from './searchWords';

describe('searchWords', () => {
  it('cuts names where their case or punctuation does', () => {
    expect(searchWords('createInvoice_v2')).toEqual([
      'create',
      'invoice',
      'v2',
    ]);
    expect(searchWords('parseHTTPRequest')).toEqual([
      'parse',
      'http',
      'request',
    ]);
    expect(searchWords('get-sum.of/all')).toEqual(['get', 'sum', 'of', 'all']);
  });

  it('does not count accents or case', () => {
    expect(searchWords('Écrire à Zürich')).toEqual(['ecrire', 'a', 'zurich']);
  });

  it('keeps words of other scripts', () => {
    expect(searchWords('請求書 を作成')).toEqual(['請求書', 'を作成']);
  });

  it('has nothing to say of nothing', () => {
    expect(searchWords(undefined)).toEqual([]);
    expect(searchWords(' -*%"\'')).toEqual([]);
  });
});

describe('nameWords', () => {
  it('adds the name as one word', () => {
    expect(nameWords('get-sum')).toEqual(['get', 'sum', 'getsum']);
    expect(nameWords('echo')).toEqual(['echo']);
  });
});

describe('searchTerms', () => {
  it('never holds what has a meaning to a database', () => {
    expect(searchTerms('"a* OR b% NEAR(c) & !d')).toEqual([
      'a',
      'or',
      'b',
      'near',
      'c',
      'd',
    ]);
  });

  it('is bounded', () => {
    expect(searchTerms('x '.repeat(10_000))).toEqual(['x']);
    expect(
      searchTerms(Array.from({ length: 99 }, (_, i) => `w${i}`).join(' ')),
    ).toHaveLength(12);
  });
});

describe('likeDocument', () => {
  it('lets a pattern find the beginning of a word only', () => {
    const document = likeDocument(['send', 'invoice']);
    const finds = (term: string) =>
      new RegExp(likePattern(term).replaceAll('%', '.*')).test(document);
    expect(finds('inv')).toBe(true);
    expect(finds('voice')).toBe(false);
  });
});
