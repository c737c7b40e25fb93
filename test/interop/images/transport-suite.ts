import { rmSync } from "node:fs";
import { peer } from "../peers.ts";
import type { InteropSuite } from "../suite.ts";
import { type RealRegistry, startRegistries } from "./servers.ts";
import { transportCases } from "./transport-cases.ts";
import { transportWorld } from "./transport-world.ts";

let started: readonly RealRegistry[] = [];
const world = transportWorld(() => started);

/** crane, ORAS and cosign beside us, over a registry with the referrers API and one without. */
export const imageTransportSuite: InteropSuite = {
  name: "images-transport",
  async setup() {
    for (const name of ["crane", "oras", "cosign"] as const) peer(name);
    started = await startRegistries();
  },
  cases: (["docker-registry", "ociregistry"] as const).flatMap((name) =>
    transportCases(name, world),
  ),
  async teardown() {
    await Promise.all(started.map((registry) => registry.stop()));
    rmSync(world.scratch, { recursive: true, force: true });
  },
};
