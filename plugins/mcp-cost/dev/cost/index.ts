export { FakeCost, type AskedOf } from './FakeCost';
