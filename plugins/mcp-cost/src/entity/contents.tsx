import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { AgentCost } from './AgentCost';
import { ownerOf } from './ownerOf';
import { ServerCost } from './ServerCost';
import { LoadedPart } from '../components/loading';
import { TeamCost } from './TeamCost';
import { useTeamsBelow } from './useTeamsBelow';

export const EntityServerCost = () => {
  const { entity } = useEntity();
  return (
    <ServerCost
      serverRef={stringifyEntityRef(entity)}
      ownerRef={ownerOf(entity)}
    />
  );
};

export const EntityAgentCost = () => {
  const { entity } = useEntity();
  return (
    <AgentCost
      agentRef={stringifyEntityRef(entity)}
      ownerRef={ownerOf(entity)}
    />
  );
};

export const EntityTeamCost = () => {
  const { entity } = useEntity();
  const { profile } = (entity.spec ?? {}) as {
    profile?: { displayName?: string };
  };
  const ref = stringifyEntityRef(entity);
  const below = useTeamsBelow(entity);
  return (
    <LoadedPart loaded={below} what="The teams below">
      {teams => (
        <TeamCost
          teamRef={ref}
          below={teams}
          title={
            profile?.displayName ??
            entity.metadata.title ??
            parseEntityRef(ref).name
          }
        />
      )}
    </LoadedPart>
  );
};
