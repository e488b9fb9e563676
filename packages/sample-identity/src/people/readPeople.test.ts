import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPeople } from './readPeople';

const USER = `
kind: User
metadata: { name: Ada, description: Engineer. }
spec:
  profile: { displayName: Ada L., email: ada@harbourline.example }
  memberOf: [group:default/payments, unknown-team]
`;
const GROUP = `
kind: Group
metadata: { name: payments }
spec: { type: team, profile: { displayName: Payments } }
`;

describe('readPeople', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'people-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const write = (...documents: string[]) =>
    writeFile(join(folder, 'org.yaml'), documents.join('\n---\n'));

  it('reads people with the titles of their teams', async () => {
    await write(USER, GROUP);
    expect(await readPeople(folder)).toEqual([
      {
        ref: 'user:default/ada',
        username: 'Ada',
        displayName: 'Ada L.',
        email: 'ada@harbourline.example',
        role: 'Engineer.',
        teams: ['Payments', 'unknown-team'],
        persona: undefined,
      },
    ]);
  });

  it('names the person without an email', async () => {
    await write('kind: User\nmetadata: { name: bob }\nspec: { memberOf: [] }');
    await expect(readPeople(folder)).rejects.toThrow(
      /User bob in org.yaml has no valid spec.profile.email/,
    );
  });

  it('names two people who share an email', async () => {
    await write(USER, USER.replace('Ada,', 'Grace,'));
    await expect(readPeople(folder)).rejects.toThrow(/Ada and Grace/);
  });

  it('names the file that is not YAML', async () => {
    await write('kind: [User');
    await expect(readPeople(folder)).rejects.toThrow(
      /org.yaml is not valid YAML/,
    );
  });

  it('says when there is nobody', async () => {
    await write(GROUP);
    await expect(readPeople(folder)).rejects.toThrow(/No User entity in/);
  });
});
