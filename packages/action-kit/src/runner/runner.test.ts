import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { COMMON_INPUTS, defineCommand, UsageError } from "@assay/core";
import { readEvent, remoteOf } from "@assay/runtime";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { actionProcesses } from "./action-processes.ts";
import { secretsOf } from "./masks.ts";
import { readInputs } from "./read-inputs.ts";
import { runFacts } from "./run-facts.ts";

afterAll(cleanUp);

const command = defineCommand({
  name: "sample",
  label: "Sample",
  title: "Sample",
  description: "A sample.",
  inputs: {
    ...COMMON_INPUTS,
    key: { type: "string", secret: true, environment: "SAMPLE_KEY", description: "A key." },
    terminal: { type: "string", host: "cli", description: "Only on a terminal." },
  },
  outputs: {},
  permissions: [],
  rules: {},
  run: async () => ({ results: [], outputs: {} }),
});

describe("readInputs", () => {
  it("takes the runner's variables and leaves empty ones out", () => {
    const explicit = readInputs(command, {
      "INPUT_FAIL-ON": "high",
      INPUT_CONFIG: "",
      INPUT_KEY: "k",
      PATH: "/bin",
    });
    expect(explicit).toEqual({ "fail-on": "high", key: "k" });
  });

  it("hands unknown ones on, so that they are refused like every wrong input", () => {
    const explicit = readInputs(command, { INPUT_FAIL_ON: "high", INPUT_TERMINAL: "x" });
    expect(explicit).toEqual({ fail_on: "high", terminal: "x" });
  });
});

describe("secretsOf", () => {
  const secret = "p+ss w/rd";

  it("masks a value in every form, from the step and from its variable", () => {
    for (const forms of [
      secretsOf(command, { key: secret }, {}),
      secretsOf(command, {}, { SAMPLE_KEY: `${secret}\n` }),
    ]) {
      expect(forms).toContain(secret);
      expect(forms).toContain(btoa(secret));
      expect(forms).toContain("p%2Bss%20w%2Frd");
    }
  });

  it("masks Base64 with and without its padding", () => {
    for (const text of ["p+ss w/r", "p+ss w/rd!"]) {
      const padded = btoa(text);
      expect(padded).toMatch(/=$/);
      const forms = secretsOf(command, { key: text }, {});
      expect(forms).toEqual(expect.arrayContaining([padded, padded.replace(/=+$/, "")]));
    }
  });

  it("masks each telling line of a long one", () => {
    const pem = ["-----BEGIN PRIVATE KEY-----", "MIIEabcdef", "ab==", "-----END PRIVATE KEY-----"];
    const forms = secretsOf(command, { key: pem.join("\n") }, {});
    expect(forms).toContain("MIIEabcdef");
    expect(forms).not.toContain("ab==");
    expect(forms.filter((form) => / PRIVATE KEY-----$/.test(form))).toEqual([]);
  });

  it("masks the variable that an input names", () => {
    expect(secretsOf(command, { config: "env://PEM" }, { PEM: "private" })).toContain("private");
  });

  it("masks the runner's own tokens and nothing where there is none", () => {
    expect(secretsOf(command, {}, { GITHUB_TOKEN: "t0ken" })).toContain("t0ken");
    expect(secretsOf(command, { key: " " }, {})).toEqual([]);
  });
});

describe("readEvent", () => {
  const at = async (content: string) => {
    const path = join(await temporaryFolder(), "event.json");
    await writeFile(path, content);
    return readEvent({ GITHUB_EVENT_NAME: "push", GITHUB_EVENT_PATH: path, GITHUB_SHA: "abc" });
  };

  it("reads name, payload, commit", async () => {
    expect(await at('{"before":"x"}')).toEqual({
      name: "push",
      payload: { before: "x" },
      sha: "abc",
    });
    expect(await readEvent({})).toBeNull();
  });

  it.each(["", "{", "[]", "null"])("refuses %j", async (content) => {
    await expect(at(content)).rejects.toBeInstanceOf(UsageError);
  });

  it("refuses a file that is not there", async () => {
    const environment = { GITHUB_EVENT_NAME: "push", GITHUB_EVENT_PATH: "/nowhere/event.json" };
    await expect(readEvent(environment)).rejects.toThrow(/can't be read/);
  });
});

describe("runFacts", () => {
  const change = (head: unknown, number: unknown = 7) => ({
    name: "pull_request",
    payload: { pull_request: { number, head, base: { repo: { full_name: "octo/shop" } } } },
  });

  it.each([
    ["the same repository", { repo: { full_name: "Octo/shop" } }, false],
    ["another one", { repo: { full_name: "eve/shop" } }, true],
    ["a deleted one", { repo: null }, true],
    ["a malformed payload", "x", true],
  ])("judges a head in %s", (_, head, fork) => {
    expect(runFacts(change(head), {})).toMatchObject({ fork, pullRequest: 7 });
  });

  it("trusts pull_request_target's token, and no number that is none", () => {
    const event = { ...change({ repo: null }, "7; rm"), name: "pull_request_target" };
    expect(runFacts(event, {})).toMatchObject({ fork: false, pullRequest: undefined });
  });

  it.each([
    ["https://github.com", false],
    ["https://octo.ghe.com", false],
    ["https://git.example.org", true],
    ["https://github.com.evil.example", true],
  ])("knows the server %s", (server, enterpriseServer) => {
    expect(runFacts(null, { GITHUB_SERVER_URL: server })).toMatchObject({ enterpriseServer });
  });
});

describe("remoteOf", () => {
  it("needs owner and name", () => {
    const environment = { GITHUB_REPOSITORY: "octo/shop", GITHUB_SERVER_URL: "https://g.org/" };
    expect(remoteOf(environment, "t")).toEqual({
      serverUrl: "https://g.org",
      repository: "octo/shop",
      token: "t",
    });
    expect(remoteOf({ GITHUB_REPOSITORY: "octo" }, "t")).toBeNull();
  });
});

describe("actionProcesses", () => {
  const env = { PATH: process.env["PATH"] ?? "" };
  const { run } = actionProcesses(() => {});

  it("gives bytes and exit code, with nothing inherited", async () => {
    const script =
      'process.stdout.write(Buffer.from([255, 10])); console.error("e"); process.exit(3)';
    const result = await run(process.execPath, ["-e", script], {});
    expect([result.exitCode, [...result.stdout], result.stderr]).toEqual([3, [255, 10], "e\n"]);
    const inherited = await run(process.execPath, ["-p", "process.env.VITEST"], { env });
    expect(Buffer.from(inherited.stdout).toString()).toBe("undefined\n");
  });

  it("passes odd arguments on as they are", async () => {
    const args = ['a "b" \\', "$HOME;ls", "*", ""];
    const { stdout } = await run(process.execPath, [
      "-p",
      "JSON.stringify(process.argv.slice(1))",
      "--",
      ...args,
    ]);
    expect(JSON.parse(Buffer.from(stdout).toString())).toEqual(args);
  });

  it("ends a program that waits for input", async () => {
    expect((await run("cat", [], { env })).exitCode).toBe(0);
  });

  it("tells a program that is missing", async () => {
    await expect(run("no-such-program", [], { env })).rejects.toThrow(/no-such-program/);
  });

  it("feeds and limits over core's runner", async () => {
    const { stdout } = await run("cat", [], { env, input: "hello" });
    expect(Buffer.from(stdout).toString()).toBe("hello");
    await expect(run("cat", [], { env, input: "hello", maxBytes: 2 })).rejects.toThrow(
      /more than 2/,
    );
  });
});
