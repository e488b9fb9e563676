import { CliError } from '../CliError';
import { plainText } from '../output/plainText';

/** Says what an answer other than a good one means, and what to do. */
export function describeAnswer(answer: {
  status: number;
  /** The portal's own sentence; empty when it said none. */
  message: string;
  server: string;
  portal: string;
  hasKey: boolean;
}): CliError {
  const { status, portal } = answer;
  const server = plainText(answer.server, 200);
  const said = answer.message && ` It says: ${sentence(answer.message)}`;
  if (status >= 300 && status < 400) {
    return new CliError(
      `What answers at ${portal} sends elsewhere (HTTP ${status}). Give the final URL as --portal or MCP_PORTAL_URL.`,
    );
  }
  switch (status) {
    case 400:
      if (!answer.hasKey && /^Authorization header/.test(answer.message)) {
        // A registry that is called past the portal's own gatekeeper.
        return describeAnswer({ ...answer, status: 401 });
      }
      return new CliError(`The portal can't use this.${said}`);
    case 401:
      return new CliError(
        answer.hasKey
          ? `The portal at ${portal} does not accept the key in MCP_PORTAL_TOKEN. Is it complete, and still valid?`
          : `The portal at ${portal} wants a key. Put one into the environment as MCP_PORTAL_TOKEN.`,
      );
    case 403:
      return new CliError(
        `The key in MCP_PORTAL_TOKEN may not do this with '${server}'. Use a key of the server's owner.${said}`,
      );
    case 404:
      return new CliError(
        answer.message
          ? `The portal at ${portal} has no such server or version, or does not show it to this key.${said}`
          : `At ${portal} is no registry. Give the portal's base URL as --portal or MCP_PORTAL_URL.`,
      );
    case 413:
      return new CliError(`This is too large for the portal.${said}`);
    case 429:
    case 502:
    case 503:
    case 504:
      return new CliError(
        `The portal at ${portal} is not available at the moment (HTTP ${status}). Try again later.`,
      );
    default:
      return new CliError(
        `The portal at ${portal} failed (HTTP ${status}). Tell its platform team.${said}`,
      );
  }
}

function sentence(message: string): string {
  const text = plainText(message, 400);
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
