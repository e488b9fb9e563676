export { ServersRouter } from './ServersRouter';
