import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, gitRepository, runBuiltAction, runNode } from "@assay/testkit";
import { afterAll, describe, it } from "vitest";
import { actionFolder, CLI } from "./entries.ts";
import { SCENES } from "./scenes.ts";

afterAll(cleanUp);

const PATH = process.env["PATH"] ?? "";

describe("signing", () => {
  it.concurrent("without a key and without `id-token: write` ends with the permissions to add", async ({
    expect,
  }) => {
    const repository = await gitRepository({ "a.txt": "a\n" });
    const inputs = { files: "a.txt", "allow-public-log": "true" };
    const result = await runBuiltAction({ actionFolder: actionFolder("sign"), repository, inputs });
    expect([result.exitCode, result.outputs["outcome"]]).toEqual([2, "error"]);
    const told = result.annotations.map(({ message }) => message).join("\n");
    expect(told).toContain("permissions:\n  contents: read");
    expect(told).toContain("  id-token: write");
  });

  it.concurrent("prints the key in no form, and masks it", async ({ expect }) => {
    const { passing } = SCENES["sign"] ?? {};
    if (passing === undefined) throw new Error("no scene");
    const { repository, inputs, env } = await passing();
    const result = await runBuiltAction({
      actionFolder: actionFolder("sign"),
      repository,
      inputs,
      env: { ...env, RUNNER_DEBUG: "1" },
    });
    const pem = env?.["SIGNING_KEY"] ?? "";
    const [, line = ""] = pem.split("\n");
    const printed = result.log.replaceAll(/^::add-mask::.*$/gm, "") + result.summary;
    for (const form of [line, btoa(pem), encodeURIComponent(pem)]) {
      expect(result.masks).toContain(form);
      expect(printed + JSON.stringify(result.outputs)).not.toContain(form);
    }
  });

  it.concurrent("makes bundles that verify with the CLI, and with nothing else than this key", async ({
    expect,
  }) => {
    const { passing } = SCENES["verify"] ?? {};
    if (passing === undefined) throw new Error("no scene");
    const [mine, theirs] = await Promise.all([passing(), passing()]);
    const verify = (key: string) =>
      runNode([CLI, "verify", "release/a.txt", "--key", "env://PUBLIC_KEY", "--format", "json"], {
        cwd: mine.repository.root,
        env: { PATH, PUBLIC_KEY: key },
      });
    const good = await verify(mine.env?.["PUBLIC_KEY"] ?? "");
    const bad = await verify(theirs.env?.["PUBLIC_KEY"] ?? "");
    expect([good.exitCode, bad.exitCode]).toEqual([0, 1]);
    expect(JSON.parse(bad.stdout).findings[0].ruleId).toBe("verify.invalid-signature");
    const bundle = await readFile(
      join(mine.repository.root, "release/a.txt.sigstore.json"),
      "utf8",
    );
    expect(JSON.parse(bundle).mediaType).toMatch(/sigstore\.bundle/);
  });
});
