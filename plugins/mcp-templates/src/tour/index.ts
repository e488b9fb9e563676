export { Tour } from './Tour';
export { TOUR_STOPS } from './tourStops';
export { useTour } from './useTour';
