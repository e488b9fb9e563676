import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useParams } from 'react-router-dom';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { CopyButton, PortalPage } from '@mcp-portal/plugin-mcp-react';
import { RepositoryIcon } from '../icons';
import { repositoriesRouteRef } from '../routes';
import { FileText } from './FileText';
import { repositoryPath } from './paths';
import { RepositoryProblem } from './RepositoryProblem';
import { useRepositoryFile } from './useRepository';

/** What is in this file? */
export const FilePage = () => {
  const { team = '', name = '', '*': path = '' } = useParams();
  const { value, error, loading, reload } = useRepositoryFile(
    { team, name },
    path,
  );
  const base = useRouteRef(repositoriesRouteRef)?.() ?? '';
  const repository = `${base}${repositoryPath({ team, name })}`;
  return (
    <PortalPage
      title={`${team}/${name}`}
      icon={<RepositoryIcon />}
      href={repository}
      documentTitle={path}
    >
      <Box
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          alignItems: 'baseline',
          gap: 2,
        }}
      >
        <Typography
          variant="h6"
          component="h2"
          sx={{ m: 0, overflowWrap: 'anywhere' }}
        >
          {path}
        </Typography>
        {value !== undefined && <CopyButton text={value} />}
      </Box>
      <Typography variant="body2" component="p" sx={{ m: 0, mb: 1.5 }}>
        <Link to={repository}>All files</Link>
      </Typography>
      {error && value === undefined && (
        <RepositoryProblem what="The file" error={error} onRetry={reload} />
      )}
      {value === undefined && loading && (
        <Skeleton
          role="status"
          aria-busy="true"
          aria-label="Loading the file"
          variant="rounded"
          height={320}
        />
      )}
      {value === '' && (
        <Typography variant="body2">The file is empty.</Typography>
      )}
      {value && <FileText path={path} text={value} />}
    </PortalPage>
  );
};
