import { createSnapshot } from '../snapshot';
import { toolListText } from './toolListText';

describe('toolListText', () => {
  it('is what a model reads of the tools, and nothing else', () => {
    const { contract } = createSnapshot({
      tools: [
        { name: 'b', inputSchema: { type: 'object' } },
        {
          name: 'a',
          title: 'A',
          description: 'Does',
          inputSchema: { type: 'object' },
          outputSchema: { type: 'string' },
          annotations: { readOnlyHint: true },
        },
      ],
      instructions: 'Be kind',
    });
    expect(toolListText(contract)).toBe(
      '[{"name":"a","description":"Does","inputSchema":{"type":"object"}},{"name":"b","inputSchema":{"type":"object"}}]',
    );
  });
});
