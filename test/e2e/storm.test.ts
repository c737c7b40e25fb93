import { cleanUp, FAULT_MODES } from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { type StormOptions, stormBundle, stormFile, weather } from "./storm.ts";

afterAll(cleanUp);

/** `npm run bench:storm` has a thousand, of each act and log. */
const FILES = 60;
const KILLS = 4;
const SEED = 4711;

const STORMS = [
  ["signed, Rekor v1", { act: "sign", log: 1, timestamps: false }],
  ["signed, Rekor v2 and a timestamp authority", { act: "sign", log: 2, timestamps: true }],
  ["attested, Rekor v1 and a timestamp authority", { act: "attest", log: 1, timestamps: true }],
  ["attested, Rekor v2 and a timestamp authority", { act: "attest", log: 2, timestamps: true }],
] as const satisfies readonly (readonly [
  string,
  Pick<StormOptions, "act" | "log" | "timestamps">,
])[];

describe("files while 30 % of the requests fail, the certificate expires half-way and the process is killed", () => {
  it.each(STORMS)(
    "%s: each ends with one bundle that verifies, and nothing else is left",
    async (_, storm) => {
      const end = await weather({ ...storm, files: FILES, kills: KILLS, seed: SEED });
      const bundles = Array.from({ length: FILES }, (__, at) =>
        stormBundle(storm, stormFile(at)),
      ).sort();
      expect(end.made).toEqual(bundles);
      expect(end.verified).toEqual({ exitCode: 0, products: bundles });
      // Of all that a run did, killed ones apart, nothing was left to another.
      expect(end.leftOver).toEqual([]);
      expect(end.records.map(({ product }) => product).sort()).toEqual(bundles);
      // It did storm.
      expect(end.kills).toBeGreaterThan(0);
      const failed = FAULT_MODES.filter((mode) => (end.met.get(mode) ?? 0) > 0);
      expect(failed.length).toBeGreaterThan(FAULT_MODES.length / 2);
      // The certificate that half of the files were signed with had expired.
      expect(end.done.fulcio).toBeGreaterThan(1);
      expect(storm.log === 1 ? end.done.rekor1 : end.done.rekor2).toBeGreaterThanOrEqual(FILES);
    },
  );
});
