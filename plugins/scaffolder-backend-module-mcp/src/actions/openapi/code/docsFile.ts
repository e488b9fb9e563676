import type { OpenApiReading } from '@mcp-portal/plugin-mcp-templates-common';

import type { ChosenTool } from './toolFile';

const SETTINGS = `## The API

| variable                      | for                                                          |
| ----------------------------- | ------------------------------------------------------------ |
| \`UPSTREAM_URL\`                | where the API is, when it is not where its document says     |
| \`UPSTREAM_AUTHORIZATION\`      | the whole \`Authorization\` header that lets this server in    |
| \`UPSTREAM_TOKEN_FILE\`         | a file with a bearer token instead, read anew for each call  |
| \`UPSTREAM_API_KEY\`            | the key, for an API that takes one in a header or the query  |
| \`UPSTREAM_MAX_RESPONSE_BYTES\` | the most that is read of an answer: 1048576                  |

The credential is this server's own. The token of whoever calls a tool is never passed on to
the API, and nothing of the credential is in an answer, an error or the log. In Kubernetes, take
it from a Secret: \`valueFrom.secretKeyRef\` in \`k8s/deployment.yaml\`.

An error of the API becomes a result with \`isError\`: its status, what it said, and what to do
about it. \`src/upstream/\` does all that; change it as you like.
`;

/** The page that says what the tools are, and what they need. */
export function docsFile(
  { title, version }: OpenApiReading,
  tools: readonly ChosenTool[],
): string {
  const rows = tools.map(
    ({ tool, request }) =>
      `| \`${tool.name}\` | ${cell(tool.title)} | ${cell(
        `${request.method} ${request.path}`,
      )} |\n`,
  );
  return `# Tools

Each calls one operation of ${cell(title)}${
    version && `, version ${cell(version)}`
  }.
Arguments and answers are described in \`src/tools/\`, a file each.

| tool | does | calls |
| ---- | ---- | ----- |
${rows.join('')}
${SETTINGS}`;
}

/** Text in a table's cell: on a line, and no markup. */
function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|#~!$&]/g, sign => `&#${sign.codePointAt(0)};`)
    .trim();
}
