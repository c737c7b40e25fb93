import type { Report, Severity } from "@assay/core";
import {
  clip,
  escapeControlCharacters,
  grouped,
  isPlainReason,
  sourceLines,
  wrap,
} from "@assay/core";
import type { FindingGroup } from "./groups.ts";
import { aboutOf, introducedBy, placeOf, ruleOf, whereOf } from "./phrases.ts";
import { MAX_TEXT, type Page, type Style } from "./text-layout.ts";
import { verbatimLines, verbatimOf } from "./verbatim.ts";

const MAX_ALIKE = 10;
/** Findings of a group up to which their entries to paste are printed. */
const MAX_PASTED = 4;
const MAX_EVIDENCE = 8;
const MAX_RELATED = 3;

const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = {
  critical: "magenta",
  high: "red",
  medium: "yellow",
  low: "blue",
  info: "dim",
};

/** The first finding of a group in full, the others by a line each. */
export function groupLines(
  group: FindingGroup,
  failOn: Report["failOn"],
  page: Page,
): readonly string[] {
  const others = group.slice(1);
  const lines = findingLines(group, failOn, page);
  if (others.length === 0) return lines;
  const rows = others.slice(0, MAX_ALIKE).map((finding) => {
    const about = aboutOf(finding) ?? "";
    const place = finding.location === undefined ? "" : placeOf(finding.location);
    const [left, right] = about === "" || place === "" ? [about + place, ""] : [about, place];
    return [
      escapeControlCharacters(left || finding.message),
      escapeControlCharacters(right),
    ] as const;
  });
  const column = Math.max(...rows.map(([left]) => left.length));
  const more = others.length - rows.length;
  return [
    ...lines,
    `    ${grouped(others.length)} more of this kind:`,
    ...rows.map(([left, right]) =>
      right === "" ? `      ${left}` : `      ${left.padEnd(column)}  ${page.paint("cyan", right)}`,
    ),
    ...(more > 0
      ? [`      …and ${more} more: \`--format html\` and \`--format json\` list all`]
      : []),
  ];
}

function findingLines(
  group: FindingGroup,
  failOn: Report["failOn"],
  page: Page,
): readonly string[] {
  const { paint, width } = page;
  const [finding] = group;
  const { severity, relatedLocations: related = [], evidence = [], remediation } = finding;
  const tone = paint("bold", paint(SEVERITY_STYLES[severity], severity));
  const where = whereOf(finding);
  const head = where === undefined ? "" : `  ${paint("cyan", escapeControlCharacters(where))}`;
  const gentle = finding.decision === "block" ? "" : paint("dim", "  (does not block)");
  const dim = (text: string) =>
    wrap(clip(escapeControlCharacters(text), MAX_TEXT), width, 4).map((line) => paint("dim", line));
  const places = [...new Set(related.map(placeOf))].filter((place) => place !== where);
  const more = places.length - MAX_RELATED;
  const also = places.slice(0, MAX_RELATED).join(", ");
  const way = introducedBy(finding);
  const { location, subject } = finding;
  const scope = subject?.scope === undefined ? "" : paint("dim", `  ${subject.scope}`);
  return [
    `  ${tone}  ${escapeControlCharacters(ruleOf(finding))}${head}${scope}${gentle}`,
    ...wrap(clip(escapeControlCharacters(finding.message), MAX_TEXT), width, 4),
    ...(location === undefined ? [] : sourceLines(location, width - 6)).map((line) =>
      paint("blue", `      ${line}`),
    ),
    ...(also === "" ? [] : dim(`also at ${also}${more > 0 ? ` and ${more} more` : ""}`)),
    ...(way === undefined ? [] : dim(`introduced by ${way}`)),
    ...evidence
      .filter(({ verbatim }) => verbatim !== true)
      .slice(0, MAX_EVIDENCE)
      .flatMap(({ label, value }) => dim(`${label}: ${value}`)),
    ...(remediation === undefined
      ? []
      : wrap(`To do: ${clip(escapeControlCharacters(remediation), MAX_TEXT)}`, width, 4)),
    ...pasteLines(group, page),
    ...(isPlainReason(finding, failOn) ? [] : dim(finding.decisionReason)),
  ];
}

/** Texts to copy: for a small group one for all of it, for a large one only that of the first finding. */
function pasteLines(group: FindingGroup, { paint }: Page): readonly string[] {
  const isSmall = group.length <= MAX_PASTED;
  const texts = verbatimOf(isSmall ? group : group.slice(0, 1));
  const rest = isSmall
    ? ""
    : `, for the first of ${group.length} (\`--format html\` has one for all)`;
  return texts.flatMap(({ label, value }) => [
    paint("dim", `    ${escapeControlCharacters(label)}${rest}:`),
    ...verbatimLines(value).map((line) => `      ${line}`),
  ]);
}
