/** Which registry serves the packages of a scope, where the project's settings say so. Other settings are not looked at. */
export interface Registries {
  /** The registry of a package by its name, without credentials; `undefined` for the public one. */
  of(name: string): string | undefined;
}

const PUBLIC = new Set(["registry.npmjs.org", "registry.yarnpkg.com"]);

/** @param scopes By scope with its `@`, the one of all other packages under `""`; an empty address is the public registry. */
export function registriesFrom(scopes: ReadonlyMap<string, string>): Registries {
  return {
    of(name) {
      const scope = name.startsWith("@") ? name.slice(0, Math.max(name.indexOf("/"), 0)) : "";
      const registry = scopes.has(scope) ? scopes.get(scope) : scopes.get("");
      return registry === "" ? undefined : registry;
    },
  };
}

/**
 * The registries that a `.npmrc` names (https://docs.npmjs.com/cli/configuring-npm/npmrc): `registry=` and `@scope:registry=`.
 * A value that needs the environment stays unknown.
 */
export function readNpmrcRegistries(text: string): ReadonlyMap<string, string> {
  const scopes = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const [, scope = "", value = ""] =
      /^\s*(?:(@[^\s:=]+):)?registry\s*=\s*["']?([^\s"']+)/.exec(line) ?? [];
    const registry = registryUrl(value);
    if (registry !== undefined) scopes.set(scope, registry);
  }
  return scopes;
}

/** An address without credentials and without the slash at its end: empty for the public registry, `undefined` for no address. */
export function registryUrl(text: string): string | undefined {
  if (!/^https?:\/\//.test(text) || text.includes("${") || !URL.canParse(text)) return undefined;
  const { origin, host, pathname } = new URL(text);
  return PUBLIC.has(host) ? "" : `${origin}${pathname.replace(/\/+$/, "")}`;
}
