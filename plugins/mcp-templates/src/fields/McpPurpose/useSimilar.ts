import { useApi } from '@backstage/core-plugin-api';
import { useLoaded, type Loaded } from '@mcp-portal/plugin-mcp-react';
import type { SimilarServer } from '@mcp-portal/plugin-mcp-registry-common';
import { registryApiRef } from '../../api';
import { useSettled } from '../parts';

/** Fewer letters say nothing of a purpose. */
const MIN_LENGTH = 8;

export const SIMILAR_LIMIT = 5;

/**
 * What comes close to a purpose, looked up while it is typed. The value is
 * undefined while too little is typed, or nothing is known yet.
 */
export function useSimilar(
  text: string,
): Loaded<SimilarServer[] | undefined> & { asked: string } {
  const registry = useApi(registryApiRef);
  const settled = useSettled(text.trim());
  const asked = settled.length < MIN_LENGTH ? '' : settled;
  const similar = useLoaded<SimilarServer[] | undefined>({
    // The last list stays while a longer text is looked up.
    subject: asked ? 'similar' : 'nothing',
    request: asked,
    load: async signal =>
      asked
        ? registry.findSimilar(
            { text: asked, limit: SIMILAR_LIMIT },
            { signal },
          )
        : undefined,
  });
  return { ...similar, asked };
}
