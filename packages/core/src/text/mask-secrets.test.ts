import { expect, test } from "vitest";
import { maskSecrets } from "./mask-secrets.ts";

test.each([
  ["https://u:pass@h.io/a", "https://******@h.io/a"],
  ["-r https://h.io/r.txt?sig=abc#x", "-r https://h.io/r.txt?*******#x"],
  [
    "https://conda.anaconda.org/t/to-12345/c/a.conda",
    "https://conda.anaconda.org/t/********/c/a.conda",
  ],
  ["-r sub/https:u:pass@h.io/x", "-r sub/https:******@h.io/x"],
  ["https://h.io/t/c", "https://h.io/t/c"],
  ["what? a b", "what? a b"],
  ["  id-token: write # a right", "  id-token: write # a right"],
  ["{ token: none, secret: true }", "{ token: none, secret: true }"],
  ["token: writehunter", "token: ***********"],
  ["token=read-abc", "token=********"],
])("%s is quoted as %s", (text, masked) => {
  expect(maskSecrets(text)).toBe(masked);
});
