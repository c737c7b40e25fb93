import { posix, resolve } from "node:path";
import { text as textOf } from "node:stream/consumers";
import { compareText, UsageError } from "@assay/core";
import { readRegularFile } from "@assay/sigstore/files";
import { linesOfArtifacts } from "./artifact-list.ts";

/** A file by its name and digest, as a list of checksums has it. */
export interface Checksum {
  readonly name: string;
  readonly digests: ReadonlyMap<"sha256" | "sha384" | "sha512", Buffer>;
}

const MAX_BYTES = 64 * 1024 * 1024;
const BY_LENGTH = { 64: "sha256", 96: "sha384", 128: "sha512" } as const;
/** As sha256sum writes it: a backslash in front where the name is escaped, a star for binary mode. */
const GNU = /^(\\?)([0-9a-fA-F]+) [ *](.+)$/;
/** As `--tag` and the BSDs write it. */
const BSD = /^(\\?)(?:SHA256|SHA384|SHA512) \((.+)\) = ([0-9a-fA-F]+)$/;

/**
 * The list of a file, or of stdin for `-`. Lines end in LF or CRLF; the runner's list of artifacts is read too.
 *
 * @throws UsageError with the line that is none, leads out of the folder, or gives a name another digest than an earlier one.
 */
export async function readChecksums(root: string, path: string): Promise<readonly Checksum[]> {
  const shown = path === "-" ? "stdin" : path;
  const list = parseChecksums(
    path === "-" ? await textOf(process.stdin) : await read(root, path),
    shown,
  );
  if (list.length > 0) return list;
  throw new UsageError(`${shown} holds no checksums`);
}

async function read(root: string, path: string): Promise<string> {
  const found = await readRegularFile(resolve(root, path), MAX_BYTES);
  if ("bytes" in found) return found.bytes.toString("utf8");
  throw new UsageError(
    found.problem === "large"
      ? `${path} has ${found.size} bytes; a list of checksums has at most ${MAX_BYTES}`
      : `${path} is ${found.problem === "absent" ? "not there" : "no regular file"}`,
  );
}

export function parseChecksums(text: string, shown: string): readonly Checksum[] {
  const found = new Map<string, Checksum>();
  const said = text.replace(/^\uFEFF/, "");
  const lines = /^\s*\{/.test(said) ? linesOfArtifacts(said, shown) : said;
  for (const [at, line] of lines.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const fail = (problem: string): never => {
      throw new UsageError(`Line ${at + 1} of ${shown} ${problem}`, {
        hint: "A line is the digest in hex (SHA-256, SHA-384 or SHA-512), two spaces or a space and `*`, and a name, as `sha256sum` writes it.",
      });
    };
    const gnu = GNU.exec(line);
    const bsd = gnu === null ? BSD.exec(line) : null;
    const [escaped, hex, written] = gnu?.slice(1) ?? [bsd?.[1], bsd?.[3], bsd?.[2]];
    const algorithm = BY_LENGTH[(hex?.length ?? 0) as keyof typeof BY_LENGTH];
    if (hex === undefined || written === undefined || algorithm === undefined) {
      fail("is no checksum with a name");
      continue;
    }
    const plain = escaped === "\\" ? unescaped(written) : written;
    const name = plain.replace(/^(?:\.\/)+/, "");
    if (/[\r\n\0]/.test(name)) fail("names a file with a line break");
    if (posix.isAbsolute(name) || name.split("/").includes(".."))
      fail(`leads out of the folder (${name})`);
    const digest = Buffer.from(hex, "hex");
    const before = found.get(name);
    const same = before?.digests.get(algorithm);
    if (same?.equals(digest) === false) fail(`gives ${name} another digest than a line before`);
    found.set(name, { name, digests: new Map([...(before?.digests ?? []), [algorithm, digest]]) });
  }
  return [...found.values()];
}

function unescaped(name: string): string {
  return name.replaceAll(/\\([\\nr])/g, (_, what) => ({ n: "\n", r: "\r" })[what as "n"] ?? "\\");
}

/** The list as `sha256sum -c` reads it, by name. Names hold no line break. */
export function checksumsText(
  list: readonly { readonly name: string; readonly hex: string }[],
): string {
  return [...list]
    .sort((a, b) => compareText(a.name, b.name))
    .map(({ name, hex }) =>
      name.includes("\\") ? `\\${hex}  ${name.replaceAll("\\", "\\\\")}\n` : `${hex}  ${name}\n`,
    )
    .join("");
}
