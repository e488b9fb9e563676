import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ActorName } from './ActorName';

const show = (actor: string) =>
  renderInTestApp(<ActorName actor={actor} />, {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });

describe('ActorName', () => {
  it.each(['user:default/ada', 'group:default/payments'])(
    'leads to %s, who is in the catalog',
    async actor => {
      show(actor);
      expect(
        await screen.findByRole('link', { name: actor.split('/')[1] }),
      ).toBeInTheDocument();
    },
  );

  it('calls a service by its name, and has no link for it', async () => {
    show('release-pipeline');
    expect(await screen.findByText('release-pipeline')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'release-pipeline' })).toBeNull();
  });

  it('says that a task of the portal did it', async () => {
    show('task:config-prices');
    expect(await screen.findByText('the portal')).toBeInTheDocument();
  });

  it('says that it stands in the configuration', async () => {
    show('config:mcpCost.prices');
    expect(await screen.findByText('the configuration')).toBeInTheDocument();
  });
});
