import { AskError } from '../attempt/AskError';
import { plainText } from '@mcp-portal/plugin-mcp-node';
import { displayUrl } from '../attempt/foreignText';
import { HostRule, ruleNames } from '../rules/HostRule';

const LIST = 'mcpRegistry.introspection.hosts';

/** Decides which URLs the portal may call. */
export class HostRules {
  constructor(private readonly rules: HostRule[]) {}

  /**
   * The rule that lets a URL be called: the first listed one that names its
   * host and port and allows its scheme.
   *
   * @throws AskError that says what the operator would have to add.
   */
  require(url: URL): HostRule {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
      throw new AskError(
        'refused',
        `${displayUrl(url)} is neither http nor https.`,
      );
    }
    if (url.username || url.password) {
      throw new AskError(
        'refused',
        `${displayUrl(
          url,
        )} has a user or password in it. Take it out, and bind a credential to the URL in mcpRegistry.introspection.credentials.`,
      );
    }
    const named = this.rules.filter(rule => ruleNames(rule, url));
    const rule = named.find(one => url.protocol === 'https:' || one.allowHttp);
    if (rule) {
      return rule;
    }
    const host = plainText(url.host, 253);
    throw new AskError(
      'refused',
      named.length > 0
        ? `${displayUrl(
            url,
          )} is http. Add 'allowHttp: true' to ${host} in ${LIST}.`
        : `${displayUrl(url)} may not be called. Add '- host: ${host}'${
            url.protocol === 'http:' ? " with 'allowHttp: true'" : ''
          } to ${LIST}.`,
    );
  }
}
