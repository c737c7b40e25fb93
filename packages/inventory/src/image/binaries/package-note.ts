import { isRecord } from "@assay/core";
import { purlOf } from "../purl.ts";
import type { Found, ProgramFact } from "./found.ts";
import { type Content, numbersOf, type Program, readRegion } from "./program.ts";

const PACKAGE_NOTE = 0xcafe1a7e;
const MAX_BYTES = 64 * 1024;

/** The package of a distribution that a program was built for, by itself. */
export interface PackageNote {
  /** `deb`, `rpm`, `apk`, `alpm`. */
  readonly type: string;
  readonly name: string;
  readonly version?: string;
  readonly architecture?: string;
  /** `fedora`. */
  readonly os?: string;
}

/** Source: https://systemd.io/PACKAGE_METADATA_FOR_EXECUTABLE_FILES/ */
export async function packageNote(
  content: Content,
  { sections, littleEndian }: Program,
): Promise<PackageNote | undefined> {
  const section = sections.find(({ name }) => name === ".note.package");
  if (section === undefined) return undefined;
  const bytes = await readRegion(content, section, MAX_BYTES);
  if (bytes.length < 12) return undefined;
  const { u32 } = numbersOf(bytes, littleEndian);
  if (u32(8) !== PACKAGE_NOTE) return undefined;
  const start = 12 + Math.ceil(u32(0) / 4) * 4;
  const text = bytes.toString("utf8", start, Math.min(bytes.length, start + u32(4)));
  try {
    return noteOf(JSON.parse(text.replace(/\0+$/, "")));
  } catch {
    return undefined;
  }
}

function noteOf(value: unknown): PackageNote | undefined {
  if (!isRecord(value)) return undefined;
  const text = (key: string) => {
    const member = value[key];
    return typeof member === "string" && member !== "" ? member : undefined;
  };
  const [type, name] = [text("type"), text("name")];
  if (type === undefined || name === undefined) return undefined;
  const [version, architecture] = [text("version"), text("architecture")];
  const os = text("os") ?? /^cpe:\/o:[^:]*:([^:]+)/.exec(text("osCpe") ?? "")?.[1];
  return {
    type,
    name,
    ...(version === undefined ? {} : { version }),
    ...(architecture === undefined ? {} : { architecture }),
    ...(os === undefined ? {} : { os }),
  };
}

const PURL_TYPES: ReadonlySet<string> = new Set(["alpm", "apk", "deb", "rpm"]);

export function addPackageNote(
  found: Found,
  { type, name, version, architecture, os }: PackageNote,
  at: ProgramFact<unknown>,
): void {
  const purl = PURL_TYPES.has(type)
    ? purlOf({
        type,
        namespace: os,
        name,
        version,
        qualifiers: { arch: architecture },
      })
    : undefined;
  found.add(
    `note:${type}/${name}@${version ?? ""}#${architecture ?? ""}`,
    {
      name,
      ecosystem: type,
      version,
      purl,
    },
    at,
    "build-record",
    [["assay:image:elf-note", "package"]],
  );
}
