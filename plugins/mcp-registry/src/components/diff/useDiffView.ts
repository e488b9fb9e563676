import { useSearchParams } from 'react-router-dom';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';

export type DiffViewKind = 'split' | 'unified';

/** Side by side or unified: as the address says, else as there is room. */
export function useDiffView(): [DiffViewKind, (next: DiffViewKind) => void] {
  const [params, setParams] = useSearchParams();
  const theme = useTheme();
  const roomy = useMediaQuery(theme.breakpoints.up(1100), { noSsr: true });
  const asked = params.get('view');
  const fitting = roomy ? 'split' : 'unified';
  const view = asked === 'split' || asked === 'unified' ? asked : fitting;
  const choose = (next: DiffViewKind) =>
    setParams(
      last => {
        const changed = new URLSearchParams(last);
        changed.set('view', next);
        return changed;
      },
      { replace: true },
    );
  return [view, choose];
}
