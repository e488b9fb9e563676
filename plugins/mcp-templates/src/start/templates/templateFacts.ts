/** What the portal knows of its own templates and no catalog entity says. */
export interface TemplateFacts {
  /** From the form to what one gets. */
  takes: string;
  /** What is there in the end. */
  gives: string;
}

const SERVER_GIVES =
  'A repository with a tool, tests, image, deployment and CI, listed on the Servers page';

const FACTS: Record<string, TemplateFacts> = {
  'mcp-server-typescript': {
    takes: 'One form, then about a minute',
    gives: `${SERVER_GIVES}; or one tool for each operation of an OpenAPI document`,
  },
  'mcp-server-python': {
    takes: 'One form, then about a minute',
    gives: SERVER_GIVES,
  },
  'register-existing-server': {
    takes: 'One form, then a few seconds',
    gives:
      'A catalog entry with owner and address; the portal asks the server for its tools',
  },
  'ai-agent': {
    takes: 'One form, then about a minute',
    gives:
      'A repository with an agent, its servers declared, and its usage sent to the portal',
  },
};

/** Nothing for templates of others. */
export function templateFacts(name: string): TemplateFacts | undefined {
  return Object.hasOwn(FACTS, name) ? FACTS[name] : undefined;
}
