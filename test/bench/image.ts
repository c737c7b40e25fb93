/**
 * SBOM of an image of about 1 GB: ours beside syft and osv-scalibr, and how time and memory grow with the image.
 *
 * `npm run bench:image`. The image is made once of real packages of Debian, npm, PyPI, Maven and Go (`image-layers.ts`) in
 * `$ASSAY_BENCH_CACHE`, or `~/.cache/assay-bench`. Ours and syft read an OCI layout; osv-scalibr reads no such folder and gets the same
 * layers as an archive of Docker.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { peer, peerVersion } from "../interop/peers.ts";
import { assay, assayName } from "./assay.ts";
import { type BenchImage, benchImage, dockerArchive } from "./image-layout.ts";
import { type Contestant, type Invocation, race } from "./race.ts";
import { printMachine, printTable, roundsOr } from "./table.ts";

const ROUNDS = 3;
const GROUPS = 3;

const cache = process.env["ASSAY_BENCH_CACHE"] || join(homedir(), ".cache", "assay-bench");
const rounds = roundsOr(ROUNDS);
const scratch = mkdtempSync(join(tmpdir(), "assay-bench-image-"));
try {
  const whole = benchImage(cache, GROUPS);
  const archive = dockerArchive(cache, whole);
  printMachine(rounds);
  const peers = [syft(whole), scalibr(archive)];
  printTable(
    `image of ${sizeOf(whole)}, gzip`,
    await race([ours(whole, "gzip"), ...peers], rounds),
  );
  const zstd = benchImage(cache, GROUPS, "zstd");
  printTable(
    `image of ${sizeOf(zstd)}, zstd`,
    await race([ours(zstd, "zstd"), syft(zstd)], rounds),
  );
  const growing = Array.from({ length: GROUPS }, (_, at) => benchImage(cache, at + 1));
  const grown = growing.map((image, at) => ours(image, `${at + 1} of ${GROUPS}, ${sizeOf(image)}`));
  printTable("growth", await race(grown, rounds));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function sizeOf({ plain, stored }: BenchImage): string {
  return `${(plain / 1e9).toFixed(2)} GB (${(stored / 1e9).toFixed(2)} GB stored)`;
}

function ours({ folder }: BenchImage, what: string): Contestant {
  const output = join(scratch, "ours");
  const args = ["image", "sbom", `oci:${folder}`, "--formats", "cyclonedx-1.6", "--output", output];
  return contestant(
    assayName(what),
    "ours",
    assay([...args, "--offline", "--quiet"], scratch),
    () => join(output, "sbom.linux-amd64.cdx.json"),
  );
}

function syft({ folder }: BenchImage): Contestant {
  const document = join(scratch, "syft.json");
  const args = ["scan", `oci-dir:${folder}`, "--quiet", "--output", `cyclonedx-json=${document}`];
  const environment = { SYFT_CHECK_FOR_APP_UPDATE: "false" };
  const invocation = { command: peer("syft"), args, folder: scratch, environment };
  return contestant(`syft ${peerVersion("syft")}`, "syft.json", invocation, () => document);
}

function scalibr(archive: string): Contestant {
  const document = join(scratch, "scalibr.json");
  const args = ["--image-tarball", archive, "--offline", "-o", `cdx-json=${document}`];
  // It ends with 1 where one of its many readers had a problem with one file.
  const invocation = { command: peer("scalibr"), args, folder: scratch, exits: [0, 1] };
  return contestant(
    `osv-scalibr ${peerVersion("scalibr")}`,
    "scalibr.json",
    invocation,
    () => document,
  );
}

function contestant(
  name: string,
  output: string,
  invocation: Invocation,
  document: () => string,
): Contestant {
  return {
    name,
    invocations: [invocation],
    reset: () => rmSync(join(scratch, output), { recursive: true, force: true }),
    made: () => {
      const { components = [] } = JSON.parse(readFileSync(document(), "utf8")) as {
        readonly components?: readonly { readonly purl?: string }[];
      };
      const purls = new Set(components.flatMap(({ purl }) => purl ?? []));
      if (purls.size === 0) throw new Error(`${name} found no package`);
      return `${purls.size} purls`;
    },
  };
}
