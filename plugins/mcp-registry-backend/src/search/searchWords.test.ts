import {
  likeDocument,
  documentWords,
  nameWords,
  prefixPattern,
  searchTerms,
  searchWords,
  wordPattern,
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
  const matches = (pattern: string, document: string) =>
    new RegExp(`^${pattern.replaceAll('%', '.*')}$`).test(document);

  it('lets a pattern find the beginning of a word, or the whole word', () => {
    const document = likeDocument(['send', 'invoice']);
    expect(matches(prefixPattern('inv'), document)).toBe(true);
    expect(matches(prefixPattern('voice'), document)).toBe(false);
    expect(matches(wordPattern('inv'), document)).toBe(false);
    expect(matches(wordPattern('invoice'), document)).toBe(true);
  });

  it('gives its words back, each once', () => {
    expect(documentWords(likeDocument(['a', 'b', 'a']))).toEqual(['a', 'b']);
    expect(documentWords(likeDocument([]))).toEqual([]);
  });
});
