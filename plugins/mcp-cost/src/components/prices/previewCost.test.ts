import { previewCost } from './previewCost';

describe('previewCost', () => {
  it('tells what a thousand calls cost', () => {
    expect(
      previewCost(
        { kind: 'tool-call', serverRef: 'api:default/billing' },
        { perUnit: '0.0025' },
        'USD',
      ),
    ).toBe('1,000 calls cost $2.50.');
  });

  it('tells what model calls of a usual size cost, to the last place', () => {
    expect(
      previewCost(
        { kind: 'model-tokens', model: 'claude-*' },
        { inputPerMillion: '3', outputPerMillion: '15' },
        'USD',
      ),
    ).toBe('1,000 model calls of 2,000 tokens in and 500 out cost $13.50.');
  });

  it('tells what hosting costs, by the hour and by the month', () => {
    const serverRef = 'api:default/billing';
    expect(
      previewCost(
        { kind: 'hosting-hour', serverRef },
        { perUnit: '0.1' },
        'USD',
      ),
    ).toBe('A month of 730 hours costs $73.00.');
    expect(
      previewCost(
        { kind: 'hosting-month', serverRef },
        { perUnit: '90' },
        'USD',
      ),
    ).toBe('A team with a quarter of the month’s calls pays $22.50.');
  });

  it('does not lose what a float would', () => {
    expect(
      previewCost(
        { kind: 'unit', unit: 'page' },
        { perUnit: '0.000000001' },
        'USD',
      ),
    ).toBe('1,000 of them cost $0.000001.');
  });
});
