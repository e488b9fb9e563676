import type { GateReport } from '@mcp-portal/plugin-mcp-registry-common';
import { gateWords } from './gateWords';

const report = (given: Partial<GateReport>): GateReport => ({
  accepted: false,
  version: '1.3.0',
  snapshot: 'a'.repeat(64),
  base: '1.2.0',
  diff: { verdict: 'additive', requiredBump: 'minor', changes: [] },
  requiredBump: 'minor',
  smallestVersion: '1.4.0',
  breaks: { total: 0, teams: [] },
  ...given,
});

describe('gateWords', () => {
  it('says what the changes need', () => {
    expect(gateWords(report({ accepted: true }))).toBe(
      '1.3.0 is fine. Additive changes since 1.2.0 need a new minor version.',
    );
    expect(
      gateWords(report({ version: '1.2.1', smallestVersion: '1.3.0' })),
    ).toBe(
      '1.2.1 is refused. Additive changes since 1.2.0 need a new minor version; the smallest version that would be accepted is 1.3.0.',
    );
  });

  it('does not blame the changes for a number that was used before', () => {
    expect(gateWords(report({}))).toBe(
      '1.3.0 is refused: the number was used before. The smallest version that would be accepted is 1.4.0.',
    );
    expect(gateWords(report({ base: undefined, diff: undefined }))).toContain(
      'was used before',
    );
  });

  it('names the later version that stands in the way', () => {
    expect(
      gateWords(
        report({
          successor: {
            version: '1.5.0',
            diff: { verdict: 'breaking', requiredBump: 'major', changes: [] },
            requiredBump: 'major',
          },
        }),
      ),
    ).toContain(
      '1.5.0, which is published already, would break those who use 1.3.0.',
    );
  });

  it('has nothing against a first version', () => {
    expect(
      gateWords(
        report({
          accepted: true,
          version: '1.0.0',
          base: undefined,
          diff: undefined,
        }),
      ),
    ).toBe('1.0.0 is the first: there is nothing that it could break.');
  });
});
