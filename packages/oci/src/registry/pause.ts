import { setTimeout as wait } from "node:timers/promises";
import { StoreError } from "../error.ts";
import type { RegistrySession } from "./session.ts";

/** Waits a while before another try. @throws StoreError when the run is stopped meanwhile. */
export async function pause(
  { context }: Pick<RegistrySession, "context">,
  milliseconds: number,
): Promise<void> {
  await wait(milliseconds, undefined, { signal: context.signal }).catch(() => {
    throw new StoreError("failed", "The run was stopped", {
      hint: "Run it again: what is there already is not sent again.",
    });
  });
}
