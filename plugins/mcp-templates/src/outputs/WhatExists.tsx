import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Created } from '@mcp-portal/plugin-mcp-templates-common';
import {
  CodeBlock,
  counted,
  Fact,
  Facts,
  LINKS_IN_TEXT,
  Section,
} from '@mcp-portal/plugin-mcp-react';
import { usePageLinks } from '../usePageLinks';
import { cloneCommand } from './runCommands';

/** What is there now that was not there before, each with its page. */
export const WhatExists = ({ created }: { created: Created }) => {
  const { kind, entityRef, title, ownerRef, repository, contract } = created;
  const links = usePageLinks();
  const isServer = kind === 'server';
  return (
    <Section title="What exists now">
      <Facts minWidth={200}>
        {isServer && (
          <Fact name="Server">
            <Link to={links.server(entityRef)}>{title}</Link>
          </Fact>
        )}
        <Fact name={isServer ? 'Catalog page' : 'Agent'}>
          <EntityRefLink entityRef={entityRef} hideIcon>
            {isServer ? entityRef : title}
          </EntityRefLink>
        </Fact>
        <Fact name="Owner">
          <EntityRefLink entityRef={ownerRef} hideIcon />
        </Fact>
        <Fact name="Repository">
          <Link to={links.repository(repository)}>
            {repository.owner}/{repository.name}
          </Link>
        </Fact>
        {contract && (
          <Fact name="Contract">
            <Link to={`${links.server(entityRef)}/contract`}>
              {counted(contract.tools, 'tool')}
            </Link>
          </Fact>
        )}
        {contract && (
          <Fact name="Conventions kept">
            <Link to={`${links.server(entityRef)}/conventions`}>
              {contract.score} of 100
            </Link>
          </Fact>
        )}
      </Facts>
      <Box sx={{ mt: 2 }}>
        <CodeBlock
          label="Command that clones it"
          text={cloneCommand(created)}
        />
        {repository.type === 'local' && (
          <Typography
            variant="body2"
            component="p"
            sx={{ m: 0, mt: 1, color: 'text.secondary', ...LINKS_IN_TEXT }}
          >
            The portal keeps this repository itself, as a folder of the machine
            that it runs on: clone it there.
          </Typography>
        )}
      </Box>
    </Section>
  );
};
