import { expect, test } from "vitest";
import { digestOf } from "../references/digest.ts";
import { readVerified, verifiedBytes } from "./verified.ts";

const HELLO = Buffer.from("hello");
const descriptor = { digest: digestOf(HELLO), size: 5 };

async function* inParts(...parts: readonly string[]) {
  for (const part of parts) yield Buffer.from(part);
}

test("bytes that are those of the descriptor pass, in the parts that they came in", async () => {
  const parts: string[] = [];
  for await (const part of verifiedBytes(descriptor, "the test", inParts("he", "llo"))) {
    parts.push(Buffer.from(part).toString());
  }
  expect(parts).toEqual(["he", "llo"]);
});

test("each way of being something else has its own failure", async () => {
  const read = (...parts: readonly string[]) =>
    readVerified(descriptor, "the test", 100, () => inParts(...parts));
  await expect(read("hel")).rejects.toMatchObject({
    failure: "truncated",
    message: `${descriptor.digest} of the test is truncated: 3 of 5 bytes came`,
  });
  await expect(read("hello", "!")).rejects.toMatchObject({
    failure: "digest-mismatch",
    message: `${descriptor.digest} of the test has more than the 5 bytes of its descriptor`,
  });
  await expect(read("hullo")).rejects.toMatchObject({
    failure: "digest-mismatch",
    message: `${descriptor.digest} of the test has other content: it is ${digestOf(Buffer.from("hullo"))}`,
  });
});

test("a body that does not end is left at the first byte too many", async () => {
  let taken = 0;
  async function* endless() {
    for (;;) {
      taken++;
      yield Buffer.from("xxx");
    }
  }
  await expect(readVerified(descriptor, "the test", 100, endless)).rejects.toMatchObject({
    failure: "digest-mismatch",
  });
  expect(taken).toBe(2);
});

test("what is larger than asked for is not read at all", async () => {
  const never = () => {
    throw new Error("read");
  };
  await expect(readVerified(descriptor, "the test", 4, never)).rejects.toMatchObject({
    failure: "malformed",
    message: `${descriptor.digest} of the test has 5 bytes; at most 4 are read here`,
  });
});
