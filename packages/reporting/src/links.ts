import {
  type Link,
  type Location,
  PROJECT_URL,
  type Report,
  type ReportSubject,
} from "@assay/core";

const MAX_URL = 2000;
/** The event's commit is not what such a run looks at: it runs for the base branch and checks out something else. */
const OTHER_TREE = new Set(["pull_request_target", "workflow_run", "issue_comment"]);

/** The page of a file at its commit and lines, where the server and the commit are known. `location` is from the root of the checkout. */
export function blobUrl(subject: ReportSubject, location: Location): string | undefined {
  const { server, repository, commit, event } = subject;
  if (server === undefined || repository === undefined) return undefined;
  const at = location.commit ?? (event !== undefined && OTHER_TREE.has(event) ? undefined : commit);
  const segments = location.path.toWellFormed().split("/");
  if (at === undefined || location.path === "" || segments.includes("..")) return undefined;
  const path = segments.map(encodeURIComponent).join("/");
  return safeUrl(`${server}/${repository}/blob/${at}/${path}${lines(location)}`);
}

function lines({ startLine, endLine }: Location): string {
  if (startLine === undefined) return "";
  const isOne = endLine === undefined || endLine <= startLine;
  return isOne ? `#L${startLine}` : `#L${startLine}-L${endLine}`;
}

/** A commit's page. */
export function commitUrl({ server, repository, commit }: ReportSubject): string | undefined {
  if (server === undefined || repository === undefined || commit === undefined) return undefined;
  return safeUrl(`${server}/${repository}/commit/${commit}`);
}

/** The links of a finding that may be shown: a page may be anybody's, but what is behind it must be plain. */
export function safeLinks(links: readonly Link[] = []): readonly Link[] {
  return links.flatMap(({ label, url }) => {
    const safe = url.startsWith("https://") ? safeUrl(url) : undefined;
    return safe === undefined ? [] : [{ label, url: safe }];
  });
}

/**
 * An address that can stand in an attribute and in the brackets of Markdown as it is; `undefined` for what is none, has a
 * password in it, or leads nowhere on the web.
 */
export function safeUrl(text: string): string | undefined {
  if (text.length > MAX_URL || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    return undefined;
  return url.href.replace(
    /[()<>"'\\`|]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Addresses as they stand in sentences: without the mark that ends one. */
const ADDRESS = /https:\/\/[^\s<>()"'`|\\]{1,500}[^\s<>()"'`|\\.,;:!?]/g;
/** Nothing leads out of these, so they may be links wherever they stand. */
const OWN_PAGE = new RegExp(
  `^${PROJECT_URL.replaceAll(".", "\\.")}/(?:blob|tree|releases|issues)(?:/(?!\\.)[\\w.-]*[\\w-])*(?:#[\\w-]+)?$`,
);

/**
 * The addresses in the help of our own rules: a finding that repeats one in its remediation may link it. Other addresses in texts
 * may come from a package or advisory.
 */
export function ownAddresses({ rules }: Report): ReadonlySet<string> {
  const helps = Object.values(rules).filter(({ helpUri }) => helpUri !== undefined);
  return new Set(helps.flatMap(({ help }) => help.match(ADDRESS) ?? []));
}

/** A text in pieces, some of which are addresses of ours. */
export function pieces(
  text: string,
  own: ReadonlySet<string>,
): readonly { readonly text: string; readonly isLink: boolean }[] {
  const found: { readonly text: string; readonly isLink: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const [address] = match;
    if (!own.has(address) && !OWN_PAGE.test(address)) continue;
    found.push({ text: text.slice(end, match.index), isLink: false });
    found.push({ text: address, isLink: true });
    end = match.index + address.length;
  }
  return [...found, { text: text.slice(end), isLink: false }];
}

/** Text in which no reader of Markdown sees a link: the address stands behind what it was under. */
export function withoutLinks(text: string): string {
  return text.replace(/\[([^[\]]*)\]\(([^()\s]*)\)/g, "$1 ($2)").replaceAll("](", "] (");
}
