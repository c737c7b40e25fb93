import assert from "node:assert/strict";
import { type PeerName, peer, peerVersion } from "../peers.ts";
import type { InteropSuite } from "../suite.ts";
import { readMeasurements, writeMeasurements } from "./matrix/measured.ts";
import { missingFromTable } from "./migration-table.ts";
import { type CaseResult, runIsolated } from "./namespace.ts";
import { cases } from "./sigstore.interop.ts";

const CLIENTS = ["cosign", "sigstore-python", "sigstore-go"] as const;
const SERVICES = ["fulcio", "rekor", "timestamp-server", "openbao"] as const;

let results: ReadonlyMap<string, CaseResult> = new Map();

/** cosign, sigstore-python, sigstore-go and we, all ways, over Fulcio, Rekor v2 and a timestamp authority as they are shipped. */
export const sigstoreSuite: InteropSuite = {
  name: "sigstore",
  setup() {
    // Installed here, where there is a network.
    for (const name of [...CLIENTS, ...SERVICES] as readonly PeerName[]) peer(name);
    results = new Map(runIsolated().map((result) => [result.name, result]));
  },
  cases: [
    {
      name: "the migration table has every command and flag of cosign",
      run: () => assert.deepEqual(missingFromTable(), []),
    },
    ...cases.map(({ name }) => ({
      name,
      run() {
        const result = results.get(name);
        assert.ok(result !== undefined, "the case did not run");
        assert.equal(result.error, undefined, result.error);
      },
    })),
  ],
  teardown: record,
};

/** With `ASSAY_INTEROP_RECORD` set, and only when all held. */
function record(): void {
  const all = [...results.values()];
  const isWhole = results.size === cases.length && all.every(({ error }) => error === undefined);
  if (process.env["ASSAY_INTEROP_RECORD"] === undefined || !isWhole) return;
  writeMeasurements({
    ...readMeasurements(),
    date: new Date().toISOString().slice(0, 10),
    versions: Object.fromEntries(
      [...CLIENTS, ...SERVICES].map((name) => [name, peerVersion(name).replace(/^v/, "")]),
    ),
    judged: all.flatMap(({ judged }) => judged ?? []),
    cases: all.filter(({ judged }) => judged?.length === 0).map(({ name }) => name),
  });
}
