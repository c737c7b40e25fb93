import { asKnownError, type CheckContext, UsageError } from "@assay/core";
import { tufError } from "./error.ts";

export type TufRun = Pick<CheckContext, "http" | "environment" | "clock" | "offline" | "logger">;

/** A trusted root as it was when it was last compared with where it comes from. */
export interface LastGood {
  readonly target: Uint8Array;
  readonly checked: Date;
  /** When the first part of what vouches for it is over. */
  readonly expires: Date;
}

export const DAY = 24 * 60 * 60 * 1000;

/**
 * What is known, where it is of today and has not expired; else what `refresh` gives; where that fails, what is known and has not
 * expired, and its age is told. Offline also an expired one is used, or what is built in, and that is told.
 *
 * @param builtIn What came with this release, and is for offline alone.
 * @param maxAge The age in days beyond which nothing of all this is used.
 * @throws ExternalError where nothing may be used; UsageError where the run is offline and nothing is known.
 */
export async function lastGoodOr(
  run: TufRun,
  known: LastGood | undefined,
  {
    builtIn,
    maxAge = Number.POSITIVE_INFINITY,
  }: { readonly builtIn?: LastGood | undefined; readonly maxAge?: number | undefined },
  refresh: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const now = run.clock.wall();
  const ageOf = ({ checked }: LastGood) => now.getTime() - checked.getTime();
  const use = (good: LastGood, why: string, what = "the trusted root") => {
    const days = Math.max(Math.floor(ageOf(good) / DAY), 0);
    const told = `${what} of ${good.checked.toISOString()}`;
    if (ageOf(good) > maxAge * DAY)
      throw tufError(
        `${told} is ${days} days old, and \`trust-max-age\` allows ${maxAge} (${why})`,
        "Run with the network, or use a newer release of Assay; a greater age lets withdrawn keys count for longer.",
      );
    const late =
      now < good.expires ? -1 : Math.floor((now.getTime() - good.expires.getTime()) / DAY);
    run.logger.notice(
      `${why}: ${told} is used, ${days} ${days === 1 ? "day" : "days"} old${late < 0 ? "" : ` and ${late} days past its expiry`}.`,
    );
    return good.target;
  };
  const current = known !== undefined && now < known.expires ? known : undefined;
  if (current !== undefined && ageOf(current) >= 0 && ageOf(current) < Math.min(DAY, maxAge * DAY))
    return current.target;
  if (run.offline) {
    if (known !== undefined && (builtIn === undefined || known.checked >= builtIn.checked))
      return use(known, "Offline");
    if (builtIn !== undefined) return use(builtIn, "Offline", "the built-in trusted root");
    throw new UsageError("No trusted root is kept, and the run is offline", {
      hint: "Run once with the network, or give a file with `trusted-root`.",
    });
  }
  try {
    return await refresh();
  } catch (error) {
    if (current === undefined || asKnownError(error).kind === "internal") throw error;
    return use(current, asKnownError(error).message);
  }
}
