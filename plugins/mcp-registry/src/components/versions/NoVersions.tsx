import type { ReactNode } from 'react';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { CodeBlock, EmptyNote } from '@mcp-portal/plugin-mcp-react';

/** Nothing is published: what it would be good for, and both ways to begin. */
export const NoVersions = (props: {
  server: ServerDetail;
  publish: ReactNode;
}) => {
  const { server, publish } = props;
  return (
    <EmptyNote title="Nothing is published yet" action={publish}>
      <p>
        Here would be each version of the server, what it changed, and whom that
        breaks. From the first version on, a change that breaks somebody needs a
        new major version.
      </p>
      <p>
        {server.seen
          ? 'Publish what the server offers now, or let its pipeline do it:'
          : 'The server has never answered, so that its pipeline has to publish the first version:'}
      </p>
      <div style={{ textAlign: 'left' }}>
        <CodeBlock
          label="The command that publishes a version"
          text={[
            'mcp-portal publish \\',
            `  --server ${server.ref} \\`,
            '  --version 1.0.0 -- node server.js',
          ].join('\n')}
        />
      </div>
    </EmptyNote>
  );
};
