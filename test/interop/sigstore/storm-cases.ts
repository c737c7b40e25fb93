/** The services as they are shipped, behind a proxy in which 30 % of the requests fail, and our process killed. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fastWorld, faultPlan, startFaultyProxy } from "@assay/testkit";
import type { InteropCase } from "../suite.ts";
import {
  ASSAY,
  assay,
  cosign,
  cosignVerifyIdentity,
  identity,
  must,
  root,
  stack,
  WORKFLOW,
  work,
  write,
} from "./session.ts";

const FILES = 24;
const KILLS = 3;
const SEED = 20261128;
const SPEED = 20;
const TYPE = "https://acme.test/made/v1";

export const stormCases: readonly InteropCase[] = (["sign", "attest"] as const).map((act, nth) => ({
  name: `cosign verifies what we ${act} while 30 % of the requests to Fulcio, Rekor v2 and the timestamp authority fail, and with kills`,
  async run() {
    const folder = `storm-${act}`;
    mkdirSync(join(work, folder));
    const names = Array.from({ length: FILES }, (_, index) => `${folder}/${index}.bin`);
    for (const name of names) write(name, name);
    write("made.json", '{"made": "here"}');
    const plan = faultPlan(SEED + nth, 0.3);
    const { fulcio, rekor, tsa } = stack.urls;
    const services = { oidc: `${stack.issuer.url}/gh`, fulcio, rekor2: rekor, tsa };
    const proxy = await startFaultyProxy(services, plan);
    const world = await fastWorld(SPEED, work);
    const more =
      act === "sign" ? [] : [`--predicate-type=${TYPE}`, "--predicate=made.json", "--per-subject"];
    const args = [
      act,
      `${folder}/*.bin`,
      ...more,
      ...root(),
      `--fulcio-url=${proxy.url("fulcio")}`,
    ];
    const urls = [
      `--rekor-url=${proxy.url("rekor2")}`,
      "--rekor-version=2",
      `--tsa-url=${proxy.url("tsa")}`,
    ];
    const environment = {
      PATH: process.env["PATH"] ?? "",
      GITHUB_ACTIONS: "true",
      ACTIONS_ID_TOKEN_REQUEST_URL: `${proxy.url("oidc")}/request?run=1`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "interop",
    };
    let isDone = false;
    let output = "";
    for (let runs = 0; runs < KILLS + 3 && !isDone; runs++) {
      const until = runs < KILLS ? proxy.journal.length + 8 + runs * 5 : Number.POSITIVE_INFINITY;
      const command = [...world.args, ASSAY, ...args, ...urls];
      const child = spawn(process.execPath, command, { cwd: work, env: environment });
      output = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", (chunk: Buffer) => {
          output += chunk.toString();
        });
      }
      const watch = setInterval(() => {
        if (proxy.journal.length >= until) child.kill("SIGKILL");
      }, 2);
      isDone = (await new Promise((resolve) => child.once("close", resolve))) === 0;
      clearInterval(watch);
    }
    await proxy.close();
    assert.ok(isDone, output);
    const suffix = act === "sign" ? "" : ".made";
    const bundles = names.map((name) => `${name}${suffix}.sigstore.json`);
    const found = readdirSync(join(work, folder)).map((name) => `${folder}/${name}`);
    assert.deepEqual(found.sort(), [...names, ...bundles].sort());
    for (const [at, name] of names.entries()) {
      const issuer = `${stack.issuer.url}/gh`;
      if (act === "sign") must(await cosignVerifyIdentity(name, WORKFLOW, issuer));
      else {
        const who = ["--certificate-identity", WORKFLOW, "--certificate-oidc-issuer", issuer];
        const what = ["--type", TYPE, "--bundle", bundles[at] ?? ""];
        must(await cosign(["verify-blob-attestation", ...what, ...root(), ...who, name]));
      }
    }
    must(await assay(["verify", `${folder}/*.bin`, ...identity(WORKFLOW, "/gh")]));
    const failed = [...plan.met].reduce(
      (sum, [mode, count]) => sum + (mode === "none" ? 0 : count),
      0,
    );
    assert.ok(failed > 0);
    console.error(
      `${act}: ${FILES} files, ${proxy.journal.length} requests, ${failed} failed, ${KILLS} kills at most`,
    );
  },
}));
