import Box from '@mui/material/Box';
import { CHANGE_CLASSES, type ChangeClass } from '@mcp-portal/mcp-contract';
import { shownNumber } from '@mcp-portal/plugin-mcp-react';
import { ClassWord } from './ClassWord';
import { CLASS_LOOKS } from './changeClasses';

/** How many changes of each class there are; classes without any left out. */
export const ClassCounts = (props: {
  counts: { [changeClass in ChangeClass]: number };
}) => {
  const { counts } = props;
  const some = CHANGE_CLASSES.filter(name => counts[name] > 0);
  if (some.length === 0) {
    return <ClassWord verdict="none" />;
  }
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        flexWrap: 'wrap',
        columnGap: 1.5,
        fontVariantNumeric: 'tabular-nums',
      }}
    >
      {some.map(name => (
        <ClassWord key={name} verdict={name}>
          {shownNumber(counts[name])} {CLASS_LOOKS[name].word.toLowerCase()}
        </ClassWord>
      ))}
    </Box>
  );
};
