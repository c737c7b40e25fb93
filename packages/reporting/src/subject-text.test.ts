import { fullReport } from "@assay/testkit/reports";
import { expect, it } from "vitest";
import { render } from "./render.ts";

/** Markdown and HTML link the commit by the first digits of its name. */
const FACTS = [
  "acme/shop",
  fullReport().subject.commit?.slice(0, 12) ?? "",
  "refs/pull/7/merge",
  "pull_request",
  "https://github.com/acme/shop/actions/runs/1234/attempts/1",
  "apps/web",
  ".github/assay.yml",
  "base",
];

it.each(["text", "json", "sarif", "summary", "comment", "html", "junit"] as const)(
  "%s says what it is about and which settings decided",
  async (format) => {
    const report = fullReport();
    const rendered = await render(format, {
      ...report,
      subject: { ...report.subject, workingDirectory: "apps/web" },
    });
    const text = rendered
      .replace(/<!-- -->|<\/?(?:sub|code)>/g, "")
      .replace(/\n/g, " ")
      .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    for (const fact of FACTS) expect(text).toContain(fact);
  },
);
