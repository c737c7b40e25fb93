import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Text of a module that makes a process live in a world that runs faster: its clocks go ahead from `epoch` on, and what it waits for
 * comes sooner. So an outage of minutes costs seconds, and the proportions of time limits, pauses and lifetimes are as they are.
 */
const FAST = `
import { createRequire, syncBuiltinESMExports } from "node:module";

const { speed, epoch } = SETTINGS;
const RealDate = Date;
const realNow = RealDate.now;
const now = () => Math.floor(epoch + (realNow() - epoch) * speed);
globalThis.Date = class Date extends RealDate {
  constructor(...args) { super(...(args.length === 0 ? [now()] : args)); }
  static now() { return now(); }
};
const realElapsed = performance.now.bind(performance);
performance.now = () => realElapsed() * speed;
const require = createRequire(import.meta.url);
for (const module of [globalThis, require("node:timers")]) {
  for (const name of ["setTimeout", "setInterval"]) {
    const real = module[name];
    module[name] = Object.assign((work, ms = 0, ...args) => real(work, ms / speed, ...args), real);
  }
}
const timers = require("node:timers/promises");
const sleep = timers.setTimeout;
timers.setTimeout = (ms = 0, ...args) => sleep(ms / speed, ...args);
syncBuiltinESMExports();
`;

export interface FastWorld {
  /** Arguments for Node. */
  readonly args: readonly string[];
  /** The time in that world, for what runs beside the process. */
  now(): Date;
}

/** @param speed How many seconds pass in one. @param folder Where the module is written. */
export async function fastWorld(speed: number, folder: string): Promise<FastWorld> {
  const epoch = Date.now();
  const path = join(folder, "fast-world.mjs");
  await writeFile(path, FAST.replace("SETTINGS", JSON.stringify({ speed, epoch })));
  return {
    args: ["--import", path],
    now: () => new Date(Math.floor(epoch + (Date.now() - epoch) * speed)),
  };
}
