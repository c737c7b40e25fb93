import {
  TUF_LATER as LATER,
  tufMetadata as metadata,
  publishTuf as publish,
  tufRoot as rootSigned,
  type TufSigner,
  tufKey,
} from "@assay/testkit";
import { describe, expect, test } from "vitest";
import { refused, repository, update } from "../test/tuf-repository.ts";

/* What is no MUST of the specification, or a form of one; those stand in *.musts.test.ts. */

test("a slot that nobody has signed yet is no signature, and no mistake", async () => {
  const { files, roles } = repository();
  const empty: TufSigner = { ...tufKey(), sign: () => "" };
  const first = metadata(rootSigned(1, roles), [...roles.root, empty]);
  expect((await update(files, { root: first })).text).toBe("target");
});

describe.each(["timestamp", "snapshot", "targets"] as const)("%s", (role) => {
  test.each<[object, RegExp]>([
    [{ _type: "root" }, /is of type "root"/],
    [{ spec_version: "2.0" }, /another version of TUF/],
    [{ version: "5" }, /no version/],
    [{ version: 0 }, /no version/],
    [{ version: 5.5 }, /number that nobody can sign|no version/],
    [{ expires: "never" }, /no instant/],
    [{ expires: "2030-01-01T00:00:00" }, /no instant/],
    [{ expires: "2030-13-01T00:00:00Z" }, /no instant/],
  ])("with %j is refused", async (change, message) => {
    const { files, roles, first } = repository();
    const said = await (async () => {
      publish(files, { version: 5, roles, change: { [role]: change } });
      return await refused(files, { root: first });
    })().catch((error: Error) => error.message);
    expect(said).toMatch(message);
  });

  test("that is not there is said", async () => {
    const { files, first } = repository();
    files.delete(role === "timestamp" ? "timestamp.json" : `5.${role}.json`);
    expect(await refused(files, { root: first })).toMatch(/there is no /);
  });
});

test("metadata is no JSON, or gives a field twice", async () => {
  const { files, first } = repository();
  files.set("timestamp.json", Buffer.from("<html>"));
  expect(await refused(files, { root: first })).toMatch(/timestamp.json is no JSON/);
  files.set("timestamp.json", Buffer.from('{"signed":{},"signed":{},"signatures":[]}'));
  expect(await refused(files, { root: first })).toMatch(/gives a field twice/);
});

test.each(["../x", "a//b", "/a", "a/", "a/../b", ".x", "", "a%2fb"])(
  "%j is no name of a target",
  async (target) => {
    const { files, first } = repository();
    await expect(update(files, { root: first }, { target })).rejects.toThrow(/no name of a target/);
  },
);

test("every bit of signed metadata is signed, unknown fields too", async () => {
  const { files, roles } = repository();
  const good = metadata(rootSigned(1, roles), roles.root).toString();
  for (const [from, to] of [
    ["x-unknown", "x-unknowm"],
    ['"quotes', '"quotex'],
    [LATER, "2031-01-01T00:00:00Z"],
    ['"threshold":1', '"threshold":2'],
  ] as const) {
    expect(
      await refused(files, {
        root: Buffer.from(
          good.replace(from.replace('"quotes', '\\"quotes'), to.replace('"quotex', '\\"quotex')),
        ),
      }),
    ).not.toBe("accepted");
  }
});
