import type { Entity } from '@backstage/catalog-model';
import type { Created } from '@mcp-portal/plugin-mcp-templates-common';
import { rm } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { bodyOf, type Api } from './Api';

interface Location {
  data: { id: string; target: string };
}

/** A task as the scaffolder tells of it. */
export interface Task {
  id: string;
  status: 'open' | 'processing' | 'completed' | 'failed' | 'cancelled';
}

interface TaskEvent {
  type: 'log' | 'completion';
  body: {
    message: string;
    output?: { created?: Created };
    error?: { message: string };
  };
}

/** Starts a template as somebody who sends no form. */
export async function startTemplate(
  api: Api,
  template: string,
  values: object,
): Promise<string> {
  const answer = await api.post('/api/scaffolder/v2/tasks', {
    templateRef: `template:default/${template}`,
    values,
  });
  return (await bodyOf<{ id: string }>(answer)).id;
}

/** How a task ended, and all that its log says. */
export async function whenEnded(
  api: Api,
  id: string,
): Promise<{ status: Task['status']; log: string; created?: Created }> {
  const path = `/api/scaffolder/v2/tasks/${id}`;
  let status: Task['status'] = 'open';
  await expect
    .poll(
      async () => {
        ({ status } = await api.read<Task>(path));
        return ['open', 'processing'].includes(status);
      },
      { timeout: 60_000 },
    )
    .toBe(false);
  const events = await api.read<TaskEvent[]>(`${path}/events`);
  return {
    status,
    log: events.map(({ body }) => body.message).join('\n'),
    created: events.find(({ type }) => type === 'completion')?.body.output
      ?.created,
  };
}

/**
 * Takes back what a template made, so that other tests find the organisation as
 * the sample has it: its location with what came of it, and its repository.
 */
export async function takeBack(
  admin: Api,
  name: string,
  cloneUrl?: string,
): Promise<void> {
  const locations = await admin.read<Location[]>('/api/catalog/locations');
  for (const { data } of locations) {
    if (data.target.includes(`/${name}/`)) {
      const answer = await admin.delete(`/api/catalog/locations/${data.id}`);
      expect(answer.status()).toBe(204);
    }
  }
  await expect
    .poll(
      async () =>
        (
          await admin.read<Entity[]>(
            `/api/catalog/entities?filter=metadata.name=${name}`,
          )
        ).length,
    )
    .toBe(0);
  if (cloneUrl) {
    await rm(cloneUrl, { recursive: true, force: true });
  }
}
