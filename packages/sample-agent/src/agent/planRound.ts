import { join } from 'node:path';

/** What the agent means to do next. */
export interface Step {
  /** The server's name in the catalog. */
  server: string;
  tool: string;
  arguments: Record<string, unknown>;
}

/** What was learned so far in a round: the texts of the answers, the last one last. */
export type Findings = readonly string[];

/**
 * Thinks, in the place of a model: what to do, given the round and what was found
 * in it. Some steps go wrong on purpose, as they do with real agents: a file that
 * is not there, an argument of the wrong type, a tool of an older release.
 */
export function* planRound(
  round: number,
  folder: string,
): Generator<Step, void, Findings> {
  const file = (name: string) => join(folder, name);
  const noteFile = file(`round-${round}.txt`);

  yield thought(round, 1, 'What is there to do?', true);
  const seen = yield step('workspace-files', 'list_directory', {
    path: folder,
  });
  yield step('workspace-files', 'read_text_file', { path: file('notes.txt') });
  yield step('knowledge-graph', 'create_entities', {
    entities: [
      {
        name: `round-${round}`,
        entityType: 'round',
        observations: [`saw ${seen.at(-1)?.length ?? 0} characters`],
      },
    ],
  });
  yield step('everything', 'get-sum', { a: round, b: 1 });
  yield step('everything', 'echo', { message: `round ${round}` });
  yield step('workspace-files', 'write_file', {
    path: noteFile,
    content: `Round ${round}\n`,
  });
  yield step('workspace-files', 'read_text_file', {
    path: file('not-there.txt'),
  });
  if (round % 2 === 0) {
    yield step('everything', 'get-sum', { a: 'two', b: round });
  }
  if (round % 3 === 0) {
    yield step('everything', 'printEnv', {});
  }
  yield step('knowledge-graph', 'search_nodes', { query: `round-${round}` });
  yield step('portal-actions', 'catalog.get-catalog-entity', {
    kind: 'API',
    namespace: 'default',
    name: 'everything',
  });
  yield thought(round, 2, 'Done.', false);
}

function step(
  server: string,
  tool: string,
  args: Record<string, unknown>,
): Step {
  return { server, tool, arguments: args };
}

function thought(
  round: number,
  number: number,
  text: string,
  more: boolean,
): Step {
  return step('sequential-thinking', 'sequentialthinking', {
    thought: `Round ${round}: ${text}`,
    nextThoughtNeeded: more,
    thoughtNumber: number,
    totalThoughts: 2,
  });
}
