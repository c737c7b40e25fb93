import type { CheckError, CheckSummary, Report } from "@assay/core";
import { grouped, plural, SEVERITIES } from "@assay/core";
import { actCard } from "./html-acts.ts";
import { html, prose, sourceBlock } from "./html-text.ts";
import { amountOf, OUTCOME_WORDS } from "./phrases.ts";

/** A card per check and act: its outcome, what it looked at, what it found. */
export function checkCards({ checks, acts }: Report): string {
  const cards = [...checks.map(card), ...acts.map(actCard)].join("");
  return `<section aria-labelledby="checks"><h2 id="checks">${checks.length === 0 ? "Results" : "Checks"}</h2><div class="checks">${cards}</div></section>`;
}

function card(check: CheckSummary): string {
  const { outcome, coverage, notices } = check;
  const units = Object.entries(coverage.inspected).map(([name, number]) => {
    const [amount, unit] = amountOf(name, number);
    return `<div><dt>${html(unit)}</dt><dd>${amount}</dd></div>`;
  });
  return `<article class="card"><header><h3>${html(check.title)}</h3><span class="pill ${outcome}">${OUTCOME_WORDS[outcome]}</span></header>
<p class="covers">${prose(coverage.summary)}</p>
${units.length === 0 ? "" : `<dl class="units">${units.join("")}</dl>`}
${check.error === undefined ? "" : trouble(check.error)}
<p class="result">${resultOf(check)}</p>
${notices.length === 0 ? "" : `<ul>${notices.map((notice) => `<li>${prose(notice)}</li>`).join("")}</ul>`}</article>
`;
}

function resultOf({ counts, suppressed, coverage, error }: CheckSummary): string {
  const open = SEVERITIES.filter((severity) => counts[severity] > 0).map(
    (severity) => `<strong class="${severity}">${grouped(counts[severity])} ${severity}</strong>`,
  );
  return [
    open.join(", ") || (error === undefined ? "No open findings" : "No result"),
    ...(suppressed > 0 ? [`${grouped(suppressed)} suppressed`] : []),
    ...(coverage.skipped.length > 0
      ? [`${plural(coverage.skipped.length, "item")} not looked at`]
      : []),
  ].join(" · ");
}

function trouble(error: CheckError): string {
  const { message, hint, problems = [] } = error;
  const list = problems.map((problem) => `<li>${prose(problem)}${quote(error, problem)}</li>`);
  return `<div class="trouble"><strong>${prose(message)}</strong>${quote(error, message)}${list.length === 0 ? "" : `<ul>${list.join("")}</ul>`}${hint === undefined ? "" : `<div>${prose(hint)}</div>`}</div>`;
}

function quote({ places = [] }: CheckError, problem: string): string {
  const place = places.find((one) => one.problem === problem);
  return place === undefined ? "" : sourceBlock(place.location);
}
