import type { Created } from '@mcp-portal/plugin-mcp-templates-common';

/** Some commands, and what they are for. */
export interface Commands {
  title: string;
  text: string;
}

/** Takes a copy of the repository, into a folder of its name. */
export function cloneCommand({ repository }: Created): string {
  return `git clone ${shellWord(repository.cloneUrl)} ${repository.name}`;
}

/** How the templates' projects are tested, started and changed, as their READMEs say it. */
const PROJECTS = {
  typescript: {
    test: 'npm ci\nnpm test',
    start: 'npm start',
    tools: 'src/tools',
    writeContract: 'npm run contract',
  },
  python: {
    test: 'python3 -m venv .venv\n. .venv/bin/activate\npip install -r requirements-dev.txt\npytest',
    start: 'python -m mcp_server',
    tools: 'mcp_server/tools',
    writeContract: 'python -m tests.contract',
  },
} as const;

/** Undefined where the language is not known: the server runs somewhere already. */
export function projectOf({ language }: Created) {
  return language && Object.hasOwn(PROJECTS, language)
    ? PROJECTS[language]
    : undefined;
}

/** How a new server is tested and started. */
export function serverCommands(created: Created): Commands[] {
  const project = projectOf(created);
  return project
    ? [
        { title: 'Install and test', text: goTo(created, project.test) },
        { title: 'Start', text: project.start },
      ]
    : [];
}

/** How a new agent is tested and asked its first question. */
export function agentCommands(created: Created): Commands[] {
  return [
    { title: 'Install and test', text: goTo(created, 'npm ci\nnpm test') },
    {
      title: 'Ask it something, with a key of the model’s provider',
      text: 'export ANTHROPIC_API_KEY=...\nnpm start -- "What can you do for me?"',
    },
  ];
}

/** First into the folder that cloning made. */
function goTo({ repository }: Created, commands: string): string {
  return `cd ${repository.name}\n${commands}`;
}

/** Where a server that was started by hand answers. */
export function localAddress({ url, port }: Created): string | undefined {
  return port === undefined
    ? url
    : `http://localhost:${port}${url ? new URL(url).pathname : '/mcp'}`;
}

/** Words for a shell: what it could take for more than a word is quoted. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./~-]+$/.test(word)
    ? word
    : `'${word.replaceAll("'", "'\\''")}'`;
}
