import { isRecord, UsageError } from "@assay/core";
import { isPlatformPackage, packageLinks } from "./names.ts";

/** What a `composer.json` says of its packages. https://getcomposer.org/doc/04-schema.md */
export interface ComposerManifest {
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** By lower-case name, without what PHP and Composer are themselves. */
  readonly require: ReadonlyMap<string, string>;
  readonly requireDev: ReadonlyMap<string, string>;
  /** What it stands for itself, in lower case: nobody has to install that. */
  readonly provides: ReadonlySet<string>;
  /** As it is written. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** @throws UsageError when it is no JSON object */
export function readComposerManifest(path: string, text: string): ComposerManifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UsageError(`${path} is no JSON`);
  }
  if (!isRecord(json)) throw new UsageError(`${path} is no JSON object`);
  const { name, version } = json;
  return {
    name: typeof name === "string" && name !== "" ? name : undefined,
    version: typeof version === "string" && version !== "" ? version : undefined,
    require: withoutPlatform(json["require"]),
    requireDev: withoutPlatform(json["require-dev"]),
    provides: new Set(
      [...packageLinks(json["provide"]), ...packageLinks(json["replace"])].map(([each]) => each),
    ),
    json,
  };
}

function withoutPlatform(value: unknown): ReadonlyMap<string, string> {
  return new Map([...packageLinks(value)].filter(([name]) => !isPlatformPackage(name)));
}

/** Whether a `composer.json` asks for packages. @throws UsageError when it is no JSON object */
export function composerAsks(text: string): boolean {
  const { require, requireDev } = readComposerManifest("composer.json", text);
  return require.size + requireDev.size > 0;
}
