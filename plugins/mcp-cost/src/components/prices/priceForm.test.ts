import { formFor, requestOf } from './priceForm';

describe('the form of a price', () => {
  it('is no request while something is missing', () => {
    const form = formFor('2026-11-01');
    expect(requestOf(form)).toBeUndefined();
    expect(
      requestOf({ ...form, serverRef: 'api:default/billing' }),
    ).toBeUndefined();
    expect(requestOf({ ...form, perUnit: '1' })).toBeUndefined();
    expect(
      requestOf({ ...form, serverRef: 'api:default/billing', perUnit: '1e3' }),
    ).toBeUndefined();
  });

  it('says only what was filled in', () => {
    expect(
      requestOf({
        ...formFor('2026-11-01'),
        serverRef: 'api:default/billing',
        perUnit: ' 0.01 ',
        note: ' ',
      }),
    ).toEqual({
      subject: { kind: 'tool-call', serverRef: 'api:default/billing' },
      amounts: { perUnit: '0.01' },
      validFrom: '2026-11-01',
      note: undefined,
    });
  });

  it('starts from what has no price yet', () => {
    const subject = {
      kind: 'model-tokens',
      model: 'claude-sonnet-5',
      provider: 'anthropic',
    } as const;
    const form = formFor('2026-11-01', subject);
    expect(
      requestOf({ ...form, input: '3', output: '15', cachedInput: '0.3' }),
    ).toMatchObject({
      subject,
      amounts: {
        inputPerMillion: '3',
        cachedInputPerMillion: '0.3',
        outputPerMillion: '15',
      },
    });
  });

  it('leaves behind what belongs to another kind', () => {
    const form = formFor('2026-11-01', {
      kind: 'tool-call',
      serverRef: 'api:default/billing',
      tool: 'create_invoice',
    });
    expect(
      requestOf({ ...form, kind: 'hosting-month', perUnit: '90' })?.subject,
    ).toEqual({ kind: 'hosting-month', serverRef: 'api:default/billing' });
  });
});
