import { useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/core-components';
import { counted, LevelWord, useLoaded } from '@mcp-portal/plugin-mcp-react';
import { costApiRef } from '../../api';
import { usePageLinks } from '../../usePageLinks';
import { TeamPart } from './TeamPart';

/** The keys with which a team's pipelines and agents speak to the portal. */
export const TeamKeys = ({ teamRef }: { teamRef: string }) => {
  const cost = useApi(costApiRef);
  const links = usePageLinks();
  const keys = useLoaded({
    subject: `keys of ${teamRef}`,
    request: teamRef,
    load: signal => cost.listKeys(teamRef, { signal }),
  });
  const keysPage = links.teamCost(teamRef);
  return (
    <TeamPart name="Keys" loaded={keys}>
      {all => {
        const ending = all.filter(({ state }) => state === 'expiring').length;
        const working =
          ending + all.filter(({ state }) => state === 'active').length;
        if (working === 0) {
          return (
            <>
              {all.length === 0 ? 'None yet' : 'None that works'}.{' '}
              <Link to={keysPage}>Make one</Link>
            </>
          );
        }
        return (
          <>
            <Link to={keysPage}>{counted(working, 'service key')}</Link>
            {ending > 0 && (
              <>
                {' '}
                <LevelWord level="attention">
                  {ending === 1 ? '1 ends soon' : `${ending} end soon`}
                </LevelWord>
              </>
            )}
          </>
        );
      }}
    </TeamPart>
  );
};
