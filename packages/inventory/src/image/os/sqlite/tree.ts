/** A page of a table: those below it, or the rows on it. */
export type Node = { readonly children: readonly number[] } | { readonly rows: readonly number[] };

/** How a table is read. */
export interface TableInput {
  /** By number from 1; `undefined` where there is none. */
  pages(number: number): Promise<Uint8Array | undefined>;
  readonly pageSize: number;
  /** Bytes at the end of every page that are not used. */
  readonly reserved: number;
  onRow(row: number, payload: Uint8Array): void;
  /** Pages as they were read before, for those that `pages` does not have, and what to do with their rows. */
  readonly known?: ReadonlyMap<number, Node>;
  /** Whether a row that is not all here is known. */
  onKnownRow?(row: number): boolean;
  readonly problems: string[];
}

const LEAF = 0x0d;
const INTERIOR = 0x05;
const MAX_DEPTH = 20;

/**
 * Every row of a table b-tree (https://sqlite.org/fileformat2.html, 1.6). No page is read twice, so that a cycle ends.
 *
 * @returns Its pages, the root first.
 */
export async function readTree(input: TableInput, root: number): Promise<Map<number, Node>> {
  const nodes = new Map<number, Node>();
  const used = new Set<number>();
  const stack: (readonly [page: number, depth: number])[] = [[root, 0]];
  const push = (children: readonly number[], depth: number) => {
    for (const child of children.toReversed()) stack.push([child, depth + 1]);
  };
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [number, depth] = next;
    if (nodes.has(number) || depth > MAX_DEPTH) {
      input.problems.push(`page ${number} is met twice`);
      continue;
    }
    const bytes = await input.pages(number);
    const node = bytes === undefined ? input.known?.get(number) : undefined;
    if (node !== undefined) {
      nodes.set(number, node);
      if ("rows" in node) for (const row of node.rows) lostUnlessKnown(input, row);
      else push(node.children, depth);
      continue;
    }
    const read = bytes === undefined ? undefined : await readPage(input, bytes, number, used);
    if (read === undefined) {
      input.problems.push(`page ${number} is ${bytes === undefined ? "not there" : "damaged"}`);
      continue;
    }
    nodes.set(number, read);
    if ("children" in read) push(read.children, depth);
  }
  return nodes;
}

function lostUnlessKnown(input: TableInput, row: number): void {
  if (input.onKnownRow?.(row) !== true) input.problems.push(`row ${row} is not all there`);
}

async function readPage(
  input: TableInput,
  bytes: Uint8Array,
  number: number,
  used: Set<number>,
): Promise<Node | undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = number === 1 ? 100 : 0;
  const type = view.getUint8(start);
  const count = view.getUint16(start + 3);
  const head = start + (type === INTERIOR ? 12 : 8);
  if ((type !== LEAF && type !== INTERIOR) || head + 2 * count > bytes.length) return undefined;
  const cells = Array.from({ length: count }, (_, index) => view.getUint16(head + 2 * index));
  if (cells.some((cell) => cell + 4 > bytes.length)) return undefined;
  if (type === INTERIOR)
    return { children: [...cells.map((cell) => view.getUint32(cell)), view.getUint32(start + 8)] };
  const rows: number[] = [];
  for (const cell of cells) {
    const [length, afterLength] = varint(bytes, cell);
    const [row, at] = varint(bytes, afterLength);
    const payload = await payloadAt(input, bytes, at, length, used);
    rows.push(row);
    if (payload === undefined) lostUnlessKnown(input, row);
    else input.onRow(row, payload);
  }
  return { rows };
}

/** What of a row is on its page, and the rest from the chain of pages that it leads to. */
async function payloadAt(
  { pages, pageSize, reserved }: TableInput,
  bytes: Uint8Array,
  at: number,
  length: number,
  used: Set<number>,
): Promise<Uint8Array | undefined> {
  const usable = pageSize - reserved;
  const most = usable - 35;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((length - least) % (usable - 4));
  const local = length <= most ? length : wanted <= most ? wanted : least;
  if (at + local > bytes.length) return undefined;
  if (local === length) return bytes.subarray(at, at + local);
  // Grows with what is there: the length is only what the page says.
  const parts = [bytes.subarray(at, at + local)];
  let page = uint32(bytes, at + local);
  for (let filled = local; filled < length; ) {
    const next = page === 0 || used.has(page) ? undefined : await pages(page);
    if (next === undefined) return undefined;
    used.add(page);
    const part = next.subarray(4, Math.min(usable, 4 + length - filled));
    parts.push(part);
    filled += part.length;
    page = uint32(next, 0);
  }
  return Buffer.concat(parts);
}

function uint32(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4);
  return a * 0x1000000 + (b << 16) + (c << 8) + d;
}

/** A number of up to nine bytes, seven bits each, and where it ends. */
export function varint(bytes: Uint8Array, at: number): readonly [value: number, end: number] {
  let value = 0;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index] ?? 0;
    if (index === 8) return [value * 256 + byte, at + 9];
    value = value * 128 + (byte & 127);
    if (byte < 128) return [value, at + index + 1];
  }
  return [value, at + 9];
}
