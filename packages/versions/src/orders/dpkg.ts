import { numberKey, ZERO } from "../key.ts";

const VERSION = /^(?:(\d+):)?([\dA-Za-z.+~:-]+?)(?:-([\dA-Za-z.+~]+))?$/;

/**
 * https://manpages.debian.org/deb-version: epoch, upstream version, revision; runs of other characters and of digits in turn, where `~`
 * comes before the end, the end before letters, and letters before all else. A missing epoch and revision are 0.
 */
export function dpkgKey(text: string): string | undefined {
  const [, epoch = "0", upstream, revision = "0"] = VERSION.exec(text) ?? [];
  if (upstream === undefined || (text.includes(":") && !/^\d+:/.test(text))) return undefined;
  return numberKey(epoch) + runsKey(upstream) + runsKey(revision);
}

const RUN_END = "\u0002";

function runsKey(text: string): string {
  const runs = text.match(/\D*\d+|\D+$/g) ?? [];
  const keys = runs.map((run) => {
    const digits = run.search(/\d/);
    return digits < 0
      ? otherKey(run) + ZERO
      : otherKey(run.slice(0, digits)) + numberKey(run.slice(digits));
  });
  return keys.join("") + RUN_END;
}

/** Letters keep their place; `~` goes below the end of the run, and all else above the letters. */
function otherKey(text: string): string {
  if (text === "") return RUN_END;
  return text.replaceAll("~", "\u0001").replaceAll(/[+.:-]/g, (mark) => `\u007f${mark}`) + RUN_END;
}
