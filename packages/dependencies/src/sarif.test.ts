import { render } from "@assay/reporting";
import { cleanUp } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { reportOfDependencies } from "./test/report.ts";

afterAll(cleanUp);

test("code scanning ranks each advisory by its score, by its label where that is worse, and by the settings where nobody grades it", async () => {
  const report = await reportOfDependencies();
  const [run] = JSON.parse(await render("sarif", report)).runs;
  const rules: readonly { id: string; properties: Record<string, string> }[] =
    run.tool.driver.rules;
  const scores = Object.fromEntries(
    rules
      .filter(({ id }) => !id.includes("many"))
      .map(({ id, properties }) => [id, properties["security-severity"]]),
  );
  expect(scores).toEqual({
    "dependencies.ignore-expiring": "2.5",
    "dependencies.informational/RUSTSEC-1": undefined,
    "dependencies.malware/MAL-1": "10.0",
    "dependencies.stale-data": "8.0",
    "dependencies.unknown-severity/GHSA-unknown": "8.0",
    "dependencies.vulnerable/GHSA-7": "7.5",
    "dependencies.vulnerable/GHSA-9": "9.8",
    "dependencies.vulnerable/GHSA-ignored": "8.0",
    "dependencies.vulnerable/GHSA-label": "8.0",
    "dependencies.vulnerable/GHSA-new": "8.0",
  });
  expect(run.results).toHaveLength(60);
  const suppressed = run.results.filter((each: object) => "suppressions" in each);
  expect(suppressed.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([
    "dependencies.vulnerable/GHSA-ignored",
  ]);
});

test("what nobody grades stands behind what is graded alike, and malware before all", async () => {
  const { findings } = await reportOfDependencies();
  const order = findings.map(({ variant, ruleId }) => variant?.id ?? ruleId);
  const at = (id: string) => order.indexOf(id);
  expect(order[0]).toBe("MAL-1");
  expect(order[1]).toBe("GHSA-9");
  expect(at("GHSA-many-0")).toBeLessThan(at("GHSA-7"));
  expect(at("GHSA-7")).toBeLessThan(at("GHSA-unknown"));
  expect(findings.slice(at("GHSA-unknown") + 1).some(({ severity }) => severity === "high")).toBe(
    false,
  );
});
