export { asList, Problems } from './Problems';
export { causeOf } from './causeOf';
export { withoutStack } from './withoutStack';
