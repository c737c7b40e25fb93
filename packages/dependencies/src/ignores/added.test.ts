import { nodeProcesses } from "@assay/core/host";
import { cleanUp, gitRepository } from "@assay/testkit";
import { afterAll, expect, it } from "vitest";
import { exceptionsContext } from "../test/exceptions.ts";
import { readVex } from "../vex/read.ts";
import { importIgnores } from "./imported.ts";

afterAll(cleanUp);

const file = (id: string) => `[[IgnoredVulns]]\nid = "${id}"\n`;
const path = "web/osv-scanner.toml";

it("an ignore file below the root, or a VEX file that the settings name, that a change adds or alters is reported", async () => {
  const repository = await gitRepository({
    [path]: file("CVE-1"),
    "a/osv-scanner.toml": file("A"),
  });
  const sha = await repository.git("rev-parse", "HEAD");
  await repository.branch("topic");
  await repository.commit("change", { [path]: file("CVE-2"), "b/osv-scanner.toml": file("B") });
  const head = await repository.git("rev-parse", "HEAD");
  const own = { full_name: "acme/shop" };
  const pull_request = {
    number: 7,
    base: { sha, ref: "main", repo: own },
    head: { sha: head, ref: "topic", repo: own },
  };
  const files = {
    [path]: file("CVE-2"),
    "a/osv-scanner.toml": file("A"),
    "b/osv-scanner.toml": file("B"),
  };
  const event = { name: "pull_request", payload: { repository: own, pull_request } };
  const named = await readVex(
    {
      ...exceptionsContext({ "b/osv-scanner.toml": "[]", "vex.openvex.json": "[]" }),
      root: repository.root,
      event,
      processes: nodeProcesses(),
      environment: { PATH: process.env["PATH"] },
    },
    { vex: ["vex.openvex.json", "b/osv-scanner.toml"], documents: [] },
  );
  expect(named.findings.map(({ ruleId, location }) => `${ruleId} ${location?.path}`)).toEqual([
    "dependencies.vex-faulty vex.openvex.json",
    "dependencies.ignore-added b/osv-scanner.toml",
    "dependencies.vex-faulty b/osv-scanner.toml",
  ]);
  const run = async (name: string, from: "work-tree" | "base") => {
    const context = exceptionsContext(files);
    const { findings, ignores } = await importIgnores(
      {
        ...context,
        root: repository.root,
        event: { name, payload: { repository: own, pull_request } },
        processes: nodeProcesses(),
        environment: { PATH: process.env["PATH"] },
        settings: { ...context.settings, from },
      },
      ["", "web", "a", "b"],
    );
    expect(ignores).toHaveLength(3);
    return findings.map(({ ruleId, location }) => `${ruleId} ${location?.path}`);
  };
  expect(await run("pull_request", "work-tree")).toEqual([
    `dependencies.ignore-added ${path}`,
    "dependencies.ignore-added b/osv-scanner.toml",
  ]);
  expect(await run("pull_request", "base")).toEqual([]);
  expect(await run("schedule", "work-tree")).toEqual([]);
});
