import {
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';
import { AgentCost } from './AgentCost';
import { ServerCost } from './ServerCost';
import { LoadedPart } from '../components/loading';
import { TeamCost } from './TeamCost';
import { useTeamsBelow } from './useTeamsBelow';

export const EntityServerCost = () => {
  const { entity } = useEntity();
  const [owner] = getEntityRelations(entity, RELATION_OWNED_BY);
  return (
    <ServerCost
      serverRef={stringifyEntityRef(entity)}
      ownerRef={owner && stringifyEntityRef(owner)}
    />
  );
};

export const EntityAgentCost = () => (
  <AgentCost agentRef={stringifyEntityRef(useEntity().entity)} />
);

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
