import type { Requirement } from "../package.ts";
import type { RpmHeader } from "./header.ts";

const OPERATORS = ["", "", "<", "", ">", "", "<>", "", "=", "", "<=", "", ">="];
/** A feature that rpm itself must have. */
const RPMLIB = 1 << 24;

/** What an rpm needs: names with versions, and conditions in brackets (https://rpm.org/docs/4.19.x/manual/boolean_dependencies.html). */
export function requirementsOf(header: RpmHeader): readonly Requirement[] {
  const names = header.texts(1049);
  const flags = header.numbers(1048);
  const versions = header.texts(1050);
  return names.flatMap((name, at) => {
    const flag = flags[at] ?? 0;
    if ((flag & RPMLIB) !== 0 || name === "" || name.startsWith("rpmlib(")) return [];
    if (name.startsWith("(")) return boolean(name);
    const operator = OPERATORS[flag & 14] ?? "";
    const version = versions[at] ?? "";
    const text = operator === "" || version === "" ? name : `${name} ${operator} ${version}`;
    return [{ anyOf: [name], text }];
  });
}

/** Of a condition what it asks for, not when: `(a or b)`, `(a if b)`, `(a with b)`. */
function boolean(text: string): readonly Requirement[] {
  const [asked = ""] = text.split(/\s(?:if|unless|without)\s/, 1);
  const groups = asked.includes(" or ") ? [asked] : asked.split(/\s(?:and|with)\s/);
  return groups.flatMap((group): Requirement[] => {
    const anyOf = group.split(/\s(?:or|and|with)\s/).flatMap((part) => {
      // Brackets belong to a name too: `libc.so.6()(64bit)`.
      const name = /^[(\s]*(\S+)/.exec(part)?.[1] ?? "";
      const open = name.split("(").length - name.split(")").length;
      return name === "" ? [] : [open < 0 ? name.slice(0, open) : name];
    });
    return anyOf.length === 0 ? [] : [{ anyOf, text }];
  });
}
