export { capitalised } from './capitalised';
export { shownDay } from './days';
export { LINKS_IN_TEXT } from './linksInText';
export { counted, shownLatency, shownNumber, shownSize } from './numbers';
export { relativeTime } from './relativeTime';
export { RelativeTime } from './RelativeTime';
