import {
  VISIBILITIES,
  Visibility,
} from '@mcp-portal/plugin-mcp-registry-common';
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import fc from 'fast-check';

import { mcpAgentConditions, mcpServerConditions } from './conditions';
import {
  mcpAgentResourceRef,
  mcpServerResourceRef,
  OwnedAsset,
  OwnedAssetFilter,
} from './resources';
import { mcpAgentRules, mcpServerRules } from './rules';

/** What a store does with criteria, in memory. */
function meets(
  asset: OwnedAsset,
  criteria: PermissionCriteria<OwnedAssetFilter>,
): boolean {
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

const payments: OwnedAsset = {
  ownerRef: 'group:default/payments',
  visibility: 'team',
};

// A few names, so that claims and owners meet, in every case; and any text.
const claim = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('group', 'Group', 'GROUP', 'user'),
      fc.constantFrom('default', 'Default', 'other'),
      fc.constantFrom('payments', 'PAYMENTS', 'Payments', 'petra'),
    )
    .map(([kind, namespace, name]) => `${kind}:${namespace}/${name}`),
  fc.string({ unit: 'grapheme' }),
);
const asset = fc.record({
  ownerRef: claim.map(ref => ref.toLocaleLowerCase('en-US')),
  visibility: fc.constantFrom(...VISIBILITIES),
});

describe.each([
  ['servers', mcpServerRules, mcpServerConditions, mcpServerResourceRef],
  ['agents', mcpAgentRules, mcpAgentConditions, mcpAgentResourceRef],
] as const)('the permission rules of %s', (_, rules, conditions, ref) => {
  describe('IS_OWNER', () => {
    it.each([
      ['the owner', ['group:default/payments'], true],
      ['the owner in other case', ['Group:Default/Payments'], true],
      [
        'the owner among others',
        ['user:default/petra', 'group:default/payments'],
        true,
      ],
      ['another team', ['group:default/logistics'], false],
      ['a part of the owner', ['group:default/pay', 'payments'], false],
      ['nothing', [], false],
    ])('with a claim to be %s', (__, claims, expected) => {
      expect(rules.isOwner.apply(payments, { claims })).toBe(expected);
      expect(meets(payments, rules.isOwner.toQuery({ claims }))).toBe(expected);
    });

    it('asks the store for owners in lower case, as it keeps them', () => {
      expect(
        rules.isOwner.toQuery({ claims: ['Group:Default/Payments'] }),
      ).toEqual({ field: 'ownerRef', values: ['group:default/payments'] });
    });

    it('decides the same for one asset as for a list of them', () => {
      let owned = 0;
      fc.assert(
        fc.property(asset, fc.array(claim), (one, claims) => {
          const applies = rules.isOwner.apply(one, { claims });
          expect(meets(one, rules.isOwner.toQuery({ claims }))).toBe(applies);
          owned += Number(applies);
        }),
        { numRuns: 500 },
      );
      expect(owned).toBeGreaterThan(0);
    });
  });

  describe('HAS_VISIBILITY', () => {
    it.each<[Visibility, Visibility, boolean]>([
      ['team', 'team', true],
      ['team', 'organisation', false],
      ['organisation', 'organisation', true],
      ['organisation', 'team', false],
    ])('%s of %s: wanted %s', (visibility, wanted, expected) => {
      const one = { ...payments, visibility };
      expect(rules.hasVisibility.apply(one, { visibility: wanted })).toBe(
        expected,
      );
    });

    it('decides the same for one asset as for a list of them', () => {
      fc.assert(
        fc.property(
          asset,
          fc.constantFrom(...VISIBILITIES),
          (one, visibility) => {
            const { apply, toQuery } = rules.hasVisibility;
            expect(meets(one, toQuery({ visibility }))).toBe(
              apply(one, { visibility }),
            );
          },
        ),
      );
    });
  });

  it('know their resource, and have the names that policies use', () => {
    const { resourceType } = ref;
    expect(conditions.isOwner({ claims: ['group:default/payments'] })).toEqual({
      rule: 'IS_OWNER',
      resourceType,
      params: { claims: ['group:default/payments'] },
    });
    expect(conditions.hasVisibility({ visibility: 'team' })).toEqual({
      rule: 'HAS_VISIBILITY',
      resourceType,
      params: { visibility: 'team' },
    });
    expect(Object.values(rules).map(rule => rule.resourceType)).toEqual([
      resourceType,
      resourceType,
    ]);
  });

  it.each([
    ['a claim that is no text', rules.isOwner, { claims: [7] }],
    ['no claims', rules.isOwner, {}],
    ['an unknown visibility', rules.hasVisibility, { visibility: 'world' }],
  ])('refuse %s', async (__, rule, params) => {
    const { issues } = await rule.paramsSchema!['~standard'].validate(params);
    expect(issues).toHaveLength(1);
  });
});
