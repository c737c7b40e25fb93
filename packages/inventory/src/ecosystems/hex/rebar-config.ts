import { readErlangTerms, type Term } from "./terms.ts";

/** The applications that a `rebar.config` asks for and Rebar locks: those of its default profile. @throws UsageError */
export function rebarDependencies(path: string, text: string): readonly string[] {
  const deps = readErlangTerms(path, text).filter(
    ({ kind, items }) => kind === "tuple" && items[0]?.text === "deps",
  );
  return deps
    .flatMap(({ items: [, list] }) => list?.items ?? [])
    .map(({ text: app, items }: Term) => app || (items[0]?.text ?? ""))
    .filter((app) => app !== "");
}

/** @throws UsageError when it is no list of terms */
export function rebarAsks(text: string): boolean {
  return rebarDependencies("rebar.config", text).length > 0;
}
