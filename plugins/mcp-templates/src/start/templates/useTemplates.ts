import { useApi } from '@backstage/core-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  catalogApiRef,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import { useLoaded, type Loaded } from '@mcp-portal/plugin-mcp-react';
import { GROUPED_TYPES, isGrouped } from './templateGroups';

/** More templates for servers and agents than any organisation has. */
const MOST_GROUPED = 100;
/** Of the rest some are shown; all are on upstream's page of templates. */
const MOST_OTHERS = 6;

export interface StartTemplates {
  templates: Entity[];
  /** How many there are that are not among them. */
  more: number;
}

/** The templates that the page offers. */
export function useTemplates(): Loaded<StartTemplates> {
  const catalog = useApi(catalogApiRef);
  return useLoaded({
    subject: 'templates',
    request: 'templates',
    load: () => readTemplates(catalog),
  });
}

const COMMON = {
  fields: ['kind', 'metadata', 'spec.type', 'spec.owner', 'relations'],
  orderFields: { field: 'metadata.title', order: 'asc' as const },
};

async function readTemplates(catalog: CatalogApi): Promise<StartTemplates> {
  const [grouped, all] = await Promise.all([
    catalog.queryEntities({
      ...COMMON,
      filter: { kind: 'Template', 'spec.type': [...GROUPED_TYPES] },
      limit: MOST_GROUPED,
    }),
    // The rest can't be asked for as such: so many that enough of them are left.
    catalog.queryEntities({
      ...COMMON,
      filter: { kind: 'Template' },
      limit: MOST_GROUPED + MOST_OTHERS,
    }),
  ]);
  const others = all.items.filter(template => !isGrouped(template));
  const templates = [
    ...recommendedFirst(grouped.items),
    ...recommendedFirst(others).slice(0, MOST_OTHERS),
  ];
  return { templates, more: Math.max(0, all.totalItems - templates.length) };
}

/** By Backstage's own tag; within them the order stays. */
function recommendedFirst(templates: Entity[]): Entity[] {
  const isRecommended = ({ metadata }: Entity) =>
    metadata.tags?.includes('recommended') ?? false;
  return [
    ...templates.filter(isRecommended),
    ...templates.filter(template => !isRecommended(template)),
  ];
}
