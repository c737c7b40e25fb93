import { BINARIES } from "./binaries/page.ts";
import { LANGUAGES } from "./language/page.ts";
import { OPERATING_SYSTEMS } from "./os/page.ts";

/** The section of `docs/accuracy.md` about images: a part for each kind of record. */
const PARTS: readonly string[] = [OPERATING_SYSTEMS, LANGUAGES, BINARIES];

export function imagesSection(): string {
  return [
    "## Images",
    "",
    "`npm run test:interop -- images` compares what is read of images with what the tools say that made it, and with syft and osv-scalibr.",
    "",
    PARTS.join("\n\n"),
    "",
  ].join("\n");
}
