import { REPORT_FORMATS } from "@assay/core";
import { errorReport, fullReport } from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import { render } from "./render.ts";

describe.each(REPORT_FORMATS)("render %s", (format) => {
  it("gives the same bytes for equal reports, ending in a line break", async () => {
    for (const make of [fullReport, errorReport]) {
      const text = await render(format, make());
      expect(text).toBe(await render(format, make()));
      expect(text).toMatch(/\S\n$/);
      expect(text).not.toMatch(/undefined|\[object |NaN/);
    }
  });
});
