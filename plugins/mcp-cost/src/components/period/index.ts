export {
  dayOf,
  daysBetween,
  daysInMonth,
  daysLater,
  lastDays,
  monthUntilNow,
  shortDay,
  shownDuration,
  shownMonth,
} from './days';
