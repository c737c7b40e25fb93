import { END, numberKey } from "../key.ts";

/**
 * https://rpm-software-management.github.io/rpm/man/rpm-version.7: epoch, version, release; runs of letters and of digits, where `~` comes before the
 * end, `^` after it but before any run, and letters before digits. Without a release comes before any release.
 */
export function rpmKey(text: string): string | undefined {
  const [, epoch = "0", rest = ""] = /^(?:(\d*):)?(.*)$/s.exec(text) ?? [];
  const dash = rest.lastIndexOf("-");
  const version = dash < 0 ? rest : rest.slice(0, dash);
  return numberKey(epoch) + runsKey(version) + (dash < 0 ? "" : runsKey(rest.slice(dash + 1)));
}

function runsKey(text: string): string {
  const runs = text.match(/[A-Za-z]+|\d+|[~^]/g) ?? [];
  return `${runs.map(runKey).join("")}\u0003`;
}

function runKey(run: string): string {
  if (run === "~") return "\u0002";
  if (run === "^") return "\u0004";
  return /^\d/.test(run) ? numberKey(run) : `\u0005${run}${END}`;
}
