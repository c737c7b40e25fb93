const COMPARATOR = /(\^|~>|~=|~|===?|>=|>|<=|<|!=|=)?\s*v?(\d[\w.+-]*(?:\.[*xX])*)/g;

/**
 * A requirement that takes `to`, in the style of the one that is there: its operator, its way to write several of them. A fixed version
 * stays one; upper bounds that leave `to` out move to the next major version.
 *
 * @param was as it is written: `^1.2`, `>=1,<2`, `npm:real@~1.2`, `v1.2.3`
 * @param takes whether a requirement takes `to`; `undefined` where nobody can tell
 */
export function raisedRequirement(
  was: string,
  to: string,
  takes: (requirement: string) => boolean | undefined = () => undefined,
): string {
  const alias = /^npm:(?:@[^@/]+\/)?[^@/]+@/.exec(was)?.[0] ?? "";
  const text = was.slice(alias.length);
  const parts = [...text.matchAll(COMPARATOR)];
  // One of several alternatives, or none that is understood: the widest that breaks nothing.
  if (parts.length === 0 || text.includes("||")) return `${alias}^${to}`;
  const major = Number(/\d+/.exec(to)?.[0] ?? 0);
  const raised = text.replace(COMPARATOR, (whole, operator: string = "", version: string) => {
    const mark = /^\D*/.exec(whole)?.[0] ?? "";
    if (operator === "!=") return whole;
    if (operator === "<" || operator === "<=")
      return takes(whole) === true ? whole : `<${mark.includes(" ") ? " " : ""}${major + 1}`;
    if (operator === "~>" || operator === "~=") return mark + sameLength(version, to);
    const start = (operator === ">" ? mark.replace(">", ">=") : mark).replace(/v$/, "");
    return start + (/[*xX]$/.test(version) ? wildcard(version, to) : to);
  });
  const last = parts.at(-1)?.[1];
  // `~> 1.2` takes 1.2.0 too: the least version is said beside it.
  const isShort = (last === "~>" || last === "~=") && !raised.includes(to);
  return alias + (isShort ? `${raised}, >=${last === "~>" ? " " : ""}${to}` : raised);
}

/** `to` with as many numbers as the version that it stands in for. */
function sameLength(version: string, to: string): string {
  const length = version.split(".").length;
  return length >= to.split(".").length ? to : to.split(".").slice(0, length).join(".");
}

function wildcard(version: string, to: string): string {
  const parts = version.split(".");
  return parts
    .map((part, at) => (/^[*xX]$/.test(part) ? part : (to.split(".")[at] ?? "0")))
    .join(".");
}
