import { defineRule } from "../../rule.ts";
import { maskMarkdown } from "../../security-policy/text.ts";
import { releasesOf } from "../release/releases.ts";

const DOCUMENT =
  /^(?:(?:readme|security|release|releasing|install(?:ation)?|verif\w*)(?:[-_.][^/]*)?|(?:docs?|\.github)\/.*\.(?:md|mdx|rst|adoc|txt))$/i;
/** Each command with what must be said beside it: who signed, and who vouches for that. */
const COMMANDS: readonly (readonly [
  command: RegExp,
  needs: readonly (readonly [RegExp, string])[],
])[] = [
  [
    /\bcosign\s+verify(?:-blob|-attestation|-blob-attestation)?\b/,
    [
      [/--certificate-identity(?:-regexp)?\b|--key\b/, "--certificate-identity"],
      [/--certificate-oidc-issuer(?:-regexp)?\b|--key\b/, "--certificate-oidc-issuer"],
    ],
  ],
  [
    /\bgh\s+attestation\s+verify\b/,
    [
      [
        /--repo\b|-R\b|--owner\b|-o\b|--signer-(?:workflow|repo)\b|--cert-identity/,
        "--repo or --owner",
      ],
    ],
  ],
  [/\bslsa-verifier\s+verify-/, [[/--source-uri\b/, "--source-uri"]]],
  [
    /\bassay\s+verify\b/,
    [[/--(?:certificate-)?(?:identity|signer|repository|repo|policy|workflow)\S*/, "--identity"]],
  ],
  [/\bsigstore\s+verify\b/, [[/--cert-identity|--repository/, "--cert-identity"]]],
  [
    /\bgpg\s+--verify\b|\bminisign\s+-V|\bsignify\s+-V|\bnpm\s+audit\s+signatures\b|\brekor-cli\s+verify\b|\bpypi-attestations\s+verify\b|\bnotation\s+verify\b/,
    [],
  ],
];

/** Rule 48. */
export const docsVerifyInstructions = defineRule({
  id: "docs.verify-instructions",
  title: "Users are not told how to verify a release",
  description:
    "A signature helps only those who check it, against the expected identity and issuer.",
  help: "Add to README, SECURITY or `docs/` a command such as `cosign verify-blob --certificate-identity … --certificate-oidc-issuer …` or `gh attestation verify <file> --repo <owner>/<repo>`.",
  severity: "medium",
  sources: { osps: ["DO-03.01", "DO-03.02"], ssdf: ["PS.2"], cra: ["II(7)"] },
  decidedBy: "files",
  confidence: "medium",
  async judge(repository) {
    const [release] = await releasesOf(repository);
    if (release === undefined) return { violations: [], looked: 0 };
    const near: { readonly path: string; readonly line: number; readonly missing: string }[] = [];
    for (const path of repository.files.filter((each) => DOCUMENT.test(each))) {
      const lines = maskMarkdown((await repository.read(path)) ?? "", false).split("\n");
      for (const [index, line] of lines.entries()) {
        const [, needs] = COMMANDS.find(([command]) => command.test(line)) ?? [];
        // A heading, or the synopsis of a command, tells nobody what to type.
        if (needs === undefined || /^\s*#|\[options\]/.test(line)) continue;
        const whole = lines.slice(index, index + 12).join("\n");
        const missing = needs.filter(([has]) => !has.test(whole)).map(([, name]) => name);
        if (missing.length === 0) return { violations: [], looked: 1 };
        near.push({ path, line: index + 1, missing: missing.join(", ") });
      }
    }
    const [first] = near;
    const violation = first
      ? {
          path: first.path,
          place: { startLine: first.line },
          key: "identity",
          message: `The command to verify a release lacks ${first.missing}: it accepts a signature of anybody.`,
        }
      : {
          path: "README.md",
          key: "missing",
          message: `${release.file.path} releases something, and neither README, SECURITY nor \`docs/\` says how to verify it.`,
        };
    return { violations: [violation], looked: 1 };
  },
});
