import { isCommit, publicUrl } from "../../assemble/public-url.ts";
/** Where one crate came from, by the `source` of its entry. */
export interface CargoSource {
  /** `local`: a member, a path dependency or a patch that lies in a folder. */
  readonly kind: "registry" | "git" | "local" | "unknown";
  /** Of the repository at its commit, without credentials. */
  readonly url?: string;
  /** What tells this crate from the one of the same name on crates.io, as purl qualifiers. */
  readonly qualifiers?: Readonly<Record<string, string>>;
  /** Why it was not understood. */
  readonly problem?: string;
}

const CRATES_IO: ReadonlySet<string> = new Set([
  "registry+https://github.com/rust-lang/crates.io-index",
  "sparse+https://index.crates.io/",
]);

/** https://doc.rust-lang.org/cargo/reference/pkgid-spec.html: `registry+URL`, `sparse+URL`, `git+URL?branch=x#<commit>`. */
export function readSource(text: string | undefined): CargoSource {
  if (text === undefined) return { kind: "local" };
  if (CRATES_IO.has(text)) return { kind: "registry" };
  const [, scheme, rest = ""] = /^(registry|sparse|git)\+(.*)$/s.exec(text) ?? [];
  if (scheme === undefined)
    return { kind: "unknown", problem: "its source is of a kind that is not known" };
  const url = publicUrl(rest);
  if (url === undefined) return { kind: "unknown", problem: "the URL of its source can't be read" };
  if (url.protocol === "file:")
    return { kind: "unknown", problem: "its source is a folder outside the repository" };
  if (scheme === "git") return gitSource(url, rest);
  return {
    kind: "registry",
    qualifiers: { repository_url: `${scheme === "sparse" ? "sparse+" : ""}${url.href}` },
  };
}

function gitSource(url: URL, text: string): CargoSource {
  const commit = text.slice(text.indexOf("#") + 1);
  const isFull = text.includes("#") && isCommit(commit);
  const href = `git+${url.href}${isFull ? `@${commit}` : ""}`;
  return {
    kind: "git",
    url: href,
    qualifiers: { vcs_url: href },
    ...(isFull ? {} : { problem: "its source names no full git commit" }),
  };
}

/** A source as dependencies name it: without the commit, and with references as version 4 escapes them. */
export function withoutCommit(source: string): string {
  const hash = source.indexOf("#");
  return hash < 0 ? source : source.slice(0, hash);
}
