import { render, screen } from '@testing-library/react';
import { HealthStrip } from './HealthStrip';

describe('HealthStrip', () => {
  it('says of each day how it went, and of days without an attempt that there was none', () => {
    render(
      <HealthStrip
        length={3}
        today={new Date('2026-11-21T09:00:00Z')}
        days={[
          { day: '2026-11-20', ok: 46, failed: 2, meanLatencyMs: 210.4 },
          { day: '2026-11-21', ok: 0, failed: 1 },
        ]}
      />,
    );
    expect(
      screen.getByRole('img', {
        name: 'The last 3 days: 0 days without a failure, 2 with failures, 1 without an attempt.',
      }),
    ).toBeInTheDocument();
    expect(screen.getByTitle('2026-11-19: no attempt')).toBeInTheDocument();
    expect(
      screen.getByTitle(
        '2026-11-20: answered 46 times, failed 2 times, 210 ms on average',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByTitle('2026-11-21: answered 0 times, failed 1 time'),
    ).toBeInTheDocument();
  });
});
