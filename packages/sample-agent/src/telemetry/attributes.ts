/**
 * Names from OpenTelemetry's semantic conventions for GenAI and MCP, as of
 * November 2026. They are in development there, and so in no stable package.
 */
export const ATTR = {
  operation: 'gen_ai.operation.name',
  agentId: 'gen_ai.agent.id',
  agentName: 'gen_ai.agent.name',
  conversationId: 'gen_ai.conversation.id',
  toolName: 'gen_ai.tool.name',
  toolType: 'gen_ai.tool.type',
  toolCallId: 'gen_ai.tool.call.id',
  mcpMethod: 'mcp.method.name',
  mcpProtocolVersion: 'mcp.protocol.version',
  errorType: 'error.type',
  transport: 'network.transport',
  serverAddress: 'server.address',
  serverPort: 'server.port',
  urlFull: 'url.full',
  peerName: 'service.peer.name',
  rpcStatusCode: 'rpc.response.status_code',
  serviceName: 'service.name',
  environment: 'deployment.environment.name',
} as const;
