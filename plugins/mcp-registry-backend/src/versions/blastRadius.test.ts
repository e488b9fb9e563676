import type { Change } from '@mcp-portal/mcp-contract';

import type { ServerUser } from '../dependents/DependentStore';
import { findBroken } from './blastRadius';

function aUser(name: string, tools?: string[], team = 'a'): ServerUser {
  return {
    ref: `component:default/${name}`,
    name,
    owner: { ref: `group:default/${team}`, exists: true },
    tools,
  };
}

function aChange(
  where: Partial<Change['where']>,
  changes: Partial<Change> = {},
): Change {
  return {
    id: 'x',
    where: { pointer: '', ...where },
    class: 'breaking',
    rule: 'some-rule',
    message: 'It changed.',
    ...changes,
  };
}

const USERS = [
  aUser('any'),
  aUser('read', ['read']),
  aUser('both', ['read', 'write']),
  aUser('none', []),
];

const broken = (...changes: Change[]) =>
  findBroken(USERS, changes).teams.flatMap(team =>
    team.dependents.map(({ name, tools }) => [name, tools]),
  );

describe('whom changes break', () => {
  it('is those who name the tool, and those who name none', () => {
    expect(broken(aChange({ tool: 'write' }))).toEqual([
      ['any', undefined],
      ['both', ['write']],
    ]);
  });

  it('is nobody, when no change is breaking', () => {
    expect(broken(aChange({ tool: 'read' }, { class: 'additive' }))).toEqual(
      [],
    );
    expect(broken()).toEqual([]);
  });

  it('is those who may call a prompt or a resource that breaks', () => {
    expect(broken(aChange({ prompt: 'greet' }))).toEqual([['any', undefined]]);
  });

  it('is all, when the contract itself breaks', () => {
    expect(broken(aChange({ pointer: '/capabilities' }))).toEqual([
      ['any', undefined],
      ['read', ['read']],
      ['both', ['read', 'write']],
      ['none', []],
    ]);
  });

  it('is told by team, the largest first', () => {
    const { total, teams } = findBroken(
      [aUser('x'), aUser('y', undefined, 'b'), aUser('z', undefined, 'b')],
      [aChange({ tool: 'read' })],
    );
    expect(total).toBe(3);
    expect(
      teams.map(({ owner, dependents }) => [owner.ref, dependents.length]),
    ).toEqual([
      ['group:default/b', 2],
      ['group:default/a', 1],
    ]);
  });
});
