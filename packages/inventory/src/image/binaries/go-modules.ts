/** A module that a Go program was built of. */
export interface GoBuildModule {
  readonly path: string;
  /** Absent where it is `(devel)`, or lies in a folder. */
  readonly version?: string;
  /** What it stands in for, by a `replace`. */
  readonly replaces?: { readonly path: string; readonly version?: string };
  /** The folder, as it is written, that stands in for it. */
  readonly folder?: string;
}

/** What the lines of the build information say. */
export interface GoModules {
  /** Import path of the main package: `example.com/app/cmd/app`, `command-line-arguments`. */
  readonly package?: string;
  readonly main?: GoBuildModule;
  readonly dependencies: readonly GoBuildModule[];
  /** `vcs.revision`, `GOOS`, `-tags`, …: as they are written. */
  readonly settings: ReadonlyMap<string, string>;
}

/** A clause where there are more modules than are read. */
export function tooManyModules(text: string, most = MAX_MODULES): string | undefined {
  const count = text.match(/^(?:mod|dep)\t/gm)?.length ?? 0;
  return count > most ? `it lists ${count} modules; at most ${most} are read` : undefined;
}

const MAX_MODULES = 20_000;

/** Source: https://pkg.go.dev/runtime/debug#BuildInfo, `ParseBuildInfo`; lines of kinds that are not known are passed over. */
export function parseGoModules(text: string): GoModules {
  const settings = new Map<string, string>();
  const found: { isMain: boolean; module: GoBuildModule }[] = [];
  let mainPackage: string | undefined;
  for (const line of text.split("\n")) {
    const [kind = "", first = "", version = ""] = line.split("\t");
    if (kind === "path") mainPackage = first;
    else if ((kind === "mod" || kind === "dep") && first !== "" && found.length < MAX_MODULES)
      found.push({ isMain: kind === "mod", module: module(first, version) });
    else if (kind === "=>" && first !== "") {
      const last = found.at(-1);
      if (last !== undefined) last.module = replaced(last.module, first, version);
    } else if (kind === "build") addSetting(settings, line.slice(line.indexOf("\t") + 1));
  }
  // Of files that are named one by one the main module is among the others, without a version.
  const named = found.find(({ isMain }) => isMain);
  const main =
    named ??
    (mainPackage === "command-line-arguments"
      ? found.find(
          ({ module: { version, folder } }) => version === undefined && folder === undefined,
        )
      : undefined);
  return {
    ...(mainPackage === undefined ? {} : { package: mainPackage }),
    ...(main === undefined ? {} : { main: main.module }),
    dependencies: found.filter((each) => each !== main).map((each) => each.module),
    settings,
  };
}

function module(path: string, version: string): GoBuildModule {
  return version === "" || version === "(devel)" ? { path } : { path, version };
}

/** What is inside is the replacement; a folder has no version, and the name says nothing that others know. */
function replaced(by: GoBuildModule, path: string, version: string): GoBuildModule {
  const original = { path: by.path, ...(by.version === undefined ? {} : { version: by.version }) };
  return version === "" || /^\.{0,2}\/|^[A-Za-z]:[\\/]/.test(path)
    ? { path: by.path, replaces: original, folder: path }
    : { ...module(path, version), replaces: original };
}

/** `key=value`, each perhaps as a Go string in quotes. */
function addSetting(settings: Map<string, string>, text: string): void {
  const [, key = "", value = ""] = /^("(?:[^"\\]|\\.)*"|`[^`]*`|[^=]*)=(.*)$/s.exec(text) ?? [];
  if (key !== "" && settings.size < 200) settings.set(unquoted(key), unquoted(value));
}

function unquoted(text: string): string {
  if (text.startsWith("`") && text.endsWith("`") && text.length > 1) return text.slice(1, -1);
  if (!text.startsWith('"')) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : text;
  } catch {
    return text;
  }
}
