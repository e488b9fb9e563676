import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';
import type { IdleResource } from '@mcp-portal/plugin-mcp-cost-common';
import { useAct } from '@mcp-portal/plugin-mcp-react';
import { mcpCostApiRef } from '../../api';
import { ExemptDialog } from './ExemptDialog';

/** Exempts something, or takes that back; nothing for who may not. */
export const IdleAction = (props: {
  resource: IdleResource;
  onChanged: () => void;
}) => {
  const { resource, onChanged } = props;
  const api = useApi(mcpCostApiRef);
  const [open, setOpen] = useState(false);
  const end = useAct(async () => {
    await api.removeIdleExemption(resource.id);
    onChanged();
  });
  if (!resource.mayExempt) {
    return null;
  }
  if (resource.exemption) {
    return (
      <Tooltip title={end.error?.message ?? ''} describeChild>
        <Button
          size="small"
          color={end.error ? 'error' : 'primary'}
          disabled={end.running}
          aria-label={`End the exemption of ${resource.title}`}
          onClick={() => end.run()}
        >
          {end.error ? 'It failed, try again' : 'End it'}
        </Button>
      </Tooltip>
    );
  }
  return (
    <>
      <Button
        size="small"
        aria-label={`Exempt ${resource.title}`}
        onClick={() => setOpen(true)}
      >
        Exempt
      </Button>
      {open && (
        <ExemptDialog
          resource={resource}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onChanged();
          }}
        />
      )}
    </>
  );
};
