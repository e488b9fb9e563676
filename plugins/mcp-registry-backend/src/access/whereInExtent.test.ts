import type {
  OwnedAsset,
  OwnedAssetFilter,
} from '@mcp-portal/plugin-mcp-registry-node';
import {
  VISIBILITIES,
  Visibility,
} from '@mcp-portal/plugin-mcp-registry-common';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import fc from 'fast-check';
import { Knex } from 'knex';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import { aServer } from '../__testUtils__/samples';
import { DatabaseServerIndexStore } from '../servers/DatabaseServerIndexStore';
import { ServerSearchIndex } from '../servers/ServerSearchIndex';
import { systemScope } from './Access';
import type { Extent } from './Scope';
import { whereInExtent } from './whereInExtent';

type Criteria = PermissionCriteria<OwnedAssetFilter>;

// Owners that differ in case, or try to leave their place in the statement.
const OWNERS = [
  'group:default/payments',
  'group:default/Payments',
  'group:default/logistics',
  "x') or ('1'='1",
  '%',
  '',
];
const ASSETS: (OwnedAsset & { name: string })[] = OWNERS.flatMap(
  (ownerRef, i) =>
    VISIBILITIES.map(visibility => ({
      name: `${i}-${visibility}`,
      ownerRef,
      visibility,
    })),
);

const owner = (...values: string[]): Criteria => ({
  field: 'ownerRef',
  values,
});
const visible = (...values: Visibility[]): Criteria => ({
  field: 'visibility',
  values,
});
// The framework's type asks for one part at least; a policy in JavaScript need not.
const anyOf = (...parts: Criteria[]): Criteria => ({
  anyOf: parts as [Criteria],
});
const allOf = (...parts: [Criteria, ...Criteria[]]): Criteria => ({
  allOf: parts,
});
const not = (part: Criteria): Criteria => ({ not: part });

/** What the criteria mean, said in memory. */
function meets(asset: OwnedAsset, criteria: Criteria): boolean {
  if ('allOf' in criteria) {
    return criteria.allOf.every(part => meets(asset, part));
  }
  if ('anyOf' in criteria) {
    return criteria.anyOf.some(part => meets(asset, part));
  }
  if ('not' in criteria) {
    return !meets(asset, criteria.not);
  }
  return criteria.values.includes(asset[criteria.field]);
}

const { criteria: anyCriteria } = fc.letrec<{ criteria: Criteria }>(tie => ({
  criteria: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.array(fc.constantFrom(...OWNERS, 'nobody')).map(v => owner(...v)),
    fc.subarray([...VISIBILITIES]).map(values => visible(...values)),
    tie('criteria').map(not),
    fc.array(tie('criteria'), { maxLength: 3 }).map(v => anyOf(...v)),
    fc
      .array(tie('criteria'), { maxLength: 3 })
      .map(parts => allOf(...(parts as [Criteria]))),
  ),
}));

describeOnBothDatabases('rows in an extent', createKnex => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createKnex();
    await new DatabaseServerIndexStore({
      knex,
      searchIndex: new ServerSearchIndex({ knex }),
    }).put(
      systemScope(),
      ASSETS.map(({ name, ...asset }) => aServer(name, asset)),
      new Date(0),
    );
  });

  async function namesIn(extent: Extent): Promise<string[]> {
    const rows: { name: string }[] = await knex('servers')
      .modify(whereInExtent, extent, 'servers')
      .select('name');
    return rows.map(row => row.name).sort();
  }

  const namesWhere = (matches: (asset: OwnedAsset) => boolean) =>
    ASSETS.filter(matches)
      .map(asset => asset.name)
      .sort();

  it('are all, or none', async () => {
    expect(await namesIn({ kind: 'all' })).toEqual(namesWhere(() => true));
    expect(await namesIn({ kind: 'none' })).toEqual([]);
  });

  it.each<[string, Criteria, (asset: OwnedAsset) => boolean]>([
    [
      'of an owner, in exactly this case',
      owner('group:default/payments'),
      asset => asset.ownerRef === 'group:default/payments',
    ],
    [
      'of one of several owners',
      owner('group:default/payments', 'group:default/logistics', 'nobody'),
      asset =>
        ['group:default/payments', 'group:default/logistics'].includes(
          asset.ownerRef,
        ),
    ],
    [
      'of an owner whose name looks like SQL',
      owner("x') or ('1'='1"),
      asset => asset.ownerRef === "x') or ('1'='1",
    ],
    [
      'of an owner whose name looks like a pattern',
      owner('%'),
      asset => asset.ownerRef === '%',
    ],
    [
      'with a visibility',
      visible('team'),
      asset => asset.visibility === 'team',
    ],
    [
      'that everyone or their owner may see',
      anyOf(visible('organisation'), owner('group:default/payments')),
      asset =>
        asset.visibility === 'organisation' ||
        asset.ownerRef === 'group:default/payments',
    ],
    [
      'that meet all of the parts',
      allOf(visible('team'), owner('group:default/payments')),
      asset =>
        asset.visibility === 'team' &&
        asset.ownerRef === 'group:default/payments',
    ],
    [
      'that do not meet it',
      not(owner('group:default/payments')),
      asset => asset.ownerRef !== 'group:default/payments',
    ],
    [
      'that meet nested criteria',
      allOf(
        not(allOf(visible('team'), not(owner('group:default/payments')))),
        anyOf(owner('%', ''), not(not(owner('group:default/payments')))),
      ),
      asset =>
        (asset.visibility === 'organisation' &&
          ['%', '', 'group:default/payments'].includes(asset.ownerRef)) ||
        asset.ownerRef === 'group:default/payments',
    ],
    ['of none of no owners', owner(), () => false],
    ['with none of no visibilities', visible(), () => false],
    ['that meet one of no parts', anyOf(), () => false],
    ['that meet all, one of them unmeetable', allOf(anyOf()), () => false],
    [
      'that meet one, none of them meetable',
      anyOf(owner(), anyOf()),
      () => false,
    ],
    ['that do not meet what nothing meets', not(anyOf()), () => true],
  ])('are those %s', async (_, criteria, matches) => {
    expect(await namesIn({ kind: 'some', criteria })).toEqual(
      namesWhere(matches),
    );
  });

  it('keep their alternatives to themselves among other conditions', async () => {
    const criteria = anyOf(visible('team'), owner('group:default/payments'));
    const rows = await knex('servers')
      .modify(whereInExtent, { kind: 'some', criteria }, 'servers')
      .where('servers.owner_ref', '%')
      .select('owner_ref', 'visibility');
    expect(rows).toEqual([{ owner_ref: '%', visibility: 'team' }]);
  });

  it('are the same as in memory, whatever the criteria', async () => {
    await fc.assert(
      fc.asyncProperty(anyCriteria, async criteria => {
        expect(await namesIn({ kind: 'some', criteria })).toEqual(
          namesWhere(asset => meets(asset, criteria)),
        );
      }),
      { numRuns: 300 },
    );
  });
});
