import type { ReportFormat } from "@assay/core";
import { actReport } from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import { renderAnnotations } from "./annotations.ts";
import { render } from "./render.ts";

const IDENTITY = "release@acme.example";
/** The formats that people or programs read for what an act did. */
const WITH_RECORDS = ["text", "json", "summary", "comment", "html"] as const;
const plain = async (format: ReportFormat) =>
  (await render(format, actReport()))
    .replace(/<(script|style)>.*?<\/\1>/gs, "")
    .replace(/<!-- -->|<[^>]+>/g, "")
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/\n {4}/g, " ");

describe("acts in reports", () => {
  it.each(WITH_RECORDS)(
    "%s says what was signed, by whom, when, with which proof",
    async (format) => {
      const text = await plain(format);
      for (const fact of [
        "shop.tgz",
        IDENTITY,
        "https://accounts.example",
        "2026-11-22T12:00:00Z",
        "transparency log",
        "123456789012345678",
        "shop.tgz.sigstore.json",
        "No log was asked",
      ]) {
        expect(text).toContain(fact);
      }
      expect(text).toContain("efefefefefefefef");
    },
  );

  it.each(WITH_RECORDS)(
    "%s says what failed and why, and what was not looked at",
    async (format) => {
      const text = await plain(format);
      for (const fact of [
        "shop.deb",
        "The log did not answer",
        "Run the job again.",
        "sign.failed",
      ]) {
        expect(text).toContain(fact);
      }
      expect(text).toContain("it is a signature itself");
    },
  );

  it.each(WITH_RECORDS)("%s says how a consumer verifies the products", async (format) => {
    const text = await plain(format);
    expect(text).toContain("cosign verify-blob shop.tgz --bundle shop.tgz.sigstore.json");
    expect(text).toContain(`assay verify shop.tgz --identity ${IDENTITY}`);
  });

  it("text and json have the whole digest", async () => {
    for (const format of ["text", "json", "html"] as const) {
      expect(await plain(format)).toContain("ab".repeat(32));
    }
  });

  it.each(["summary", "html"] as const)(
    "%s of an act alone speaks of no findings",
    async (format) => {
      expect(await plain(format)).not.toMatch(/\bfindings?\b|fail-on/i);
    },
  );

  it.each(["text", "html"] as const)("%s says what was expected and found once", async (format) => {
    const report = actReport();
    const acts = report.acts.map((act) => ({
      ...act,
      failures: act.failures.map((failure) => ({
        ...failure,
        message: "another issuer (expected ISSUER-A, found ISSUER-B)",
        evidence: [
          { label: "Expected", value: "ISSUER-A" },
          { label: "Found", value: "ISSUER-B" },
          { label: "a.sigstore.json", value: "another issuer" },
        ],
      })),
    }));
    const text = (await render(format, { ...report, acts })).replace(/<script.*?<\/script>/gs, "");
    expect(text.match(/ISSUER-A/g)).toHaveLength(1);
    expect(text.match(/ISSUER-B/g)).toHaveLength(1);
    expect(text).toContain("a.sigstore.json");
  });

  it("an entry of Sigstore's public log is shown by the page that has it", async () => {
    const report = actReport();
    const acts = report.acts.map((act) => ({
      ...act,
      records: act.records.map((record) => ({
        ...record,
        logEntries: [{ log: "https://rekor.sigstore.dev", index: "12" }],
      })),
    }));
    expect(await render("text", { ...report, acts })).toContain(
      "log: https://search.sigstore.dev/?logIndex=12",
    );
  });

  it("JUnit has a case for each record and an error for what failed", async () => {
    const xml = await render("junit", actReport());
    expect(xml).toContain('<testcase classname="assay.sign" name="signed: shop.tgz"/>');
    expect(xml).toContain('<error message="The log did not answer" type="external">');
    expect(xml).toContain('tests="3" failures="0" errors="1" skipped="0" timestamp=');
  });

  it("what failed is annotated", () => {
    expect(renderAnnotations(actReport())).toEqual([
      {
        level: "error",
        title: "Signing: shop.deb",
        message: "The log did not answer. Run the job again. sign.failed.",
      },
    ]);
  });
});
