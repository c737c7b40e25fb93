import type { ActFailure, ActRecord, ActSummary } from "@assay/core";
import { grouped, plural } from "@assay/core";
import { digestsOf, evidenceOf, logsOf, signerOf, timeOf } from "./act-text.ts";
import { table } from "./html-tables.ts";
import { html, prose } from "./html-text.ts";
import { OUTCOME_WORDS } from "./phrases.ts";
import { verbatimLines } from "./verbatim.ts";

/** What each act did, what failed, and how a consumer verifies it. */
export function actSections(acts: readonly ActSummary[]): string {
  return acts.map((act, index) => section(act, `act-${index}`)).join("");
}

/** The card of an act, beside those of the checks. */
export function actCard({
  title,
  outcome,
  coverage,
  records,
  failures,
  notices,
}: ActSummary): string {
  const failed = failures.length === 0 ? "" : ` · ${grouped(failures.length)} failed`;
  return `<article class="card"><header><h3>${html(title)}</h3><span class="pill ${outcome}">${OUTCOME_WORDS[outcome]}</span></header>
<p class="covers">${prose(coverage.summary)}</p>
<p class="result">${plural(records.length, "record")}${failed}</p>
${notices.length === 0 ? "" : `<ul>${notices.map((notice) => `<li>${prose(notice)}</li>`).join("")}</ul>`}</article>
`;
}

function section(act: ActSummary, id: string): string {
  const { title, records, failures, verifyWith = [] } = act;
  const commands = verifyWith.map(
    ({ tool, command }) =>
      `<p>To verify with ${tool}:</p><pre class="verbatim"><code>${verbatimLines(command).map(html).join("\n")}</code></pre>`,
  );
  return [
    table(
      `${id}-failures`,
      `${html(title)}: failed`,
      ["Item", "What", "Kind"],
      failures.map(failureCells),
    ),
    table(
      `${id}-records`,
      `${html(title)}: records`,
      ["What", "Subject", "By", "When", "Proof or place"],
      records.map(recordCells),
    ),
    commands.length === 0 ? "" : `<div class="commands">${commands.join("")}</div>`,
  ].join("");
}

function recordCells(record: ActRecord): readonly string[] {
  const { act, subject, destination, product = destination, notes = [] } = record;
  const when = [timeOf(record), logsOf(record)].filter((part) => part !== undefined);
  return [
    act,
    [
      `<code>${html(subject.name)}</code>`,
      `<code class="print">${html(digestsOf(record))}</code>`,
      ...notes.map((note) => prose(note)),
    ].join("<br>"),
    html(signerOf(record)),
    when.map(html).join("<br>"),
    product === undefined ? "–" : `<code>${html(product)}</code>`,
  ];
}

function failureCells(failure: ActFailure): readonly string[] {
  const { item, message, hint, ruleId, kind } = failure;
  const proof = evidenceOf(failure).map(
    ({ label, value }) => `${html(label)}: <code>${html(value)}</code>`,
  );
  return [
    `<code>${html(item)}</code>`,
    [prose(message), ...proof, ...(hint === undefined ? [] : [prose(hint)]), html(ruleId)].join(
      "<br>",
    ),
    kind,
  ];
}
