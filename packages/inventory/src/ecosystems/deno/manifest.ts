import { isRecord } from "@assay/core";
import { textOf, textsOf } from "../../fields.ts";
import { type Json, parseObject } from "../../json-object.ts";
import { plainJson } from "../../jsonc.ts";

/** What a `deno.json` says (https://docs.deno.com/runtime/fundamentals/configuration/), comments and all. */
export interface DenoManifest {
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** Modules that it maps names to, as they are written: `npm:chalk@5`, `jsr:@std/path`, `https://…`. */
  readonly modules: readonly string[];
  /** An import map beside it, or a URL. */
  readonly importMap: string | undefined;
  /** Folders of its workspace, or patterns. */
  readonly workspace: readonly string[];
}

/** @throws UsageError when it is no JSON object */
export function readDenoManifest(path: string, text: string): DenoManifest {
  const json = parseObject(path, plainJson(text));
  const { workspace, compilerOptions } = json;
  const options = isRecord(compilerOptions) ? compilerOptions : {};
  const folders = isRecord(workspace) ? workspace["members"] : workspace;
  return {
    name: textOf(json["name"]),
    version: textOf(json["version"]),
    modules: [
      ...importedModules(json),
      ...textsOf([options["jsxImportSource"], options["jsxImportSourceTypes"]]),
      ...textsOf(options["types"]),
    ],
    importMap: textOf(json["importMap"]),
    workspace: textsOf(folders),
  };
}

/** The modules of an import map: https://html.spec.whatwg.org/multipage/webappapis.html#import-maps */
function importedModules({ imports, scopes }: Json): readonly string[] {
  const maps = [imports, ...(isRecord(scopes) ? Object.values(scopes) : [])];
  return maps.flatMap((map) => (isRecord(map) ? textsOf(Object.values(map)) : []));
}

/** Whether a `deno.json` asks for packages or for files of servers. @throws UsageError when it is no JSON object */
export function denoAsks(text: string): boolean {
  const { modules, importMap } = readDenoManifest("deno.json", text);
  return importMap !== undefined || modules.some((each) => /^(?:npm|jsr|https?):/.test(each));
}

/** @throws UsageError when it is no JSON object */
export function readImportMap(path: string, text: string): readonly string[] {
  return importedModules(parseObject(path, plainJson(text)));
}
