/**
 * Twenty blobs signed with one encrypted key, without a log: our one run beside cosign run once for each, and beside all those at once.
 *
 * `npm run bench:sign`. cosign makes the key, and verifies every bundle of every contestant afterwards. Nothing leaves the machine.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { peer, peerVersion } from "../interop/peers.ts";
import { assay, assayName } from "./assay.ts";
import { type Contestant, type Invocation, race } from "./race.ts";
import { printMachine, printTable, roundsOr } from "./table.ts";

const ROUNDS = 7;
const BLOBS = 20;
const BLOB_BYTES = 64 * 1024;
const SUFFIX = ".sigstore.json";
const KEY = { COSIGN_PASSWORD: "bench" };

const rounds = roundsOr(ROUNDS);
const scratch = mkdtempSync(join(tmpdir(), "assay-bench-sign-"));
const environment = { ...KEY, HOME: scratch };
const blobs = Array.from({ length: BLOBS }, (_, index) => `blob-${index}.bin`);
try {
  for (const [index, blob] of blobs.entries()) {
    writeFileSync(join(scratch, blob), Buffer.alloc(BLOB_BYTES, index + 1));
  }
  cosign("generate-key-pair");
  // Neither a log nor a timestamp authority: what is left is the key's own signature.
  cosign("signing-config", "create", "--out=nothing.json");
  cosign("trusted-root", "create", "--out=trusted-root.json");
  printMachine(rounds);
  const placings = await race([ours(), oneByOne(), allAtOnce()], rounds);
  printTable(`${BLOBS} blobs of ${BLOB_BYTES / 1024} KiB, one encrypted key, no log`, placings);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function ours(): Contestant {
  const invocation = assay(
    ["sign", "blob-*.bin", "--key", "cosign.key", "--offline", "--quiet"],
    scratch,
    environment,
  );
  return contestant(assayName("one run"), [{ ...invocation, exits: [0] }]);
}

function oneByOne(): Contestant {
  const name = `cosign ${peerVersion("cosign")}, one by one`;
  return contestant(
    name,
    blobs.map((blob): Invocation => {
      const args = [...signArguments(), "--bundle", `${blob}${SUFFIX}`, blob];
      return { command: peer("cosign"), args, folder: scratch, environment };
    }),
  );
}

function allAtOnce(): Contestant {
  const name = `cosign ${peerVersion("cosign")}, all at once`;
  const script = `for blob in blob-*.bin; do "$0" "$@" --bundle "$blob${SUFFIX}" "$blob" & done; wait`;
  const args = ["-c", script, peer("cosign"), ...signArguments()];
  return contestant(name, [{ command: "sh", args, folder: scratch, environment }]);
}

function signArguments(): readonly string[] {
  const services = ["--signing-config", "nothing.json", "--trusted-root", "trusted-root.json"];
  return ["sign-blob", "--yes", "--key", "cosign.key", ...services];
}

function contestant(name: string, invocations: readonly Invocation[]): Contestant {
  return {
    name,
    invocations,
    reset: () => {
      for (const file of bundles()) rmSync(join(scratch, file));
    },
    made: () => `${BLOBS} bundles a run`,
    check: () => {
      if (bundles().length !== BLOBS) throw new Error(`${name} made ${bundles().length} bundles`);
      for (const blob of blobs) {
        const bundle = ["--bundle", `${blob}${SUFFIX}`];
        const how = ["--insecure-ignore-tlog", "--trusted-root", "trusted-root.json"];
        cosign("verify-blob", "--key", "cosign.pub", ...how, ...bundle, blob);
      }
    },
  };
}

function bundles(): readonly string[] {
  return readdirSync(scratch).filter((name) => name.endsWith(SUFFIX));
}

function cosign(...args: readonly string[]): void {
  execFileSync(peer("cosign"), args, {
    cwd: scratch,
    env: { PATH: process.env["PATH"] ?? "", ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
}
