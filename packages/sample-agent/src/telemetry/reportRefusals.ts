import { diag, DiagLogLevel } from '@opentelemetry/api';

/**
 * Has what the SDK warns of said: above all that a portal took only a part of
 * what was sent, and why.
 */
export function reportRefusals(say: (line: string) => void): void {
  const told = new Set<string>();
  const tell = (...parts: unknown[]) => {
    const line = parts
      .map(part => (typeof part === 'string' ? part : JSON.stringify(part)))
      .join(' ');
    if (!told.has(line)) {
      told.add(line);
      say(`  ${line}`);
    }
  };
  const ignore = () => {};
  diag.setLogger(
    { error: ignore, warn: tell, info: ignore, debug: ignore, verbose: ignore },
    // Its errors are those that the exporter remembers.
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
}
