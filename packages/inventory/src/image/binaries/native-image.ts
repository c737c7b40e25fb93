import { gunzipSync } from "node:zlib";
import { isRecord } from "@assay/core";
import { canonicalPurl } from "../purl.ts";
import type { Found, ProgramFact } from "./found.ts";
import { type Content, numbersOf, type Program, readAddress, readRegion } from "./program.ts";

const MAX_NAMES = 4 * 1024 * 1024;
const MAX_SYMBOLS = 4 * 1024 * 1024;
const MAX_PACKED = 16 * 1024 * 1024;
const MAX_TEXT = 64 * 1024 * 1024;
const MAX_COMPONENTS = 50_000;

/** A component of the document that GraalVM puts into a program. */
export interface NativeImageComponent {
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
}

/**
 * The CycloneDX document in a program that GraalVM compiled; a clause where it can't be read.
 *
 * Source: https://www.graalvm.org/jdk25/security-guide/native-image/sbom/ : the symbol `sbom` is at its start, gzip; `sbom_length` at
 * its size, 8 bytes.
 */
export async function nativeImageComponents(
  content: Content,
  program: Program,
): Promise<readonly NativeImageComponent[] | string | undefined> {
  if (program.kind !== "elf") return undefined;
  const addresses = await symbols(content, program, ["sbom", "sbom_length"]);
  const [start, lengthAt] = [addresses.get("sbom"), addresses.get("sbom_length")];
  if (start === undefined || lengthAt === undefined) return undefined;
  const stored = await readAddress(content, program, lengthAt, 8);
  const length = stored === undefined ? -1 : numbersOf(stored, program.littleEndian).u64(0);
  const packed =
    length > 0 && length <= MAX_PACKED
      ? await readAddress(content, program, start, length)
      : undefined;
  try {
    if (packed === undefined) return UNREADABLE;
    const text = gunzipSync(packed, { maxOutputLength: MAX_TEXT }).toString("utf8");
    return componentsOf(JSON.parse(text));
  } catch {
    return UNREADABLE;
  }
}

const UNREADABLE = "its embedded SBOM (GraalVM) can't be read";

/** Addresses of exported symbols. */
async function symbols(
  content: Content,
  { sections, littleEndian, pointerSize }: Program,
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  const strings = sections.find(({ name }) => name === ".dynstr");
  const table = sections.find(({ name }) => name === ".dynsym");
  if (strings === undefined || table === undefined) return found;
  const text = await readRegion(content, strings, MAX_NAMES);
  const places = new Map<number, string>();
  for (const name of names) {
    const at = text.indexOf(`\0${name}\0`, 0, "latin1");
    if (at < 0) return found;
    places.set(at + 1, name);
  }
  const bytes = await readRegion(content, table, MAX_SYMBOLS);
  const { u32, word } = numbersOf(bytes, littleEndian, pointerSize);
  const [size, value] = pointerSize === 8 ? [24, 8] : [16, 4];
  for (let at = 0; at + size <= bytes.length; at += size) {
    const name = places.get(u32(at));
    if (name !== undefined) found.set(name, word(at + value));
  }
  return found;
}

function componentsOf(document: unknown): readonly NativeImageComponent[] | string {
  if (!isRecord(document)) return UNREADABLE;
  const { components = [] } = document;
  if (!Array.isArray(components) || components.length > MAX_COMPONENTS) return UNREADABLE;
  return components.flatMap((each: unknown) => {
    if (!isRecord(each)) return [];
    const { group, name, version, purl } = each;
    if (typeof name !== "string" || name === "") return [];
    const canonical = typeof purl === "string" ? canonicalPurl(purl) : undefined;
    return [
      {
        name: typeof group === "string" && group !== "" ? `${group}:${name}` : name,
        ...(typeof version === "string" && version !== "" ? { version } : {}),
        ...(canonical === undefined ? {} : { purl: canonical }),
      },
    ];
  });
}

export function addNativeImage(
  found: Found,
  components: readonly NativeImageComponent[],
  at: ProgramFact<unknown>,
): void {
  for (const each of components) {
    const ecosystem = each.purl?.slice(4, each.purl.indexOf("/")) ?? "maven";
    const id = `graalvm:${each.purl ?? `${each.name}@${each.version ?? ""}`}`;
    found.add(id, { ...each, ecosystem }, at, "build-record", [
      ["assay:image:embedded-sbom", "GraalVM"],
    ]);
  }
}
