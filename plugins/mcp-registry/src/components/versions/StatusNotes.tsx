import Box from '@mui/material/Box';
import DeleteOutlineIcon from '@mui/icons-material/DeleteOutline';
import GavelIcon from '@mui/icons-material/Gavel';
import HourglassBottomIcon from '@mui/icons-material/HourglassBottom';
import ThumbUpOutlinedIcon from '@mui/icons-material/ThumbUpOutlined';
import type { ReactNode } from 'react';
import type { SvgIconComponent } from '@mui/icons-material';
import type {
  Act,
  ServerVersion,
} from '@mcp-portal/plugin-mcp-registry-common';
import {
  ActorName,
  LINKS_IN_TEXT,
  RelativeTime,
} from '@mcp-portal/plugin-mcp-react';
import { Replacement } from './Replacement';
import { Sunset } from './Sunset';
import { daysUntil } from './sunset';

const Note = (props: {
  icon: SvgIconComponent;
  color: string;
  children: ReactNode;
}) => {
  const { icon: Icon, color, children } = props;
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 0.75,
        mt: 0.75,
        ...LINKS_IN_TEXT,
        typography: 'body2',
        overflowWrap: 'anywhere',
      }}
    >
      <Icon fontSize="small" sx={{ color, mt: 0.125 }} aria-hidden />
      <span>{children}</span>
    </Box>
  );
};

const ByAndWhen = ({ act }: { act: Act }) => (
  <Box component="span" sx={{ color: 'text.secondary' }}>
    {' '}
    (<ActorName actor={act.by} />, <RelativeTime at={act.at} />)
  </Box>
);

/** What somebody decided about a version, each with its reason. */
export const StatusNotes = (props: {
  of: { namespace: string; name: string };
  version: ServerVersion;
}) => {
  const { of, version } = props;
  const { override, acceptance, deprecation, deletion, status } = version;
  const overdue =
    deprecation?.sunsetOn && daysUntil(deprecation.sunsetOn, new Date()) < 0;
  return (
    <>
      {override && (
        <Note icon={GavelIcon} color="warning.main">
          <strong>The gate was overruled.</strong> {override.reason}
          <ByAndWhen act={override} />
        </Note>
      )}
      {acceptance && (
        <Note icon={ThumbUpOutlinedIcon} color="text.secondary">
          <strong>Undecided changes were accepted.</strong> {acceptance.reason}
          <ByAndWhen act={acceptance} />
        </Note>
      )}
      {deprecation && status === 'deprecated' && (
        <Note
          icon={HourglassBottomIcon}
          color={overdue ? 'error.main' : 'warning.main'}
        >
          <strong>
            Deprecated
            {deprecation.sunsetOn && (
              <>
                , {overdue ? 'it was to be gone' : 'to be removed'}{' '}
                <Sunset day={deprecation.sunsetOn} />
              </>
            )}
            .
          </strong>{' '}
          {deprecation.reason}
          {deprecation.replacement && (
            <>
              {' '}
              Use <Replacement
                of={of}
                replacement={deprecation.replacement}
              />{' '}
              instead.
            </>
          )}
          <ByAndWhen act={deprecation} />
        </Note>
      )}
      {deletion && (
        <Note icon={DeleteOutlineIcon} color="text.secondary">
          <strong>Deleted.</strong> {deletion.reason}
          <ByAndWhen act={deletion} />
        </Note>
      )}
    </>
  );
};
