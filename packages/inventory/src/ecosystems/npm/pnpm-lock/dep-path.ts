/**
 * How a lockfile writes the keys of packages. `slashes` (5.x): `/name/version_peers`. `packages` (6.x, 7.x): `/name@version(peers)`,
 * edges beside the facts. `snapshots` (9.x): `name@version(peers)`, edges apart from them.
 */
export type DepPathStyle = "slashes" | "packages" | "snapshots";

/** What the key of a package says. */
export interface DepPath {
  readonly name: string;
  /** Absent where the key has an address in its place. */
  readonly version: string | undefined;
  /** The key without peers and patch: what says where the package comes from. */
  readonly packageKey: string;
  /** The hash of the patch, or of whatever else stands at the end of the key. */
  readonly suffix: string;
}

/** The style of a `lockfileVersion`; `undefined` where it is not known. */
export function styleOf(lockfileVersion: string | undefined): DepPathStyle | undefined {
  const [, major] = /^(\d+)(?:\.\d+)?(?:-inlineSpecifiers)?$/.exec(lockfileVersion ?? "") ?? [];
  if (major === "5") return "slashes";
  if (major === "6" || major === "7") return "packages";
  return major === "9" ? "snapshots" : undefined;
}

/** The key without the slash that stands before it in versions 6 and 7. */
export function plainKey(key: string, style: DepPathStyle): string {
  return style !== "slashes" && key.startsWith("/") ? key.slice(1) : key;
}

export function depPathReader(style: DepPathStyle): (key: string) => DepPath {
  return style === "slashes" ? readSlashes : readAtSign;
}

/** Keys that a value may mean under a name, the likeliest first. */
export function candidateKeys(name: string, value: string, style: DepPathStyle): readonly string[] {
  return style === "slashes"
    ? [`/${name}/${value}`, value]
    : [`${name}@${value}`, plainKey(value, style)];
}

/** `name@version(peers)(patch_hash=…)`; in place of the version an address may stand. */
function readAtSign(key: string): DepPath {
  const paren = key.indexOf("(");
  const packageKey = paren < 0 ? key : key.slice(0, paren);
  const suffix = paren < 0 ? "" : key.slice(paren);
  const at = packageKey.indexOf("@", 1);
  if (at < 0) return { name: packageKey, version: undefined, packageKey, suffix };
  const rest = packageKey.slice(at + 1);
  return {
    name: withoutHost(packageKey.slice(0, at)),
    version: isVersion(rest) ? rest : undefined,
    packageKey,
    suffix,
  };
}

/** `/name/version_suffix`, or with the host of another registry before the first slash. */
function readSlashes(key: string): DepPath {
  const start = key.startsWith("/") ? 1 : key.indexOf("/") + 1;
  const inner = key.slice(start);
  const slash = inner.indexOf("/", inner.startsWith("@") ? inner.indexOf("/") + 1 : 0);
  const rest = slash < 0 ? "" : inner.slice(slash + 1);
  const underscore = rest.indexOf("_");
  const version = underscore < 0 ? rest : rest.slice(0, underscore);
  const suffix = underscore < 0 ? "" : rest.slice(underscore);
  return {
    name: slash < 0 ? inner : inner.slice(0, slash),
    version: isVersion(version) ? version : undefined,
    packageKey: key,
    suffix,
  };
}

/** A name of another registry has its host before it. */
function withoutHost(name: string): string {
  const [first = "", ...rest] = name.split("/");
  return !first.startsWith("@") && rest.length > 0 ? rest.join("/") : name;
}

function isVersion(text: string): boolean {
  return /^\d+\.\d+\.\d+(?:[-+][\w.+-]*)?$/.test(text);
}
