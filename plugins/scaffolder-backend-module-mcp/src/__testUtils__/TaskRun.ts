import type {
  SerializedTask,
  SerializedTaskEvent,
} from '@backstage/plugin-scaffolder-node';

import { eventually } from './eventually';
import type { TestPortal } from './startTestPortal';

interface Completion {
  body: { output?: { [name: string]: unknown }; error?: { message: string } };
}

/** A run of a template that came to its end. */
export class TaskRun {
  readonly id: string;
  readonly status: string;
  /** What the person reads while it runs. */
  readonly log: string;
  readonly output: { [name: string]: unknown };
  /** What stopped it. */
  readonly error: string | undefined;
  readonly #statuses: Map<string, string>;

  private constructor(options: {
    id: string;
    status: string;
    events: SerializedTaskEvent[];
  }) {
    const { id, status, events } = options;
    this.id = id;
    this.status = status;
    this.log = events.map(({ body }) => body.message).join('\n');
    const completion = events.find(({ type }) => type === 'completion') as
      | Completion
      | undefined;
    this.output = completion?.body.output ?? {};
    this.error = completion?.body.error?.message;
    this.#statuses = new Map(
      events.flatMap(({ body }) =>
        body.stepId && body.status ? [[body.stepId, body.status]] : [],
      ),
    );
  }

  /** How a step ended: `completed`, `failed` or `skipped`. */
  step(id: string): string | undefined {
    return this.#statuses.get(id);
  }

  static async toItsEnd(
    ask: TestPortal['ask'],
    options: { user: string; template: string; values: object },
  ): Promise<TaskRun> {
    const { user, template, values } = options;
    const started = await ask<{ id: string }>(user, '/scaffolder/v2/tasks', {
      body: { templateRef: `template:default/${template}`, values },
    });
    if (started.status !== 201) {
      throw new Error(`It was not started: ${started.text}`);
    }
    return TaskRun.follow(ask, { user, id: started.body.id });
  }

  static async follow(
    ask: TestPortal['ask'],
    { user, id }: { user: string; id: string },
  ): Promise<TaskRun> {
    const status = await eventually(async () => {
      const { body } = await ask<SerializedTask>(
        user,
        `/scaffolder/v2/tasks/${id}`,
      );
      return !['open', 'processing'].includes(body.status) && body.status;
    });
    const { body: events } = await ask<SerializedTaskEvent[]>(
      user,
      `/scaffolder/v2/tasks/${id}/events`,
    );
    return new TaskRun({ id, status, events });
  }
}
