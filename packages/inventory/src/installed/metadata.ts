import { isRecord } from "@assay/core";
import { withoutCredentials } from "../credentials.ts";

export interface Person {
  readonly name?: string;
  readonly email?: string;
}

/** What a package says of itself beside its licence. */
export interface PackageMetadata {
  readonly authors: readonly Person[];
  /** Who gives it out, where that is said apart from the authors. */
  readonly publisher?: string;
  readonly description?: string;
  readonly homepage?: string;
  /** Of its source. */
  readonly repository?: string;
}

/** What a manifest says, of whatever shape it is. */
export type StatedMetadata = { readonly [K in keyof PackageMetadata]?: unknown };

const MAX_AUTHORS = 20;
const MAX_NAME = 200;
const MAX_DESCRIPTION = 1000;
const MAX_URL = 2000;

/** A home page that is a repository. */
const REPOSITORY =
  /^https:\/\/(?:github\.com|gitlab\.com|bitbucket\.org)\/[\w.-]+\/[\w.-]+(?=\/?$)/;

/** Takes what can be used: short texts in one line, people by name or address, URLs without credentials. */
export function packageMetadata(stated: StatedMetadata): PackageMetadata {
  const { authors, publisher, description } = stated;
  const homepage = urlOf(stated.homepage);
  const texts = {
    publisher: lineOf(publisher, MAX_NAME),
    description: lineOf(description, MAX_DESCRIPTION),
    homepage,
    repository: urlOf(repositoryUrl(stated.repository)) ?? REPOSITORY.exec(homepage ?? "")?.[0],
  };
  return {
    authors: peopleOf(authors),
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)),
  };
}

/** One person or several, each once. */
function peopleOf(stated: unknown): readonly Person[] {
  const all = (Array.isArray(stated) ? stated : [stated]).slice(0, MAX_AUTHORS);
  const people = all.flatMap((each) => personOf(each) ?? []);
  return [...new Map(people.map((each) => [JSON.stringify(each), each])).values()];
}

/** `Name <address> (URL)`, or an object with a name and an address. */
function personOf(stated: unknown): Person | undefined {
  const { name, email } = isRecord(stated) ? stated : splitPerson(stated);
  const named = lineOf(name, MAX_NAME);
  const address = lineOf(email, MAX_NAME);
  if (named === undefined && address === undefined) return undefined;
  return {
    ...(named === undefined ? {} : { name: named }),
    ...(address?.includes("@") ? { email: address } : {}),
  };
}

function splitPerson(stated: unknown): { readonly name?: unknown; readonly email?: unknown } {
  if (typeof stated !== "string" || stated.length > MAX_DESCRIPTION) return {};
  const email = /<([^<>]*)>/.exec(stated)?.[1];
  const name = stated
    .replace(/[<(].*$/s, "")
    .trim()
    .replace(/^"(.*)"$/, "$1");
  return email === undefined && /^\S+@\S+$/.test(name) ? { email: name } : { name, email };
}

/** In one line, without what moves a cursor. */
function lineOf(stated: unknown, most: number): string | undefined {
  if (typeof stated !== "string") return undefined;
  const line = stated
    .slice(0, 4 * most)
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, " ")
    .trim();
  return line === "" || line.toLowerCase() === "unknown"
    ? undefined
    : line.slice(0, most).toWellFormed();
}

function urlOf(stated: unknown): string | undefined {
  const text = typeof stated === "string" ? stated.trim() : "";
  if (text.length > MAX_URL || !/^(?:https?|git|ssh|git\+\w+):\/\/[^\s/]+/.test(text))
    return undefined;
  return withoutCredentials(text);
}

/** Short forms that package managers know: `github:owner/name`, `owner/name`, `git@host:path`. */
function repositoryUrl(stated: unknown): unknown {
  const text = isRecord(stated) ? stated["url"] : stated;
  if (typeof text !== "string") return undefined;
  const short = /^(?:(github|gitlab|bitbucket):)?([\w.-]+\/[\w.-]+)$/.exec(text.trim());
  if (short !== null) {
    const host = short[1] ?? "github";
    return `https://${host}.${host === "bitbucket" ? "org" : "com"}/${short[2]}`;
  }
  return text
    .trim()
    .replace(/^(?:scm:)?(?:git:)?(?=\w+:\/\/)/, "")
    .replace(/^(git@[\w.-]+):(?!\/\/)/, "ssh://$1/");
}
