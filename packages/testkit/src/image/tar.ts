/** An entry of a tar that a test writes. */
export interface TarPart {
  readonly name: string;
  /** As the header says it: `0` file, `1` hard link, `2` symbolic link, `3` character device, `5` folder, `x` records. */
  readonly type?: string;
  readonly data?: string | Uint8Array;
  readonly link?: string;
  readonly mode?: number;
  /** What the header says, where it is not the length of the data. */
  readonly size?: number;
  readonly devices?: readonly [major: number, minor: number];
  /** Records of a pax header that goes before it. */
  readonly pax?: Readonly<Record<string, string>>;
}

/** A tar of POSIX's dialect, with an end. */
export function tarOf(parts: readonly TarPart[]): Buffer {
  return Buffer.concat([...parts.map(entryOf), Buffer.alloc(1024)]);
}

/** One entry: its header and its data, filled to blocks. */
export function entryOf(part: TarPart): Buffer {
  const data = Buffer.from(part.data ?? "");
  const records = part.pax === undefined ? [] : [paxOf(part.pax)];
  return Buffer.concat([...records, headerOf(part, data.length), padded(data)]);
}

function paxOf(records: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries(records).map(([key, value]) => paxRecord(key, value));
  return entryOf({ name: "pax", type: "x", data: Buffer.concat(lines) });
}

/** `length key=value\n`, the length in bytes of all of it. */
export function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.from(` ${key}=${value}\n`);
  let length = rest.length + 1;
  while (String(length).length + rest.length !== length) length++;
  return Buffer.concat([Buffer.from(String(length)), rest]);
}

function padded(data: Buffer): Buffer {
  return Buffer.concat([data, Buffer.alloc(-data.length & 511)]);
}

function headerOf({ name, type = "0", link, mode, size, devices }: TarPart, length: number) {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100);
  block.write(octal(mode ?? (type === "5" ? 0o755 : 0o644), 7), 100);
  block.write(octal(0, 7), 108);
  block.write(octal(0, 7), 116);
  block.write(octal(size ?? length, 11), 124);
  block.write(octal(0, 11), 136);
  block.write(type, 156);
  block.write(link ?? "", 157, 100);
  block.write("ustar\u000000", 257);
  if (devices !== undefined) {
    block.write(octal(devices[0], 7), 329);
    block.write(octal(devices[1], 7), 337);
  }
  return summed(block);
}

/** Writes the checksum into a header. */
export function summed(block: Buffer): Buffer {
  block.fill(32, 148, 156);
  let sum = 0;
  for (const byte of block) sum += byte;
  block.write(`${octal(sum, 6)}\0 `, 148);
  return block;
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, "0");
}
