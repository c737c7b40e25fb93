import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  type FaultMode,
  type FaultPlan,
  MINI_IDENTITY,
  type MiniService,
  startMiniSigstore,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, expect, it } from "vitest";
import { keylessRun, sign, verify } from "../test/run.ts";

afterAll(cleanUp);

/** The first `times` requests of a service meet a fault. */
function meets(service: MiniService, mode: FaultMode, times: number): FaultPlan {
  let left = times;
  const next = (asked: MiniService) => {
    if (asked !== service || left === 0) return undefined;
    left -= 1;
    return mode;
  };
  return { met: new Map(), next };
}

async function scene(now = () => new Date()) {
  const mini = await startMiniSigstore({ now });
  const root = await temporaryFolder();
  await writeFile(join(root, "a.txt"), "a");
  await writeFile(join(root, "root.json"), mini.trustedRoot);
  const options = (version: 1 | 2, trustedRoot: string | undefined = "root.json") => ({
    ...{ files: ["a.txt"], tokenRequestUrl: mini.tokenUrl, fulcioUrl: mini.fulcioUrl, trustedRoot },
    ...{ rekorVersion: version, rekorUrls: [version === 1 ? mini.rekorV1Url : mini.rekorV2Url] },
    ...(version === 1 ? {} : { tsaUrl: mini.tsaUrl }),
  });
  const verified = () =>
    verify(
      { root },
      {
        files: ["a.txt"],
        certificateIdentity: MINI_IDENTITY,
        certificateOidcIssuer: mini.issuer.url,
        trustedRoot: "root.json",
      },
    );
  return { mini, run: keylessRun(root, mini), options, verified };
}

it.each(
  (["oidc", "fulcio", "rekor1", "rekor2", "tsa"] as const).flatMap((service) =>
    (["HTML", "wrong JSON", "wrong content type", "cut after commit"] as const).map(
      (mode) => [service, mode] as const,
    ),
  ),
)("%s that answers with %s is asked again", async (service, mode) => {
  const { mini, run, options, verified } = await scene();
  mini.storm = meets(service, mode, 3);
  expect((await sign(run, options(service === "rekor1" ? 1 : 2))).failures).toEqual([]);
  expect((await verified()).failures).toEqual([]);
  await mini.close();
});

it("a portal that stays is given up on, and named by what it says", async () => {
  const { mini, run, options } = await scene();
  mini.storm = meets("rekor2", "HTML", 1000);
  const { failures } = await sign(run, options(2));
  expect(failures).toMatchObject([
    {
      kind: "external",
      message: expect.stringMatching(/answered 200 with \d+ bytes .*text\/html/),
    },
  ]);
  expect(mini.journal.filter((service) => service === "rekor2")).toHaveLength(6);
  await mini.close();
});

it.each([
  [1, "root.json"],
  [2, "root.json"],
  [1, undefined],
] as const)(
  "a certificate that expired before its witnesses came is renewed, and the file signed again (Rekor v%s, trusted root %s)",
  async (version, trustedRoot) => {
    const start = Date.now();
    let later = 0;
    const { mini, run, options, verified } = await scene(() => new Date(start + later));
    const log = `rekor${version}` as const;
    // Twice the log is down for so long: this machine's own clock shows nothing of it.
    const down = meets(log, "503", 2);
    mini.storm = {
      met: down.met,
      next: (service) => {
        const mode = down.next(service);
        if (mode !== undefined) later += 11 * 60_000;
        return mode;
      },
    };
    expect((await sign(run, options(version, trustedRoot))).failures).toEqual([]);
    expect(mini.done.fulcio).toBe(2);
    expect((await verified()).failures).toEqual([]);
    await mini.close();
  },
);

it("witnesses whose clock is always wrong end the file after some certificates, not after many", async () => {
  const start = Date.now();
  let later = 0;
  const { mini, run, options } = await scene(() => new Date(start + later));
  mini.storm = {
    met: new Map(),
    next: (service) => {
      later = service === "rekor1" ? 60 * 60_000 : 0;
      return undefined;
    },
  };
  const { failures } = await sign(run, options(1));
  expect(failures).toMatchObject([{ message: expect.stringContaining("does not verify") }]);
  expect(mini.done.fulcio).toBe(4);
  await mini.close();
});

it.each([-26, -1, 1, 26])(
  "services whose clocks are %s hours off sign, and it verifies",
  async (hours) => {
    const { mini, run, options, verified } = await scene(
      () => new Date(Date.now() + hours * 3_600_000),
    );
    for (const version of [1, 2] as const) {
      expect((await sign(run, { ...options(version), replace: true })).failures).toEqual([]);
      expect((await verified()).failures).toEqual([]);
    }
    await mini.close();
  },
);
