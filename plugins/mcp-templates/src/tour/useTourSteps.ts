import { useMemo } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { costsRouteRef, scaffolderRouteRef } from '../routes';
import { TOUR_STOPS } from './tourStops';

/** Something that the tour tells, beside the part of the page that it is about. */
export interface TourStep {
  /** Of the part; a step without its part is left out. */
  selector: string;
  title: string;
  text: string;
  /** Below it, when nothing is said. */
  placement?: 'left-start';
}

/** What somebody who is new has to know, and no more. */
export function useTourSteps(): TourStep[] {
  const create = useRouteRef(scaffolderRouteRef)?.();
  const costs = useRouteRef(costsRouteRef)?.();
  return useMemo(
    () => [
      {
        selector: `#${TOUR_STOPS.find}`,
        title: 'Look first',
        text: 'Search for what your agent needs. If a server has it, connect to it and you are done.',
      },
      {
        selector: `#${TOUR_STOPS.templates}`,
        title: 'Choose what to make',
        text: 'Each of these is one form. You get a repository with code, tests and CI, and an entry in the catalog.',
      },
      {
        selector: `#${TOUR_STOPS.teams}`,
        title: 'Whatever you make belongs to a team',
        text: 'Here is what yours has: its servers, the keys of its pipelines, and its budget.',
        // What is below it is what the step is about.
        placement: 'left-start',
      },
      ...(create === undefined
        ? []
        : [
            {
              selector: linkTo(`${create}/tasks`),
              title: 'Come back any time',
              text: 'Everything that you start goes on without you. Its log and its last page are kept here.',
            },
          ]),
      ...(costs === undefined
        ? []
        : [
            {
              selector: linkTo(costs),
              title: 'See what it costs',
              text: 'Once agents call your server, you find here what they use and what your team spends.',
            },
          ]),
    ],
    [create, costs],
  );
}

/** The app may stand below a path of its own, which routes do not know. */
function linkTo(path: string): string {
  return `a[href$="${path}"]`;
}
