import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { LevelWord } from '@mcp-portal/plugin-mcp-react';
import type { NameCheck } from '@mcp-portal/plugin-mcp-templates-common';
import { NewTabLink } from '../parts';
import type { NameProblem } from './nameProblem';

const Muted = (props: { children: string }) => (
  <Box component="span" sx={{ color: 'text.secondary' }}>
    {props.children}
  </Box>
);

/** How a name stands: not allowed, being looked up, free, taken, or not known. */
export const NameState = (props: {
  problem?: NameProblem;
  /** What the form itself shows below the field. */
  alreadySaid: string[];
  checking: boolean;
  check?: NameCheck;
  error?: Error;
  onPropose: (name: string) => void;
}) => {
  const { problem, alreadySaid, checking, check, error, onPropose } = props;
  if (problem) {
    const { message, proposal } = problem;
    return (
      <>
        {!alreadySaid.includes(message) && (
          <LevelWord level="problem">{message}</LevelWord>
        )}
        {proposal && (
          <Button size="small" onClick={() => onPropose(proposal)}>
            Use {proposal}
          </Button>
        )}
      </>
    );
  }
  if (checking) {
    return <Muted>Looking whether it is free…</Muted>;
  }
  if (error) {
    return (
      <LevelWord level="unknown">
        Could not look whether it is free: {error.message} You can go on; it is
        checked before anything is made.
      </LevelWord>
    );
  }
  if (!check) {
    return null;
  }
  if (check.available) {
    return <LevelWord level="good">Free</LevelWord>;
  }
  const message =
    check.message ?? `${check.name} is taken. Choose another name.`;
  return (
    <>
      {!alreadySaid.includes(message) && (
        <LevelWord level="problem">{message}</LevelWord>
      )}
      {check.takenBy && (
        <NewTabLink to={check.takenBy.path}>
          {check.takenBy.title ?? check.takenBy.entityRef}
        </NewTabLink>
      )}
    </>
  );
};
