import { join } from "node:path";
import { cleanUp, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { jobEvent } from "./job-event.ts";

afterAll(cleanUp);

test("a command line in a job knows what started it, where it looks at the checkout of that job", async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, { "event.json": '{"number":7}', "work/a.txt": "a" });
  const workspace = join(folder, "work");
  const job = {
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_EVENT_PATH: join(folder, "event.json"),
    GITHUB_REPOSITORY: "octo/app",
  };
  expect(await jobEvent(job, workspace)).toMatchObject({
    event: { name: "pull_request", payload: { number: 7 } },
    remote: { repository: "octo/app" },
  });
  const none = { event: null, remote: null };
  expect(await jobEvent(job, folder)).toEqual(none);
  expect(await jobEvent({ ...job, GITHUB_ACTIONS: undefined }, workspace)).toEqual(none);
  expect(await jobEvent({}, workspace)).toEqual(none);
});
