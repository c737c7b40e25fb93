import { detectLicenses, licenseId, MAX_LICENSE_TEXT } from "@assay/spdx";
import { defineRule } from "../../rule.ts";

const FILE = /^(?:licen[cs]e|copying|unlicense)(?:[-_.][^/]*)?$/i;
const FOLDER = /^(?:licen[cs]es?)\/([^/]+?)(?:\.(?:txt|md))?$/i;
/** Titles of licences that often stand with a changed or shortened text. */
const TITLE =
  /SPDX-License-Identifier:|apache license|\bMIT license|permission is hereby granted, free of charge|GNU (?:lesser |affero |library )?general public|mozilla public license|redistribution and use in source and binary|eclipse public license|\bISC license|boost software license|unlicense|european union public licence|creative commons|CC0|business source license|functional source license|server side public license|elastic license|artistic license|\bzlib\b|python software foundation license|do what the fuck/i;

/** Rule 40. */
export const repoLicense = defineRule({
  id: "repo.license",
  title: "No licence that can be identified",
  description: "Without a licence nobody may use the code.",
  help: "Add a `LICENSE` file with the unchanged text of a licence of the SPDX list.",
  severity: "medium",
  sources: { osps: ["LE-02.01", "LE-03.01"], scorecard: ["License"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    if (repository.settings.visibility === "private") return { violations: [], looked: 0 };
    const files = repository.files.filter((path) => FILE.test(path) || FOLDER.test(path));
    const [path] = files;
    if (path === undefined) {
      const message = "There is no LICENSE, COPYING or `LICENSES/` in the root.";
      return { violations: [{ path: "LICENSE", key: "missing", message }], looked: 1 };
    }
    for (const each of files) {
      if (licenseId(FOLDER.exec(each)?.[1] ?? "") !== undefined)
        return { violations: [], looked: 1 };
      const text = (await repository.read(each))?.slice(0, MAX_LICENSE_TEXT) ?? "";
      if (TITLE.test(text) || detectLicenses(text).ids.length > 0)
        return { violations: [], looked: 1 };
    }
    const message = `${files.slice(0, 3).join(", ")}: the text is none of a licence that is known; one of the SPDX list is expected.`;
    return { violations: [{ path, key: "unknown", message, confidence: "medium" }], looked: 1 };
  },
});
