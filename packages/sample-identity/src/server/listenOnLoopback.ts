import { ConflictError } from '@backstage/errors';
import { once } from 'node:events';
import { createServer, RequestListener, Server } from 'node:http';

const UNAVAILABLE = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'];

/**
 * Listens on this machine's own addresses only. Both of them, because `localhost`
 * may mean either, and whoever held the other one could answer in our name.
 *
 * @returns a function that stops listening
 * @throws ConflictError when the port is taken
 * @internal
 */
export async function listenOnLoopback(options: {
  port: number;
  handler: RequestListener;
}): Promise<() => void> {
  const servers: Server[] = [];
  const close = () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  };
  try {
    for (const host of ['127.0.0.1', '::1']) {
      const server = createServer(options.handler);
      server.listen({ port: options.port, host });
      try {
        await once(server, 'listening');
        servers.push(server);
      } catch (error) {
        // A machine without IPv6 is fine; without IPv4 loopback it is not.
        const { code } = error as NodeJS.ErrnoException;
        if (host === '127.0.0.1' || !UNAVAILABLE.includes(code ?? '')) {
          throw error;
        }
      }
    }
  } catch (error) {
    close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new ConflictError(
        `Port ${options.port} is taken; stop what listens there, or set IDENTITY_PORT to another port`,
      );
    }
    throw error;
  }
  return close;
}
