export { DAY_MS, dayOf, dayText, parseDay } from './days';
export { addMonths, monthOf } from './months';
