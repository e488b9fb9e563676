import Box from '@mui/material/Box';

/** A text in which the words of a search stand out. @public */
export const Highlighted = (props: { text: string; search?: string }) => {
  const { text, search } = props;
  const words = (search ?? '').split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    return <>{text}</>;
  }
  const pattern = new RegExp(
    `(${words
      .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|')})`,
    'gi',
  );
  // `split` with a group gives the matches at the odd places.
  return (
    <>
      {text.split(pattern).map((part, index) =>
        index % 2 === 1 ? (
          <Box
            key={index}
            component="mark"
            sx={{
              bgcolor: 'action.selected',
              // In a link, its colour would be too near to the mark's in dark.
              color: 'text.primary',
              borderRadius: 0.5,
              fontWeight: 'fontWeightBold',
            }}
          >
            {part}
          </Box>
        ) : (
          part
        ),
      )}
    </>
  );
};
