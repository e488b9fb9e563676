import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  const { env } = process;

  beforeEach(() => {
    const config = [
      {
        context: 'test',
        data: {
          app: { title: 'MCP Portal', baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost' },
        },
      },
    ];
    // The CLI's build puts the configuration there, and not as text.
    process.env = { ...env, APP_CONFIG: config as unknown as string };
  });

  afterEach(() => {
    process.env = env;
  });

  it('asks who one is before it shows anything', async () => {
    render(App.createRoot());
    expect(
      await screen.findByRole('button', { name: /sign in/i }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'MCP servers' })).toBeNull();
  });
});
