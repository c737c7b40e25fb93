import { expect, test } from "vitest";
import { isTextHead, leftOutBelow } from "./which-files.ts";

test.each([
  ["usr/share/doc/openssl/key.pem", "usr/share"],
  ["usr/lib/python3/dist-packages/a.py", "usr/lib"],
  ["usr/src/linux-headers-6.1/a.h", "usr/src/linux-headers-6.1"],
  ["var/lib/dpkg/info/a.list", "var/lib/dpkg"],
  ["app/node_modules/a/key.pem", "node_modules"],
  ["opt/venv/lib/python3.12/site-packages/a.py", "site-packages"],
  ["usr/src/app/.env", undefined],
  ["usr/share/nginx/html/config.js", undefined],
  ["usr/local/bin/start.sh", undefined],
  ["etc/app/token", undefined],
  ["root/.ssh/id_rsa", undefined],
  ["library/a.env", undefined],
  ["app/my_node_modules/a.env", undefined],
])("%s is left out with %s", (path, below) => {
  expect(leftOutBelow(path)).toBe(below);
});

test("a text is told by its first bytes, also one of UTF-16", () => {
  expect(
    [
      Buffer.from("a=b"),
      Buffer.from("\ufeffa=b", "utf16le"),
      Buffer.from("key=value", "utf16le"),
      Buffer.from("\u007fELF\u0002\u0001\u0001\u0000\u0000"),
      Buffer.alloc(512),
    ].map(isTextHead),
  ).toEqual([true, true, true, false, false]);
});
