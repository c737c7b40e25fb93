import { textOf, textsOf } from "../../fields.ts";
import { parseToml, type Table, tableOf } from "../../toml.ts";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** In lower case; `undefined` for what is none. */
export function uuidOf(value: unknown): string | undefined {
  return typeof value === "string" && UUID.test(value) ? value.toLowerCase() : undefined;
}

/** A package that a project asks for. */
export interface JuliaNeed {
  readonly name: string;
  readonly uuid: string;
  /** As `[compat]` has it. */
  readonly range: string | undefined;
  readonly kind: "runtime" | "optional" | "test" | "build";
}

/** What a `Project.toml` says: https://pkgdocs.julialang.org/v1/toml-files/ */
export interface JuliaProject {
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly needs: readonly JuliaNeed[];
  /** Folders of the projects that share its manifest. */
  readonly workspace: readonly string[];
}

/** @throws UsageError when it is no TOML */
export function readProject(path: string, text: string): JuliaProject {
  const toml = parseToml(path, text);
  const compat = tableOf(toml["compat"]);
  const needs = (table: Table, kindOf: (name: string) => JuliaNeed["kind"] | undefined) =>
    Object.entries(table).flatMap(([name, value]): readonly JuliaNeed[] => {
      const [uuid, kind] = [uuidOf(value), kindOf(name)];
      return uuid === undefined || kind === undefined
        ? []
        : [{ name, uuid, range: textOf(compat[name]), kind }];
    });
  const targets = tableOf(toml["targets"]);
  // What stands in both is weak: older versions of Julia do not know these.
  const weak = tableOf(toml["weakdeps"]);
  const isTest = new Set(textsOf(targets["test"]));
  const isBuild = new Set(textsOf(targets["build"]));
  return {
    name: textOf(toml["name"]),
    version: textOf(toml["version"]),
    needs: [
      ...needs(tableOf(toml["deps"]), (name) =>
        Object.hasOwn(weak, name) ? undefined : "runtime",
      ),
      ...needs(weak, () => "optional"),
      ...needs(tableOf(toml["extras"]), (name) =>
        isBuild.has(name) ? "build" : isTest.has(name) ? "test" : undefined,
      ),
    ],
    workspace: textsOf(tableOf(toml["workspace"])["projects"]),
  };
}

/** @throws UsageError when it is no TOML */
export function projectAsks(text: string): boolean {
  return readProject("Project.toml", text).needs.some(({ kind }) => kind === "runtime");
}
