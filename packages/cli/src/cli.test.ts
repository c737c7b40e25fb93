import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { CHECK_NAMES, loadCommands } from "@assay/suite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCli } from "./cli.ts";
import { fakeTerminal } from "./test/terminal.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-cli-"));
  const lock = {
    name: "app",
    version: "1.0.0",
    lockfileVersion: 3,
    packages: {
      "": { name: "app", version: "1.0.0", dependencies: { a: "1.0.0" } },
      "node_modules/a": {
        version: "1.0.0",
        resolved: "https://registry.npmjs.org/a/-/a-1.0.0.tgz",
        integrity: `sha512-${Buffer.alloc(64).toString("base64")}`,
        license: "MIT",
      },
    },
  };
  await writeFile(join(folder, "package-lock.json"), JSON.stringify(lock));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(...argv: string[]) {
  const terminal = fakeTerminal(folder);
  const exitCode = await runCli(argv, terminal);
  return { exitCode, out: terminal.out(), err: terminal.err() };
}

test("the version and the overview", async () => {
  expect(await run("--version")).toEqual({ exitCode: 0, out: "assay 0.1.0\n", err: "" });
  const { out, exitCode } = await run("--help");
  expect(exitCode).toBe(0);
  for (const name of [
    "check",
    "sbom",
    "licenses",
    "secrets",
    "sign",
    "attest",
    "verify",
    "config",
    "init",
    "explain",
  ]) {
    expect(out).toMatch(new RegExp(`^ {2}${name}\\b`, "m"));
  }
  expect((await run()).exitCode).toBe(2);
});

test("an unknown command or option suggests the nearest", async () => {
  const command = await run("chekc");
  expect(command).toMatchObject({ exitCode: 2, out: "" });
  expect(command.err).toContain('There is no command `chekc`; did you mean "check"?');
  const option = await run("licenses", "--fial-on", "high");
  expect(option.exitCode).toBe(2);
  expect(option.err).toContain('There is no option `--fial-on`; did you mean "--fail-on"?');
});

test("help is made from the declaration", async () => {
  const { out, exitCode } = await run("licenses", "--help");
  expect(exitCode).toBe(0);
  expect(out).toContain("Usage: assay licenses [folder] [options]");
  expect(out).toContain("config: licenses.allow");
  expect((await run("help", "sign")).out).toContain("Usage: assay sign [file]... [options]");
  expect((await run("help", "sbom", "merge")).out).toContain("Usage: assay sbom merge <file>...");
  expect((await run("sbom", "--help")).out).toMatch(
    /^ {2}sbom diff <old> <new> +Compare two bills/m,
  );
  expect((await run("sbom", "conver", "x.json")).err).toContain(
    'There is no command or folder `conver`; did you mean "convert"?',
  );
  expect((await run("sbom", "validate")).err).toContain("`<file>` is required. The document,");
});

test("a check prints its report to stdout and nothing else", async () => {
  const { out, err, exitCode } = await run("licenses", ".", "--allow", "MIT");
  expect(exitCode).toBe(0);
  expect(out).toContain("1 lockfile");
  expect(out).not.toContain("\u001b[");
  expect(err).toBe("");
  expect(await readdir(folder)).toEqual(["package-lock.json"]);
});

describe("the documents of a command that makes some", () => {
  const LOCK = "package-lock.json";

  test("are written to where it is started, and it says so", async () => {
    await mkdir(join(folder, "sub"));
    const { out, err, exitCode } = await run("sbom", ".");
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(out).toMatch(/\n\nWritten: sbom\.cdx\.json, sbom\.spdx\.json\n$/);
    expect((await readdir(folder)).sort()).toEqual([
      LOCK,
      "sbom.cdx.json",
      "sbom.spdx.json",
      "sub",
    ]);
    const report = JSON.parse((await run("sbom", ".", "--format", "json")).out);
    const bytes = await readFile(join(folder, "sbom.cdx.json"));
    expect(report.artifacts).toContainEqual({
      name: "sbom.cdx.json",
      mediaType: "application/vnd.cyclonedx+json; version=1.6",
      sha256: createHash("sha256").update(bytes).digest("hex"),
      size: bytes.length,
    });
  });

  test.each([
    ["a folder that there is", ["--output", "sub"], ["sub/sbom.cdx.json", "sub/sbom.spdx.json"]],
    ["a folder by its slash", ["--output=new/", "--formats=spdx-2.3"], ["new/sbom.spdx.json"]],
    ["a folder for several", ["--output", "a/b"], ["a/b/sbom.cdx.json", "a/b/sbom.spdx.json"]],
    ["a file for one", ["--output=bom.json", "--formats=cyclonedx-1.6"], ["bom.json"]],
    [
      "their own place beside the reports'",
      ["--output=sub", "--formats=spdx-2.3", "--report-directory=out", "--report-formats=json"],
      ["out/report.json", "sub/sbom.spdx.json"],
    ],
  ])("go to %s", async (_, args, files) => {
    await mkdir(join(folder, "sub"));
    const { out, exitCode } = await run("sbom", ".", ...args);
    expect(exitCode).toBe(0);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const found = entries
      .filter((entry) => entry.isFile() && entry.name !== LOCK)
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
    expect(found.sort()).toEqual(files);
    for (const file of files) expect(out).toContain(file);
  });

  test("are printed with `-`, one of them, and then none is written", async () => {
    const printed = await run("sbom", ".", "--output", "-", "--formats", "spdx-2.3");
    expect(JSON.parse(printed.out).spdxVersion).toBe("SPDX-2.3");
    expect(await readdir(folder)).toEqual([LOCK]);
    const wrong = (...args: string[]) => run("sbom", ".", ...args).then(({ err }) => err);
    expect(await wrong("--output", "-")).toContain("`--output -` prints one document");
    expect(await wrong("--output=-", "--formats=spdx-2.3", "--format=json")).toContain(
      "both mean stdout",
    );
    expect(await wrong("--output=x", "--format=spdx-2.3")).toContain("--formats spdx-2.3");
    expect(await readdir(folder)).toEqual([LOCK]);
  });

  test("are never written through a link of the checkout", async () => {
    await mkdir(join(folder, ".git"));
    const elsewhere = await mkdtemp(join(tmpdir(), "assay-elsewhere-"));
    await symlink(elsewhere, join(folder, "out"));
    const { err, exitCode } = await run("sbom", ".", "--output", "out");
    expect(exitCode).toBe(2);
    expect(err).toContain('`output` is "out"; out is a symbolic link');
    expect(await readdir(elsewhere)).toEqual([]);
    await rm(elsewhere, { recursive: true });
  });
});

test("--format chooses a report or a document", async () => {
  const json = JSON.parse((await run("sbom", "--format", "json")).out);
  expect(json).toMatchObject({ command: "sbom", outcome: "pass" });
  const document = JSON.parse((await run("sbom", "--format", "cyclonedx-1.6")).out);
  expect(document).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6" });
  expect(JSON.parse((await run("sbom", "--format", "spdx-2.3")).out).spdxVersion).toBe("SPDX-2.3");
  expect((await run("sbom", "--format", "yaml")).err).toContain(
    "it must be one of text, json, sarif",
  );
  expect((await run("sbom", "--format=spdx-2.3", "--formats=spdx-2.3")).err).toContain(
    "give one of them",
  );
});

test("findings end with exit code 1", async () => {
  const { exitCode, out } = await run("licenses", ".", "--allow", "Apache-2.0");
  expect(exitCode).toBe(1);
  expect(out).toContain("MIT");
  expect((await run("licenses", "--allow", "Apache-2.0", "--fail-on=never")).exitCode).toBe(0);
});

test("--verbose tells on stderr what is done, --quiet changes nothing on stdout", async () => {
  const plain = await run("check");
  const verbose = await run("check", "-v");
  const quiet = await run("check", "-q");
  expect(verbose.err).toMatch(/^Config file: none$/m);
  expect(verbose.err).toMatch(/^sbom: Begins; may reach no host$/m);
  const body = ({ out }: { out: string }) => out.replace(/^.*(time|Looked).*$/gm, "");
  expect(body(verbose)).toBe(body(plain));
  expect(body(quiet)).toBe(body(plain));
});

test("a report folder is meant from where the command is typed", async () => {
  await mkdir(join(folder, "sub"));
  await run("check", "sub", "--report-directory", "out", "--report-formats", "json");
  expect(await readdir(join(folder, "out"))).toContain("report.json");
  expect(await readdir(join(folder, "sub"))).toEqual([]);
});

test("reports are written where --report-directory says", async () => {
  await run("sbom", "--report-directory", "out", "--report-formats=json,text");
  expect((await readdir(join(folder, "out"))).sort()).toEqual([
    "report.json",
    "report.txt",
    "sbom.cdx.json",
    "sbom.spdx.json",
  ]);
});

test("a folder is given once", async () => {
  expect((await run("sbom", "a", "b")).err).toContain('"b" is too much');
  expect((await run("sbom", "a", "--working-directory=b")).err).toContain("mean the same input");
  expect((await run("sbom", "nowhere")).exitCode).toBe(2);
});

test("wrong options and a wrong config file are told together", async () => {
  await writeFile(join(folder, "assay.yml"), "sbom: { scoep: all }\n");
  const { err, exitCode } = await run("sbom", "--offline=maybe");
  expect(exitCode).toBe(2);
  expect(err).toContain("assay.yml:1:9: there is no key `scoep` in `sbom`; did you mean `scope`?");
  expect(err).toContain('`--offline` is "maybe"; it must be true or false');
});

test("config tells each value and where it comes from", async () => {
  await writeFile(join(folder, "assay.yml"), "fail-on: low\nlicenses:\n  allow: [MIT]\n");
  const { out, exitCode } = await run("config", "--checks=licenses");
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^Config file: assay\.yml$/m);
  expect(out).toMatch(/^ {2}fail-on +low +assay\.yml:1:1$/m);
  expect(out).toMatch(/^ {2}checks +licenses +option$/m);
  expect(out).toMatch(/^ {2}allow +MIT +assay\.yml:3:3$/m);
  expect(out).toMatch(/^ {2}offline +false +default$/m);
  expect((await run("config", "chekc")).err).toContain('did you mean "check"?');
});

test("config shows no secret", async () => {
  const terminal = fakeTerminal(folder, { environment: { COSIGN_PASSWORD: "hunter2" } });
  expect(await runCli(["config", "sign"], terminal)).toBe(0);
  expect(terminal.out()).toMatch(/key-password +\(secret\) +variable COSIGN_PASSWORD/);
  expect(terminal.out()).not.toContain("hunter2");
});

test("explain tells a rule, lists all, and suggests the nearest", async () => {
  const one = await run("explain", "licenses.denied");
  expect(one.exitCode).toBe(0);
  expect(one.out).toContain("How to fix it");
  expect((await run("explain")).out).toContain("suppressions.expired");
  const below = (await run("explain", "verify.release-incomplete")).out;
  expect(below).toMatch(/^verify\.release-incomplete: A release lacks a file/);
  const group = (await run("explain", "licenses")).out;
  expect(group).toMatch(/^ {2}licenses\.denied /m);
  expect(group).not.toContain("sbom.");
  for (const name of ["private-key", "generic-secret", "secrets.slack-webhook"]) {
    expect((await run("explain", name)).out).toMatch(
      /^secrets\.(?:private-key|generic-api-key|slack-webhook-url): /,
    );
  }
  expect((await run("explain", "slack-token")).out).toContain("secrets.slack-user-token");
  const wrong = await run("explain", "licenses.denid");
  expect(wrong).toMatchObject({ exitCode: 2, out: "" });
  expect(wrong.err).toContain('did you mean "licenses.denied"?');
});

test("explain prints JSON where it is asked for, and refuses other formats", async () => {
  const [rule, ...others] = JSON.parse(
    (await run("explain", "licenses.denied", "--format", "json")).out,
  );
  expect(others).toEqual([]);
  expect(rule).toMatchObject({ id: "licenses.denied", severity: "high" });
  expect(rule.helpUri).toContain("/docs/reference/rules.md#licensesdenied");
  const group = JSON.parse((await run("explain", "licenses", "--format", "json")).out);
  expect(group.length).toBeGreaterThan(5);
  const wrong = await run("explain", "licenses.denied", "--format", "jsn");
  expect(wrong).toMatchObject({ exitCode: 2, out: "" });
  expect(wrong.err).toContain(
    '`--format` is "jsn"; it must be one of text, json; did you mean "json"?',
  );
});

test("init writes files that are valid, and never over others", async () => {
  await mkdir(join(folder, ".github"));
  await writeFile(join(folder, ".github/CODEOWNERS"), "*.md @octo/docs\n* @octo/security\n");
  const pin = "0123456789".repeat(4);
  const { out, exitCode } = await run("init", "--pin", pin);
  expect(exitCode).toBe(0);
  expect(out).not.toContain("warning");
  expect(out).toContain("wrote assay.yml\nwrote .github/workflows/assay.yml\n");
  expect(await readFile(join(folder, ".github/workflows/assay.yml"), "utf8")).toContain(
    `assay@${pin}`,
  );
  const config = await readFile(join(folder, "assay.yml"), "utf8");
  expect(config).toContain("package-lock.json");
  expect(config).toContain("@octo/security");
  expect((await run("config")).exitCode).toBe(0);

  await writeFile(join(folder, "assay.yml"), "fail-on: low\n");
  expect((await run("init", "--pin", pin)).out).toContain("kept assay.yml");
  expect(await readFile(join(folder, "assay.yml"), "utf8")).toBe("fail-on: low\n");
  expect((await run("init", "--force", "--pin", pin)).out).toContain("wrote assay.yml");
});

test("every check has one label, whether it succeeds or fails", async () => {
  const labels = async (...argv: string[]) =>
    JSON.parse((await run("check", "--format", "json", ...argv)).out).checks.map(
      ({ check, title }: { check: string; title: string }) => `${check}: ${title}`,
    );
  const all = ["--checks", CHECK_NAMES.join(",")];
  const good = await labels(...all);
  await writeFile(join(folder, ".gitleaks.toml"), "[[rules]\n");
  await writeFile(join(folder, "assay.yml"), "licenses: { mode: changes }\n");
  const failed = await labels(...all);
  expect(failed).toEqual(good);
  const checks = (await loadCommands()).filter(({ name }) => CHECK_NAMES.includes(name));
  const declared = checks.map(({ name, label }) => `${name}: ${label}`);
  expect(failed.toSorted()).toEqual(["inventory: Inventory", ...declared].sort());
});

test("a mistake in the config file is shown under its line", async () => {
  await writeFile(join(folder, "assay.yml"), "licenses:\n  alow: [MIT]\n");
  const { err, exitCode } = await run("check", ".");
  expect(exitCode).toBe(2);
  expect(err).toContain("      2 |   alow: [MIT]\n        |   ^^^^\n");
});

test("an allow list that no schema can check has its place and line too", async () => {
  await writeFile(join(folder, "assay.yml"), "licenses:\n  allow:\n    - MIT-or-so\n");
  const { out, exitCode } = await run("licenses", ".");
  expect(exitCode).toBe(2);
  expect(out).toContain("assay.yml:3:7: ");
  expect(out).toContain("    3 |     - MIT-or-so\n      |       ^^^^^^^^^\n");
});

test("an option in the place of the command is told as that", async () => {
  expect((await run("--offline", "check")).err).toContain(
    'The first argument is the command; "--offline" is none',
  );
});

test("everything in the written config file holds when it is switched on", async () => {
  await run("init");
  const text = await readFile(join(folder, "assay.yml"), "utf8");
  const on = text.replace(/^# ((?: {2}.*)|[a-z][a-z-]*:.*)$/gm, "$1");
  await writeFile(join(folder, "assay.yml"), on);
  expect(on).toContain("\nsuppressions:\n");
  const { exitCode, err } = await run("config");
  expect(err).toBe("");
  expect(exitCode).toBe(0);
});

test("init refuses a pin that can move", async () => {
  expect((await run("init", "--pin", "v1")).err).toContain("it must be a full commit");
});
