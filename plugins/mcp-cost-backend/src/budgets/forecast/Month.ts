import { dayOf } from '../../time/days';

/** A calendar month, UTC. Days are counted since 1970. */
export interface Month {
  /** `YYYY-MM` */
  text: string;
  firstDay: number;
  /** The first day that is no longer in it. */
  endDay: number;
}

/** The month that an instant is in. */
export function monthOf(date: Date): Month {
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  return {
    text: date.toISOString().slice(0, 7),
    firstDay: dayOf(Date.UTC(year, month, 1)),
    endDay: dayOf(Date.UTC(year, month + 1, 1)),
  };
}
