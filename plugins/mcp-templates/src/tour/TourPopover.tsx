import { useEffect, useId } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Popper from '@mui/material/Popper';
import Typography from '@mui/material/Typography';
import { useEscape } from './useEscape';
import { useFocusReturn } from './useFocusReturn';

function takeFocus(element: HTMLElement | null) {
  element?.focus({ preventScroll: true });
}

/**
 * One step of the tour, beside what it is about. It is no modal: the page stays
 * as usable as it was, and the focus comes here only once for each step.
 */
export const TourPopover = (props: {
  anchor: Element;
  placement?: 'left-start';
  title: string;
  text: string;
  number: number;
  count: number;
  onBack?: () => void;
  /** Missing on the last step. */
  onNext?: () => void;
  onEnd: () => void;
}) => {
  const { anchor, placement = 'bottom-start', title, text } = props;
  const { number, count, onBack, onNext, onEnd } = props;
  const titleId = useId();
  const textId = useId();
  useEscape(onEnd);
  useFocusReturn();

  useEffect(() => {
    // jsdom and old browsers have no such method.
    anchor.scrollIntoView?.({ block: 'nearest' });
  }, [anchor]);

  return (
    <Popper
      open
      anchorEl={anchor}
      placement={placement}
      modifiers={[
        { name: 'offset', options: { offset: [0, 12] } },
        // Where there is no room beside it, there is some below or above.
        {
          name: 'flip',
          options: { fallbackPlacements: ['bottom-start', 'top-start'] },
        },
      ]}
      sx={{ zIndex: 'tooltip' }}
    >
      <Paper
        // Each step is a new one to those who can't see it.
        key={number}
        ref={takeFocus}
        elevation={8}
        role="dialog"
        aria-labelledby={titleId}
        aria-describedby={textId}
        tabIndex={-1}
        sx={{
          p: 2,
          width: 320,
          maxWidth: '90vw',
          outlineColor: 'primary.main',
        }}
      >
        <Typography
          id={titleId}
          component="h2"
          variant="subtitle1"
          sx={{ m: 0, fontWeight: 'fontWeightBold' }}
        >
          {title}
        </Typography>
        <Typography
          id={textId}
          component="p"
          variant="body2"
          sx={{ m: 0, my: 1 }}
        >
          {text}
        </Typography>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Typography
            component="span"
            variant="caption"
            sx={{ color: 'text.secondary', mr: 'auto' }}
          >
            {number} of {count}
          </Typography>
          {onNext && (
            <Button size="small" onClick={onEnd}>
              Skip
            </Button>
          )}
          {onBack && (
            <Button size="small" onClick={onBack}>
              Back
            </Button>
          )}
          <Button size="small" variant="contained" onClick={onNext ?? onEnd}>
            {onNext ? 'Next' : 'Done'}
          </Button>
        </Box>
      </Paper>
    </Popper>
  );
};
