import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import type { HealthLevel } from '@mcp-portal/plugin-mcp-registry-common';
import { LEVELS } from './levels';

/** A status as icon and word; what is behind it in the tooltip. @public */
export const LevelWord = (props: {
  level: HealthLevel;
  children?: ReactNode;
  reason?: string;
  noWrap?: boolean;
}) => {
  const { level, children, reason, noWrap } = props;
  const { icon: Icon, color, word } = LEVELS[level];
  const content = (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        minWidth: 0,
        maxWidth: '100%',
      }}
    >
      <Icon fontSize="small" sx={{ color, flexShrink: 0 }} aria-hidden />
      <Box
        component="span"
        sx={
          noWrap
            ? {
                overflow: 'hidden',
                textOverflow: 'ellipsis',
                whiteSpace: 'nowrap',
              }
            : undefined
        }
      >
        {children ?? word}
      </Box>
    </Box>
  );
  return reason ? (
    <Tooltip title={reason} describeChild>
      {content}
    </Tooltip>
  ) : (
    content
  );
};
