import { useMemo } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { costsRouteRef } from './routes';

/** What an address may say after the page: names, each with one value or several. */
export type AddressQuery = Record<string, string | string[] | undefined>;

/** Addresses of the pages of cost, wherever they are mounted. */
export function useCostLinks() {
  const base = useRouteRef(costsRouteRef)?.() ?? '';
  return useMemo(() => {
    const to = (path: string, query?: AddressQuery) =>
      `${base}${path}${written(query)}`;
    return {
      base,
      costs: (query?: AddressQuery) => to('', query),
      breakdown: (query?: AddressQuery) => to('/breakdown', query),
      calls: (query?: AddressQuery) => to('/calls', query),
      quality: (query?: AddressQuery) => to('/quality', query),
      alerts: (query?: AddressQuery) => to('/alerts', query),
      idle: (query?: AddressQuery) => to('/idle', query),
      budgets: (query?: AddressQuery) => to('/budgets', query),
      prices: (query?: AddressQuery) => to('/prices', query),
      imports: (query?: AddressQuery) => to('/imports', query),
    };
  }, [base]);
}

function written(query: AddressQuery = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== '') {
        params.append(name, item);
      }
    }
  }
  const text = params.toString();
  return text && `?${text}`;
}
