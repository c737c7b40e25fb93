import type { AllowList } from "./allow-list.ts";
import type { LicenseTerm } from "./expression.ts";
import { printForm } from "./expression.ts";
import { isOrLater, permittedIds } from "./later-versions.ts";

/** Why a licence is denied although the allow list has something near it, and the entry that would allow it. */
export function forbiddenNear(term: LicenseTerm, allowList: AllowList): string | undefined {
  const { form } = term;
  const wanted = `add "${printForm(form)}" to the allow list`;
  if (form.exception !== undefined) {
    const bare = [printForm({ id: form.id, orLater: form.orLater }), ...permittedIds(form)];
    const near = bare.find((id) => allowList.byKey.has(id.toLowerCase()));
    return near === undefined
      ? undefined
      : `The entry "${near}" does not cover an exception: ${wanted} to accept it.`;
  }
  const key = form.id.toLowerCase();
  const withException = allowList.entries.find((entry) =>
    entry.text.toLowerCase().startsWith(`${key} with `),
  );
  if (withException !== undefined) {
    return `The entry "${withException.text}" needs its exception: ${wanted} to accept it without.`;
  }
  const range = rangesNear(term).find((id) => allowList.byKey.has(id.toLowerCase()));
  if (range === undefined) return undefined;
  return `The entry "${range}" names that one form and is no range: ${wanted} to accept it.`;
}

/** Forms that a reader may take for one that covers this licence. */
function rangesNear(term: LicenseTerm): readonly string[] {
  const { id } = term.form;
  if (!id.endsWith("-only") && !isOrLater(term.form)) return [`${id}+`];
  const versions = permittedIds({ id: id.replace(/-only$/, "-or-later"), orLater: false });
  return [
    id.replace(/-only$/, "-or-later"),
    ...versions.map((version) => version.replace(/-only$/, "-or-later")),
    ...permittedIds(term.form).map((version) => `${version}+`),
  ];
}
