import { isRecord } from "@assay/core";
import { publicUrl } from "../../assemble/public-url.ts";
import { textOf } from "../../fields.ts";
import type { Hash, PackageArtifact } from "../../graph.ts";
import { tableOf } from "../../toml.ts";
import { parseHash, toHash } from "./integrity.ts";

/** The files of one package, and what was not understood of them. */
export interface ReadFiles {
  readonly artifacts: readonly PackageArtifact[];
  readonly reasons: readonly string[];
}

/**
 * Reads tables such as `{url, path, name, file, hash, hashes}`: each is one file with its own hashes, whichever of the keys its format
 * has.
 *
 * @param url of a file that names none itself
 */
export function readFiles(list: readonly unknown[], url?: string): ReadFiles {
  const reasons = new Set<string>();
  const artifacts: PackageArtifact[] = [];
  for (const file of list) {
    if (!isRecord(file)) {
      reasons.add("one of its files is no table");
      continue;
    }
    const hashes = hashesOf(file);
    if (hashes.includes(undefined)) reasons.add("one of its files has an unknown hash");
    const known = hashes.filter((hash) => hash !== undefined);
    const at = fileUrl(textOf(file["url"]) ?? url);
    const fileName =
      textOf(file["filename"]) ??
      textOf(file["file"]) ??
      textOf(file["name"]) ??
      lastPart(file["path"]);
    artifacts.push({
      hashes: known,
      ...(at === undefined ? {} : { url: at }),
      ...(at !== undefined || fileName === undefined ? {} : { fileName }),
    });
  }
  return { artifacts, reasons: [...reasons] };
}

function hashesOf(file: Readonly<Record<string, unknown>>): readonly (Hash | undefined)[] {
  const one = textOf(file["hash"]);
  if (one !== undefined) return [parseHash(one)];
  return Object.entries(tableOf(file["hashes"])).map(([algorithm, hex]) =>
    toHash(algorithm, textOf(hex) ?? ""),
  );
}

function fileUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  // Nearly every file lies here, and its URL holds nothing that has to be dropped.
  if (/^https:\/\/files\.pythonhosted\.org\/[\w./-]+$/.test(text)) return text;
  const url = publicUrl(text);
  return url === undefined || url.protocol === "file:" ? undefined : url.href;
}

function lastPart(path: unknown): string | undefined {
  return textOf(path)?.replace(/^.*[\\/]/s, "");
}
