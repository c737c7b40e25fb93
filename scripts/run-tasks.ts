/**
 * Runs tasks through turbo with its telemetry off: those of the root, and those that each package has for itself.
 *
 * turbo reports usage by default and can only be told not to through its environment, so no task
 * starts it in any other way than this.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const MINIMUM_NODE = 24;

const major = Number(process.versions.node.split(".")[0]);
if (major < MINIMUM_NODE) {
  console.error(
    `The sources run on Node ${MINIMUM_NODE} or later; this is ${process.versions.node}.\n` +
      "On Linux and Windows `npm ci` brings Node 24 with it; on macOS install it yourself, then run this again.",
  );
  process.exit(2);
}

const turbo = fileURLToPath(import.meta.resolve("turbo/bin/turbo"));
const known = JSON.parse(readFileSync(new URL("../turbo.json", import.meta.url), "utf8")) as {
  readonly tasks: Readonly<Record<string, unknown>>;
};
const tasks = process.argv
  .slice(2)
  .map((task) => (`//#${task}` in known.tasks ? `//#${task}` : task));
const result = spawnSync(
  process.execPath,
  [turbo, "run", ...tasks, "--continue", "--output-logs=new-only", "--log-prefix=task"],
  {
    stdio: "inherit",
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", NO_COLOR: "1" },
  },
);
process.exit(result.status ?? 1);
