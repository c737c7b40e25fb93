import { expect, test } from "vitest";
import { semverRange } from "./semver-range.ts";

test.each([
  ["1.2.3", ["1.2.3"], ["1.2.4", "1.2.3-rc.1"]],
  ["=1.2.3", ["1.2.3"], ["1.2.2"]],
  ["v1.2.3-rc.1", ["1.2.3-rc.1"], ["1.2.3", "1.2.3-rc.2"]],
  ["^1.2.3", ["1.2.3", "1.9.0"], ["1.2.2", "2.0.0", "1.3.0-beta"]],
  ["^0.2.3", ["0.2.3", "0.2.9"], ["0.3.0", "1.0.0"]],
  ["^0.0.3", ["0.0.3"], ["0.0.4"]],
  ["^0.0", ["0.0.0", "0.0.9"], ["0.1.0"]],
  ["^1", ["1.0.0", "1.9.9"], ["2.0.0", "0.9.9"]],
  ["~1.2.3", ["1.2.3", "1.2.9"], ["1.3.0", "1.2.2"]],
  ["~1", ["1.0.0", "1.9.0"], ["2.0.0"]],
  ["1.x", ["1.0.0", "1.5.5"], ["2.0.0"]],
  ["1.2.*", ["1.2.7"], ["1.3.0"]],
  ["1", ["1.2.7"], ["2.0.0"]],
  [">=1.2 <3", ["1.2.0", "2.9.9"], ["1.1.9", "3.0.0"]],
  [">= 1.2 < 3", ["1.2.0"], ["3.0.0"]],
  [">1.2", ["1.3.0"], ["1.2.9"]],
  ["<=2", ["2.9.9"], ["3.0.0"]],
  ["1.x || 3.x", ["1.0.0", "3.1.0"], ["2.0.0"]],
  ["1.0.0+build", [], ["1.0.0"]],
])("%s takes %j and not %j", (text, inside, outside) => {
  const inRange = semverRange(text);
  if (inside.length === 0) {
    expect(inRange).toBeUndefined();
    return;
  }
  for (const version of inside) expect(inRange?.(version), version).toBe(true);
  for (const version of [...outside, "not a version", ""])
    expect(inRange?.(version), version).toBe(false);
});

test.each(["", "^^1", "latest", "1.2.3.4", ">", "1 -", "^1.2.3-rc.1", "<*", "__proto__"])(
  "%j is no range",
  (text) => expect(semverRange(text)).toBeUndefined(),
);
