import type { Foundation } from '../Foundation';
import { addServerRoutes } from './router';
import { ServerService } from './ServerService';

/**
 * The list, search and detail of servers, over HTTP.
 */
export function addServers(foundation: Foundation): void {
  addServerRoutes(foundation.router, {
    ...foundation,
    servers: new ServerService(foundation),
  });
}
