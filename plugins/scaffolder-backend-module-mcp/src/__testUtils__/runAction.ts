import { LoggerService } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type {
  ActionContext,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';

import { PETRA } from './people';

/** What an action did. */
export interface Done {
  output: { [name: string]: unknown };
  /** The log, a line each, with its level before it. */
  log: string[];
}

/** With what the other plugins are asked then. */
export const AS_PETRA = {
  token: expect.stringContaining(`"obo":"${PETRA}"`),
  signal: expect.any(AbortSignal),
};

/** Runs an action as a person, and records what it gives and says. */
export async function runAction<I extends JsonObject, O extends JsonObject>(
  action: TemplateAction<I, O>,
  input: I,
  context: Partial<ActionContext<I, O>> = {},
): Promise<Done> {
  const output: Done['output'] = {};
  const log: string[] = [];
  await action.handler({
    ...createMockActionContext<I, O>(),
    // The mock takes only a few of its options.
    getInitiatorCredentials: async () => mockCredentials.user(PETRA),
    ...context,
    input,
    logger: recordingLogger(log),
    output: (name, value) => {
      output[name as string] = value;
    },
  });
  return { output, log };
}

function recordingLogger(log: string[]): LoggerService {
  const logger = mockServices.logger.mock();
  for (const level of ['info', 'warn', 'error'] as const) {
    logger[level].mockImplementation(message => {
      log.push(`${level}: ${message}`);
    });
  }
  return logger;
}
