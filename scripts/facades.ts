import { readdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const FACADE = /^\s*export\s*\{([^}]*)\}\s*from\s*"(\.\/[\w.-]+)";?\s*$/;
const EMPTY = /^\s*export\s*\{\s*\};?\s*$/;
/** Files of our own do nothing when they are loaded: to import one and no name of it is to no purpose. */
const NAMELESS = /^import\s*"\.\/(?:shared\/)?(?!vendor-)[\w.-]+";\n?/gm;

/**
 * The bundler makes a file for each module that is loaded by `import()`, also where the module lies in a part: it holds nothing but
 * another name of that. Whoever loads such a file loads the part instead, and the file is gone: a third of all files, each of which
 * a run would have to find and to link.
 */
export function withoutFacades(outputFolder: string): void {
  const shared = readdirSync(join(outputFolder, "shared")).map((name) => `shared/${name}`);
  const entries = readdirSync(outputFolder).filter((name) => name.endsWith(".js"));
  const texts = new Map(
    [...entries, ...shared].map((name) => [
      name,
      readFileSync(join(outputFolder, name), "utf8").replace(NAMELESS, ""),
    ]),
  );
  const facades = new Map<string, { readonly part: string; readonly names: string }>();
  for (const name of shared) {
    const [, names, part] = FACADE.exec(texts.get(name) ?? "") ?? [];
    const file = basename(name);
    const isLinked = [...texts.values()].some((text) => linksTo(text, file));
    if (names !== undefined && part !== undefined && !isLinked)
      facades.set(file, { part: basename(part), names: objectOf(names) });
  }
  for (const [name, text] of texts) {
    const isShared = name.startsWith("shared/");
    if (isShared && (facades.has(basename(name)) || EMPTY.test(text))) {
      unlinkSync(join(outputFolder, name));
      continue;
    }
    const loaded = text.replace(LOADED, (whole, _quote, folder: string, file: string) => {
      const facade = facades.get(file);
      if (facade === undefined) return whole;
      return `import("${folder}${facade.part}").then(m=>(${facade.names}))`;
    });
    writeFileSync(join(outputFolder, name), loaded);
  }
}

const LOADED = /import\((["'`])(\.\/(?:shared\/)?)([\w.-]+)\1\)/g;

/** Whether a file is imported without `import()`. */
function linksTo(text: string, file: string): boolean {
  return new RegExp(`(?:from|import)\\s*["'][./\\w-]*/${file.replaceAll(".", "\\.")}["']`).test(
    text,
  );
}

/** `{read:m.r}` of `r as read`. */
function objectOf(names: string): string {
  const pairs = names
    .split(",")
    .map((name) => name.trim().split(/\s+as\s+/))
    .map(([inner = "", outer = inner]) => `${outer}:m.${inner}`);
  return `{${pairs.join(",")}}`;
}
