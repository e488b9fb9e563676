import { LoggerService } from '@backstage/backend-plugin-api';
import type {
  McpRegistryApi,
  SimilarServer,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Request } from '../../../access/askAsInitiator';
import { causeOf, type Problems } from '../../../problems';
import { oneLine } from './oneLine';

const MIN_PURPOSE_CHARS = 20;
const MIN_REASON_CHARS = 10;

export interface Purpose {
  text: string;
  whyNew?: string;
  /** Refs of the servers that the form showed; no more than a memory of it. */
  closest?: string[];
}

/**
 * What the new thing is for, and, when a server does very nearly that already,
 * why it does not fit.
 *
 * @returns undefined when there is a problem
 */
export async function checkPurpose(
  registry: Pick<McpRegistryApi, 'findSimilar'>,
  options: {
    purpose: Purpose;
    /** Whether there may be something that does it already. */
    compare: boolean;
    request: () => Promise<Request>;
    logger: LoggerService;
    problems: Problems;
  },
): Promise<Purpose | undefined> {
  const { purpose, compare, problems } = options;
  const text = oneLine(purpose.text, {
    field: 'purpose',
    minChars: MIN_PURPOSE_CHARS,
    problems,
  });
  const whyNew = purpose.whyNew?.trim()
    ? oneLine(purpose.whyNew, {
        field: 'why a new one',
        minChars: MIN_REASON_CHARS,
        problems,
      })
    : undefined;
  if (text === undefined || (purpose.whyNew?.trim() && !whyNew)) {
    return undefined;
  }
  if (compare && !whyNew) {
    const closest = await veryClose(registry, { ...options, text });
    if (closest) {
      problems.add('purpose', explain(closest));
      return undefined;
    }
  }
  return { text, ...(whyNew && { whyNew }) };
}

async function veryClose(
  registry: Pick<McpRegistryApi, 'findSimilar'>,
  options: {
    text: string;
    request: () => Promise<Request>;
    logger: LoggerService;
  },
): Promise<SimilarServer | undefined> {
  try {
    const similar = await registry.findSimilar(
      { text: options.text },
      await options.request(),
    );
    return similar.find(({ level }) => level === 'very-close');
  } catch (error) {
    // A courtesy to the organisation is no reason to stop anybody's work.
    options.logger.warn(
      `Nobody could look for servers that do this already: ${causeOf(error)}`,
    );
    return undefined;
  }
}

function explain({ server, tools }: SimilarServer): string {
  const named = tools.map(({ name }) => name).join(', ');
  return `${server.title ?? server.name} (${server.ref}) comes very close${
    named ? `, with ${named}` : ''
  }. Use it, or say in one sentence why it does not fit.`;
}
