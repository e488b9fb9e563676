import { useState } from 'react';
import GlobalStyles from '@mui/material/GlobalStyles';
import { TourPopover } from './TourPopover';
import type { TourState } from './useTour';
import { useTourSteps, type TourStep } from './useTourSteps';

interface Stop extends TourStep {
  element: Element;
}

const OpenTour = (props: { stops: Stop[]; onEnd: () => void }) => {
  const { stops, onEnd } = props;
  const [at, setAt] = useState(0);
  const stop = stops[at];
  return (
    <>
      <GlobalStyles
        styles={theme => ({
          [stop.selector]: {
            outline: `2px solid ${theme.palette.primary.main}`,
            outlineOffset: 4,
            borderRadius: theme.shape.borderRadius,
          },
        })}
      />
      <TourPopover
        anchor={stop.element}
        placement={stop.placement}
        title={stop.title}
        text={stop.text}
        number={at + 1}
        count={stops.length}
        onBack={at > 0 ? () => setAt(at - 1) : undefined}
        onNext={at + 1 < stops.length ? () => setAt(at + 1) : undefined}
        onEnd={onEnd}
      />
    </>
  );
};

/** Shows who is new around, beside the page and never in its way. */
export const Tour = ({ tour }: { tour: TourState }) => {
  const steps = useTourSteps();
  if (!tour.open) {
    return null;
  }
  const stops = steps.flatMap(step => {
    const element = document.querySelector(step.selector);
    return element ? [{ ...step, element }] : [];
  });
  return stops.length > 0 ? <OpenTour stops={stops} onEnd={tour.end} /> : null;
};
