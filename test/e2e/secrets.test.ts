import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, gitRepository, runBuiltAction } from "@assay/testkit";
import { afterAll, expect, it } from "vitest";
import { actionFolder } from "./entries.ts";
import { awsKey } from "./scenes.ts";

afterAll(cleanUp);

it("finds a secret that a later commit took away, and tells it nowhere", async () => {
  const repository = await gitRepository({ "README.md": "# shop\n" });
  const leak = await repository.commit("deploy", { "deploy.env": `AWS_KEY=${awsKey()}\n` });
  await repository.commit("hide it", { "deploy.env": null });
  const result = await runBuiltAction({
    actionFolder: actionFolder("secrets"),
    repository,
    inputs: { "report-formats": "text,json,sarif,summary,comment,html,junit" },
    env: { RUNNER_DEBUG: "1" },
  });
  expect(result.exitCode).toBe(1);
  const folder = result.outputs["report-directory"] ?? "";
  const reports = await readdir(folder);
  expect(reports.length).toBeGreaterThanOrEqual(7);
  const texts = await Promise.all(reports.map((name) => readFile(join(folder, name), "utf8")));
  const told = [
    ...texts,
    result.log,
    result.stderr,
    result.summary,
    JSON.stringify(result.outputs),
  ];
  expect(told.join("\n")).toContain(leak.slice(0, 7));
  for (const form of [awsKey(), btoa(awsKey()), awsKey().slice(4)]) {
    expect(told.filter((text) => text.includes(form))).toEqual([]);
  }
});
