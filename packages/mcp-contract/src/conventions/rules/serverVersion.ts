import { quote } from '../../diff/quote';
import { defineConvention, oneOutcome } from '../CheckedConvention';

/** That a server calls itself by the version that it is published as. */
export const serverVersion = defineConvention({
  convention: {
    id: 'server-version',
    title: 'The server says the version that it is',
    severity: 'warning',
    why: 'Logs and clients show what the server says of itself; when it is another version than the published one, nobody knows what ran.',
    fix: 'Fill `serverInfo.version` from the same source as the published version, such as package.json.',
    options: {},
  },
  check({ serverInfo, version }) {
    if (serverInfo === undefined) {
      return { skipped: 'What the server says of itself is not known.' };
    }
    if (version === undefined) {
      return { skipped: 'No version is published to compare with.' };
    }
    return oneOutcome(
      serverInfo.version === version
        ? undefined
        : `The server calls itself version ${quote(
            serverInfo.version,
          )}, but is published as ${quote(version)}.`,
    );
  },
});
