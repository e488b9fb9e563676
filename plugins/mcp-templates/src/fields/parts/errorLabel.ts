import type { Theme } from '@mui/material/styles';

/**
 * The label of a control with an error. In dark, the theme's red is too near to
 * the paper to be read; border and icon say it there.
 */
export const errorLabel = ({ palette }: Theme) => ({
  '&.Mui-error': {
    color: palette.mode === 'dark' ? palette.text.primary : palette.error.main,
  },
});
