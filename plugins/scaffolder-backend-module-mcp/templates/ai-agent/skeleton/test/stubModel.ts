import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Asked {
  system: string;
  messages: { role: string; content: unknown }[];
  tools: { name: string; description: string; input_schema: object }[];
}

/** A Messages API that answers what a test says, in turn, and keeps what it was asked. */
export async function startStubModel(answers: object[]) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push(JSON.parse(Buffer.concat(chunks).toString()) as Asked);
      const content = answers[Math.min(asked.length, answers.length) - 1];
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          id: `msg_${asked.length}`,
          type: 'message',
          role: 'assistant',
          model: 'claude-sonnet-5-5-20260901',
          content,
          stop_reason: 'end_turn',
          stop_sequence: null,
          usage: {
            input_tokens: 100,
            cache_read_input_tokens: 20,
            cache_creation_input_tokens: 0,
            output_tokens: 7,
          },
        }),
      );
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    stop: () => new Promise(resolve => server.close(resolve)),
  };
}
