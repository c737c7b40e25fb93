import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  gitRepository,
  runBuiltAction,
  runNode,
  startMiniSigstore,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, describe, it } from "vitest";
import { actionFolder, CLI, EVERY_FORMAT } from "./entries.ts";
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

  it.concurrent("a token that a service echoes stands in no log, summary, comment or report", async ({
    expect,
  }) => {
    const mini = await startMiniSigstore();
    const repository = await gitRepository({ "a.txt": "a\n" });
    let token = "";
    mini.fail({
      service: "fulcio",
      status: 400,
      times: 1,
      echo: (request) => {
        token = JSON.parse(request.toString("utf8")).credentials.oidcIdentityToken;
        const [header, payload, signature] = token.split(".");
        return `${payload} ${signature} ${header}.${payload} ${token} ${btoa(token)}`;
      },
    });
    const reports = await temporaryFolder();
    const result = await runBuiltAction({
      actionFolder: actionFolder("sign"),
      repository,
      inputs: {
        files: "a.txt",
        "fulcio-url": mini.fulcioUrl,
        "rekor-url": mini.rekorV1Url,
        "report-directory": reports,
        "report-formats": EVERY_FORMAT,
      },
      env: {
        ACTIONS_ID_TOKEN_REQUEST_URL: mini.tokenUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: "mini",
        RUNNER_DEBUG: "1",
      },
    });
    await mini.close();
    expect(token.split(".")).toHaveLength(3);
    expect(result.exitCode).toBe(2);
    const files = await readdir(reports);
    expect(files).toHaveLength(7);
    const texts = await Promise.all(files.map((name) => readFile(join(reports, name), "utf8")));
    const printed = result.log.replaceAll(/^::add-mask::.*$/gm, "");
    const all = [printed, result.summary, JSON.stringify(result.outputs), ...texts].join("\n");
    expect(all).toContain("Fulcio refused the identity token");
    const [, payload = "", signature = ""] = token.split(".");
    for (const piece of [token, payload, signature, btoa(token), encodeURIComponent(token)]) {
      expect(result.masks).toContain(piece);
      expect(all).not.toContain(piece.slice(0, 40));
      expect(all).not.toContain(piece.slice(-40));
    }
  });

  it.concurrent("a log that nobody listens at is an error of that service, told while it is waited for", async ({
    expect,
  }) => {
    const { passing } = SCENES["sign"] ?? {};
    if (passing === undefined) throw new Error("no scene");
    const { repository, env = {} } = await passing();
    const closed = await startMiniSigstore();
    await closed.close();
    const args = ["sign", "release/a.txt", "--key=env://SIGNING_KEY", "--verbose", "--format=json"];
    const run = await runNode([CLI, ...args, `--rekor-url=${closed.rekorV1Url}`], {
      cwd: repository.root,
      env: { PATH, ...env },
    });
    expect(run.exitCode).toBe(3);
    expect(JSON.parse(run.stdout).acts[0].failures).toMatchObject([
      { kind: "external", message: expect.stringMatching(/gave no answer after 4 tries/) },
    ]);
    expect(run.stderr).toMatch(/ECONNREFUSED.*trying again in \d+ ms \(1 of 4; \d+ s left\)/);
  });

  it.concurrent("nothing softens what is not signed or does not verify", async ({ expect }) => {
    const { failing } = SCENES["verify"] ?? {};
    if (failing === undefined) throw new Error("no scene");
    const { repository, env = {} } = await failing();
    await writeFile(
      join(repository.root, "assay.yml"),
      "fail-on: never\nsuppressions:\n  - { rule: 'verify.*', path: '**', reason: r, owner: o, expires: '2099-01-01' }\n",
    );
    const run = (...args: readonly string[]) =>
      runNode([CLI, ...args], { cwd: repository.root, env: { PATH, ...env } });
    const verify = ["verify", "release/*.txt", "--key=env://PUBLIC_KEY"];
    expect((await run(...verify)).exitCode).toBe(1);
    for (const option of ["--baseline=earlier.json", "--fail-on=never", "--rule=verify.*=off"]) {
      const refused = await run(...verify, option);
      expect(refused.exitCode).toBe(2);
      expect(refused.stderr).toContain(`There is no option \`${option.split("=")[0]}\``);
    }
    expect((await run("sign", "dist/*.zip", "--key=env://PUBLIC_KEY")).exitCode).toBe(2);
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
    expect(JSON.parse(bad.stdout).acts[0].failures[0].ruleId).toBe("verify.invalid-signature");
    const bundle = await readFile(
      join(mine.repository.root, "release/a.txt.sigstore.json"),
      "utf8",
    );
    expect(JSON.parse(bundle).mediaType).toMatch(/sigstore\.bundle/);
  });
});
