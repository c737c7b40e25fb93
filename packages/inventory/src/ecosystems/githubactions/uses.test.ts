import { expect, test } from "vitest";
import { parseImage } from "./image.ts";
import { claimedVersion, parseUses } from "./uses.ts";

test.each([
  ["a/b@v1", { kind: "repository", owner: "a", repository: "b", path: "", ref: "v1" }],
  ["a/b/c/d@x/y", { kind: "repository", owner: "a", repository: "b", path: "c/d", ref: "x/y" }],
  ["./", { kind: "local", path: "" }],
  ["./a/b", { kind: "local", path: "a/b" }],
  ["$/a", { kind: "local", path: "a" }],
  ["docker://a:1", { kind: "image", image: "a:1" }],
  ["docker://", undefined],
  ["a@v1", undefined],
  ["a/b", undefined],
  ["a/b@", undefined],
  ["../a", undefined],
  ["https://github.com/a/b@v1", undefined],
])("%s", (text, expected) => expect(parseUses(text)).toEqual(expected));

test.each([
  ["v6.0.1", "v6.0.1"],
  ["tag=v4", "v4"],
  ["ratchet:actions/checkout@v4.1", "v4.1"],
  ["pin@1.2.3-rc.1, see #4", "1.2.3-rc.1"],
  ["main", undefined],
  ["see issue12", undefined],
])("the comment %s claims %s", (comment, version) => expect(claimedVersion(comment)).toBe(version));

test.each([
  ["alpine", "pkg:docker/library/alpine@latest"],
  ["acme/x:1", "pkg:docker/acme/x@1"],
  ["docker.io/library/x:1", "pkg:docker/library/x@1"],
  ["localhost:5000/x", "pkg:docker/x@latest?repository_url=localhost:5000"],
  ["ghcr.io/a/b/c:v1", "pkg:docker/a/b/c@v1?repository_url=ghcr.io"],
  [
    `a@sha256:${"0".repeat(64)}`,
    `pkg:oci/a@sha256:${"0".repeat(64)}?repository_url=docker.io%2Flibrary%2Fa`,
  ],
  ["${{ x }}", undefined],
  ["a b", undefined],
  ["a@sha256:0", undefined],
])("the image %s", (text, purl) => expect(parseImage(text)?.purl).toBe(purl));
