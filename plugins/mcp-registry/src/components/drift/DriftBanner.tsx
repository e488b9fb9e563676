import { useState } from 'react';
import { Link } from '@backstage/core-components';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type {
  Drift,
  ServerDetail,
} from '@mcp-portal/plugin-mcp-registry-common';
import {
  ActorName,
  type Loaded,
  LINKS_IN_TEXT,
  LoadProblem,
  RelativeTime,
} from '@mcp-portal/plugin-mcp-react';
import { useServerLinks } from '../../useServerLinks';
import { PublishButton } from '../publish';
import { ClassCounts } from '../versions/ClassCounts';
import { countClasses } from '../versions/countClasses';
import { AcknowledgeDialog } from './AcknowledgeDialog';
import { driftWords } from './driftWords';

const Actions = (props: {
  server: ServerDetail;
  drift: Drift;
  onChanged: () => void;
}) => {
  const { server, drift, onChanged } = props;
  const [asking, setAsking] = useState(false);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
      {server.mayPublish && (
        <PublishButton
          server={server}
          label={`Publish as ${drift.smallestVersion}`}
          suggestion={drift.smallestVersion}
          onPublished={onChanged}
        />
      )}
      {!drift.acknowledgement && (
        <Button
          variant="outlined"
          color="inherit"
          onClick={() => setAsking(true)}
        >
          Acknowledge
        </Button>
      )}
      {asking && (
        <AcknowledgeDialog
          serverRef={server.ref}
          snapshot={drift.snapshot}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            onChanged();
          }}
        />
      )}
    </Box>
  );
};

/** Says that what is live is not what is published, and what to do about it. */
export const DriftBanner = (props: {
  server: ServerDetail;
  drift: Loaded<Drift | null>;
  onChanged: () => void;
}) => {
  const { server, onChanged } = props;
  const { value: drift, error, reload } = props.drift;
  const links = useServerLinks();
  if (error) {
    return (
      <LoadProblem
        what="Whether what is live is published"
        error={error}
        kept={Boolean(drift)}
        onRetry={reload}
      />
    );
  }
  if (!drift) {
    return null;
  }
  const { acknowledgement, diff, version } = drift;
  const breaking = diff.verdict === 'breaking';
  const loud = breaking ? 'error' : 'warning';
  return (
    <Alert severity={acknowledgement ? 'info' : loud} sx={{ my: 2 }}>
      {!acknowledgement && <AlertTitle>{driftWords(drift)}</AlertTitle>}
      {acknowledgement && (
        <Box sx={LINKS_IN_TEXT}>
          {driftWords(drift)} <strong>Acknowledged</strong> by{' '}
          <ActorName actor={acknowledgement.by} />{' '}
          <RelativeTime at={acknowledgement.at} />: {acknowledgement.reason}
        </Box>
      )}
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 2,
          rowGap: 0.5,
          alignItems: 'center',
        }}
      >
        <ClassCounts counts={countClasses(diff.changes)} />
        <span>
          since <RelativeTime at={drift.firstSeenAt} />
        </span>
        <Link to={links.compare(server, version, 'live')}>
          Compare {version} with what is live
        </Link>
      </Box>
      {drift.mayResolve && (
        <Actions server={server} drift={drift} onChanged={onChanged} />
      )}
    </Alert>
  );
};
