import { useMemo } from 'react';
import { useTheme } from '@mui/material/styles';
import { rainbowSurgePalette } from '@mui/x-charts/colorPalettes';
import type { SpendLine } from './spendLines';

/** Of the palette; what is beyond them is one line, in grey. */
export const DISTINCT_COLORS = 7;

/** A colour for each line; all the others together are grey. */
export function useLineColors(lines: readonly SpendLine[]): string[] {
  const { palette } = useTheme();
  return useMemo(() => {
    const colors = rainbowSurgePalette(palette.mode);
    return lines.map(({ value }, index) =>
      value === undefined ? palette.grey[500] : colors[index % colors.length],
    );
  }, [lines, palette]);
}
