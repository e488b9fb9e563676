/**
 * Names of OpenTelemetry's conventions for GenAI and MCP. They are in
 * development there, and so in no stable package yet.
 */
export const ATTR = {
  operation: 'gen_ai.operation.name',
  agentId: 'gen_ai.agent.id',
  agentName: 'gen_ai.agent.name',
  conversationId: 'gen_ai.conversation.id',
  provider: 'gen_ai.provider.name',
  requestModel: 'gen_ai.request.model',
  responseModel: 'gen_ai.response.model',
  inputTokens: 'gen_ai.usage.input_tokens',
  cachedInputTokens: 'gen_ai.usage.cache_read.input_tokens',
  outputTokens: 'gen_ai.usage.output_tokens',
  toolName: 'gen_ai.tool.name',
  toolCallId: 'gen_ai.tool.call.id',
  mcpMethod: 'mcp.method.name',
  mcpProtocolVersion: 'mcp.protocol.version',
  errorType: 'error.type',
  serverAddress: 'server.address',
  serverPort: 'server.port',
  peerName: 'service.peer.name',
  serviceName: 'service.name',
  environment: 'deployment.environment.name',
} as const;
