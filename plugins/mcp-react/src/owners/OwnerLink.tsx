import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Owner } from '@mcp-portal/plugin-mcp-registry-common';
import { LevelWord } from '../levels/LevelWord';

/** A link to the owner, or a flag where the catalog has no such owner. @public */
export const OwnerLink = ({ owner }: { owner: Owner }) => {
  if (!owner.exists) {
    return (
      <LevelWord level="attention" reason={missingOwnerText(owner)}>
        {owner.ref ? `No such team: ${ownerName(owner)}` : 'No owner'}
      </LevelWord>
    );
  }
  return (
    <EntityRefLink entityRef={owner.ref} hideIcon>
      {ownerName(owner)}
    </EntityRefLink>
  );
};

/** What an owner is called: its title, or the name in its ref. @public */
export function ownerName(owner: Owner): string {
  if (owner.title) {
    return owner.title;
  }
  try {
    return parseEntityRef(owner.ref).name;
  } catch {
    return owner.ref;
  }
}

/** Why an owner is flagged, and what to do. @public */
export function missingOwnerText(owner: Owner): string {
  return `The catalog has no ${
    owner.ref || 'owner for it'
  }. Give it an owner that exists.`;
}
