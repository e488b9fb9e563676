import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import type { PriceSubject } from '@mcp-portal/plugin-mcp-cost-common';
import { serverOf, subjectWords } from './priceWords';

/** What is priced; a server is a link to its page. */
export const SubjectCell = ({ subject }: { subject: PriceSubject }) => {
  const server = serverOf(subject);
  return (
    <Box sx={{ lineHeight: 1.4 }}>
      {server ? (
        <>
          <EntityRefLink entityRef={server} hideIcon />
          <Box sx={{ color: 'text.secondary' }}>{subjectWords(subject)}</Box>
        </>
      ) : (
        subjectWords(subject)
      )}
    </Box>
  );
};
