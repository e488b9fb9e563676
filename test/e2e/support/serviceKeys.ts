import type {
  KeyScope,
  NewServiceKey,
} from '@mcp-portal/plugin-mcp-cost-common';
import type { Api } from './Api';

const BASE = '/api/mcp-cost';

/** Makes a service key of a team, as somebody who may. */
export async function makeKey(
  api: Api,
  team: string,
  ...scopes: KeyScope[]
): Promise<NewServiceKey> {
  const answer = await api.post(`${BASE}/teams/${team}/keys`, {
    name: 'end to end',
    scopes,
  });
  if (answer.status() !== 201) {
    throw new Error(`No key was made: ${await answer.text()}`);
  }
  return answer.json();
}

/** Ends a key. */
export async function revokeKey(api: Api, { key }: NewServiceKey) {
  const answer = await api.delete(`${BASE}/keys/${key.id}`);
  if (!answer.ok()) {
    throw new Error(`The key was not revoked: ${await answer.text()}`);
  }
}
