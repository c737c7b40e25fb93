/**
 * An image of one large and two smaller layers between real registries on loopback and a folder: `assay image copy` beside crane.
 *
 * `npm run bench:image-transfer`. Random bytes, because what is moved is not looked into. Each push goes to a repository of its own, which
 * has none of the blobs; ours looks at all of it once more in the target when it is done, crane does not.
 */
import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDockerRegistry } from "../interop/images/servers.ts";
import { peer, peerVersion } from "../interop/peers.ts";
import { assay, assayName } from "./assay.ts";
import { type Contestant, type Invocation, race } from "./race.ts";
import { printMachine, printTable, roundsOr } from "./table.ts";

const ROUNDS = 3;
const MB = 1e6;
const LAYERS = [600 * MB, 90 * MB, 10 * MB];
const IMAGE = "application/vnd.oci.image.manifest.v1+json";
/** Loopback is plain http to crane by itself. */
const CRANE = peer("crane");

const rounds = roundsOr(ROUNDS);
const scratch = mkdtempSync(join(tmpdir(), "assay-bench-transfer-"));
const [here, there] = [await startDockerRegistry(), await startDockerRegistry()];
try {
  const layout = join(scratch, "image");
  const digest = writeImage(layout);
  printMachine(rounds);
  const size = `${LAYERS.reduce((sum, bytes) => sum + bytes, 0) / MB} MB`;
  const pushed = `${here.host}/pushed`;
  const push = [
    moved(digest, "ours", pushed, (to) => ours(`oci:${layout}:latest`, to)),
    moved(digest, "crane", pushed, (to) => crane("push", layout, to)),
  ];
  printTable(`push of ${size}`, await race(push, rounds));
  const source = `${pushed}/ours-1:latest`;
  printTable(
    `pull of ${size}`,
    await race(
      [
        pulled(digest, "ours", (to) => ours(source, `oci:${to}`)),
        pulled(digest, "crane", (to) => crane("pull", "--format=oci", source, to)),
      ],
      rounds,
    ),
  );
  const copied = `${there.host}/copied`;
  const copy = [
    moved(digest, "ours", copied, (to) => ours(source, to)),
    moved(digest, "crane", copied, (to) => crane("copy", source, to)),
  ];
  printTable(`copy of ${size} from one registry to another`, await race(copy, rounds));
} finally {
  await Promise.all([here.stop(), there.stop()]);
  rmSync(scratch, { recursive: true, force: true });
}

function ours(from: string, to: string): Invocation {
  return assay(["image", "copy", from, to, "--quiet"], scratch);
}

function crane(...args: readonly string[]): Invocation {
  return { command: CRANE, args, folder: scratch };
}

type Who = "ours" | "crane";

function nameOf(who: Who): string {
  return who === "ours" ? assayName("") : `crane ${peerVersion("crane")}`;
}

/** Each run writes to a repository of its own. */
function moved(
  digest: string,
  who: Who,
  below: string,
  invocation: (to: string) => Invocation,
): Contestant {
  let run = 0;
  const to = () => `${below}/${who}-${run}:latest`;
  return {
    name: nameOf(who),
    get invocations() {
      return [invocation(to())];
    },
    reset() {
      run += 1;
    },
    made() {
      const found = execFileSync(CRANE, ["digest", to()], { encoding: "utf8" }).trim();
      if (found !== digest) throw new Error(`${to()} is ${found}`);
      return digest.slice(0, 19);
    },
  };
}

function pulled(digest: string, who: Who, invocation: (to: string) => Invocation): Contestant {
  const to = join(scratch, `pulled-${who}`);
  return {
    name: nameOf(who),
    invocations: [invocation(to)],
    reset: () => rmSync(to, { recursive: true, force: true }),
    made() {
      const { manifests } = JSON.parse(readFileSync(join(to, "index.json"), "utf8")) as {
        readonly manifests: readonly { readonly digest: string }[];
      };
      if (manifests[0]?.digest !== digest) throw new Error(`${to} holds ${manifests[0]?.digest}`);
      return digest.slice(0, 19);
    },
  };
}

/** A layout of an image with random layers. */
function writeImage(folder: string): string {
  const blobs = join(folder, "blobs", "sha256");
  mkdirSync(blobs, { recursive: true });
  const put = (value: unknown, mediaType: string) => {
    const text = JSON.stringify(value);
    const hex = createHash("sha256").update(text).digest("hex");
    writeFileSync(join(blobs, hex), text);
    return { mediaType, digest: `sha256:${hex}`, size: Buffer.byteLength(text) };
  };
  const layers = LAYERS.map((size) => randomLayer(blobs, size));
  const config = put(
    {
      architecture: "amd64",
      os: "linux",
      rootfs: { type: "layers", diff_ids: layers.map(({ digest }) => digest) },
    },
    "application/vnd.oci.image.config.v1+json",
  );
  const manifest = put({ schemaVersion: 2, mediaType: IMAGE, config, layers }, IMAGE);
  const annotations = { "org.opencontainers.image.ref.name": "latest" };
  const index = { schemaVersion: 2, manifests: [{ ...manifest, annotations }] };
  writeFileSync(join(folder, "index.json"), JSON.stringify(index));
  writeFileSync(join(folder, "oci-layout"), JSON.stringify({ imageLayoutVersion: "1.0.0" }));
  return manifest.digest;
}

function randomLayer(blobs: string, size: number) {
  const [part, hash] = [join(blobs, "part"), createHash("sha256")];
  const file = openSync(part, "w");
  for (let left = size; left > 0; left -= MB) {
    const bytes = randomBytes(Math.min(left, MB));
    hash.update(bytes);
    writeSync(file, bytes);
  }
  closeSync(file);
  const hex = hash.digest("hex");
  renameSync(part, join(blobs, hex));
  return {
    mediaType: "application/vnd.oci.image.layer.v1.tar",
    digest: `sha256:${hex}`,
    size,
  };
}
