import type { SvgIconComponent } from '@mui/icons-material';
import AddCircleOutlineIcon from '@mui/icons-material/AddCircleOutline';
import BrushOutlinedIcon from '@mui/icons-material/BrushOutlined';
import CheckCircleOutlineIcon from '@mui/icons-material/CheckCircleOutline';
import ErrorOutlineIcon from '@mui/icons-material/ErrorOutline';
import FlagOutlinedIcon from '@mui/icons-material/FlagOutlined';
import HelpOutlineIcon from '@mui/icons-material/HelpOutline';
import PsychologyOutlinedIcon from '@mui/icons-material/PsychologyOutlined';
import type { Change, Verdict } from '@mcp-portal/mcp-contract';

/** What a class is called, and drawn as, on every page. */
export interface ClassLook {
  word: string;
  /** What it means to those who use the server. */
  meaning: string;
  icon: SvgIconComponent;
  /** A colour of the theme. */
  color: string;
}

export const CLASS_LOOKS: Record<Verdict, ClassLook> = {
  breaking: {
    word: 'Breaking',
    meaning: 'What worked may fail.',
    icon: ErrorOutlineIcon,
    color: 'error.main',
  },
  additive: {
    word: 'Additive',
    meaning: 'More is possible; what worked still does.',
    icon: AddCircleOutlineIcon,
    color: 'success.main',
  },
  behavioural: {
    word: 'Behavioural',
    meaning:
      'Everything is still accepted, but a model may act differently upon it.',
    icon: PsychologyOutlinedIcon,
    color: 'warning.main',
  },
  cosmetic: {
    word: 'Cosmetic',
    meaning: 'Only how it looks.',
    icon: BrushOutlinedIcon,
    color: 'text.secondary',
  },
  none: {
    word: 'No change',
    meaning: 'It offers the same.',
    icon: CheckCircleOutlineIcon,
    color: 'text.secondary',
  },
};

/** The first version: there was nothing to change. */
export const FIRST_LOOK: ClassLook = {
  word: 'First',
  meaning: 'The first version that was published.',
  icon: FlagOutlinedIcon,
  color: 'text.secondary',
};

export const UNDECIDED_LOOK: ClassLook = {
  word: 'Undecided',
  meaning:
    'Nobody can tell from the schemas whether it breaks anyone, so it counts as breaking.',
  icon: HelpOutlineIcon,
  color: 'error.main',
};

/**
 * An undecided change counts as breaking until it is accepted, but is not said
 * to break anyone.
 */
export function lookOf(change: Pick<Change, 'class' | 'undecided'>): ClassLook {
  return change.undecided && change.class === 'breaking'
    ? UNDECIDED_LOOK
    : CLASS_LOOKS[change.class];
}
