import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import type { Change } from '@mcp-portal/mcp-contract';
import { ruleOf } from './changeRules';
import { ClassWord } from './ClassWord';
import { Sentence } from './Sentence';

/** One change: the sentence, where it is, and by which rule it is what it is. */
export const ChangeEntry = (props: {
  change: Change;
  onShow?: (change: Change) => void;
}) => {
  const { change, onShow } = props;
  const [why, setWhy] = useState(false);
  const rule = ruleOf(change.rule);
  const { side, pointer } = change.where;
  const place = `${side ? `${side} ` : ''}${pointer || '/'}`;
  return (
    <Box component="li" sx={{ py: 0.5, overflowWrap: 'anywhere' }}>
      <Box sx={{ typography: 'body2' }}>
        {change.undecided && (
          <Box component="span" sx={{ mr: 1 }}>
            <ClassWord verdict={change.class} undecided />
          </Box>
        )}
        <Sentence text={change.message} within={change.where.tool} />
      </Box>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 1.5,
          alignItems: 'baseline',
          typography: 'caption',
          color: 'text.secondary',
        }}
      >
        {onShow ? (
          <Link
            component="button"
            type="button"
            variant="caption"
            onClick={() => onShow(change)}
            aria-label={`Show ${place} before and after`}
            sx={{ fontFamily: 'monospace', textAlign: 'left' }}
          >
            {place}
          </Link>
        ) : (
          <code>{place}</code>
        )}
        <span>{change.rule}</span>
        {rule && (
          <Button
            size="small"
            color="inherit"
            aria-expanded={why}
            aria-label={why ? 'Hide why' : `Why: ${rule.title}`}
            onClick={() => setWhy(!why)}
            sx={{
              textTransform: 'none',
              p: 0,
              minWidth: 0,
              fontSize: 'inherit',
            }}
          >
            {why ? 'Hide why' : 'Why?'}
          </Button>
        )}
      </Box>
      {why && rule && (
        <Box
          sx={{
            typography: 'body2',
            mt: 0.5,
            pl: 1.5,
            borderLeft: 2,
            borderColor: 'divider',
            maxWidth: '90ch',
          }}
        >
          <strong>{rule.title}.</strong> {rule.why}
        </Box>
      )}
    </Box>
  );
};
