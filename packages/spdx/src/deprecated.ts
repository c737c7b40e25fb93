import type { Form } from "./expression.ts";

/**
 * What became of deprecated ids, from `<obsoletedBy>` in https://github.com/spdx/license-list-XML. Not mapped, because they have
 * no single successor: BSD-2-Clause-FreeBSD (BSD-2-Clause-Views is near), bzip2-1.0.5 (bzip2-1.0.6), Net-SNMP.
 */
const SUCCESSORS: ReadonlyMap<string, Form> = new Map([
  ["GPL-2.0-with-GCC-exception", gpl("GPL-2.0-only", "GCC-exception-2.0")],
  ["GPL-2.0-with-autoconf-exception", gpl("GPL-2.0-only", "Autoconf-exception-2.0")],
  ["GPL-2.0-with-bison-exception", gpl("GPL-2.0-only", "Bison-exception-2.2")],
  ["GPL-2.0-with-classpath-exception", gpl("GPL-2.0-only", "Classpath-exception-2.0")],
  ["GPL-2.0-with-font-exception", gpl("GPL-2.0-only", "Font-exception-2.0")],
  ["GPL-3.0-with-GCC-exception", gpl("GPL-3.0-only", "GCC-exception-3.1")],
  ["GPL-3.0-with-autoconf-exception", gpl("GPL-3.0-only", "Autoconf-exception-3.0")],
  ["eCos-2.0", gpl("GPL-2.0-or-later", "eCos-exception-2.0")],
  ["wxWindows", gpl("GPL-2.0-or-later", "WxWindows-exception-3.1")],
  ["Nunit", { id: "zlib-acknowledgement", orLater: false }],
  ["StandardML-NJ", { id: "SMLNJ", orLater: false }],
  ["BSD-2-Clause-NetBSD", { id: "BSD-2-Clause", orLater: false }],
]);

const EXCEPTION_SUCCESSORS: ReadonlyMap<string, string> = new Map([
  ["Nokia-Qt-exception-1.1", "Qt-LGPL-exception-1.1"],
]);

const BARE_GNU = /^(?:A?GPL|LGPL|GFDL)-\d\.\d$/;
const FINAL_GNU = /^(?:A?GPL|LGPL|GFDL)-.*-(?:only|or-later)$/;

/**
 * The form in today's ids. GNU ids without a suffix become `-only`, with `+` they become `-or-later`.
 *
 * Returns a clause that says what is wrong where the form contradicts itself: `+` behind an id that already says whether later
 * versions count, or `WITH` behind an id that carries an exception of its own.
 */
export function currentForm(written: Form): Form | string {
  const { id, orLater } = written;
  const exception =
    written.exception === undefined
      ? undefined
      : (EXCEPTION_SUCCESSORS.get(written.exception) ?? written.exception);
  const rest = exception === undefined ? {} : { exception };
  if (orLater && FINAL_GNU.test(id)) {
    return `"+" can't follow ${id}, which already says whether later versions count`;
  }
  if (BARE_GNU.test(id)) {
    return { id: `${id}-${orLater ? "or-later" : "only"}`, orLater: false, ...rest };
  }
  const successor = SUCCESSORS.get(id);
  if (successor === undefined) return { id, orLater, ...rest };
  if (successor.exception !== undefined && (exception !== undefined || orLater)) {
    return `${id} stands for ${successor.id} WITH ${successor.exception}; neither "+" nor WITH can follow it`;
  }
  return { ...successor, orLater, ...rest };
}

function gpl(id: string, exception: string): Form {
  return { id, orLater: false, exception };
}
