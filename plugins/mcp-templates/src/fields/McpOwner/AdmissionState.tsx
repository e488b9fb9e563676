import { useApi } from '@backstage/core-plugin-api';
import Alert from '@mui/material/Alert';
import type { Admission } from '@mcp-portal/plugin-mcp-cost-common';
import { LevelWord, useLoaded } from '@mcp-portal/plugin-mcp-react';
import { costApiRef } from '../../api';
import { NewTabLink } from '../parts';

/** How a team stands with its budget; nothing where nobody knows. */
export const AdmissionState = ({ teamRef }: { teamRef: string }) => {
  const costs = useApi(costApiRef);
  const { value: admission } = useLoaded<Admission>({
    subject: teamRef,
    request: teamRef,
    load: signal => costs.getAdmission(teamRef, { signal }),
  });
  if (!admission || (admission.admitted && admission.level === 'unknown')) {
    return null;
  }
  if (!admission.admitted) {
    return (
      <Alert severity="error">
        {admission.message}{' '}
        <NewTabLink to={admission.askAt}>Ask for more</NewTabLink>
      </Alert>
    );
  }
  return <LevelWord level={admission.level}>{admission.message}</LevelWord>;
};
