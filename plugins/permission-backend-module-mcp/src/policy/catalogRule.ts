import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogEntityCreatePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogEntityValidatePermission,
  catalogLocationAnalyzePermission,
  catalogLocationCreatePermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';

import { PolicyRule } from './PolicyRule';

// To register one's own entities: the form checks them first.
const REGISTER_PERMISSIONS = [
  catalogEntityCreatePermission,
  catalogEntityValidatePermission,
  catalogLocationAnalyzePermission,
  catalogLocationCreatePermission,
];

/**
 * Entities of the catalog. The same rule as for servers and agents holds for
 * every kind with `spec.visibility`.
 */
export const catalogRule: PolicyRule = (permission, { claims }) => {
  if (!permission.name.startsWith('catalog.')) {
    return undefined;
  }
  if (isPermission(permission, catalogEntityReadPermission)) {
    return createCatalogConditionalDecision(permission, {
      anyOf: [
        { not: catalogConditions.hasSpec({ key: 'visibility' }) },
        // Not "anything but team": a typing error must not publish an entity.
        catalogConditions.hasSpec({
          key: 'visibility',
          value: 'organisation',
        }),
        catalogConditions.isEntityOwner({ claims }),
      ],
    });
  }
  if (isPermission(permission, catalogEntityRefreshPermission)) {
    return createCatalogConditionalDecision(
      permission,
      catalogConditions.isEntityOwner({ claims }),
    );
  }
  // The rest is for platform admins, reading too: locations and ingestion tell
  // of entities whoever may read those, and know no conditions.
  return {
    result: REGISTER_PERMISSIONS.some(({ name }) => name === permission.name)
      ? AuthorizeResult.ALLOW
      : AuthorizeResult.DENY,
  };
};
