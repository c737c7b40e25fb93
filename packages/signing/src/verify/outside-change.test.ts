import { describe, expect, it } from "vitest";
import { trustFromOutside } from "./outside-change.ts";

const change = (head: unknown) => ({
  name: "pull_request",
  payload: { pull_request: { head: { repo: head }, base: { repo: { full_name: "acme/app" } } } },
});
const FORK = change({ full_name: "evil/app" });
const inputs = { key: "keys/k.pub", trustedRoot: "root.json" };

describe("what is trusted", () => {
  it("is reported when a fork's change could have exchanged it", () => {
    expect(trustFromOutside({ event: FORK, root: "/w" }, inputs)).toEqual(["trusted-root", "key"]);
    expect(trustFromOutside({ event: change(null), root: "/w" }, inputs)).toHaveLength(2);
  });

  it("is not reported where nobody outside wrote it", () => {
    const own = change({ full_name: "acme/app" });
    const push = { name: "push", payload: {} };
    for (const event of [own, push, null]) {
      expect(trustFromOutside({ event, root: "/w" }, inputs)).toEqual([]);
    }
    const elsewhere = { key: "env://KEY", trustedRoot: "/etc/root.json" };
    expect(trustFromOutside({ event: FORK, root: "/w" }, elsewhere)).toEqual([]);
    const text = { key: "-----BEGIN PUBLIC KEY-----", trustedRoot: undefined };
    expect(trustFromOutside({ event: FORK, root: "/w" }, text)).toEqual([]);
  });
});
