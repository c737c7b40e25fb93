import { crc32, deflateRawSync } from "node:zlib";

export interface ZipFile {
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  /** What its own header calls it, where that is not the directory's name. */
  readonly localName?: string;
  /** What the directory claims of its size. */
  readonly claims?: number;
}

/** A zip archive; files are deflated where nothing else is said. */
export function zipOf(
  files: Readonly<Record<string, string | Uint8Array | ZipFile>>,
  prefix = "",
): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, given] of Object.entries(files)) {
    const file: ZipFile =
      typeof given === "string" || given instanceof Uint8Array ? { content: given } : given;
    const content = Buffer.from(file.content);
    const data = file.stored ? content : deflateRawSync(content);
    // What both headers begin with.
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(file.stored ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(content.length, 18);
    const local = Buffer.from(file.localName ?? name);
    parts.push(header(0x04034b50, fields, local.length), local, data);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    fields.copy(central, 6);
    central.writeUInt32LE(file.claims ?? content.length, 24);
    central.writeUInt16LE(Buffer.byteLength(name), 28);
    central.writeUInt32LE(offset, 42);
    directory.push(central, Buffer.from(name));
    offset += 30 + local.length + data.length;
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length / 2, 8);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([Buffer.from(prefix), ...parts, ...directory, end]);
}

function header(signature: number, fields: Buffer, nameSize: number): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(signature, 0);
  fields.copy(head, 4);
  head.writeUInt16LE(nameSize, 26);
  return head;
}
