import { createHash } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  fastWorld,
  faultPlan,
  MINI_IDENTITY,
  startFakeGithub,
  startMiniSigstore,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { afterAll, expect, it } from "vitest";
import { CLI } from "./entries.ts";
import { runUntil, seeded } from "./storm.ts";

afterAll(cleanUp);

/** `ASSAY_STORM_FILES` and `ASSAY_STORM_SEED` make other storms; then what it took is written out. */
const FILES = Number(process.env["ASSAY_STORM_FILES"] ?? 8);
const SEED = Number(process.env["ASSAY_STORM_SEED"] ?? 4711);
const KILLS = 4;
const RUNS = 40;
const SPEED = 20;
const TAG = "v1.0.0";
const COMMIT = "c".repeat(40);

it("a release is published once, whole and verified, though 30 % of the requests fail, assets are lost and half uploaded, and the process is killed", async () => {
  const [folder, beside] = [await temporaryFolder(), await temporaryFolder()];
  const world = await fastWorld(SPEED, beside);
  const mini = await startMiniSigstore({ now: world.now });
  const github = await startFakeGithub("acme/app");
  github.state.tags.set(TAG, { type: "commit", sha: COMMIT });
  const names = Array.from({ length: FILES }, (_, index) => `f${index}.tgz`);
  await writeFiles(folder, Object.fromEntries(names.map((name) => [`dist/${name}`, name])));
  await writeFile(join(folder, "root.json"), mini.trustedRoot);
  await writeFile(join(beside, "event.json"), "{}");
  const plan = faultPlan(SEED, 0.3);
  mini.storm = plan;
  github.storm = plan;
  const env = {
    ...github.environment(),
    ...{ GITHUB_SERVER_URL: "https://github.com", GITHUB_TOKEN: "t", GITHUB_SHA: COMMIT },
    ...{ GITHUB_REF: `refs/tags/${TAG}`, GITHUB_EVENT_NAME: "push" },
    ...{ GITHUB_EVENT_PATH: join(beside, "event.json"), GITHUB_ACTIONS: "true" },
    ...{ ACTIONS_ID_TOKEN_REQUEST_TOKEN: "mini", ACTIONS_ID_TOKEN_REQUEST_URL: mini.tokenUrl },
  };
  const services = [`--fulcio-url=${mini.fulcioUrl}`, `--rekor-url=${mini.rekorV1Url}`];
  const more = [
    "--trusted-root=root.json",
    "--output-directory=out",
    "--format=json",
    `--tag=${TAG}`,
  ];
  const args = [...world.args, CLI, "release", "dist/*.tgz", ...services, ...more];
  const random = seeded(SEED);
  const trouble: string[] = [];
  let [runs, kills, lost, isDone] = [0, 0, 0, false];
  let next = 5;
  const requests = () => mini.journal.length + github.journal.length;
  while (!isDone && runs < RUNS) {
    const until =
      runs < KILLS ? requests() + 5 + Math.floor(random() * 8 * FILES) : Number.POSITIVE_INFINITY;
    runs += 1;
    const run = await runUntil(
      args,
      folder,
      mini.tokenUrl,
      () => {
        const [draft] = github.state.drafts;
        // Now and then an asset is lost, or one is there by half.
        if (draft !== undefined && draft.assets.length >= next && lost < 6) {
          next += 3;
          lost += 1;
          const gone = draft.assets.pop();
          const half = { id: 900_000 + lost, bytes: Buffer.alloc(0), state: "starter" as const };
          if (gone !== undefined && lost % 2 === 0) draft.assets.push({ ...half, name: gone.name });
        }
        return requests() >= until;
      },
      env,
    );
    isDone = run.exitCode === 0;
    if (run.exitCode === null) kills += 1;
    else if (!isDone) trouble.push(`${run.exitCode}: ${reasonOf(run.stdout)}`);
  }
  const figures = `${runs} runs, ${kills} kills, ${requests()} requests, ${requests() - (plan.met.get("none") ?? 0)} failed, ${lost} assets lost or half, ${mini.done.rekor1} entries`;
  if (process.env["ASSAY_STORM_FILES"] !== undefined)
    process.stderr.write(`${FILES} files: ${figures}\n${trouble.join("\n")}\n`);
  expect([isDone, trouble]).toEqual([true, expect.anything()]);
  mini.storm = undefined;
  github.storm = undefined;
  const all = [...names, "SHA256SUMS", "VERIFY.md"].flatMap((name) => [
    name,
    `${name}.sigstore.json`,
  ]);
  const published = github.state.releases.get(TAG);
  expect(github.state.releases.size).toBe(1);
  expect(github.state.drafts).toEqual([]);
  expect(published?.assets.map(({ name }) => name).sort()).toEqual(all.sort());
  expect(published?.assets.filter(({ state }) => state !== undefined)).toEqual([]);
  // As somebody who downloads all of it.
  const download = await temporaryFolder();
  for (const { name, bytes } of published?.assets ?? [])
    await writeFile(join(download, name), bytes);
  await writeFile(join(download, "root.json"), mini.trustedRoot);
  const who = [
    `--certificate-identity=${MINI_IDENTITY}`,
    `--certificate-oidc-issuer=${mini.issuer.url}`,
  ];
  const files = [...names, "SHA256SUMS", "VERIFY.md"];
  const verify = [CLI, "verify", ...files, "--trusted-root=root.json", ...who, "--format=json"];
  const verified = await runUntil([...world.args, ...verify], download, "", () => false);
  expect([verified.exitCode, JSON.parse(verified.stdout).acts[0].records.length]).toEqual([
    0,
    files.length,
  ]);
  for (const name of names) {
    const bytes = published?.assets.find((asset) => asset.name === name)?.bytes ?? Buffer.alloc(0);
    const hash = createHash("sha256").update(bytes).digest("hex");
    expect(hash).toBe(createHash("sha256").update(name).digest("hex"));
  }
  const left = [...(await readdir(join(folder, "dist"))), ...(await readdir(join(folder, "out")))];
  expect(left.filter((name) => name.endsWith(".tmp"))).toEqual([]);
  // No kill of ours made somebody trust what is not whole: whoever gave up said why, and not that a file is bad.
  expect(trouble.filter((line) => line.startsWith("70:"))).toEqual([]);
  await mini.close();
  await github.close();
});

/** Why a run ended without its release. */
function reasonOf(stdout: string): string {
  const { headline, checks, acts } = JSON.parse(stdout || "{}");
  const failures = acts?.flatMap((act: { failures: readonly unknown[] }) => act.failures);
  return JSON.stringify([headline, checks, failures]).slice(0, 1000);
}
