import { splitAtVersion } from "../package-name.ts";

/** `name@protocol:…#selector::key=value&…`: a descriptor (what is asked for) or a locator (what it is). */
export interface Reference {
  readonly name: string;
  /** Without the colon; empty for an address that is no protocol of Yarn's, such as `https://…` or `git@…`. */
  readonly protocol: string;
  /** What stands between the protocol and `::`; the whole address where there is no protocol. */
  readonly rest: string;
  readonly params: ReadonlyMap<string, string>;
}

/** Yarn's own; what else stands before a colon belongs to an address. */
const PROTOCOLS: ReadonlySet<string> = new Set([
  "npm",
  "workspace",
  "patch",
  "portal",
  "link",
  "file",
  "exec",
  "catalog",
  "virtual",
]);

/** `undefined` where there is no `@` behind the name. */
export function readReference(text: string): Reference | undefined {
  const parts = splitAtVersion(text);
  if (parts === undefined) return undefined;
  const { base, params } = withoutParams(parts.rest);
  const colon = base.indexOf(":");
  const protocol = colon < 0 ? "" : base.slice(0, colon);
  const isProtocol = PROTOCOLS.has(protocol);
  return {
    name: parts.name,
    protocol: isProtocol ? protocol : "",
    rest: isProtocol ? base.slice(colon + 1) : base,
    params,
  };
}

/** What stands before `::`, and the parameters behind it. */
export function withoutParams(text: string): {
  readonly base: string;
  readonly params: ReadonlyMap<string, string>;
} {
  const at = text.lastIndexOf("::");
  if (at < 0) return { base: text, params: NONE };
  const pairs = text
    .slice(at + 2)
    .split("&")
    .map(
      (pair) =>
        [pair.slice(0, pair.indexOf("=")), unescaped(pair.slice(pair.indexOf("=") + 1))] as const,
    );
  return { base: text.slice(0, at), params: new Map(pairs) };
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Of `%3A` and the like; as it is where it is badly escaped. */
export function unescaped(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The range with its protocol: Yarn 2 and 3 leave that of the registry out. */
export function withProtocol(range: string): string {
  if (/^[a-z][a-z+.-]*:/i.test(range) || /^(?:\.{0,2}\/|~\/)/.test(range)) return range;
  // `owner/repository`, `git@host:…`
  return /[/:]/.test(range) ? range : `npm:${range}`;
}

/** What a patch is of, and the files or built-in names that make it; `undefined` where it is none. */
export function readPatch(
  reference: Reference,
): { readonly inner: string; readonly files: readonly string[] } | undefined {
  if (reference.protocol !== "patch") return undefined;
  const hash = reference.rest.indexOf("#");
  if (hash < 0) return undefined;
  return {
    inner: unescaped(reference.rest.slice(0, hash)),
    files: reference.rest
      .slice(hash + 1)
      .split("&")
      .map((file) => file.replace(/^optional!|^~(?=builtin<)/, "")),
  };
}

export function isBuiltin(file: string): boolean {
  return /^!?builtin</.test(file);
}
