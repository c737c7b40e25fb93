import { posix, resolve } from "node:path";
import { type ActFailure, type ActRecord, type ProductSink, UsageError } from "@assay/core";
import { readRegularFile } from "@assay/sigstore/files";
import type { DigestName } from "@assay/sigstore/keys";
import { checksumsText, parseChecksums } from "../targets/checksums.ts";

/** A list of what is signed, that is signed itself. */
export interface ChecksumsList {
  readonly path: string;
  readonly algorithm: DigestName;
  /** Gets the digests of a file while it is signed: what is listed is what was signed. */
  add(name: string, digests: ReadonlyMap<DigestName, Buffer>): void;
  /** @returns what kept the list from being written. */
  write(
    products: ProductSink,
    records: readonly ActRecord[],
    failures: readonly ActFailure[],
  ): Promise<readonly ActFailure[]>;
}

const MAX_BYTES = 64 * 1024 * 1024;

/**
 * @param path Its name says the algorithm: `SHA512SUMS`, otherwise SHA-256. Names in it are relative to its folder, as
 * `sha256sum -c` wants them.
 * @throws UsageError where something else lies there, or a file is outside of its folder.
 */
export async function checksumsList(
  root: string,
  path: string,
  files: readonly string[],
  replace: boolean,
): Promise<ChecksumsList> {
  const algorithm = /sha-?512/i.test(posix.basename(path)) ? "sha512" : "sha256";
  const folder = posix.dirname(path);
  const outside = files.find((file) => folder !== "." && !file.startsWith(`${folder}/`));
  if (outside !== undefined) {
    throw new UsageError(`${path} can't list ${outside}: it lies outside of its folder`, {
      hint: "Put the list into a folder that holds all files.",
    });
  }
  await requireList(root, path, replace);
  const lines = new Map<string, string>();
  return {
    path,
    algorithm,
    add(name, digests) {
      const digest = digests.get(algorithm)?.toString("hex") ?? "";
      lines.set(posix.relative(folder, name), digest);
    },
    async write(products, records, failures) {
      const [first] = failures;
      if (first !== undefined || records.length === 0) {
        const why = `${path} was not written: not every file was signed`;
        const { kind = "usage" } = first ?? {};
        return [{ item: path, ruleId: "sign.failed", kind, message: why }];
      }
      const list = [...lines].map(([name, hex]) => ({ name, hex }));
      const bytes = Buffer.from(checksumsText(list));
      await products.write({ path, mediaType: "text/plain", bytes });
      return [];
    },
  };
}

async function requireList(root: string, path: string, replace: boolean): Promise<void> {
  const read = await readRegularFile(resolve(root, path), MAX_BYTES);
  if (replace || ("problem" in read && read.problem === "absent")) return;
  try {
    if ("bytes" in read) parseChecksums(read.bytes.toString("utf8"), path);
    else throw new UsageError(`${path} is no regular file, or too large`);
  } catch (cause) {
    throw new UsageError(`${path} exists and is no list of checksums; it stays as it is`, {
      hint: "Choose another name for `checksums`, or `replace` to overwrite it.",
      cause,
    });
  }
}
