import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** The licence texts of every package whose code went into the bundle, sorted by name: their licences ask for them. */
export function thirdPartyNotices(root: string, moduleIds: readonly string[]): string {
  const folders = new Set<string>();
  for (const id of moduleIds) {
    const folder = packageFolder(id.replace(/^\0/, "").replace(/\?.*$/, ""));
    if (folder !== undefined) folders.add(folder);
  }
  const sections = [...folders]
    .map((folder) => relative(root, folder))
    .sort()
    .map((folder) => notice(join(root, folder)));
  return `${sections.join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/** The innermost folder below `node_modules` that has a named package.json. */
function packageFolder(file: string): string | undefined {
  if (!file.includes("/node_modules/")) return undefined;
  for (let folder = dirname(file); folder.includes("/node_modules/"); folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (
      existsSync(manifest) &&
      "name" in readManifest(manifest) &&
      "version" in readManifest(manifest)
    ) {
      return folder;
    }
  }
  return undefined;
}

function readManifest(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
}

function notice(folder: string): string {
  const manifest = readManifest(join(folder, "package.json"));
  const texts = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)(\.|-|$)/i.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n").trim());
  const heading = `${String(manifest["name"])} ${String(manifest["version"])}\nLicence: ${String(manifest["license"])}`;
  return [heading, ...texts].join("\n\n");
}
