import { collect } from './collect';
import { HISTORY_SERVERS } from './servers';
import { writeDocument } from './writeDocument';

const USAGE = `The histories of real servers, for docs/real-contract-histories.md.

  yarn workspace @mcp-portal/test histories write
      compares what is archived, and writes the tables
  yarn workspace @mcp-portal/test histories collect [PACKAGE...]
      first installs and STARTS each version from npm that is not archived yet
`;

async function main([command, ...names]: string[]): Promise<void> {
  const unknown = names.find(
    name => !HISTORY_SERVERS.some(server => server.name === name),
  );
  if (
    unknown ||
    !['collect', 'write'].includes(command) ||
    (command === 'write' && names.length > 0)
  ) {
    throw new Error(
      unknown ? `'${unknown}' is not in histories/servers.ts` : USAGE,
    );
  }
  if (command === 'collect') {
    for (const server of HISTORY_SERVERS) {
      if (names.length === 0 || names.includes(server.name)) {
        await collect(server, line => process.stdout.write(`${line}\n`));
      }
    }
  }
  await writeDocument();
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
