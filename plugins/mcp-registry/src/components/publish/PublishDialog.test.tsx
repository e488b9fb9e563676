import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PublishRequest } from '@mcp-portal/plugin-mcp-registry-common';
import {
  organisationAgents,
  organisationServers,
  versionAgents,
} from '../../../dev/organisation';
import { FakeRegistry, NOW } from '../../../dev/registry';
import { renderRegistryPage } from '../../../dev/testing';
import { PublishDialog } from './PublishDialog';

function open(server = 'filesystem') {
  const registry = new FakeRegistry({
    servers: organisationServers(NOW),
    agents: [...organisationAgents, ...versionAgents],
  });
  const { detail } = registry.servers.find(one => one.detail.name === server)!;
  const onPublished = jest.fn();
  const onClose = jest.fn();
  renderRegistryPage(
    <PublishDialog
      server={detail}
      onClose={onClose}
      onPublished={onPublished}
    />,
    { registry },
  );
  return { registry, onPublished, onClose };
}

const version = () => screen.findByRole('textbox', { name: 'Version' });

const published = (registry: FakeRegistry) =>
  registry.calls
    .filter(call => call.method === 'publishVersion')
    .map(call => call.args[1] as PublishRequest)
    .filter(request => !request.dryRun);

async function type(text: string) {
  const field = await version();
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

describe('PublishDialog', () => {
  it('suggests the smallest version that would be accepted, and publishes what was seen', async () => {
    const { registry, onPublished } = open();
    await waitFor(async () => expect(await version()).toHaveValue('2027.0.0'));
    const button = await screen.findByRole('button', {
      name: 'Publish 2027.0.0',
    });
    await waitFor(() => expect(button).toBeEnabled());
    await userEvent.type(
      screen.getByRole('textbox', { name: /What is new/ }),
      'Smaller.',
    );
    await userEvent.click(button);
    await waitFor(() => expect(onPublished).toHaveBeenCalledWith('2027.0.0'));
    expect(published(registry)).toEqual([
      expect.objectContaining({
        version: '2027.0.0',
        contract: 'live',
        expectedSnapshot: registry.servers[1].detail.seen?.snapshot,
        changelog: 'Smaller.',
      }),
    ]);
  });

  it('says why a version is refused, what would do, and whom it breaks', async () => {
    const { registry } = open();
    await waitFor(async () => expect(await version()).toHaveValue('2027.0.0'));
    await type('2026.9.0');
    expect(
      await screen.findByText(
        /2026\.9\.0 is refused\. Breaking changes since 2026\.8\.31 need a new major version; the smallest version that would be accepted is 2027\.0\.0/,
      ),
    ).toBeInTheDocument();
    const broken = screen.getByRole('list', {
      name: 'Agents that it breaks, by team',
    });
    expect(broken).toHaveTextContent('Customer Support');
    expect(broken).toHaveTextContent('File clerk');
    expect(
      screen.getByText('The tool "read_file" was removed.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Publish 2026.9.0' }),
    ).toBeDisabled();
    await userEvent.click(
      screen.getByRole('button', { name: 'Take 2027.0.0' }),
    );
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Publish 2027.0.0' }),
      ).toBeEnabled(),
    );
    expect(published(registry)).toEqual([]);
  });

  it('lets a platform admin overrule the gate, with a reason only', async () => {
    const { registry, onPublished } = open();
    await waitFor(async () => expect(await version()).toHaveValue('2027.0.0'));
    await type('2026.9.0');
    await userEvent.click(
      await screen.findByLabelText('Publish it all the same'),
    );
    const button = screen.getByRole('button', { name: 'Publish 2026.9.0' });
    expect(button).toBeDisabled();
    await userEvent.type(
      screen.getByRole('textbox', { name: /Why/ }),
      'Nobody uses it.',
    );
    await waitFor(() => expect(button).toBeEnabled());
    await userEvent.click(button);
    await waitFor(() => expect(onPublished).toHaveBeenCalled());
    expect(published(registry)[0].override).toEqual({
      reason: 'Nobody uses it.',
    });
  });

  it('keeps what was typed when it could not be published', async () => {
    const { registry, onPublished } = open();
    const button = await screen.findByRole('button', {
      name: 'Publish 2027.0.0',
    });
    await userEvent.type(
      screen.getByRole('textbox', { name: /What is new/ }),
      'Smaller.',
    );
    await waitFor(() => expect(button).toBeEnabled());
    registry.failing.set('publishVersion', new Error('The database is away'));
    await userEvent.click(button);
    expect(
      await screen.findByText('It was not published: The database is away'),
    ).toBeInTheDocument();
    expect(await version()).toHaveValue('2027.0.0');
    expect(screen.getByRole('textbox', { name: /What is new/ })).toHaveValue(
      'Smaller.',
    );
    expect(onPublished).not.toHaveBeenCalled();
  });

  it('asks the gate nothing about what is no version', async () => {
    const { registry } = open();
    await waitFor(async () => expect(await version()).toHaveValue('2027.0.0'));
    await type('newest');
    expect(
      screen.getByText('A semantic version, such as 1.4.0 or 2.0.0-rc.1.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Publish/ })).toBeDisabled();
    expect(
      registry.calls
        .filter(call => call.method === 'publishVersion')
        .map(call => (call.args[1] as PublishRequest).version),
    ).not.toContain('newest');
  });

  it('says that the very same is published already', async () => {
    open('billing');
    await type('2.4.1');
    expect(
      await screen.findByText(
        '2.4.1 is published already, with this very contract.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Publish 2.4.1' }),
    ).toBeDisabled();
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).queryByText(/is refused/)).toBeNull();
  });
});
