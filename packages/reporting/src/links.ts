import { type Link, type Location, PROJECT_URL, type ReportSubject } from "@assay/core";

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

/** Pages of the project itself in our own texts. Nothing leads out of them, so they may be links wherever they stand. */
export const OWN_PAGE = new RegExp(
  `${PROJECT_URL.replaceAll(".", "\\.")}/(?:blob|tree|releases|issues)(?:/(?!\\.)[\\w.-]*[\\w-])*(?:#[\\w-]+)?`,
  "g",
);

/** Text in which no reader of Markdown sees a link: the address stands behind what it was under. */
export function withoutLinks(text: string): string {
  return text.replace(/\[([^[\]]*)\]\(([^()\s]*)\)/g, "$1 ($2)").replaceAll("](", "] (");
}
