import type {
  SimilarQuery,
  SimilarServer,
} from '@mcp-portal/plugin-mcp-registry-common';
import type { FakeServer } from './FakeServer';

/** Servers that have words of four letters or more in common with a text. */
export function similarTo(
  servers: FakeServer[],
  query: SimilarQuery,
): SimilarServer[] {
  const words = [...new Set(query.text.toLowerCase().match(/[a-z]{4,}/g))];
  const count = (text: string) => words.filter(word => text.includes(word));
  return servers
    .map(({ detail, contract }): SimilarServer => {
      const tools = (contract?.tools ?? []).map(tool => ({
        name: tool.name,
        title: tool.title,
        description: tool.description,
        score:
          count(`${tool.name} ${tool.description}`.toLowerCase()).length /
          words.length,
      }));
      const because = count(
        `${detail.name} ${detail.title} ${detail.purpose}`.toLowerCase(),
      );
      const score = because.length / words.length;
      return {
        server: detail,
        score,
        level: score > 0.6 ? 'very-close' : 'close',
        tools: tools
          .filter(tool => tool.score > 0)
          .sort((a, b) => b.score - a.score)
          .slice(0, 3),
        because,
      };
    })
    .filter(({ because }) => because.length > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, query.limit ?? 5);
}
