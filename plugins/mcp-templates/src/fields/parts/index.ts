export { Announcement } from './Announcement';
export { describedBy, errorsBelow, FieldErrors } from './FieldErrors';
export { errorLabel } from './errorLabel';
export { NewTabLink } from './NewTabLink';
export { useSettled } from './useSettled';
