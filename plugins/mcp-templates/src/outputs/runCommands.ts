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

/** How a new server is tested and started; nothing where its language is not known. */
export function serverCommands(created: Created): Commands[] {
  switch (created.language) {
    case 'typescript':
      return [
        { title: 'Install and test', text: 'npm ci\nnpm test' },
        { title: 'Start', text: 'npm start' },
      ];
    case 'python':
      return [
        {
          title: 'Install and test',
          text: "python3 -m venv .venv\n. .venv/bin/activate\npip install -e '.[dev]'\npytest",
        },
        { title: 'Start', text: `python -m ${moduleName(created)}` },
      ];
    default:
      return [];
  }
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

function moduleName({ repository }: Created): string {
  return repository.name.replaceAll('-', '_');
}
