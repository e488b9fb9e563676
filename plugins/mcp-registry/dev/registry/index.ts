export { FakeRegistry } from './FakeRegistry';
export {
  fakeServer,
  minutesAgo,
  NOW,
  type FakeServer,
  type FakeServerOptions,
} from './FakeServer';
export { fakeHistory, type FakeRelease } from './fakeHistory';
