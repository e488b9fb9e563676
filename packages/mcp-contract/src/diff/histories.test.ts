import { CHECKED_BY_HAND } from './__testUtils__/histories/checkedByHand';
import {
  hasContract,
  readHistories,
  type ArchivedHistory,
} from './__testUtils__/histories/HistoryArchive';
import { compareContracts } from './compareContracts';

describe('contracts of real servers', () => {
  let histories: ArchivedHistory[];

  beforeAll(async () => {
    histories = await readHistories();
  });

  function contractOf(name: string, version: string) {
    const found = histories
      .find(history => history.name === name)
      ?.versions.find(one => one.version === version);
    if (!found || !hasContract(found)) {
      throw new Error(`There is no contract of ${name} ${version}`);
    }
    return found.contract;
  }

  it.each(CHECKED_BY_HAND)(
    'finds $verdict from $name $from to $to',
    ({ name, from, to, verdict, brokenTools }) => {
      const diff = compareContracts(
        contractOf(name, from),
        contractOf(name, to),
      );
      const broken = new Set(
        diff.changes
          .filter(change => change.class === 'breaking')
          .flatMap(({ where }) => where.tool ?? []),
      );

      expect(diff.verdict).toBe(verdict);
      expect([...broken].sort()).toEqual(brokenTools ?? [...broken].sort());
    },
  );

  it('finds no change from any to itself', () => {
    for (const { name, versions } of histories) {
      for (const { contract, version } of versions.filter(hasContract)) {
        const copy = JSON.parse(JSON.stringify(contract));
        expect([
          name,
          version,
          compareContracts(contract, copy).changes,
        ]).toEqual([name, version, []]);
      }
    }
  });
});
