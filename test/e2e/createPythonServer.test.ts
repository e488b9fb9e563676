import { join } from 'node:path';
import { takeBack } from './support/created';
import {
  addressOf,
  cloneUrlOf,
  makeServer,
  seeTools,
} from './support/createPages';
import { priya, yuki } from './support/people';
import { Project } from './support/projects';
import { endTour } from './support/templatePages';
import { expect, test } from './support/test';

const NAME = 'parcel-lockers';

let project: Project | undefined;
let cloneUrl: string | undefined;

test.afterAll(async ({ apiAs }) => {
  await project?.remove();
  await takeBack(await apiAs(priya), NAME, cloneUrl);
});

test('a server in Python is made, and runs where its packages can be installed', async ({
  pageAs,
  apiAs,
}) => {
  test.setTimeout(420_000);
  const page = await pageAs(yuki);
  await page.goto('/create');
  await expect(
    page.getByRole('heading', { name: 'What do you want to do?' }),
  ).toBeVisible();
  await endTour(page);
  await makeServer(page, {
    template: 'MCP server in Python',
    name: NAME,
    title: 'Parcel lockers',
    purpose: 'Says which parcel locker near an address has a free box.',
  });

  const api = await apiAs(yuki);
  cloneUrl = await cloneUrlOf(page, NAME);
  project = await Project.clone(cloneUrl);
  expect(await project.files()).toEqual(
    expect.arrayContaining([
      'Dockerfile',
      'README.md',
      'catalog-info.yaml',
      'contract.json',
      'pyproject.toml',
      'requirements.txt',
    ]),
  );

  const python = join(project.folder, '.venv', 'bin', 'python');
  const installed = await installPackages(project, python);
  if (installed !== true) {
    // Its files are looked at by the unit tests of the template too.
    test.info().annotations.push({
      type: 'not run',
      description: `the new server itself: ${installed}`,
    });
    return;
  }
  const tested = await project.run(python, ['-m', 'pytest', '-q']);
  expect(tested.code, tested.said).toBe(0);
  const linted = await project.run(python, ['-m', 'ruff', 'check', '.']);
  expect(linted.code, linted.said).toBe(0);

  const { port, origin } = await addressOf(api, NAME);
  await project.start(python, ['-m', 'mcp_server'], {
    env: { PORT: port },
    until: `${origin}/healthz`,
  });
  await seeTools(page, api, { name: NAME, project });
});

/** True, or why a machine can't have them: no Python that is new enough, or no way to its packages. */
async function installPackages(
  made: Project,
  python: string,
): Promise<true | string> {
  const version = await made.run('python3', [
    '-c',
    'import sys; sys.exit(sys.version_info < (3, 11))',
  ]);
  if (version.code !== 0) {
    return 'there is no Python 3.11 or newer here';
  }
  const venv = await made.run('python3', ['-m', 'venv', '.venv']);
  if (venv.code !== 0) {
    return `there is no venv here: ${venv.said}`;
  }
  const pip = await made.run(python, [
    '-m',
    'pip',
    'install',
    '--quiet',
    // Where nothing answers, it would try for minutes.
    '--retries=0',
    '--timeout=10',
    '--requirement',
    'requirements-dev.txt',
  ]);
  if (pip.code !== 0) {
    return `its packages can't be installed here: ${pip.said.slice(-500)}`;
  }
  return true;
}
