import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import PublishIcon from '@mui/icons-material/Publish';
import Button from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { useServerLinks } from '../../useServerLinks';
import { PublishDialog } from './PublishDialog';

/** Why a server's live contract can't be published by whoever looks at it. */
function obstacle(server: ServerDetail): string | undefined {
  if (!server.mayPublish) {
    return 'Only the server’s team and platform admins may publish its versions.';
  }
  return server.seen
    ? undefined
    : 'The server has never answered, so there is nothing to publish yet.';
}

export const PublishButton = (props: {
  server: ServerDetail;
  label?: string;
  suggestion?: string;
  onPublished: () => void;
}) => {
  const { server, label = 'Publish what is live', suggestion } = props;
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const links = useServerLinks();
  const reason = obstacle(server);
  if (reason) {
    return (
      <Tooltip title={reason}>
        <span>
          <Button variant="outlined" disabled startIcon={<PublishIcon />}>
            {label}
          </Button>
        </span>
      </Tooltip>
    );
  }
  return (
    <>
      <Button
        variant="contained"
        startIcon={<PublishIcon />}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {open && (
        <PublishDialog
          server={server}
          suggestion={suggestion}
          onClose={() => setOpen(false)}
          onPublished={version => {
            setOpen(false);
            props.onPublished();
            navigate(links.version(server, version));
          }}
        />
      )}
    </>
  );
};
