import { useApi } from '@backstage/core-plugin-api';
import { useLoaded } from '@mcp-portal/plugin-mcp-react';
import type {
  CreatedKind,
  NameCheck,
} from '@mcp-portal/plugin-mcp-templates-common';
import { mcpTemplatesApiRef } from '../../api';
import { useSettled } from '../parts';
import { nameProblem } from './nameProblem';

/** Whether a name is free, looked up while it is typed. */
export function useNameCheck(kind: CreatedKind, name: string) {
  const templates = useApi(mcpTemplatesApiRef);
  const settled = useSettled(name);
  const asked = nameProblem(settled) ? '' : settled;
  const { value, error, loading } = useLoaded<NameCheck | undefined>({
    subject: `${kind} ${asked}`,
    request: `${kind} ${asked}`,
    load: async signal =>
      asked
        ? templates.checkName({ kind, name: asked }, { signal })
        : undefined,
  });
  const askable = !nameProblem(name);
  const current = asked === name;
  return {
    checking: askable && (!current || loading),
    check: askable && current ? value : undefined,
    error: askable && current ? error : undefined,
  };
}
