import { effectiveAnnotations } from './toolAnnotations';

describe('effectiveAnnotations', () => {
  it('gives the defaults of MCP to a tool that says nothing', () => {
    expect(effectiveAnnotations({})).toEqual({
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: false,
      openWorldHint: true,
    });
  });

  it('lets a tool say otherwise', () => {
    const annotations = { title: 'Reads', readOnlyHint: true };
    expect(effectiveAnnotations({ annotations })).toMatchObject({
      title: 'Reads',
      readOnlyHint: true,
      destructiveHint: true,
    });
  });
});
