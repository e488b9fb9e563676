import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import {
  ListPaging,
  LoadProblem,
  Section,
  useListAddress,
} from '@mcp-portal/plugin-mcp-react';
import { useVersions } from '../../api';
import { useServerLinks } from '../../useServerLinks';
import { ConsumersSection } from '../consumers';
import { PublishButton } from '../publish';
import { NoVersions } from './NoVersions';
import { TimelineEntry } from './TimelineEntry';
import { newestWords, safetyWords } from './versionAnswer';
import { VersionsSkeleton } from './VersionsSkeleton';

const NO_SORT: readonly never[] = [];
const NO_FILTER = {};
const readNothing = () => NO_FILTER;

/** The newest are among these, whatever page is shown. */
const NEWEST = { limit: 10 };

/** What changed in a server's contract, version by version, and is it safe? */
export const VersionsView = (props: {
  server: ServerDetail;
  revision?: string;
  onChanged: () => void;
}) => {
  const { server, revision, onChanged } = props;
  const links = useServerLinks();
  const address = useListAddress({
    readFilter: readNothing,
    sortFields: NO_SORT,
  });
  const newest = useVersions(server.ref, NEWEST, revision);
  const { value, error, loading, reload } = useVersions(
    server.ref,
    address.query,
    revision,
  );
  const latest = newest.value?.items.find(version => version.latest);
  const publish = <PublishButton server={server} onPublished={onChanged} />;

  if (value?.totalItems === 0 && !error) {
    return <NoVersions server={server} publish={publish} />;
  }
  return (
    <>
      {error && (
        <LoadProblem
          what="The versions"
          error={error}
          kept={Boolean(value)}
          onRetry={() => {
            reload();
            newest.reload();
          }}
        />
      )}
      {!value && loading && <VersionsSkeleton label="Loading the versions" />}
      {value && (
        <>
          <Box
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              justifyContent: 'space-between',
              gap: 2,
            }}
          >
            <Box sx={{ minWidth: 0, flex: '1 1 320px' }}>
              <Typography variant="h6" component="p" sx={{ m: 0 }}>
                {newestWords(newest.value?.items ?? value.items)}
              </Typography>
              {latest && (
                <Typography variant="body2" component="p" sx={{ m: 0 }}>
                  {safetyWords(latest)}
                </Typography>
              )}
            </Box>
            <Box sx={{ flexShrink: 0 }}>{publish}</Box>
          </Box>
          <Section
            title={`Versions (${value.totalItems})`}
            action={
              latest && (
                <Link
                  to={links.compare(
                    server,
                    latest.base ?? latest.version,
                    server.seen ? 'live' : latest.version,
                  )}
                >
                  Compare any two
                </Link>
              )
            }
          >
            <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {value.items.map((version, index) => (
                <TimelineEntry
                  key={version.version}
                  of={server}
                  version={version}
                  sampleSaid={server.sample}
                  last={index === value.items.length - 1}
                />
              ))}
            </Box>
            <ListPaging
              total={value.totalItems}
              page={address.page}
              pageSize={address.pageSize}
              what="Versions"
              onTurn={address.turnTo}
            />
          </Section>
          <ConsumersSection server={server} revision={revision} />
        </>
      )}
    </>
  );
};
