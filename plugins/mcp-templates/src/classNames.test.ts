import { unstable_ClassNameGenerator as ClassNameGenerator } from '@mui/material/className';

jest.mock('@mcp-portal/plugin-mcp-react', () => {
  throw new Error('Loaded before the class names had their prefix');
});
jest.mock('@mui/material/utils', () => {
  throw new Error('Loaded before the class names had their prefix');
});

describe('the first chunk of the plugin', () => {
  it('prefixes class names before anything of MUI is loaded', async () => {
    await import('.');
    expect(ClassNameGenerator.generate('MuiButton')).toBe('v5-MuiButton');
  });
});
