import { buildPurl } from "@assay/purl";
import fc from "fast-check";
import { expect, test } from "vitest";
import { npmPurl } from "./purl.ts";

test("the short way for plain names and versions writes what the long way does", () => {
  const text = fc.stringMatching(/^[\w.~%:+!é-]{1,8}$/);
  fc.assert(
    fc.property(text, text, text, fc.boolean(), (scope, base, version, isScoped) => {
      const [namespace, name] = isScoped ? [`@${scope}`, `@${scope}/${base}`] : [undefined, base];
      const long = buildPurl({ type: "npm", namespace, name: base, version });
      expect(npmPurl(name, version, {})).toBe(long);
    }),
  );
  expect(npmPurl("@s/a", "1.0.0", {})).toBe("pkg:npm/%40s/a@1.0.0");
});
