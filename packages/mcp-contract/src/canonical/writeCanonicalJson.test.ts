import { writeCanonicalJson } from './writeCanonicalJson';

describe('writeCanonicalJson', () => {
  it('writes the sample of RFC 8785 as the RFC does', () => {
    // Section 3.2.2 and 3.2.4.
    const sample = JSON.parse(
      String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    );
    expect(writeCanonicalJson(sample)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('sorts members by UTF-16 code units', () => {
    // Section 3.2.3.
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', 'ö'];
    const object = Object.fromEntries(keys.map(key => [key, 1]));
    expect(Object.keys(JSON.parse(writeCanonicalJson(object)))).toEqual([
      '1',
      '\r',
      '\u0080',
      'ö',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ]);
  });

  it('writes negative zero as zero', () => {
    expect(writeCanonicalJson([-0, 1.0])).toBe('[0,1]');
  });
});
