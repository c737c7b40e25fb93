import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { unstalled } from "./blobs.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("a stream that hardly anything comes from while it is waited for is ended", async () => {
  const stream = new PassThrough();
  const bytes = unstalled(stream);
  stream.write("abc");
  expect((await bytes.next()).value).toEqual(Buffer.from("abc"));
  const next = bytes.next();
  vi.advanceTimersByTime(30_000);
  await expect(next).rejects.toThrow("only 3 bytes came in 30 s");
  expect(stream.destroyed).toBe(true);
});

test("whoever reads may take any time", async () => {
  const stream = new PassThrough();
  const bytes = unstalled(stream);
  stream.write("abc");
  await bytes.next();
  vi.advanceTimersByTime(300_000);
  stream.end("def");
  expect((await bytes.next()).value).toEqual(Buffer.from("def"));
  expect(await bytes.next()).toEqual({ done: true, value: undefined });
});
