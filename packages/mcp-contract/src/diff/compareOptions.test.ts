import { createSnapshot } from '../snapshot';
import { SettingError } from '../settings/SettingError';
import { compareContracts } from './compareContracts';
import type { CompareOptions } from './compareOptions';

const before = createSnapshot({
  tools: [{ name: 'a', inputSchema: { type: 'object' } }],
  capabilities: { experimental: { level: 1 } },
  instructions: 'x',
}).contract;
const after = createSnapshot({
  capabilities: { experimental: { level: 2 } },
  instructions: 'y',
}).contract;

const classesWith = (options: CompareOptions) =>
  compareContracts(before, after, options).changes.map(
    change => `${change.rule} ${change.class}`,
  );

describe('The severities of a comparison', () => {
  it('class the changes of their rule', () => {
    expect(
      classesWith({
        severities: {
          'tool-removed': 'behavioural',
          'instructions-changed': 'breaking',
          'capability-changed': 'additive',
        },
      }),
    ).toEqual([
      'instructions-changed breaking',
      'capability-changed additive',
      'tool-removed behavioural',
    ]);
  });

  it('leave out what is to be ignored', () => {
    const severities = {
      'tool-removed': 'ignore',
      'capability-changed': 'ignore',
    } as const;
    expect(compareContracts(before, after, { severities })).toMatchObject({
      verdict: 'behavioural',
      requiredBump: 'patch',
      changes: [{ rule: 'instructions-changed' }],
    });
  });

  it.each([
    [{ 'tool-remove': 'breaking' }, /no such rule.*tool-removed/],
    [{ constructor: 'breaking' }, /no such rule/],
    [{ 'tool-removed': 'fatal' }, /"fatal" is no severity.*behavioural/],
  ])('are refused when nothing would follow them: %j', (severities, text) => {
    const compare = () =>
      compareContracts(before, before, {
        severities: severities as CompareOptions['severities'],
      });
    expect(compare).toThrow(SettingError);
    expect(compare).toThrow(text);
  });
});

describe('An accepted change', () => {
  const [{ id }] = compareContracts(before, after).changes.filter(
    change => change.undecided,
  );

  it('no longer breaks when it was undecided', () => {
    expect(classesWith({ accepted: [id] })).toEqual([
      'tool-removed breaking',
      'capability-changed behavioural',
      'instructions-changed behavioural',
    ]);
  });

  it('is still said to be undecided', () => {
    const { changes } = compareContracts(before, after, { accepted: [id] });
    expect(changes.find(change => change.id === id)).toMatchObject({
      class: 'behavioural',
      undecided: true,
    });
  });

  it('breaks on when it is known to break', () => {
    const ids = compareContracts(before, after).changes.map(
      change => change.id,
    );
    expect(classesWith({ accepted: ids })[0]).toBe('tool-removed breaking');
  });

  it('is not made worse than the platform team has it', () => {
    const severities = { 'capability-changed': 'cosmetic' } as const;
    expect(classesWith({ severities, accepted: [id] })).toContain(
      'capability-changed cosmetic',
    );
  });
});
