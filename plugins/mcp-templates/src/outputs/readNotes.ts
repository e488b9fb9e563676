import type { ScaffolderTaskOutput } from '@backstage/plugin-scaffolder-common';

/** What a template has to say when it is done: `output.text`. */
export interface Note {
  title?: string;
  content: string;
}

/** The texts of a task's output that say something. */
export function readNotes(output?: ScaffolderTaskOutput): Note[] {
  const texts: unknown = output?.text;
  return Array.isArray(texts)
    ? texts.flatMap(({ title, content }) =>
        typeof content === 'string' && content !== ''
          ? [{ title, content }]
          : [],
      )
    : [];
}
