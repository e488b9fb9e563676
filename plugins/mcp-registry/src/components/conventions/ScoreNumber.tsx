import Box from '@mui/material/Box';
import { LevelWord, LEVELS } from '@mcp-portal/plugin-mcp-react';
import { scoreLevel } from './scoreLevel';

/** A score, large, with what it means in a word. */
export const ScoreNumber = ({ score }: { score: number }) => {
  const level = scoreLevel(score);
  return (
    <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
      <Box
        component="span"
        sx={{ typography: 'h4', m: 0, fontVariantNumeric: 'tabular-nums' }}
      >
        {Math.round(score)}
      </Box>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        of 100
      </Box>
      <Box component="span" sx={{ alignSelf: 'center' }}>
        <LevelWord level={level}>{LEVELS[level].word}</LevelWord>
      </Box>
    </Box>
  );
};
