import { createMockDirectory } from '@backstage/backend-test-utils';

/** A folder for the files of one test file. */
export function testFiles() {
  const directory = createMockDirectory();
  return {
    path: (name: string) => directory.resolve(name),
    /** Writes a file, text as it is and everything else as JSON. */
    write(name: string, content: unknown): string {
      directory.addContent({
        [name]:
          typeof content === 'string' || content instanceof Buffer
            ? content
            : JSON.stringify(content),
      });
      return directory.resolve(name);
    },
  };
}
