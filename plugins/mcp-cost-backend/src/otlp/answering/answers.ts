import { Writer } from 'protobufjs/minimal';

/** The two forms of OTLP over HTTP; an answer has that of its request. */
export const JSON_TYPE = 'application/json';
export const PROTOBUF_TYPE = 'application/x-protobuf';
export type OtlpType = typeof JSON_TYPE | typeof PROTOBUF_TYPE;

/** That some spans were refused, and the others stored. */
export interface PartialSuccess {
  rejectedSpans: number;
  errorMessage: string;
}

/** `ExportTraceServiceResponse`. Without a partial success it is empty. */
export function encodeResponse(
  type: OtlpType,
  partialSuccess?: PartialSuccess,
): Buffer {
  if (type === JSON_TYPE) {
    return json(
      partialSuccess
        ? {
            partialSuccess: {
              // Protobuf's JSON has 64-bit integers as text.
              rejectedSpans: String(partialSuccess.rejectedSpans),
              errorMessage: partialSuccess.errorMessage,
            },
          }
        : {},
    );
  }
  const writer = Writer.create();
  if (partialSuccess) {
    writer
      .uint32(lengthField(1))
      .fork()
      .uint32(varintField(1))
      .int64(partialSuccess.rejectedSpans)
      .uint32(lengthField(2))
      .string(partialSuccess.errorMessage)
      .ldelim();
  }
  return Buffer.from(writer.finish());
}

/** `google.rpc.Status`, as all failures are answered. */
export function encodeStatus(
  type: OtlpType,
  status: { code: number; message: string },
): Buffer {
  const { code, message } = status;
  return type === JSON_TYPE
    ? json({ code, message })
    : Buffer.from(
        Writer.create()
          .uint32(varintField(1))
          .int32(code)
          .uint32(lengthField(2))
          .string(message)
          .finish(),
      );
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function varintField(number: number): number {
  return number * 8;
}

function lengthField(number: number): number {
  return number * 8 + 2;
}
