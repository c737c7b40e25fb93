import { defineRule, type Violation } from "../../rule.ts";
import { locateSecurityPolicies, readSecurityPolicy } from "../../security-policy/read.ts";

/** Rule 38. */
export const securityMdPresent = defineRule({
  id: "security-md.present",
  title: "No security policy with a private channel",
  description:
    "Whoever finds a vulnerability must know where to report it privately, which versions get fixes, and when it is disclosed.",
  help: "Add a `SECURITY.md` with an e-mail address or a link to `security/advisories/new`, supported versions and disclosure.",
  severity: "high",
  sources: {
    osps: ["VM-01.01", "VM-02.01", "VM-03.01"],
    ssdf: ["RV.1"],
    cra: ["II(5)", "II(6)"],
    scorecard: ["Security-Policy"],
  },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const [path] = locateSecurityPolicies(repository.files);
    if (path === undefined) {
      const message =
        "There is no SECURITY.md in the root, `.github/` or `docs/`; one of the organisation's `.github` repository can't be seen from here.";
      return { violations: [{ path: "SECURITY.md", key: "missing", message }], looked: 1 };
    }
    const text = await repository.read(path);
    if (text === undefined)
      return { violations: [], looked: 1, unknown: [`${path} can't be read.`] };
    const { contacts, placeholders, supportedVersions, disclosure } = readSecurityPolicy(text);
    const violations: Violation[] = [];
    const [placeholder] = placeholders;
    if (contacts.length === 0)
      violations.push({
        path,
        ...(placeholder && {
          place: { startLine: placeholder.line, startColumn: placeholder.column },
        }),
        key: "contact",
        message: `It names no private channel${placeholder ? `, for ${placeholder.text} is a placeholder` : ""}: an e-mail address, a link to \`security/advisories/new\` or a form.`,
      });
    if (supportedVersions === undefined)
      violations.push({
        path,
        key: "versions",
        message: "It does not say which versions get fixes.",
        severity: "low",
      });
    if (disclosure === undefined)
      violations.push({
        path,
        key: "disclosure",
        message: "It does not say how vulnerabilities are disclosed.",
        severity: "low",
      });
    return { violations, looked: 1 };
  },
});
