import {
  type AdvisoryData,
  type AdvisoryMatch,
  type DataInfo,
  matchAdvisories,
  type PackageQuery,
} from "@assay/advisories";
import { ageOf, type DataAge } from "@assay/advisories/sources";
import { type CheckContext, ExternalError, plural } from "@assay/core";
import type { DependenciesOptions } from "./inputs.ts";
import type { LockedPackage } from "./packages.ts";

/** What advisories say, and how far that can be relied on. */
export interface Answer {
  readonly matches: ReadonlyMap<PackageQuery, readonly AdvisoryMatch[]>;
  /** Absent where nothing was opened. */
  readonly data?: AdvisoryData;
  readonly info?: DataInfo;
  readonly age?: DataAge;
  /** Base ecosystems that packages are of and that there is no data for. */
  readonly missing: readonly string[];
  /** Why the run is not complete, for people, where `on-data-error` lets it go on. */
  readonly problems: readonly string[];
}

/** A faulty record is named; with so many of them the data is not what it says. */
const MOST_UNREADABLE = 0.01;

/**
 * Asks the advisories for every package, each question once. Nothing is opened where there is nothing to ask.
 *
 * @throws ExternalError where data is missing or too old and `on-data-error` is `fail`: that is never a pass.
 */
export async function askAdvisories(
  context: CheckContext,
  packages: readonly LockedPackage[],
  options: DependenciesOptions,
): Promise<Answer> {
  const { mayAsk = () => true } = options;
  const queries = [
    ...new Set(
      packages.flatMap(({ query, component }) => (mayAsk(component) ? (query ?? []) : [])),
    ),
  ];
  const kept = packages.filter(({ query, component }) => query !== undefined && !mayAsk(component));
  // What is in no registry is compared with the data that there is anyway.
  const wanted = [...new Set(queries.map(baseEcosystem))].filter((name) => name !== "GIT").sort();
  if (wanted.length + kept.length === 0)
    return { matches: new Map(), missing: ["GIT"], problems: [] };
  const isLenient = options.onDataError === "warn";
  try {
    const data = await options.open(wanted, isLenient).catch((error: unknown) => {
      throw !isLenient && error instanceof ExternalError ? withWayOut(error) : error;
    });
    const age = ageOf(data.info, context.clock.wall(), options.maxAge);
    const has = (name: string) => Object.hasOwn(data.info.ecosystems, name);
    const absent = wanted.filter((name) => !has(name));
    const missing = has("GIT") ? absent : [...absent, "GIT"];
    const problems = [
      ...(kept.length > 0
        ? [
            `${plural(kept.length, "package")} of private places: their names are not told to the API`,
          ]
        : []),
      ...(absent.length > 0
        ? [`${data.info.place} has no advisories for ${absent.join(", ")}`]
        : []),
      ...Object.entries(data.info.ecosystems).flatMap(([name, { records, unreadable = 0 }]) =>
        unreadable > records * MOST_UNREADABLE
          ? [`${unreadable} of ${plural(records + unreadable, "record")} of ${name} can't be read`]
          : [],
      ),
      ...(age.isStale
        ? [`The advisories for ${age.stale}, and \`max-age\` is ${options.maxAge}`]
        : []),
    ];
    if (problems.length > 0 && !isLenient) {
      throw new ExternalError(problems.join("; "), {
        hint: "Let the run reach the source once, renew the snapshot with `assay advisories fetch`, or set `on-data-error: warn` to go on without.",
      });
    }
    const asked = queries.filter((query) => !missing.includes(baseEcosystem(query)));
    context.progress.update("advisories", 0, asked.length);
    const matches = await matchAdvisories(data, asked);
    return { matches, data, info: data.info, age, missing, problems };
  } catch (error) {
    if (!isLenient || !(error instanceof ExternalError)) throw error;
    return {
      matches: new Map(),
      missing: [...wanted, "GIT"],
      problems: [`${plural(queries.length, "package")} not judged: ${error.message}`],
    };
  }
}

/** Who meets this with an update has no source at all, and wants to know what else there is. */
function withWayOut(error: ExternalError): ExternalError {
  const { message, hint = "" } = error;
  if (/`(snapshot|offline)`/.test(hint)) return error;
  return new ExternalError(message, {
    cause: error,
    hint: `${hint} Without that network: give \`snapshot\`, restore \`advisory-store\` and set \`offline\`, or leave \`dependencies\` out of \`checks\`.`.trim(),
  });
}

/** Without what follows the colon. */
export function baseEcosystem({ ecosystem }: Pick<PackageQuery, "ecosystem">): string {
  return ecosystem.split(":", 1)[0] ?? ecosystem;
}
