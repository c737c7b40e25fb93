import type { Distribution, ImageFact, ImageReader, ImageTree } from "./reader.ts";

const MAX_BYTES = 64 * 1024;

/** What says which distribution an image is of, the best first. */
const PLACES = [
  "etc/os-release",
  "usr/lib/os-release",
  "etc/initrd-release",
  "etc/alpine-release",
  "etc/debian_version",
  "etc/redhat-release",
  "etc/system-release",
  "etc/lsb-release",
] as const;

/** `etc/os-release` may be a link to any of them. */
const WANTED =
  /(?:^|\/)(?:os-release[\w.-]*|initrd-release|(?:alpine|redhat|system|lsb)-release|debian_version)$/;

export const distributionReader: ImageReader<string> = {
  id: "os-release",
  wants: ({ path, size }) => size <= MAX_BYTES && WANTED.test(path),
  extract: async ({ content }) => new TextDecoder().decode(await content.bytes(MAX_BYTES)),
  assemble: async () => ({ components: [] }),
};

export function distributionOf(
  facts: readonly ImageFact<string>[],
  tree: Pick<ImageTree, "resolve">,
): Distribution | undefined {
  for (const place of PLACES) {
    const real = tree.resolve(place);
    const text = facts.find(({ path }) => path === real)?.fact;
    const found = text === undefined ? undefined : read(place, text);
    if (found !== undefined) return found;
  }
  return undefined;
}

function read(place: (typeof PLACES)[number], text: string): Distribution | undefined {
  if (/(?:os|initrd)-release$/.test(place)) return fromOsRelease(text);
  if (place === "etc/lsb-release") {
    const keys = assignments(text);
    return named(keys.get("DISTRIB_ID"), keys.get("DISTRIB_RELEASE"), keys.get("DISTRIB_CODENAME"));
  }
  const line = text.split("\n", 1)[0]?.trim() ?? "";
  if (place === "etc/alpine-release") return named("alpine", /^\d[\w.]*$/.exec(line)?.[0]);
  if (place === "etc/debian_version")
    return named("debian", /^\d[\d.]*$/.exec(line)?.[0], /^([a-z]+)\/sid$/.exec(line)?.[1]);
  const [, system, version] = /^(.+?)(?: Linux)?(?: Server)? release (\d[\d.]*)/.exec(line) ?? [];
  return system === undefined ? undefined : named(RED_HAT[system] ?? system, version);
}

const RED_HAT: Readonly<Record<string, string>> = {
  "Red Hat Enterprise": "rhel",
  Amazon: "amzn",
  Oracle: "ol",
  AlmaLinux: "almalinux",
};

function named(
  id: string | undefined,
  versionId: string | undefined,
  codename?: string | undefined,
): Distribution | undefined {
  if (id === undefined || !ID.test(id.toLowerCase())) return undefined;
  return {
    id: id.toLowerCase(),
    idLike: [],
    ...(versionId === undefined ? {} : { versionId }),
    ...(codename === undefined ? {} : { codename }),
  };
}

const ID = /^[a-z0-9._-]+$/;

/** https://www.freedesktop.org/software/systemd/man/latest/os-release.html */
function fromOsRelease(text: string): Distribution | undefined {
  const keys = assignments(text);
  const id = (keys.get("ID") ?? "linux").toLowerCase();
  if (keys.size === 0 || !ID.test(id)) return undefined;
  const optional = (name: keyof Distribution, key: string) => {
    const value = keys.get(key);
    return value === undefined || value === "" ? {} : { [name]: value };
  };
  return {
    id,
    idLike: (keys.get("ID_LIKE") ?? "")
      .toLowerCase()
      .split(/\s+/)
      .filter((each) => ID.test(each)),
    ...optional("versionId", "VERSION_ID"),
    ...optional("codename", "VERSION_CODENAME"),
    ...optional("name", "NAME"),
    ...optional("prettyName", "PRETTY_NAME"),
    ...optional("variantId", "VARIANT_ID"),
    ...optional("cpeName", "CPE_NAME"),
  };
}

/** Lines of a shell that only assign: quotes and backslashes mean what they mean there, nothing is expanded. The last of a name counts. */
function assignments(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const [, key, value] = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) values.set(key, unquoted(value.trim()));
  }
  return values;
}

function unquoted(text: string): string {
  if (/^'[^']*'$/.test(text)) return text.slice(1, -1);
  const inner = /^"(?:[^"\\]|\\.)*"$/.test(text) ? text.slice(1, -1) : text;
  return inner.replace(/\\(.)/g, "$1");
}
