import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useParams } from 'react-router-dom';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { LocalRepository } from '@mcp-portal/plugin-mcp-templates-common';
import {
  CodeBlock,
  counted,
  EmptyNote,
  PortalPage,
  RelativeTime,
  Section,
} from '@mcp-portal/plugin-mcp-react';
import { RepositoryIcon } from '../icons';
import { repositoriesRouteRef } from '../routes';
import { FileList } from './FileList';
import { repositoryPath } from './paths';
import { Readme } from './Readme';
import { RepositoryProblem } from './RepositoryProblem';
import { useRepository } from './useRepository';

const About = ({ repository }: { repository: LocalRepository }) => {
  const { description, lastCommit, cloneUrl } = repository;
  return (
    <>
      <Typography
        variant="h5"
        component="h2"
        sx={{ m: 0, overflowWrap: 'anywhere' }}
      >
        {description || 'A repository that the portal keeps'}
      </Typography>
      <Typography
        variant="body2"
        component="p"
        sx={{ m: 0, my: 1, color: 'text.secondary', overflowWrap: 'anywhere' }}
      >
        {lastCommit ? (
          <>
            Last commit <code>{lastCommit.id.slice(0, 7)}</code>,{' '}
            <RelativeTime at={lastCommit.at} />:{' '}
            {lastCommit.message.split('\n')[0]}
          </>
        ) : (
          'Nothing was committed yet.'
        )}
      </Typography>
      <CodeBlock
        label="Command that clones it"
        text={`git clone ${cloneUrl}`}
      />
      <Typography
        variant="body2"
        component="p"
        sx={{ m: 0, mt: 1, color: 'text.secondary' }}
      >
        It is a folder of the machine that the portal runs on: clone it there.
      </Typography>
    </>
  );
};

const Content = ({ repository }: { repository: LocalRepository }) => {
  const { files, readme } = repository;
  return (
    <>
      <About repository={repository} />
      {files.length === 0 ? (
        <EmptyNote title="No file yet">
          Push a first commit, and its files appear here.
        </EmptyNote>
      ) : (
        <Box
          sx={{
            display: 'grid',
            columnGap: 2,
            alignItems: 'start',
            gridTemplateColumns: {
              xs: 'minmax(0, 1fr)',
              lg: '360px minmax(0, 1fr)',
            },
          }}
        >
          <Section title={counted(files.length, 'file')}>
            <FileList repository={repository} />
          </Section>
          <Section title="README.md">
            {readme ? (
              <Readme repository={repository} text={readme} />
            ) : (
              <Typography variant="body2" component="p" sx={{ m: 0 }}>
                It has none.
              </Typography>
            )}
          </Section>
        </Box>
      )}
    </>
  );
};

/** What is in this repository, and how do I get it? */
export const RepositoryPage = () => {
  const { team = '', name = '' } = useParams();
  const { value, error, loading, reload } = useRepository({ team, name });
  const base = useRouteRef(repositoriesRouteRef)?.() ?? '';
  return (
    <PortalPage
      title={`${team}/${name}`}
      icon={<RepositoryIcon />}
      href={`${base}${repositoryPath({ team, name })}`}
    >
      {error && !value && (
        <RepositoryProblem
          what="The repository"
          error={error}
          onRetry={reload}
        />
      )}
      {!value && loading && (
        <div role="status" aria-busy="true" aria-label="Loading the repository">
          <Skeleton variant="text" width="40%" height={40} />
          <Skeleton variant="rounded" height={60} sx={{ mb: 2 }} />
          <Skeleton variant="rounded" height={320} />
        </div>
      )}
      {value && <Content repository={value} />}
    </PortalPage>
  );
};
