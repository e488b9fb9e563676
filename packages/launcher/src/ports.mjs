import net from 'node:net';
import { Failure } from './failure.mjs';

// A server on one address only (127.0.0.1, say) must count as taken too.
const ADDRESSES = ['::', '0.0.0.0', '127.0.0.1', '::1'];

/** Reads a port from an environment variable. */
export function portFrom(env, variable, fallback) {
  const value = env[variable];
  if (value === undefined || value === '') {
    return fallback;
  }
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Failure(
      `${variable} must be a port from 1 to 65535, but is "${value}".`,
    );
  }
  return port;
}

/** Refuses a port that something else listens on, naming the variable that chooses another. */
export async function requireFreePort(port, { what, variable }) {
  for (const address of ADDRESSES) {
    const code = await tryListen(port, address);
    if (code === 'EADDRINUSE') {
      throw new Failure(
        `Port ${port}, for ${what}, is taken. Stop what listens there, or choose another: ${variable}=${
          port + 100
        } ${restartHint()}`,
      );
    }
    if (code === 'EACCES') {
      throw new Failure(
        `Port ${port}, for ${what}, needs more rights than this user has. Choose one above 1023: ${variable}=${
          port + 3000
        } ${restartHint()}`,
      );
    }
  }
}

/** A port that nothing listens on now: the wished one, if it is free. */
export async function findFreePort(wished) {
  if (wished) {
    const codes = [];
    // One after another: they would be in each other's way.
    for (const address of ADDRESSES) {
      codes.push(await tryListen(wished, address));
    }
    if (!codes.includes('EADDRINUSE') && !codes.includes('EACCES')) {
      return wished;
    }
  }
  return anyFreePort();
}

function anyFreePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function tryListen(port, host) {
  return new Promise(resolve => {
    const server = net.createServer();
    // An address family that the machine lacks is no reason to refuse.
    server.once('error', error => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(undefined)),
    );
  });
}

function restartHint() {
  const script = process.env.npm_lifecycle_event;
  return script && script !== 'start' ? `npm run ${script}` : 'npm start';
}
