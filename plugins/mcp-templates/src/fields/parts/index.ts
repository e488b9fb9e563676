export { Announcement } from './Announcement';
export { describedBy } from './describedBy';
export { NewTabLink } from './NewTabLink';
export { useSettled } from './useSettled';
