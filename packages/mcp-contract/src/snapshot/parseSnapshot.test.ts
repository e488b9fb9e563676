import { contractErrorOf } from './__testUtils__/contractErrorOf';
import { createSnapshot, parseSnapshot } from './createSnapshot';

const tool = (fields: object = {}) => ({
  name: 'search',
  inputSchema: { type: 'object' },
  ...fields,
});

describe('parseSnapshot', () => {
  it('reads a snapshot back as it was', () => {
    const snapshot = createSnapshot({
      tools: [tool({ outputSchema: {}, annotations: { title: 'T' } })],
      instructions: 'Be kind',
    });
    expect(parseSnapshot(snapshot.canonicalJson)).toEqual(snapshot);
  });

  it.each([
    ['no JSON', '{', 'invalid-json'],
    ['no contract', '[]', 'invalid-shape'],
    [
      'white space',
      '{ "capabilities":{},"prompts":[],"resourceTemplates":[],"resources":[],"tools":[]}',
      'not-canonical',
    ],
    [
      'members in another order',
      '{"prompts":[],"capabilities":{},"resourceTemplates":[],"resources":[],"tools":[]}',
      'not-canonical',
    ],
    [
      'a missing part',
      '{"capabilities":{},"prompts":[],"resources":[],"tools":[]}',
      'not-canonical',
    ],
    ['too many levels', '['.repeat(100_000) + ']'.repeat(100_000), 'too-deep'],
  ])('refuses a text with %s', (_what, text, code) => {
    expect(contractErrorOf(() => parseSnapshot(text)).code).toBe(code);
  });
});
