/**
 * The bundles of sigstore-conformance (its `test/assets/bundle-verify`), through `assay verify-bundle`, by file and by digest.
 *
 * `ASSAY_CONFORMANCE` is the folder of a checkout. With `ASSAY_INTEROP_RECORD` set, `docs/interop.md` says what was found.
 */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readMeasurements, writeMeasurements } from "../sigstore/matrix/measured.ts";
import type { InteropSuite } from "../suite.ts";

const CHECKOUT = process.env["ASSAY_CONFORMANCE"] ?? "";
const ASSETS = join(CHECKOUT, "test/assets/bundle-verify");
const CLI = join(import.meta.dirname, "../../../dist/cli.js");
const IDENTITY =
  "https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/.github/workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main";
const ISSUER = "https://token.actions.githubusercontent.com";
const ONLINE = "needs Sigstore's staging or public services and a token from the network";
const SKIPPED = {
  "test_simple, test_sign_does_not_produce_root, test_sign_verify_rekor2, test_sign_verify_dsse": `${ONLINE}; the tables above have the same on loopback`,
  test_verify_cpython_release_bundles: "needs a checkout of CPython's release tracker",
};

const folders = CHECKOUT === "" ? [] : readdirSync(ASSETS, { withFileTypes: true });
const results = new Map<string, boolean>();

export const conformanceSuite: InteropSuite = {
  name: "conformance",
  cases: folders
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      (["file", "digest"] as const).map((form) => ({
        name: `${name}, by ${form}`,
        run() {
          results.set(`${name}, by ${form}`, false);
          const { status, stderr } = verify(name, form);
          // Input that is refused as unreadable is refused: 1 or 2, and never a crash or an accident.
          if (name.endsWith("_fail"))
            assert.ok(status === 1 || status === 2, `${status} ${stderr}`);
          else assert.equal(status, 0, stderr);
          results.set(`${name}, by ${form}`, true);
        },
      })),
    ),
  teardown() {
    if (process.env["ASSAY_INTEROP_RECORD"] === undefined || results.size === 0) return;
    const failed = [...results].filter(([, held]) => !held).map(([name]) => name);
    writeMeasurements({
      ...readMeasurements(),
      conformance: {
        date: new Date().toISOString().slice(0, 10),
        commit: execFileSync("git", ["-C", CHECKOUT, "rev-parse", "--short=10", "HEAD"], {
          encoding: "utf8",
        }).trim(),
        passed: results.size - failed.length,
        failed,
        skipped: SKIPPED,
      },
    });
  },
};

function verify(name: string, form: "file" | "digest") {
  const folder = join(ASSETS, name);
  const own = (file: string): string | undefined =>
    existsSync(join(folder, file)) ? join(folder, file) : undefined;
  const text = (file: string, otherwise: string): string => {
    const path = own(file);
    return path === undefined ? otherwise : readFileSync(path, "utf8").trim();
  };
  const key = own("key.pub");
  const who =
    key === undefined
      ? [
          ...["--certificate-identity", text("identity", IDENTITY)],
          ...["--certificate-oidc-issuer", text("issuer", ISSUER)],
        ]
      : ["--key", key];
  const root = own("trusted_root.json");
  const trust = root === undefined ? [] : ["--trusted-root", root];
  const file = own("artifact") ?? join(ASSETS, "a.txt");
  const digest = createHash("sha256").update(readFileSync(file)).digest("hex");
  const what = form === "file" ? file : `sha256:${digest}`;
  const bundle = ["--bundle", join(folder, "bundle.sigstore.json")];
  return spawnSync(process.execPath, [CLI, "verify-bundle", ...bundle, ...who, ...trust, what], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent" },
  });
}
