import { MarkdownContent } from '@backstage/core-components';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import type { LocalRepository } from '@mcp-portal/plugin-mcp-templates-common';
import { LINKS_IN_TEXT } from '@mcp-portal/plugin-mcp-react';
import { repositoriesRouteRef } from '../routes';
import { readmeLink } from './paths';

/** Code is shown without colours: upstream's are too faint to be read by everyone. */
const LANGUAGE_OF_FENCE = /^([ \t]*(?:`{3,}|~{3,}))[^\n`]*$/gm;

/** The text with which a repository explains itself; upstream leaves nothing harmful in it. */
export const Readme = (props: {
  repository: LocalRepository;
  text: string;
}) => {
  const base = useRouteRef(repositoriesRouteRef)?.() ?? '';
  return (
    <Box
      sx={{
        overflowWrap: 'anywhere',
        '& h1': { typography: 'h5' },
        '& h2': { typography: 'h6' },
        '& h3, & h4': { typography: 'subtitle1' },
        '& p, & li': { typography: 'body2' },
        '& pre': {
          p: 1.5,
          borderRadius: 1,
          bgcolor: 'action.hover',
          whiteSpace: 'pre-wrap',
        },
        '& tbody td': { p: 1, lineHeight: 1.4, typography: 'body2' },
        ...LINKS_IN_TEXT,
      }}
    >
      <MarkdownContent
        content={props.text.replace(LANGUAGE_OF_FENCE, '$1')}
        transformLinkUri={href => readmeLink(props.repository, base, href)}
      />
    </Box>
  );
};
