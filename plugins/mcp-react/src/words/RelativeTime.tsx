import { relativeTime } from './relativeTime';

/** An instant as people say it, with the exact one on hover. @public */
export const RelativeTime = (props: { at: string; now?: Date }) => {
  const { at, now = new Date() } = props;
  return (
    <time dateTime={at} title={exactTime(at)}>
      {relativeTime(at, now)}
    </time>
  );
};

function exactTime(at: string): string {
  return new Date(at).toLocaleString(undefined, {
    dateStyle: 'full',
    timeStyle: 'long',
  });
}
