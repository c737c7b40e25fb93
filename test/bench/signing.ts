/**
 * Files signed by an identity over Fulcio, Rekor v2 and a timestamp authority on loopback: our one run beside cosign in a loop and in parallel,
 * sigstore-python (what gh-action-sigstore-python runs), and one statement for all files as actions/attest makes it; then the bundles verified.
 *
 * `npm run bench:signing [-- FILES …]` (100 and 1,000 where none is given). Each service is asked through a proxy that counts. `-- sparse` signs one file of 10 GiB
 * instead.
 * `ASSAY_BENCH_ONLY` is a pattern for the contestants' names. Nothing leaves the machine.
 */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { startMiniSigstore } from "@assay/testkit";
import { peer, peerVersion } from "../interop/peers.ts";
import { startStack } from "../interop/sigstore/stack.ts";
import { assay } from "./assay.ts";
import { type Lap, lap, printHead, printLap, type Way } from "./counted-lap.ts";
import { countingProxy, stopCounting, writeServices } from "./counted-services.ts";

const EMAIL = "dev@acme.test";
const TOKEN_SECONDS = 4 * 3600;
const SPARSE_BYTES = 10 * 1024 ** 3;
const mini = await startMiniSigstore();
const stack = await startStack(mini);
const work = mkdtempSync(join(tmpdir(), "assay-bench-signing-"));
try {
  const tokens = await countingProxy("oidc", stack.issuer.url);
  await writeServices(stack, work);
  const versions = ["cosign", "sigstore-python", "fulcio", "rekor", "timestamp-server"] as const;
  console.log(
    `node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}; ${versions.map((name) => `${name} ${peerVersion(name)}`).join(", ")}`,
  );
  const wanted = process.argv.slice(2);
  if (wanted.includes("sparse")) await sparse(tokens);
  else
    for (const files of wanted.length === 0 ? [100, 1000] : wanted.map(Number))
      await batch(files, tokens);
} finally {
  stack.stop();
  await mini.close();
  stopCounting();
  rmSync(work, { recursive: true, force: true });
}

async function batch(files: number, tokens: string): Promise<void> {
  const folder = join(work, `blobs-${files}`);
  mkdirSync(folder);
  for (let index = 0; index < files; index += 1)
    writeFileSync(join(folder, `f${index}.bin`), `${index} of ${files}`);
  let first: Lap | undefined;
  printHead(`${files} files signed`);
  for (const way of signers(files, tokens).filter(isWanted)) {
    for (const name of readdirSync(folder)) if (name.endsWith(".json")) rmSync(join(folder, name));
    const took = await lap(way, folder, work);
    first ??= took;
    printLap(took, first);
    const bundles = readdirSync(folder).filter((name) => name.endsWith(".json")).length;
    const expected = way.name.includes("one statement") ? 1 : files;
    if (bundles !== expected) throw new Error(`${way.name} made ${bundles} bundles`);
  }
  // The last one that made a bundle each: the bundles of all are alike.
  for (const name of readdirSync(folder)) if (name.endsWith(".json")) rmSync(join(folder, name));
  await lap(ours("sign", tokens), folder, work);
  printHead(`${files} bundles verified`);
  first = undefined;
  for (const way of verifiers().filter(isWanted)) {
    const took = await lap(way, folder, work);
    first ??= took;
    printLap(took, first);
  }
}

function signers(files: number, tokens: string): readonly Way[] {
  // Some take longer than a CI's token lives.
  const exp = Math.floor(Date.now() / 1000) + TOKEN_SECONDS;
  const token = stack.issuer.token("", { sub: "1", email: EMAIL, email_verified: true, exp });
  const python = peer("sigstore-python");
  const theirs = ["--trust-config", join(work, "trust_config.json"), "sign", "--identity-token"];
  const cosign = `"${peer("cosign")}" sign-blob --yes --signing-config ${work}/signing.json --trusted-root ${work}/trusted_root.json --identity-token ${token}`;
  return [
    ours("sign", tokens),
    ours("attest", tokens),
    shell(
      `cosign, a loop`,
      `for f in f*.bin; do ${cosign} --bundle $f.sigstore.json $f || exit 1; done`,
    ),
    shell("cosign, xargs -P2", `ls f*.bin | xargs -P2 -I{} ${cosign} --bundle {}.sigstore.json {}`),
    shell("sigstore-python, one process", `"${python}" ${theirs.join(" ")} ${token} f*.bin`),
    ...(files > 200
      ? []
      : [
          shell(
            "sigstore-python, a loop",
            `for f in f*.bin; do "${python}" ${theirs.join(" ")} ${token} $f || exit 1; done`,
          ),
        ]),
    attestAction(token, files),
  ];
}

function ours(what: "sign" | "attest", tokens: string): Way {
  const environment = {
    GITHUB_ACTIONS: "true",
    GITHUB_SERVER_URL: "https://github.com",
    ACTIONS_ID_TOKEN_REQUEST_URL: `${tokens}/gh/request?run=1`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "interop",
  };
  const services = [
    "--signing-config",
    join(work, "signing.json"),
    "--trusted-root",
    join(work, "trusted_root.json"),
  ];
  const { command, args } = assay([what, "f*.bin", ...services, "--quiet"], work, environment);
  const name = what === "sign" ? "assay sign, one run" : "assay attest, one statement";
  return { name, command, args, environment };
}

/** What actions/attest does: one statement of all files, one DSSE envelope, here by sigstore-go's client. */
function attestAction(token: string, files: number): Way {
  const subject = Array.from({ length: files }, (_, index) => ({
    name: `f${index}.bin`,
    digest: { sha256: createHash("sha256").update(`${index} of ${files}`).digest("hex") },
  }));
  const statement = {
    _type: "https://in-toto.io/Statement/v1",
    subject,
    predicateType: "https://slsa.dev/provenance/v1",
    predicate: {
      buildDefinition: { buildType: "https://acme.test/build", externalParameters: {} },
      runDetails: { builder: { id: "https://acme.test/builder" } },
    },
  };
  writeFileSync(join(work, "statement"), JSON.stringify(statement));
  const args = [
    ...["sign-bundle", "--in-toto", "--identity-token", token, "--bundle", "all.json"],
    ...["--trusted-root", join(work, "trusted_root.json")],
    ...["--signing-config", join(work, "signing.json"), join(work, "statement")],
  ];
  return { name: "sigstore-go, one statement", command: peer("sigstore-go"), args };
}

function verifiers(): readonly Way[] {
  const root = join(work, "trusted_root.json");
  const subject = "https://github.com/acme/app/.github/workflows/release.yml@refs/heads/main";
  const issuer = `${stack.issuer.url}/gh`;
  const who = `--certificate-identity ${subject} --certificate-oidc-issuer ${issuer}`;
  const { command, args } = assay(
    ["verify", "f*.bin", "--trusted-root", root, ...who.split(" "), "--quiet"],
    work,
  );
  const names = `--cert-identity ${subject} --cert-oidc-issuer ${issuer}`;
  return [
    { name: "assay verify, one run", command, args },
    shell(
      "cosign verify-blob, a loop",
      `for f in f*.bin; do "${peer("cosign")}" verify-blob --bundle $f.sigstore.json --trusted-root ${root} ${who} $f || exit 1; done`,
    ),
    shell(
      "cosign verify-blob, xargs -P2",
      `ls f*.bin | xargs -P2 -I{} "${peer("cosign")}" verify-blob --bundle {}.sigstore.json --trusted-root ${root} ${who} {}`,
    ),
    shell(
      "sigstore-python, one process",
      `"${peer("sigstore-python")}" --trust-config ${work}/trust_config.json verify identity --offline ${names} f*.bin`,
    ),
  ];
}

function shell(name: string, script: string): Way {
  return {
    name,
    command: "sh",
    args: ["-c", script],
  };
}

function isWanted({ name }: Way): boolean {
  return new RegExp(process.env["ASSAY_BENCH_ONLY"] ?? "").test(name);
}

async function sparse(tokens: string): Promise<void> {
  const folder = join(work, "sparse");
  mkdirSync(folder);
  writeFileSync(join(folder, "f.bin"), "");
  truncateSync(join(folder, "f.bin"), SPARSE_BYTES);
  printHead("one sparse file of 10 GiB");
  for (const way of [ours("sign", tokens), ...verifiers().slice(0, 1)]) {
    const took = await lap(way, folder, work);
    printLap(took, took);
  }
}
