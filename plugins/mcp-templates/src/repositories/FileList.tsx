import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import type { LocalRepository } from '@mcp-portal/plugin-mcp-templates-common';
import { shownSize } from '@mcp-portal/plugin-mcp-react';
import { repositoriesRouteRef } from '../routes';
import { filePath } from './paths';

/** The files of a repository, each with its page. */
export const FileList = ({ repository }: { repository: LocalRepository }) => {
  const base = useRouteRef(repositoriesRouteRef)?.() ?? '';
  return (
    <Box
      component="ul"
      sx={{ listStyle: 'none', p: 0, m: 0, maxHeight: 480, overflowY: 'auto' }}
    >
      {repository.files.map(({ path, sizeBytes }) => (
        <Box
          component="li"
          key={path}
          sx={{
            display: 'flex',
            justifyContent: 'space-between',
            gap: 2,
            py: 0.5,
            typography: 'body2',
            overflowWrap: 'anywhere',
          }}
        >
          <Link to={`${base}${filePath(repository, path)}`}>{path}</Link>
          <Box
            component="span"
            sx={{
              color: 'text.secondary',
              whiteSpace: 'nowrap',
              fontVariantNumeric: 'tabular-nums',
            }}
          >
            {shownSize(sizeBytes)}
          </Box>
        </Box>
      ))}
    </Box>
  );
};
