import { type Content, type Program, type Region, readAddress, readExactly } from "./program.ts";
import { uvarint } from "./wasm.ts";

const MAGIC = Buffer.from("\xff Go buildinf:", "latin1");
const ALIGNMENT = 16;
const HEADER = 32;
/** How far a data segment is searched where no section says the place. */
const MAX_SEARCH = 64 * 1024 * 1024;
const WINDOW = 1024 * 1024;
const MAX_TEXT = 4 * 1024 * 1024;

/** What Go writes into each program: the texts as they are. */
export interface GoBuildInfo {
  /** `go1.26.8`, perhaps with experiments after a space. */
  readonly goVersion: string;
  /** Lines of modules and settings; empty for what was built without modules. */
  readonly modules: string;
  /** What can't be read of it: a clause. */
  readonly problem?: string;
}

/**
 * Finds and reads the build information of a Go program.
 *
 * Only where the linker puts it: a Go program that can read build information has the same mark elsewhere, among its constants.
 * Source: https://pkg.go.dev/debug/buildinfo
 */
export async function goBuildInfo(
  content: Content,
  program: Program,
): Promise<GoBuildInfo | undefined> {
  const section = program.sections.find(({ name }) => /^(?:\.|__)go[_.]buildinfo$/.test(name));
  if (section !== undefined) return readAt(content, program, section.offset);
  const isPe = program.kind === "pe";
  // Every linker but that for PE makes the section: only where sections were stripped is there something to search.
  if (!isPe && program.sections.length > 0) return undefined;
  const data = (isPe ? program.sections : program.segments).find(({ writable }) => writable);
  const at = data === undefined ? undefined : await searchIn(content, data);
  return at === undefined ? undefined : readAt(content, program, at);
}

async function searchIn(content: Content, { offset, size }: Region): Promise<number | undefined> {
  const end = Math.min(size, MAX_SEARCH);
  for (let start = 0; start < end; start += WINDOW) {
    const length = Math.min(WINDOW + MAGIC.length, end - start);
    const bytes = (await readExactly(content, offset + start, length)) ?? Buffer.alloc(0);
    for (let at = bytes.indexOf(MAGIC); at >= 0; at = bytes.indexOf(MAGIC, at + 1))
      if (at % ALIGNMENT === 0) return offset + start + at;
  }
  return undefined;
}

async function readAt(
  content: Content,
  program: Program,
  offset: number,
): Promise<GoBuildInfo | undefined> {
  const head = await readExactly(content, offset, HEADER);
  if (head === undefined || !head.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const flags = head[15] ?? 0;
  if ((flags & 2) !== 0) return readInline(content, offset + HEADER);
  const pointerSize = head[14];
  if (pointerSize !== 4 && pointerSize !== 8) return undefined;
  const shape = { content, program, pointerSize, isBig: (flags & 1) !== 0 } as const;
  const goVersion = await pointedText(shape, wordAt(head, 16, shape));
  const modules = await pointedText(shape, wordAt(head, 16 + pointerSize, shape));
  if (goVersion === undefined || goVersion === "") return undefined;
  return { goVersion, modules: withoutSentinels(modules ?? "") };
}

async function readInline(content: Content, offset: number): Promise<GoBuildInfo | undefined> {
  const version = await lengthAndText(content, offset);
  if (version === undefined || version.text === "") return undefined;
  const modules = await lengthAndText(content, version.end);
  if (modules === undefined) return { goVersion: version.text, modules: "", problem: UNREADABLE };
  return { goVersion: version.text, modules: withoutSentinels(modules.text) };
}

const UNREADABLE = "its list of modules (build information of Go) can't be read";

async function lengthAndText(content: Content, offset: number) {
  const length = uvarint(await content.read(offset, 5), 0);
  if (length === undefined || length.value > MAX_TEXT) return undefined;
  const start = offset + length.end;
  const bytes = await readExactly(content, start, length.value);
  return bytes === undefined
    ? undefined
    : { text: bytes.toString("latin1"), end: start + length.value };
}

interface Pointers {
  readonly content: Content;
  readonly program: Program;
  readonly pointerSize: 4 | 8;
  readonly isBig: boolean;
}

/** A string of Go before 1.18: a pointer to a pointer and a length. */
async function pointedText(shape: Pointers, address: number): Promise<string | undefined> {
  const { content, program, pointerSize } = shape;
  const header = await readAddress(content, program, address, 2 * pointerSize);
  if (header === undefined) return undefined;
  const length = wordAt(header, pointerSize, shape);
  if (length < 0 || length > MAX_TEXT) return undefined;
  const bytes = await readAddress(content, program, wordAt(header, 0, shape), length);
  return bytes?.toString("latin1");
}

function wordAt(bytes: Buffer, at: number, { pointerSize, isBig }: Pointers): number {
  if (pointerSize === 4) return isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
  const value = isBig ? bytes.readBigUInt64BE(at) : bytes.readBigUInt64LE(at);
  return value <= Number.MAX_SAFE_INTEGER ? Number(value) : -1;
}

/** The lines stand between two marks of 16 bytes; text is of UTF-8. */
function withoutSentinels(text: string): string {
  const inner = text.length >= 33 && text.at(-17) === "\n" ? text.slice(16, -16) : "";
  return Buffer.from(inner, "latin1").toString("utf8");
}
