import type { CondaContext } from "./package.ts";

/**
 * When something holds that does so in `some` of the contexts `all`, both sorted numbers of contexts; `undefined` where it is in
 * each of them.
 */
export function contextCondition(
  contexts: readonly CondaContext[],
  some: readonly number[],
  all: readonly number[],
): string | undefined {
  if (some.length === all.length) return undefined;
  const of = (numbers: readonly number[], key: "environment" | "platform") =>
    new Set(numbers.map((each) => contexts[each]?.[key] ?? ""));
  const environments = of(some, "environment");
  const platforms = of(some, "platform");
  const count = (inEnvironments: boolean, onPlatforms: boolean) =>
    all.filter((each) => {
      const { environment = "", platform = "" } = contexts[each] ?? {};
      return (
        (!inEnvironments || environments.has(environment)) &&
        (!onPlatforms || platforms.has(platform))
      );
    }).length;
  const platformText = anyText("platform", platforms);
  const environmentText = anyText("environment", environments);
  if (count(false, true) === some.length) return platformText;
  if (count(true, false) === some.length) return environmentText;
  if (count(true, true) === some.length)
    return `${bracketed(platformText)} and ${bracketed(environmentText)}`;
  return [...environments]
    .map((environment) => {
      const own = some.filter((each) => contexts[each]?.environment === environment);
      const where = anyText("platform", of(own, "platform"));
      return `environment == '${environment}' and ${bracketed(where)}`;
    })
    .map((each) => (environments.size > 1 ? `(${each})` : each))
    .join(" or ");
}

function anyText(key: string, values: ReadonlySet<string>): string {
  return [...values]
    .sort()
    .map((value) => `${key} == '${value}'`)
    .join(" or ");
}

function bracketed(text: string): string {
  return text.includes(" or ") ? `(${text})` : text;
}
