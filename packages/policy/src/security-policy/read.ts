import { linesOf, maskMarkdown } from "./text.ts";

/** Lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where reporters are asked to write without the public reading it. */
export interface Contact extends Place {
  readonly kind: "email" | "advisory" | "link";
  readonly text: string;
}

export interface SecurityPolicy {
  readonly contacts: readonly Contact[];
  /** Addresses that a template left behind (`security@example.com`). */
  readonly placeholders: readonly Contact[];
  readonly supportedVersions: Place | undefined;
  readonly disclosure: Place | undefined;
}

const NAME =
  /^(?:(?:\.github\/|docs\/)?security\.(?:md|markdown|adoc|rst|txt)|doc\/security\.rst)$/i;
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g;
const HIDDEN_EMAIL =
  /(?<![\w.+-])[\w.+-]{1,64} ?[[({<] ?at ?[\])}>] ?[\w-]{1,63}(?: ?[[({<] ?dot ?[\])}>] ?[\w-]{1,63}|\.[\w-]{1,63}){1,8}/gi;
const LINK = /https?:\/\/[^\s<>"')\]]{1,500}/g;
const ADVISORY =
  /[^\s<>"'()[\]]{0,300}security\/advisories(?:\/new)?|privately-reporting-a-security-vulnerability|\breport a (?:security )?vulnerability\b(?=["'”*_`\]]{1,3})|\bprivate vulnerability report/gi;
const PUBLIC =
  /\/(?:issues|discussions|pulls?|releases)(?:\/|$|[?#])|\.(?:png|svg)\b|(?:help|docs)\.github|wikipedia|nvd\.nist|cve\.(?:org|mitre)|first\.org|semver\.org/i;
/** A page of a repository, which is a policy only by its name. */
const PAGE = /\/(?:blob|tree)\//;
const POLICY = /secur|vuln|disclos|cve/i;
const ASKS = /report|disclos|contact|submit|security (?:policy|process|page|team)|vulnerab|bounty/i;
const PLACEHOLDER = /@(?:[\w-]+\.)*example\.(?:com|org|net)$/i;
const VERSIONS =
  /support(?:ed|s)?\b[^.\n]{0,40}\b(?:versions?|releases?|branch(?:es)?)\b|\b(?:versions?|releases?|branch(?:es)?|series)\b[^.\n]{0,60}\bsupport|end[ -]of[ -]life|\b(?:latest|most recent|current|newest)\b[^.\n]{0,40}\b(?:versions?|releases?|minor|major)\b|security (?:updates|fixes|patches)[^.\n]{0,60}\b(?:versions?|releases?)/i;
const DISCLOSURE =
  /disclos|embargo|coordinat|(?:publish|issue|release|announce)[^.\n]{0,60}(?:advisor|cve|vulnerab|fix|patch)|advisor(?:y|ies)[^.\n]{0,60}publish/i;

/** The security policies among the files, in the order in which GitHub takes one: `.github/`, root, `docs/`. */
export function locateSecurityPolicies(files: Iterable<string>): readonly string[] {
  const rank = (path: string) => (path.startsWith(".github/") ? 0 : path.includes("/") ? 2 : 1);
  return [...files]
    .filter((path) => NAME.test(path))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** Reads what a security policy offers; times are in `readPromises`. Comments (a template's advice) say nothing. */
export function readSecurityPolicy(text: string): SecurityPolicy {
  const lines = linesOf(maskMarkdown(text, false));
  const contacts: Contact[] = [];
  const placeholders: Contact[] = [];
  let supportedVersions: Place | undefined;
  let disclosure: Place | undefined;
  for (const [index, content] of lines.entries()) {
    const line = index + 1;
    const around = lines.slice(Math.max(index - 3, 0), line).join("\n");
    const add = (kind: Contact["kind"], pattern: RegExp, isWanted: (text: string) => boolean) => {
      for (const { 0: found, index: at } of content.matchAll(pattern)) {
        const contact = { kind, text: found.replace(/[.,;:]+$/, ""), line, column: at + 1 };
        if (PLACEHOLDER.test(contact.text)) placeholders.push(contact);
        else if (isWanted(contact.text)) contacts.push(contact);
      }
    };
    add("email", EMAIL, (address) => !/^git@|\.(?:png|svg|jpe?g)$/i.test(address));
    add("email", HIDDEN_EMAIL, () => true);
    add("advisory", ADVISORY, () => true);
    add(
      "link",
      LINK,
      (url) =>
        !PUBLIC.test(url) &&
        (!PAGE.test(url) || POLICY.test(url)) &&
        !/security\/advisories/.test(url) &&
        ASKS.test(around),
    );
    supportedVersions ??= placeIn(content, VERSIONS, line);
    disclosure ??= placeIn(content, DISCLOSURE, line);
  }
  return { contacts, placeholders, supportedVersions, disclosure };
}

function placeIn(content: string, pattern: RegExp, line: number): Place | undefined {
  const at = content.search(pattern);
  return at < 0 ? undefined : { line, column: at + 1 };
}
