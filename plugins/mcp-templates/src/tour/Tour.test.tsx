import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { StorageApi } from '@backstage/core-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { renderTemplatesPage } from '../../dev/testing';
import { Tour } from './Tour';
import { TOUR_STOPS } from './tourStops';
import { useTour } from './useTour';

const Page = () => {
  const tour = useTour();
  return (
    <>
      <div id={TOUR_STOPS.find}>
        Find <input aria-label="Words" />
      </div>
      <div id={TOUR_STOPS.teams}>Teams</div>
      <a href="/mcp-costs">Costs</a>
      <button type="button" onClick={tour.start}>
        Show the tour again
      </button>
      <Tour tour={tour} />
    </>
  );
};

const renderPage = (storage: StorageApi) =>
  renderTemplatesPage(<Page />, { storage });

const click = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('Tour', () => {
  it('is shown on the first visit, and on no later one, wherever it was left', async () => {
    const storage = mockApis.storage();
    const { unmount } = renderPage(storage);
    expect(
      await screen.findByRole('dialog', { name: 'Look first' }),
    ).toHaveFocus();
    await waitFor(() =>
      expect(
        storage.forBucket('mcp-templates').snapshot('tour-seen').value,
      ).toBe(true),
    );
    unmount();

    renderPage(storage);
    await screen.findByText('Find');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('waits for a storage on the server before it believes that it is the first visit', async () => {
    let answer: (presence: 'present' | 'absent') => void = () => {};
    const bucket: Partial<StorageApi> = {
      snapshot: key => ({ key, presence: 'unknown', value: undefined }),
      set: jest.fn(async () => {}),
    };
    Object.assign(bucket, {
      observe$: (key: string) => ({
        subscribe: (next: (snapshot: object) => void) => {
          answer = presence => next({ key, presence });
          return { unsubscribe: () => {} };
        },
      }),
    });
    renderPage({ forBucket: () => bucket } as unknown as StorageApi);
    await screen.findByText('Find');
    expect(screen.queryByRole('dialog')).toBeNull();
    answer('present');
    answer('absent');
    await userEvent.click(screen.getByText('Find'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(bucket.set).not.toHaveBeenCalled();
  });

  it('goes through the parts that are there, forth and back', async () => {
    renderPage(mockApis.storage());
    expect(await screen.findByText('1 of 3')).toBeInTheDocument();
    await click('Next');
    expect(
      screen.getByRole('dialog', {
        name: 'Whatever you make belongs to a team',
      }),
    ).toHaveFocus();
    await click('Next');
    expect(screen.getByText('3 of 3')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Skip' })).toBeNull();
    await click('Back');
    expect(screen.getByText('2 of 3')).toBeInTheDocument();
    await click('Next');
    await click('Done');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('ends with Skip', async () => {
    renderPage(mockApis.storage());
    await screen.findByRole('dialog');
    await click('Skip');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('comes again when asked for, and gives the focus back after Escape', async () => {
    renderPage(
      mockApis.storage({ data: { 'mcp-templates': { 'tour-seen': true } } }),
    );
    const again = await screen.findByRole('button', {
      name: 'Show the tour again',
    });
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.click(again);
    expect(await screen.findByRole('dialog')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(again).toHaveFocus();
  });

  it('leaves the page usable beside it', async () => {
    renderPage(mockApis.storage());
    await screen.findByRole('dialog');
    await userEvent.click(screen.getByRole('textbox', { name: 'Words' }));
    await userEvent.keyboard('invoices');
    expect(screen.getByRole('textbox', { name: 'Words' })).toHaveValue(
      'invoices',
    );
    expect(screen.getByRole('dialog')).toBeInTheDocument();
  });
});
