import { UsageError } from "@assay/core";
import type { ImageReader } from "../../reader.ts";
import { assemblePackages } from "../assemble.ts";
import type { OsPackage } from "../package.ts";
import { lines, textOf } from "../paragraphs.ts";

const FILE = /^(?:var\/lib\/snapd\/)?snap\/[^/]+\/([^/]+)\/meta\/snap\.yaml$/;

/** A name or version is shorter. */
const MAX_LINE = 1000;

/** Snaps that are unpacked (https://snapcraft.io/docs/snap-format): only the plain fields at the top of the file are read. */
export const snapReader: ImageReader<OsPackage> = {
  id: "snap",
  // `current` is a link to the revision.
  wants: ({ path }) => FILE.test(path),
  async extract({ path, content }) {
    const fields = new Map<string, string>();
    for (const line of lines(await textOf(content))) {
      if (line.length > MAX_LINE) continue;
      const [, key, value] = /^([a-z-]+):(\s.*)$/s.exec(line) ?? [];
      if (key === undefined || value === undefined) continue;
      const text = value.trim();
      fields.set(key, /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text);
    }
    const name = fields.get("name");
    const version = fields.get("version");
    if (!name || !version) throw new UsageError("The snap has no name or no version.");
    const revision = FILE.exec(path)?.[1];
    const license = fields.get("license");
    return {
      name,
      version,
      license,
      ...(revision ? { properties: [["assay:image:revision", revision]] } : {}),
    };
  },
  async assemble(facts, tree) {
    const packages = facts.map(({ fact, path, layer, since }) => ({ ...fact, path, layer, since }));
    return assemblePackages(packages, tree, { type: "snap" });
  },
};
