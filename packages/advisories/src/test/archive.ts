import { crc32, deflateRawSync } from "node:zlib";

/** A zip archive of deflated files; `large`, and where they are many: with the end of zip64. */
export function zipOf(
  files: readonly (readonly [name: string, text: string])[],
  large = files.length >= 0xffff,
): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const packed = deflateRawSync(text);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(text), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(Buffer.byteLength(text), 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const body = Buffer.concat([Buffer.from("PK\x03\x04"), facts, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00"), facts, rest, Buffer.from(name));
    bodies.push(body);
    offset += body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22, large ? 0xff : 0);
  end.write("PK\x05\x06\0\0\0\0", "latin1");
  end.writeUInt16LE(0, 20);
  if (!large) {
    end.writeUInt16LE(files.length, 8);
    end.writeUInt16LE(files.length, 10);
    end.writeUInt32LE(list.length, 12);
    end.writeUInt32LE(offset, 16);
    return Buffer.concat([...bodies, list, end]);
  }
  const end64 = Buffer.alloc(76);
  end64.write("PK\x06\x06\x2c", "latin1");
  for (const [at, value] of [
    [24, files.length],
    [32, files.length],
    [40, list.length],
    [48, offset],
    [64, offset + list.length],
  ] as const)
    end64.writeBigUInt64LE(BigInt(value), at);
  end64.write("PK\x06\x07", 56, "latin1");
  end64.writeUInt32LE(1, 72);
  return Buffer.concat([...bodies, list, end64, end]);
}

/** A record of one npm package at version 1.0.0. */
export function recordOf(id: string, name: string, modified: string): string {
  const affected = [{ package: { ecosystem: "npm", name }, versions: ["1.0.0"] }];
  return JSON.stringify({ id, modified, aliases: [], affected });
}
