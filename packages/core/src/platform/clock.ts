import { UsageError } from "./errors.ts";

/** Time as an input: nothing reads the machine's clock but the clock that a host made. */
export interface Clock {
  /** What documents and reports say: `SOURCE_DATE_EPOCH` where it is set. */
  now(): Date;
  /** The machine's time, always: what expires, is due or must be valid today is judged by it. */
  wall(): Date;
}

export function fixedClock(instant: string | number | Date): Clock {
  const time = new Date(instant).getTime();
  return { now: () => new Date(time), wall: () => new Date(time) };
}

/**
 * The clock of a run: `SOURCE_DATE_EPOCH` (seconds since 1970, https://reproducible-builds.org/specs/source-date-epoch/)
 * where it is set, else the machine's time.
 *
 * @throws UsageError when the variable is not a whole number of seconds.
 */
export function clockFrom(environment: Readonly<Record<string, string | undefined>>): Clock {
  const epoch = environment["SOURCE_DATE_EPOCH"];
  const wall = () => new Date();
  if (epoch === undefined || epoch === "") return { now: wall, wall };
  if (!/^\d{1,12}$/.test(epoch)) {
    throw new UsageError(`SOURCE_DATE_EPOCH is "${epoch}"; it must be whole seconds since 1970`, {
      hint: "Set it to the output of `git log -1 --format=%ct`, or unset it.",
    });
  }
  return { now: fixedClock(Number(epoch) * 1000).now, wall };
}
