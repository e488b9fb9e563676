import { useCallback } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';

/** Where the Cost tab of an entity stands under its page. */
export const COST_TAB_PATH = '/mcp-cost';

/** The address of an entity's Cost tab; empty where there is no catalog page. */
export function useEntityCostLink(): (entityRef: string) => string {
  const toEntity = useRouteRef(entityRouteRef);
  return useCallback(
    entityRef => {
      const { kind, namespace, name } = parseEntityRef(entityRef);
      const page = toEntity?.({ kind: kind.toLowerCase(), namespace, name });
      return page ? `${page}${COST_TAB_PATH}` : '';
    },
    [toEntity],
  );
}
