import type { Judged, Measurements } from "./measured.ts";

const INTRODUCTION = `# Interoperability: who verifies whose bundles

\`npm run test:interop -- sigstore\` starts Fulcio, Rekor v2 (rekor-tiles) and a timestamp authority as they are shipped, on loopback in a network
namespace of their own, and lets each client make each kind of bundle and each client verify all of them. \`ASSAY_INTEROP_RECORD=1\` puts what came out into
\`test/interop/sigstore/matrix/measured.json\`, and \`npm run generate\` writes this page from it.

- **✓ n**: verified over the file, **✓✓ n**: over the file and over its digest alone; n wrong questions were refused: another file, another digest, another
  identity, another issuer or another key, the signed content swapped, the log entry taken out. The run fails when one of them is accepted.
- **-**: the client has no such thing. No client refused a bundle that was asked about rightly: that too fails the run.
- *assay* is \`sign\`, \`attest\` and \`verify\`; *assay protocol* is \`sign-bundle\` and \`verify-bundle\`. sigstore-go is its conformance client,
  sigstore-python its command line, for attestations that it makes its library. cosign attests statements that are given to it (\`--statement\`).
- Rekor v1 is this repository's own (\`packages/testkit\`): the real one needs a database. Certificates and timestamps are the real services' everywhere.
- slsa-verifier and gh can't be had on loopback: their rules are tested from their documentation (\`packages/signing/src/verify\`).`;

const COLUMNS: readonly (readonly [string, string])[] = [
  ["assay", "assay"],
  ["assay verify-bundle", "assay protocol"],
  ["cosign", "cosign"],
  ["sigstore-python", "sigstore-python"],
  ["sigstore-go", "sigstore-go"],
];

/** `docs/interop.md`. */
export function interopPage({ date, versions, judged, cases, conformance }: Measurements): string {
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const groups = new Map<string, Judged[]>();
  for (const row of judged) {
    const who = row.signer === "key" ? "With a key (P-256)" : "With an identity";
    const title = `${who}, ${row.log}`;
    groups.set(title, [...(groups.get(title) ?? []), row]);
  }
  return [
    INTRODUCTION,
    "",
    `${date}; ${names.join(", ")}.`,
    ...[...groups].flatMap(([title, rows]) => table(title, rows)),
    ...(conformance === undefined ? [] : conformanceSection(conformance)),
    ...(cases.length === 0 ? [] : ["", "## Other cases of the same run", ""]),
    ...cases.map((name) => `- ${name}`),
    "",
  ].join("\n");
}

function table(title: string, rows: readonly Judged[]): readonly string[] {
  return [
    "",
    `## ${title}`,
    "",
    `| made by | what | ${COLUMNS.map(([, head]) => head).join(" | ")} |`,
    `|---|---|${COLUMNS.map(() => "---|").join("")}`,
    ...rows.map(({ maker, product, by }) => {
      const cells = COLUMNS.map(([name]) => cell(by[name] ?? "-"));
      return `| ${maker.replace(" sign-bundle", " protocol")} | ${product} | ${cells.join(" | ")} |`;
    }),
  ];
}

function cell(verdict: string): string {
  const [what = "", wrong = ""] = verdict.split("; ");
  if (what === "-") return "-";
  return `${what.includes("and digest") ? "✓✓" : "✓"} ${wrong}`;
}

function conformanceSection({
  date,
  commit,
  passed,
  failed,
  skipped,
}: NonNullable<Measurements["conformance"]>): readonly string[] {
  return [
    "",
    "## sigstore-conformance",
    "",
    `${date}, its bundles at \`${commit}\` (\`npm run test:interop -- conformance\` with its checkout in \`ASSAY_CONFORMANCE\`), each by file and by digest,`,
    `through \`assay verify-bundle\` with the built-in root where a case brings none: ${passed} passed, ${failed.length} failed.`,
    "",
    ...failed.map((name) => `- failed: ${name}`),
    ...Object.entries(skipped).map(([name, why]) => `- not run: ${name}: ${why}`),
  ];
}
