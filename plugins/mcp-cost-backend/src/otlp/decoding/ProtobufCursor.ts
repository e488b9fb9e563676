import { InputError } from '@backstage/errors';
import { BufferReader, Reader } from 'protobufjs/minimal';

const VARINT = 0;
const FIXED64 = 1;
const LENGTH = 2;
const FIXED32 = 5;

const TWO_TO_32 = 2 ** 32;

const ENDLESS = 'a number in it is cut off, or has too many bytes';

/**
 * Reads the fields of protobuf messages one by one, without making objects of
 * them. Each message is read to its end, and never past it.
 */
export class ProtobufCursor {
  readonly #reader: Reader;
  readonly buffer: Buffer;
  #end: number;
  #tag = 0;

  constructor(buffer: Buffer) {
    this.buffer = buffer;
    this.#reader = new BufferReader(buffer);
    this.#end = buffer.length;
  }

  /** The next field's number; 0 at the end of the message. */
  next(): number {
    const reader = this.#reader;
    if (reader.pos >= this.#end) {
      if (reader.pos > this.#end) {
        throw malformed('a field is longer than its message');
      }
      return 0;
    }
    this.#tag = this.#varint();
    const field = Math.floor(this.#tag / 8);
    if (field === 0) {
      throw malformed('a field has no number');
    }
    return field;
  }

  /**
   * Goes into the message that the field holds. When `next` has said that it is
   * at its end, `leave` goes back to the one around it.
   */
  enter(): number {
    const end = this.#length();
    const outer = this.#end;
    this.#end = end;
    return outer;
  }

  /** @param outer - what `enter` gave */
  leave(outer: number): void {
    this.#end = outer;
  }

  /** Reads a message that was passed by; `read` reads all its fields. */
  revisit<T>(range: { start: number; end: number }, read: () => T): T {
    const position = this.#reader.pos;
    const outer = this.#end;
    this.#reader.pos = range.start;
    this.#end = range.end;
    const result = read();
    this.#reader.pos = position;
    this.#end = outer;
    return result;
  }

  /** Where the bytes of the field start and end; they are passed by. */
  range(): { start: number; end: number } {
    const end = this.#length();
    const start = this.#reader.pos;
    this.#reader.pos = end;
    return { start, end };
  }

  /** A field of bytes as hex; empty unless it has this length. */
  hex(length: number): string {
    const { start, end } = this.range();
    return end - start === length
      ? this.buffer.toString('hex', start, end)
      : '';
  }

  uint32(): number {
    this.#expect(VARINT);
    return this.#varint();
  }

  /** A signed integer of 64 bits; not exact beyond 2^53. */
  int64(): number {
    this.#expect(VARINT);
    const { buffer } = this;
    let low = 0;
    let high = 0;
    for (let index = 0; index < 10; index++) {
      if (this.#reader.pos >= this.#end) {
        throw malformed('a number is cut off');
      }
      const byte = buffer[this.#reader.pos++];
      const bits = byte % 128;
      if (index < 4) {
        low += bits * 2 ** (7 * index);
      } else if (index === 4) {
        low += (bits % 16) * 2 ** 28;
        high += Math.floor(bits / 16);
      } else {
        high += bits * 2 ** (7 * index - 32);
      }
      if (byte < 128) {
        return toSigned(low, high % TWO_TO_32);
      }
    }
    throw malformed('a number has too many bytes');
  }

  double(): number {
    this.#expect(FIXED64);
    return this.#reader.double();
  }

  /** Whole microseconds of an instant in nanoseconds: these are exact, those not. */
  microseconds(): number {
    this.#expect(FIXED64);
    const low = this.#reader.fixed32();
    const high = this.#reader.fixed32();
    // 2^32 = 4,294,967 * 1,000 + 296
    return high * 4_294_967 + Math.floor((high * 296 + low) / 1_000);
  }

  /** Passes the field by. */
  skip(): void {
    switch (this.#tag % 8) {
      case VARINT:
        this.#skipVarint();
        break;
      case FIXED64:
        this.#reader.skip(8);
        break;
      case LENGTH:
        this.range();
        break;
      case FIXED32:
        this.#reader.skip(4);
        break;
      default:
        throw malformed('a field has an unknown wire type');
    }
  }

  /** protobufjs throws errors of several kinds for a number that does not end. */
  #varint(): number {
    try {
      return this.#reader.uint32();
    } catch {
      throw malformed(ENDLESS);
    }
  }

  /** Also of 64 bits, which are not read as 32. */
  #skipVarint(): void {
    try {
      this.#reader.skip();
    } catch {
      throw malformed(ENDLESS);
    }
  }

  #length(): number {
    this.#expect(LENGTH);
    const length = this.#varint();
    const end = this.#reader.pos + length;
    if (end > this.#end) {
      throw malformed('a field is longer than its message');
    }
    return end;
  }

  #expect(wireType: number): void {
    if (this.#tag % 8 !== wireType) {
      throw malformed(
        `field ${Math.floor(this.#tag / 8)} has the wrong wire type`,
      );
    }
  }
}

function toSigned(low: number, high: number): number {
  return high < TWO_TO_32 / 2
    ? high * TWO_TO_32 + low
    : (high - TWO_TO_32) * TWO_TO_32 + low;
}

function malformed(why: string): InputError {
  return new InputError(`The body is not an OTLP trace request: ${why}.`);
}
