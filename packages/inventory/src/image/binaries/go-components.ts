import { purlOf } from "../purl.ts";
import type { ImageComponent } from "../reader.ts";
import type { Found, ProgramFact } from "./found.ts";
import type { GoBuildInfo } from "./go-build-info.ts";
import { type GoBuildModule, type GoModules, parseGoModules } from "./go-modules.ts";

const SETTINGS = ["vcs.revision", "vcs.time", "vcs.modified", "GOFIPS140"] as const;

/** The main module, what it was linked with, and Go's own library. */
export function addGoProgram(
  found: Found,
  { goVersion, modules }: GoBuildInfo,
  at: ProgramFact<unknown>,
): void {
  const parsed = parseGoModules(modules);
  const main = addMain(found, parsed, at);
  const needs = [addStdlib(found, goVersion, at)];
  for (const each of parsed.dependencies) needs.push(addModule(found, each, at));
  if (main === undefined) return;
  found.complete(main);
  for (const to of needs) if (to !== main) found.edge(main, to);
}

/** Without a version two programs are the same only if their bytes are. */
function addMain(
  found: Found,
  { main, package: path, settings }: GoModules,
  at: ProgramFact<unknown>,
): string | undefined {
  if (main === undefined) return undefined;
  const properties: (readonly [string, string])[] = SETTINGS.flatMap((name) => {
    const value = settings.get(name);
    return value === undefined ? [] : [[`assay:image:go:${name}`, value] as const];
  });
  if (path !== undefined) properties.push(["assay:image:go:package", path]);
  const id = `go:${main.path}@${main.version ?? at.sha256}`;
  const component = { ...moduleComponent(main), kind: "application" as const };
  return found.add(id, component, at, "build-record", properties);
}

function addModule(found: Found, each: GoBuildModule, at: ProgramFact<unknown>): string {
  const { path, version, folder } = each;
  const id = `go:${path}@${version ?? folder ?? ""}`;
  const properties: ImageComponent["properties"] =
    folder === undefined ? [] : [["assay:image:go:replaced-by", folder]];
  return found.add(id, moduleComponent(each), at, "build-record", properties);
}

function moduleComponent({ path, version, replaces, folder }: GoBuildModule) {
  return {
    name: path,
    ecosystem: "golang",
    version,
    // What lies in a folder of the builder's has no place in a registry, whatever it is called.
    purl: folder === undefined ? goPurl(path, version) : undefined,
    ancestors:
      replaces === undefined ? undefined : [{ name: replaces.path, ...versionOf(replaces) }],
    aliases: replaces === undefined || replaces.path === path ? [] : [replaces.path],
  };
}

function versionOf({ path, version }: { readonly path: string; readonly version?: string }) {
  const purl = version === undefined ? undefined : goPurl(path, version);
  return {
    ...(version === undefined ? {} : { version }),
    ...(purl === undefined ? {} : { purl }),
  };
}

/** `go1.22.1 X:boringcrypto` and `go1.22.1-vendor` are of 1.22.1; `devel go1.23-abc` is of no release. */
function addStdlib(found: Found, goVersion: string, at: ProgramFact<unknown>): string {
  const version = /^go(\d+(?:\.\d+)+(?:(?:rc|beta)\d+)?)(?![\w.])/.exec(goVersion)?.[1];
  const component = {
    name: "stdlib",
    ecosystem: "golang",
    version,
    purl: goPurl("stdlib", version),
  };
  return found.add(`go:stdlib@${goVersion}`, component, at, "build-record", [
    ["assay:image:go:version", goVersion],
  ]);
}

function goPurl(path: string, version: string | undefined): string | undefined {
  const slash = path.lastIndexOf("/");
  return purlOf({
    type: "golang",
    namespace: path.slice(0, Math.max(slash, 0)),
    name: path.slice(slash + 1),
    version,
  });
}
