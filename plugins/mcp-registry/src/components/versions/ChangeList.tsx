import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import {
  CHANGE_CLASSES,
  type Change,
  type ChangeClass,
} from '@mcp-portal/mcp-contract';
import { shownNumber } from '@mcp-portal/plugin-mcp-react';
import { CLASS_LOOKS } from './changeClasses';
import { ChangeEntry } from './ChangeEntry';
import { changedItems } from './changedItems';
import { ClassWord } from './ClassWord';

/** As many of a class as are read at once; the rest on demand. */
const FIRST = 15;
const STEP = 200;

const ClassGroup = (props: {
  name: ChangeClass;
  changes: Change[];
  onShow?: (change: Change) => void;
}) => {
  const { name, changes, onShow } = props;
  const [limit, setLimit] = useState(FIRST);
  const left = changes.length - limit;
  return (
    <Box component="section" sx={{ '& + &': { mt: 2 } }}>
      <Typography variant="subtitle2" component="h4" sx={{ m: 0, mb: 0.5 }}>
        <ClassWord verdict={name}>
          {CLASS_LOOKS[name].word} ({shownNumber(changes.length)})
        </ClassWord>
      </Typography>
      {changedItems(changes.slice(0, limit)).map(item => (
        <Box
          key={item.key}
          sx={{
            display: 'grid',
            columnGap: 2,
            gridTemplateColumns: {
              xs: 'minmax(0, 1fr)',
              md: 'minmax(0, 240px) minmax(0, 1fr)',
            },
            borderTop: 1,
            borderColor: 'divider',
            py: 0.5,
          }}
        >
          <Box sx={{ py: 0.5, minWidth: 0 }}>
            <Box
              sx={{
                fontFamily: 'monospace',
                overflowWrap: 'anywhere',
                typography: 'body2',
              }}
              component="div"
            >
              <code>{item.name}</code>
            </Box>
            <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
              {item.kind}
            </Box>
          </Box>
          <Box
            component="ul"
            sx={{ listStyle: 'none', m: 0, p: 0, minWidth: 0 }}
          >
            {item.changes.map(change => (
              <ChangeEntry key={change.id} change={change} onShow={onShow} />
            ))}
          </Box>
        </Box>
      ))}
      {left > 0 && (
        <Button
          size="small"
          onClick={() => setLimit(limit + STEP)}
          sx={{ textTransform: 'none' }}
        >
          Show {shownNumber(Math.min(STEP, left))} of {shownNumber(left)} more
        </Button>
      )}
    </Box>
  );
};

/** Changes by class, the worst first, and in it by tool. */
export const ChangeList = (props: {
  changes: Change[];
  onShow?: (change: Change) => void;
}) => (
  <>
    {CHANGE_CLASSES.map(name => {
      const changes = props.changes.filter(change => change.class === name);
      return (
        changes.length > 0 && (
          <ClassGroup
            key={name}
            name={name}
            changes={changes}
            onShow={props.onShow}
          />
        )
      );
    })}
  </>
);
