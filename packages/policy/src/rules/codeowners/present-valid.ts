import { codeOwnersOf } from "../../codeowners/find.ts";
import { locateCodeOwners, MAX_CODEOWNERS } from "../../codeowners/read.ts";
import { defineRule, type Violation } from "../../rule.ts";

/** Rule 36. */
export const codeownersPresentValid = defineRule({
  id: "codeowners.present-valid",
  title: "CODEOWNERS is missing or has lines that GitHub skips",
  description:
    "Code owners are asked for every change of their files. GitHub skips a line with a mistake without a word.",
  help: "Add `.github/CODEOWNERS`, and correct each line: `<pattern> @user @org/team`. There is neither `!` nor `[ ]`.",
  severity: "high",
  sources: { ssdf: ["PO.2", "PS.1"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const { path, ignored } = locateCodeOwners(new Set(repository.files));
    if (path === undefined) {
      const message = "There is no CODEOWNERS in `.github/`, the root or `docs/`.";
      const remediation =
        "Add `.github/CODEOWNERS`, with a line such as `* @octo-org/maintainers` and one for each sensitive path.";
      return {
        violations: [{ path: ".github/CODEOWNERS", key: "missing", message, remediation }],
        looked: 1,
      };
    }
    const owners = await codeOwnersOf(repository);
    const reason = repository.unreadable.get(path);
    if (owners === undefined)
      return { violations: [], looked: 1, unknown: [`${path} can't be read: ${reason}.`] };
    const violations: Violation[] = owners.problems.map(({ line, column, message }) => ({
      path,
      place: { startLine: line, startColumn: column },
      key: message,
      message: `GitHub does not read this line as it looks: ${message}.`,
    }));
    if (owners.bytes > MAX_CODEOWNERS)
      violations.push({
        path,
        key: "size",
        message: `The file has ${owners.bytes} bytes; GitHub reads none of more than ${MAX_CODEOWNERS}.`,
      });
    else if (owners.rules.length === 0)
      violations.push({
        path,
        key: "empty",
        message: "The file has no line that gives anything an owner.",
      });
    for (const other of ignored)
      violations.push({
        path: other,
        key: "ignored",
        message: `GitHub ignores this file: ${path} comes first.`,
        severity: "low",
      });
    return { violations, looked: 1 };
  },
});
