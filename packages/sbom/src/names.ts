import { ECOSYSTEMS, ecosystemOf } from "@assay/inventory";
import type { SbomComponent } from "./model.ts";

/** A package's name as CycloneDX has it: an npm scope, a vendor or a Maven group stands by itself. */
export function splitName(
  ecosystem: string,
  name: string,
): { readonly group?: string; readonly name: string } {
  const group = ecosystemOf(ecosystem)?.names?.group.exec(name)?.[0];
  return group === undefined ? { name } : { group, name: name.slice(group.length + 1) };
}

/** The name as the ecosystem writes it. */
export function fullName({
  group,
  name,
  purl,
}: {
  readonly group?: string | undefined;
  readonly name: string;
  readonly purl?: string | undefined;
}): string {
  if (group === undefined) return name;
  return `${group}${ecosystemOf(purlType(purl))?.names?.separator ?? "/"}${name}`;
}

/** As people call it, whatever its ecosystem: `@scope/name`, `group/name`. */
export function nameKey({ group, name }: SbomComponent): string {
  return group === undefined ? name : `${group}/${name}`;
}

/** `name@version`, for people. */
export function labelOf(component: SbomComponent): string {
  const { version } = component;
  return version === undefined ? nameKey(component) : `${nameKey(component)}@${version}`;
}

/** `npm` of `pkg:npm/a@1`. */
export function purlType(purl: string | undefined): string | undefined {
  return purl === undefined ? undefined : /^pkg:\/*([^/]+)\//.exec(purl)?.[1]?.toLowerCase();
}

/** Whose names a package's is one of: a workspace's member has the name of its ecosystem and the purl of its repository. */
export function ecosystemOfName(purl: string | undefined, name: string): string {
  const scoped = name.startsWith("@")
    ? ECOSYSTEMS.find(({ names }) => names?.group.test(name))?.id
    : undefined;
  return scoped ?? purlType(purl) ?? "";
}
