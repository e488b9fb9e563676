import { InFlight } from './InFlight';
import { TooManyRequestsError } from './TooManyRequestsError';

describe('What is in flight', () => {
  const create = () => new InFlight({ limit: 100, retryAfterSeconds: () => 7 });

  it('is bounded, and for one sender by half', () => {
    const inFlight = create();
    inFlight.share('a').take(50);

    expect(() => inFlight.share('a').take(1)).toThrow(TooManyRequestsError);
    inFlight.share('b').take(50);
    expect(() => inFlight.share('c').take(1)).toThrow(
      expect.objectContaining({ statusCode: 429, retryAfterSeconds: 7 }),
    );
  });

  it('lets in what is alone, however much it is', () => {
    const inFlight = create();
    const share = inFlight.share('a');
    share.take(90);
    share.take(90);

    expect(() => inFlight.share('b').take(1)).toThrow(TooManyRequestsError);
    share.release();
    inFlight.share('b').take(1);
  });

  it('is free again once it is released, once', () => {
    const inFlight = create();
    const share = inFlight.share('a');
    share.take(20);
    share.take(30);
    share.release();
    share.release();

    expect(inFlight.total).toBe(0);
    inFlight.share('a').take(50);
    expect(inFlight.total).toBe(50);
  });

  it('is not more for what was refused', () => {
    const inFlight = create();
    const other = inFlight.share('b');
    other.take(1);
    const share = inFlight.share('a');
    share.take(40);

    expect(() => share.take(20)).toThrow(TooManyRequestsError);
    share.release();

    expect(inFlight.total).toBe(1);
  });
});
