import { expect, it } from "vitest";
import { imageOperation } from "./image-operation.ts";

it.each([
  ["ghcr.io/acme/app@sha256:5891", "image check ghcr.io/acme/app"],
  ["ghcr.io/acme/app:1.0", "image check ghcr.io/acme/app"],
  ["localhost:5000/app:1.0@sha256:5891", "image check localhost:5000/app"],
  ["localhost:5000/app", "image check localhost:5000/app"],
  ["oci:out/image:1.0", "image check oci:out/image:1.0"],
  ["dir:rootfs", "image check dir:rootfs"],
  ["a](https://x) b", "image check"],
  ["", "image check"],
])("a step about %j is called so in reports, whatever its tag and digest are", (image, name) => {
  expect(imageOperation("check", image).name).toBe(name);
});

it("has the inputs of that operation alone", () => {
  expect(Object.keys(imageOperation("copy").inputs)).not.toContain("key");
  expect(() => imageOperation("chek")).toThrow('did you mean "check"');
});
