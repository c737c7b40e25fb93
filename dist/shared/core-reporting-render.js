import "./rolldown-runtime.js";
import { n as compareSeverity, t as SEVERITIES } from "./core-findings-severity.js";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

// packages/core/src/reporting/text-layout.ts
const STYLES = {
	bold: [1, 22],
	dim: [2, 22],
	red: [31, 39],
	green: [32, 39],
	yellow: [33, 39],
	blue: [34, 39],
	magenta: [35, 39],
	cyan: [36, 39]
};
const plainPaint = (_style, text) => text;
const colourPaint = (style, text) => {
	const [on, off] = STYLES[style];
	return `\u001b[${on}m${text}\u001b[${off}m`;
};
function wrap(text, width, indent) {
	const room = Math.max(20, width - indent);
	const margin = " ".repeat(indent);
	const lines = [];
	let line = "";
	for (const word of text.split(" ")) {
		if (word === "") continue;
		if (line !== "" && lengthOf(line) + 1 + lengthOf(word) > room) {
			lines.push(margin + line);
			line = word;
		} else line = line === "" ? word : `${line} ${word}`;
	}
	if (line !== "") lines.push(margin + line);
	return lines;
}
function lengthOf(text) {
	return [...text].length;
}

// packages/core/src/findings/order.ts
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
function compareFindings(a, b) {
	return compareSeverity(a.severity, b.severity) || compareText(a.check, b.check) || compareText(a.ruleId, b.ruleId) || compareText(a.location?.path ?? "", b.location?.path ?? "") || (a.location?.startLine ?? 0) - (b.location?.startLine ?? 0) || (a.location?.startColumn ?? 0) - (b.location?.startColumn ?? 0) || compareText(a.fingerprint, b.fingerprint);
}

// packages/core/src/reporting/clip.ts
function clip(text, limit) {
	if (text.length <= limit) return text;
	const room = Math.max(0, limit - 1);
	let end = room;
	const blank = text.lastIndexOf(" ", room);
	if (blank >= room * .8) end = blank;
	else if (isHighSurrogate(text.charCodeAt(end - 1))) end--;
	return `${text.slice(0, end).trimEnd()}…`.slice(0, limit);
}
function clipStart(text, limit) {
	if (text.length <= limit) return text;
	const tail = text.slice(text.length - Math.max(0, limit - 1));
	return `…${isLowSurrogate(tail.charCodeAt(0)) ? tail.slice(1) : tail}`;
}
function isHighSurrogate(unit) {
	return unit >= 55296 && unit <= 56319;
}
function isLowSurrogate(unit) {
	return unit >= 56320 && unit <= 57343;
}

// packages/core/src/reporting/escaping.ts
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;
function visible(text) {
	return text.toWellFormed().replace(/\r\n|[\n\r\t]/g, " ").replace(INVISIBLE, (found) => `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`);
}
function escapeHtml(text) {
	return escapeMarkup(visible(text));
}
function escapeXml(text) {
	return escapeMarkup(visible(text));
}
function escapeMarkdown(text) {
	return visible(text).split(/(`[^`]+`)/).map((part, index) => index % 2 === 1 ? codeMarkdown(part.slice(1, -1)) : plain(part)).join("");
}
function codeMarkdown(text) {
	return `<code>${plain(visible(text))}</code>`;
}
function plain(text) {
	return text.replace(/[\\`*_[\]|~!<>&$^]|:(?! |$)/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/(?<!&)[@#]/g, (mark) => `&#${mark.charCodeAt(0)};<!-- -->`).replace(/www\./gi, (prefix) => `${prefix.slice(0, 3)}&#46;`);
}
function escapeMarkup(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;").replaceAll("'", "&#39;");
}

// packages/core/src/reporting/phrases.ts
function placeOf(location) {
	const line = location.startLine === void 0 ? "" : `:${location.startLine}`;
	const commit = location.commit === void 0 ? "" : ` in commit ${location.commit.slice(0, 12)}`;
	return `${location.path}${line}${commit}`;
}
function whereOf(finding) {
	return finding.location === void 0 ? packageOf(finding) : placeOf(finding.location);
}
function packageOf({ subject }) {
	if (subject === void 0) return void 0;
	return subject.version === void 0 ? subject.name : `${subject.name}@${subject.version}`;
}
function countsOf$1({ counts, error }) {
	return SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => `${counts[severity]} ${severity}`).join(", ") || (error === void 0 ? "none" : "no result");
}
function inspectedOf({ coverage }) {
	return Object.entries(coverage.inspected).map(([unit, amount]) => amountOf(unit, amount).join(" ")).join(", ") || "nothing";
}
function amountOf(unit, amount) {
	if (unit !== "bytes" || amount < 1e3) return [grouped(amount), unit];
	const power = Math.min(3, Math.floor(Math.log10(amount) / 3));
	return [(amount / 1e3 ** power).toFixed(1), [
		"bytes",
		"kB",
		"MB",
		"GB"
	][power] ?? unit];
}
function grouped(amount) {
	return String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
function plural(amount, noun) {
	return `${grouped(amount)} ${noun}${amount === 1 ? "" : "s"}`;
}
const OUTCOME_WORDS = {
	pass: "Pass",
	fail: "Fail",
	error: "Error"
};
function nextStep(report) {
	if (report.outcome === "error") return report.checks.find(({ error }) => error?.hint !== void 0)?.error?.hint ?? "Mend what kept the checks from their work, then run again.";
	if (report.outcome === "pass") return void 0;
	return report.findings.find(({ decision }) => decision === "block")?.remediation ?? "Fix the findings, or accept one with a suppression that has a reason, an owner and an expiry day.";
}
function openFindings(report) {
	return report.findings.filter(({ status }) => status === "open");
}
function suppressedFindings(report) {
	return report.findings.filter(({ status }) => status === "suppressed");
}

// packages/core/src/reporting/budget.ts
const inBytes = (text) => Buffer.byteLength(text, "utf8");
const inUnits = (text) => text.length;
function fit(parts, room, measure, more) {
	const sizes = parts.map(measure);
	const total = sizes.reduce((sum, size) => sum + size, 0);
	if (total <= room) return {
		text: parts.join(""),
		room: room - total
	};
	const kept = [];
	let left = room - measure(more(parts.length));
	for (const [index, part] of parts.entries()) {
		const size = sizes[index] ?? 0;
		if (size > left) break;
		kept.push(part);
		left -= size;
	}
	const note = more(parts.length - kept.length);
	if (measure(note) > room) return {
		text: "",
		room
	};
	const text = kept.join("") + note;
	return {
		text,
		room: room - measure(text)
	};
}

// packages/core/src/reporting/markdown-sections.ts
const MARKS = {
	pass: "✅",
	fail: "❌",
	error: "⚠️"
};
const TEXT_LIMIT$2 = 600;
const CELL_LIMIT = 240;
function verdict(report) {
	return `## ${MARKS[report.outcome]} Assay ${escapeMarkdown(clip(report.command, 60))}: ${line(report.headline)}\n\n`;
}
function checksTable(report) {
	return `| Check | Result | Open findings | Suppressed | Looked at |\n|---|---|---|---:|---|\n${report.checks.map((check) => `| ${cell(check.title)} | ${MARKS[check.outcome]} ${OUTCOME_WORDS[check.outcome]} | ${countsOf$1(check)} | ${check.suppressed} | ${cell(inspectedOf(check))}${skippedNote(check)} |\n`).join("")}\n`;
}
function errorList(report) {
	const items = report.checks.flatMap(({ title, error }) => {
		if (error === void 0) return [];
		const hint = error.hint === void 0 ? "" : ` ${line(error.hint)}`;
		const problems = (error.problems ?? []).slice(0, 20).map((problem) => `  - ${line(problem)}\n`);
		return [`- **${cell(title)}** could not do its work: ${line(error.message)}.${hint}\n${problems.join("")}`];
	});
	return items.length === 0 ? "" : `${items.join("")}\n`;
}
function findingRow(finding) {
	const where = whereOf(finding);
	const place = where === void 0 ? "" : codeMarkdown(clipStart(where, 120));
	return `| ${severity(finding)} | ${cell(finding.message)} | ${place} | ${codeMarkdown(finding.ruleId)} |\n`;
}
const FINDINGS_HEAD = "| Severity | Finding | Where | Rule |\n|---|---|---|---|\n";
function findingDetails(finding) {
	const list = [
		["Where", finding.location && placeOf(finding.location)],
		["Also at", alsoAt(finding)],
		["About", packageOf(finding)],
		...(finding.evidence ?? []).slice(0, 12).map(({ label, value }) => [label, value]),
		["Fix due", finding.slo?.fixDue && `${finding.slo.fixDue} (${finding.slo.state})`],
		["Fingerprint", finding.fingerprint]
	].flatMap(([label, value]) => value === void 0 ? [] : [`- ${cell(label)}: ${codeMarkdown(clip(value, TEXT_LIMIT$2))}\n`]);
	const fix = finding.remediation === void 0 ? "" : `**To do:** ${line(finding.remediation)}\n\n`;
	return `<details><summary>${severity(finding)} ${line(finding.message)}</summary>\n\n${fix}${line(finding.decisionReason)}\n\n${list.join("")}\n</details>\n`;
}
const SUPPRESSED_HEAD = "| Finding | Where | Why it does not count |\n|---|---|---|\n";
function suppressedRow(finding) {
	const where = whereOf(finding);
	const place = where === void 0 ? "" : codeMarkdown(clipStart(where, 120));
	const reason = finding.suppression === void 0 ? "" : ` ${cell(finding.suppression.reason)}`;
	return `| ${severity(finding)} ${cell(finding.message)} | ${place} | ${cell(finding.decisionReason)}${reason} |\n`;
}
function skippedRows(report) {
	return report.checks.flatMap(({ title, coverage }) => coverage.skipped.map(({ item, reason }) => `| ${cell(title)} | ${codeMarkdown(clipStart(item, 160))} | ${cell(reason)} |\n`));
}
const SKIPPED_HEAD = "| Check | Item | Reason |\n|---|---|---|\n";
function noticeItems(report) {
	return [...report.notices.map((notice) => `- ${line(notice)}\n`), ...report.checks.flatMap(({ title, notices }) => notices.map((notice) => `- ${cell(title)}: ${line(notice)}\n`))];
}
function footer(report) {
	const revision = report.repository?.revision?.slice(0, 12);
	const of = revision === void 0 ? "" : ` · revision ${codeMarkdown(revision)}`;
	return `<sub>Assay ${escapeMarkdown(clip(report.tool.version, 40))} · ${codeMarkdown(`fail-on: ${report.failOn}`)}${of} · ${escapeMarkdown(report.generatedAt)}</sub>\n`;
}
function severity(finding) {
	return finding.decision === "block" ? `<b>${finding.severity}</b>` : finding.severity;
}
function alsoAt({ relatedLocations = [] }) {
	if (relatedLocations.length === 0) return void 0;
	const shown = relatedLocations.slice(0, 5).map(placeOf).join(", ");
	return relatedLocations.length > 5 ? `${shown} and ${relatedLocations.length - 5} more` : shown;
}
function skippedNote({ coverage }) {
	return coverage.skipped.length === 0 ? "" : `; ${coverage.skipped.length} skipped`;
}
function line(text) {
	return escapeMarkdown(clip(text, TEXT_LIMIT$2));
}
function cell(text) {
	return escapeMarkdown(clip(text, CELL_LIMIT));
}

// packages/core/src/reporting/markdown.ts
function renderMarkdown(report, budget) {
	const { limit, measure } = budget;
	const end = footer(report);
	const start = `${budget.marker === void 0 ? "" : `${budget.marker}\n`}${verdict(report)}`;
	const room = limit - measure(start) - measure(end);
	const fixed = fit([
		checksTable(report),
		errorList(report),
		todo(report)
	], room, measure, () => "The JSON report has the rest.\n\n");
	let text = start + fixed.text;
	let left = fixed.room;
	for (const section of sections(report, budget.rows)) {
		const written = writeSection(section, left, measure);
		text += written;
		left -= measure(written);
	}
	return text + end;
}
function sections(report, rows) {
	const open = openFindings(report);
	const suppressed = suppressedFindings(report);
	const skipped = skippedRows(report);
	const beyond = Math.max(0, open.length - rows);
	return [
		{
			head: `### Findings\n\n${FINDINGS_HEAD}`,
			parts: open.slice(0, rows).map(findingRow),
			tail: `${beyond > 0 ? `\n…and ${plural(beyond, "finding")} more in the JSON report.\n` : ""}\n`,
			share: .5,
			more: (leftOut) => `\n…${plural(leftOut, "row")} left out for lack of room.\n`
		},
		{
			head: "### Notices\n\n",
			parts: noticeItems(report),
			tail: "\n",
			share: .3,
			more: (leftOut) => `- …and ${plural(leftOut, "notice")} more.\n`
		},
		{
			head: `<details><summary>Not looked at (${skipped.length})</summary>\n\n${SKIPPED_HEAD}`,
			parts: skipped,
			tail: "\n</details>\n\n",
			share: .3,
			more: (leftOut) => `\n…and ${plural(leftOut, "item")} more in the JSON report.\n`
		},
		{
			head: `<details><summary>Suppressed (${suppressed.length})</summary>\n\n${SUPPRESSED_HEAD}`,
			parts: suppressed.map(suppressedRow),
			tail: "\n</details>\n\n",
			share: .3,
			more: (leftOut) => `\n…and ${plural(leftOut, "finding")} more in the JSON report.\n`
		},
		{
			head: "<details><summary>Findings in full</summary>\n\n",
			parts: open.map(findingDetails),
			tail: "\n</details>\n\n",
			share: 1,
			more: (leftOut) => `\n…and ${plural(leftOut, "finding")} more in the JSON report.\n`
		}
	];
}
function writeSection(section, room, measure) {
	if (section.parts.length === 0) return "";
	const frame = measure(section.head) + measure(section.tail);
	const { text } = fit(section.parts, Math.floor(room * section.share) - frame, measure, section.more);
	return text === "" ? "" : `${section.head}${text}${section.tail}`;
}
function todo(report) {
	const step = nextStep(report);
	return step === void 0 ? "" : `**Next:** ${escapeMarkdown(clip(step, 600))}\n\n`;
}

// packages/core/src/reporting/comment.ts
const COMMENT_LIMIT = 65536;
function commentMarker(command) {
	return `<!-- assay:comment:${command.toLowerCase().replace(/[^a-z0-9]+/g, "-")} -->`;
}
function renderComment(report, limit = COMMENT_LIMIT) {
	return renderMarkdown(report, {
		limit,
		measure: inUnits,
		marker: commentMarker(report.command),
		rows: 20
	});
}

// packages/core/src/reporting/html-text.ts
const TEXT_LIMIT$1 = 4e3;
function html(text) {
	return escapeHtml(clip(text, TEXT_LIMIT$1));
}
function prose(text) {
	return html(text).replace(/`([^`]+)`/g, "<code>$1</code>");
}
function helpHtml(markdown) {
	return markdown.split(/^```[a-z]*$/m).map((part, index) => index % 2 === 1 ? codeBlock(part) : blocks(part)).join("");
}
function codeBlock(text) {
	return `<pre><code>${text.replace(/^\n|\n$/g, "").split("\n").map(html).join("\n")}</code></pre>`;
}
function blocks(text) {
	return text.split(/\n{2,}/).map((block) => block.trim()).filter((block) => block !== "").map((block) => {
		const lines = block.split("\n");
		const items = lines.filter((line) => /^(?:[-*]|\d+\.) /.test(line));
		if (items.length < lines.length) return `<p>${inline(block)}</p>`;
		const list = items.map((item) => `<li>${inline(item.replace(/^\S+ /, ""))}</li>`).join("");
		return /^\d/.test(block) ? `<ol>${list}</ol>` : `<ul>${list}</ul>`;
	}).join("");
}
function inline(text) {
	return prose(text.replace(/\[([^\]]{1,200})\]\(([^)\s]{1,500})\)/g, "$1 ($2)")).replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>");
}

// packages/core/src/reporting/html-checks.ts
function checkCards(checks) {
	return `<section aria-labelledby="checks"><h2 id="checks">Checks</h2><div class="checks">${checks.map(card).join("")}</div></section>`;
}
function card(check) {
	const { outcome, coverage, notices } = check;
	const units = Object.entries(coverage.inspected).map(([name, number]) => {
		const [amount, unit] = amountOf(name, number);
		return `<div><dt>${html(unit)}</dt><dd>${amount}</dd></div>`;
	});
	return `<article class="card"><header><h3>${html(check.title)}</h3><span class="pill ${outcome}">${OUTCOME_WORDS[outcome]}</span></header>
<p class="covers">${prose(coverage.summary)}</p>
${units.length === 0 ? "" : `<dl class="units">${units.join("")}</dl>`}
${check.error === void 0 ? "" : trouble(check.error)}
<p class="result">${resultOf(check)}</p>
${notices.length === 0 ? "" : `<ul>${notices.map((notice) => `<li>${prose(notice)}</li>`).join("")}</ul>`}</article>
`;
}
function resultOf({ counts, suppressed, coverage, error }) {
	return [
		SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => `<strong class="${severity}">${grouped(counts[severity])} ${severity}</strong>`).join(", ") || (error === void 0 ? "No open findings" : "No result"),
		...suppressed > 0 ? [`${grouped(suppressed)} suppressed`] : [],
		...coverage.skipped.length > 0 ? [`${plural(coverage.skipped.length, "item")} not looked at`] : []
	].join(" · ");
}
function trouble({ message, hint, problems = [] }) {
	const list = problems.map((problem) => `<li>${prose(problem)}</li>`).join("");
	return `<div class="trouble"><strong>${prose(message)}</strong>${list === "" ? "" : `<ul>${list}</ul>`}${hint === void 0 ? "" : `<div>${prose(hint)}</div>`}</div>`;
}

// packages/core/src/reporting/html-findings.ts
const HTML_FINDING_LIMIT = 2e3;
const MAX_RELATED$1 = 10;
const MAX_PATHS = 3;
function findingList(report, open) {
	const heading = `<h2 id="findings">Findings <small>${open.length === 0 ? "none open" : `${open.length} open`}</small></h2>`;
	if (open.length === 0) return `<section aria-labelledby="findings">${heading}<p class="clean">No open findings in what was looked at.</p></section>`;
	const left = open.length - HTML_FINDING_LIMIT;
	const more = left > 0 ? `<p class="clean">…and ${plural(left, "finding")} more in the JSON report.</p>` : "";
	const articles = open.slice(0, HTML_FINDING_LIMIT).map((finding) => article(report, finding));
	return `<section aria-labelledby="findings">${heading}${open.length > 1 ? filterBar(report, open) : ""}${articles.join("")}${more}</section>`;
}
function filterBar(report, open) {
	const chips = SEVERITIES.filter((severity) => open.some((finding) => finding.severity === severity)).map((severity) => `<label class="chip ${severity}"><input type="checkbox" value="${severity}" checked>${severity}</label>`);
	const options = report.checks.filter(({ check }) => open.some((finding) => finding.check === check)).map(({ check, title }) => `<option value="${html(check)}">${html(title)}</option>`);
	return `<fieldset id="filter" hidden><legend class="sr">Filter findings</legend>${chips.join("")}
<label><span class="sr">Check</span><select><option value="">All checks</option>${options.join("")}</select></label>
<label><span class="sr">Text</span><input type="search" placeholder="Search"></label>
<output id="filter-status" aria-live="polite"></output></fieldset>
`;
}
function article(report, finding) {
	const { severity, slo } = finding;
	const rule = Object.hasOwn(report.rules, finding.ruleId) ? report.rules[finding.ruleId] : void 0;
	const about = packageOf(finding);
	const where = finding.location === void 0 ? about : placeOf(finding.location);
	const tags = [
		...finding.decision === "block" ? ["<span class=\"tag\">blocks</span>"] : [],
		...finding.change === "new" ? ["<span class=\"tag\">new</span>"] : [],
		...slo === void 0 || slo.state === "ok" ? [] : [`<span class="tag late">${slo.state === "breached" ? "overdue" : "due soon"}</span>`]
	];
	const todo = finding.remediation === void 0 ? "" : `<p class="todo"><b>To do</b> ${prose(finding.remediation)}</p>`;
	const help = rule === void 0 ? "" : `<details><summary>About this rule: ${html(rule.title)}</summary><p>${prose(rule.description)}</p>${helpHtml(rule.help)}</details>`;
	return `<article class="finding ${severity}" data-severity="${severity}" data-check="${html(finding.check)}">
<div class="kind"><span class="badge">${severity}</span><span>${html(finding.ruleId)}</span>${tags.join("")}${where === void 0 ? "" : `<span class="place"><code>${html(where)}</code></span>`}</div>
<h3>${prose(finding.message)}</h3>${facts(finding)}${todo}<p class="why">${prose(finding.decisionReason)} <code class="print">${html(finding.fingerprint)}</code></p>${help}</article>
`;
}
function facts(finding) {
	const { location, relatedLocations = [], subject, slo } = finding;
	const more = relatedLocations.length - MAX_RELATED$1;
	const list = [
		...location !== void 0 && subject !== void 0 ? [["About", packageOf(finding) ?? ""]] : [],
		...(subject?.paths ?? []).slice(0, MAX_PATHS).map((path) => ["Comes in by", path.join(" › ")]),
		...(finding.evidence ?? []).map(({ label, value }) => [label, value]),
		...relatedLocations.slice(0, MAX_RELATED$1).map((place) => ["Also at", placeOf(place)]),
		...more > 0 ? [["And at", plural(more, "more place")]] : [],
		...slo?.fixDue === void 0 ? [] : [["Fix due", slo.fixDue.slice(0, 10)]]
	].map(([label, value]) => `<dt>${html(label)}</dt><dd><code>${html(value)}</code></dd>`);
	return list.length === 0 ? "" : `<dl class="facts">${list.join("")}</dl>`;
}

// packages/core/src/reporting/html-script.ts
const FILTER_SCRIPT = `
(() => {
  const bar = document.getElementById("filter");
  const status = document.getElementById("filter-status");
  if (!bar || !status) return;
  const findings = [...document.querySelectorAll(".finding")];
  const apply = () => {
    const severities = new Set([...bar.querySelectorAll("input:checked")].map((box) => box.value));
    const check = bar.querySelector("select").value;
    const words = bar.querySelector("input[type=search]").value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const finding of findings) {
      const text = finding.textContent.toLowerCase();
      const fits = severities.has(finding.dataset.severity)
        && (check === "" || finding.dataset.check === check)
        && words.every((word) => text.includes(word));
      finding.hidden = !fits;
      if (fits) shown++;
    }
    status.textContent = shown + " of " + findings.length + " shown";
  };
  bar.hidden = false;
  bar.addEventListener("input", apply);
  apply();
})();
`;

// packages/core/src/reporting/html-style.ts
const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f5f2; --card: #ffffff; --line: #e1ded6; --text: #1d1c1a; --muted: #625f57; --code: #f1efe9;
  --critical: #8f1d5b; --high: #b3261e; --medium: #8a5a00; --low: #1f5fa8; --info: #5b5e66;
  --pass: #1c6b3c; --fail: #b3261e; --error: #8a5a00; --gold: #a67c1a;
  --pass-soft: #e6f3ea; --fail-soft: #fbeae8; --error-soft: #faf1de; --shadow: 0 1px 2px #0000000f, 0 4px 16px #0000000a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #141517; --card: #1d1f22; --line: #33363b; --text: #eceae5; --muted: #a5a29a; --code: #282b2f;
    --critical: #f08ac0; --high: #ff8a80; --medium: #f0bb5b; --low: #82b7f5; --info: #b3b6bd;
    --pass: #7fd49f; --fail: #ff8a80; --error: #f0bb5b; --gold: #d9b25a;
    --pass-soft: #1a2b21; --fail-soft: #331d1c; --error-soft: #30281a; --shadow: none;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text);
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.wrap { max-width: 1080px; margin: 0 auto; padding: 0 24px 64px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 8px; top: 8px; padding: 8px 12px; background: var(--card); color: var(--text); }
:focus-visible { outline: 2px solid var(--low); outline-offset: 2px; border-radius: 4px; }
header.top { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 14px; padding: 26px 0 18px; }
.mark { width: 34px; height: 34px; flex: none; }
.mark path { fill: none; stroke: var(--gold); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.brand { font-size: 20px; font-weight: 680; letter-spacing: -.01em; }
.brand span { color: var(--muted); font-weight: 450; }
.meta { margin-left: auto; color: var(--muted); font-size: 13px; text-align: right; }
h1, h2, h3, p, dl, dd, ul, ol { margin: 0; }
h2 { font-size: 17px; font-weight: 660; margin: 40px 0 14px; letter-spacing: -.005em; }
h2 small { color: var(--muted); font-weight: 450; font-size: 14px; margin-left: 6px; }
code, pre { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; font-size: .88em; }
code { background: var(--code); border-radius: 4px; padding: .1em .35em; overflow-wrap: anywhere; }
pre { background: var(--code); border-radius: 8px; padding: 10px 14px; overflow-x: auto; }
pre code { padding: 0; background: none; }
.verdict { border-radius: 14px; padding: 24px 28px; border: 1px solid; display: flex; gap: 20px; align-items: flex-start; }
.verdict .icon { flex: none; width: 44px; height: 44px; border-radius: 50%; display: grid; place-items: center; }
.verdict .icon path { fill: none; stroke: var(--card); stroke-width: 2.6; stroke-linecap: round; stroke-linejoin: round; }
.verdict h1 { font-size: 22px; line-height: 1.3; font-weight: 680; letter-spacing: -.012em; }
.verdict p { margin-top: 6px; color: var(--text); }
.verdict.pass { background: var(--pass-soft); border-color: var(--pass); } .verdict.pass .icon { background: var(--pass); } .verdict.pass h1 { color: var(--pass); }
.verdict.fail { background: var(--fail-soft); border-color: var(--fail); } .verdict.fail .icon { background: var(--fail); } .verdict.fail h1 { color: var(--fail); }
.verdict.error { background: var(--error-soft); border-color: var(--error); } .verdict.error .icon { background: var(--error); } .verdict.error h1 { color: var(--error); }
.tiles { display: grid; grid-template-columns: repeat(6, 1fr); gap: 10px; margin: 16px 0 0; padding: 0; list-style: none; }
.tiles li { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 10px 14px; box-shadow: var(--shadow); }
.tiles b { display: block; font-size: 24px; line-height: 1.2; font-weight: 660; font-variant-numeric: tabular-nums; }
.tiles span { color: var(--muted); font-size: 13px; }
.tiles .none b { color: var(--muted); font-weight: 450; }
.critical { --tone: var(--critical); } .high { --tone: var(--high); } .medium { --tone: var(--medium); } .low { --tone: var(--low); } .info { --tone: var(--info); }
.tiles li:not(.none) b { color: var(--tone, var(--text)); }
.checks { display: grid; grid-template-columns: repeat(auto-fill, minmax(310px, 1fr)); gap: 14px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 16px 18px; box-shadow: var(--shadow); break-inside: avoid; }
.card header { display: flex; align-items: center; gap: 10px; }
.card h3 { font-size: 15.5px; font-weight: 640; flex: 1; overflow-wrap: anywhere; }
.pill { border-radius: 999px; padding: 1px 11px; font-size: 12.5px; font-weight: 640; border: 1px solid currentColor; }
.pill.pass { color: var(--pass); } .pill.fail { color: var(--fail); } .pill.error { color: var(--error); }
.card .covers { color: var(--muted); margin-top: 6px; font-size: 13.5px; overflow-wrap: anywhere; }
.units { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 10px; }
.units div { display: flex; flex-direction: column-reverse; }
.units dd { font-size: 18px; font-weight: 620; font-variant-numeric: tabular-nums; line-height: 1.3; }
.units dt { color: var(--muted); font-size: 12.5px; }
.card .result { margin-top: 10px; padding-top: 10px; border-top: 1px solid var(--line); font-size: 13.5px; }
.card .result strong { color: var(--tone); font-weight: 640; }
.card ul { margin: 8px 0 0; padding-left: 18px; font-size: 13.5px; color: var(--muted); }
.card .trouble { margin-top: 10px; padding: 10px 12px; border-radius: 8px; background: var(--error-soft); font-size: 13.5px; overflow-wrap: anywhere; }
#filter { display: flex; flex-wrap: wrap; gap: 8px 10px; align-items: center; margin: 0 0 14px; padding: 0; border: 0; font-size: 13.5px; }
#filter[hidden], .finding[hidden] { display: none; }
#filter label.chip { display: inline-flex; gap: 6px; align-items: center; border: 1px solid var(--line); background: var(--card); border-radius: 999px; padding: 3px 12px 3px 9px; cursor: pointer; }
#filter input[type=checkbox] { accent-color: var(--tone); margin: 0; }
#filter select, #filter input[type=search] { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 4px 10px; }
#filter-status { color: var(--muted); margin-left: auto; font-variant-numeric: tabular-nums; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.finding { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 10px; padding: 14px 18px; margin: 0 0 12px; box-shadow: var(--shadow); break-inside: avoid; }
.finding .kind { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; font-size: 13px; color: var(--muted); }
.badge { color: var(--tone); font-weight: 680; text-transform: uppercase; letter-spacing: .05em; font-size: 11.5px; }
.tag { border: 1px solid var(--line); border-radius: 5px; padding: 0 7px; font-size: 12px; }
.tag.late { color: var(--fail); border-color: currentColor; }
.finding .place { margin-left: auto; text-align: right; }
.finding h3 { font-size: 15.5px; font-weight: 600; margin-top: 5px; overflow-wrap: anywhere; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 3px 16px; margin-top: 10px; font-size: 13.5px; }
.facts dt { color: var(--muted); }
.facts dd { overflow-wrap: anywhere; }
.facts code, .why .print { background: none; padding: 0; }
.why .print { display: block; color: var(--muted); font-size: 12px; }
.todo { margin-top: 10px; padding: 9px 13px; border-radius: 8px; background: var(--code); overflow-wrap: anywhere; }
.todo code { background: var(--card); }
.todo b { color: var(--gold); font-weight: 680; margin-right: 4px; }
.why { margin-top: 8px; color: var(--muted); font-size: 13px; overflow-wrap: anywhere; }
details { margin-top: 8px; font-size: 13.5px; }
summary { cursor: pointer; color: var(--muted); }
details p, details ul, details ol, details pre { margin: 8px 0 0; }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); }
table { border-collapse: collapse; width: 100%; min-width: 640px; font-size: 13.5px; }
th, td { text-align: left; vertical-align: top; padding: 9px 14px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
tr:last-child td { border-bottom: 0; }
th { color: var(--muted); font-weight: 560; font-size: 12.5px; }
td.short, th.short { white-space: nowrap; font-variant-numeric: tabular-nums; }
.clean { background: var(--card); border: 1px dashed var(--line); border-radius: 12px; padding: 22px; text-align: center; color: var(--muted); }
.notices { padding-left: 20px; }
footer { margin-top: 44px; color: var(--muted); font-size: 12.5px; }
@media (max-width: 720px) { .tiles { grid-template-columns: repeat(3, 1fr); } .meta { margin-left: 0; text-align: left; width: 100%; } .finding .place { margin-left: 0; } .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: 4px; } }
@media print { :root { --page: #fff; --shadow: none; } .wrap { max-width: none; padding: 0; } #filter, .skip { display: none; } details::details-content { content-visibility: visible; height: auto; } }
`;

// packages/core/src/reporting/html-tables.ts
const MAX_ROWS = 2e3;
function suppressedTable(suppressed) {
	return table("suppressed", "Suppressed", [
		"Finding",
		"Where",
		"Reason",
		"Owner",
		"Until"
	], suppressed.map((finding) => [
		`${finding.severity}: ${prose(finding.message)}`,
		codeOrNothing(whereOf(finding)),
		prose(finding.suppression?.reason ?? finding.decisionReason),
		html(finding.suppression?.owner ?? originOf(finding)),
		html(finding.suppression?.expires ?? finding.slo?.fixDue?.slice(0, 10) ?? "–")
	]));
}
function skippedTable(report) {
	return table("skipped", "Not looked at", [
		"Check",
		"Item",
		"Reason"
	], report.checks.flatMap(({ title, coverage }) => coverage.skipped.map(({ item, reason }) => [
		html(title),
		`<code>${html(item)}</code>`,
		prose(reason)
	])));
}
function artifactTable({ artifacts }) {
	return table("artifacts", "Documents", [
		"Name",
		"Media type",
		"Bytes",
		"SHA-256"
	], artifacts.map(({ name, mediaType, size, sha256 }) => [
		`<code>${html(name)}</code>`,
		html(mediaType),
		grouped(size),
		`<code>${html(sha256)}</code>`
	]));
}
function table(id, title, columns, rows) {
	if (rows.length === 0) return "";
	const head = columns.map((column) => `<th scope="col">${column}</th>`).join("");
	const body = rows.slice(0, MAX_ROWS).map((cells) => `<tr>${cells.map((cell) => `<td${isShort(cell)}>${cell}</td>`).join("")}</tr>\n`).join("");
	const left = rows.length - MAX_ROWS;
	const more = left > 0 ? `<tr><td colspan="${columns.length}">…and ${plural(left, "row")} more in the JSON report.</td></tr>` : "";
	return `<section aria-labelledby="${id}"><h2 id="${id}">${title} <small>${grouped(rows.length)}</small></h2><div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body}${more}</tbody></table></div></section>`;
}
function isShort(cell) {
	return cell.length <= 12 && !cell.includes("<") ? " class=\"short\"" : "";
}
function codeOrNothing(text) {
	return text === void 0 ? "–" : `<code>${html(text)}</code>`;
}
function originOf({ suppression }) {
	if (suppression?.by === "baseline") return "baseline";
	return suppression?.by === "inline" ? "mark in the file" : "–";
}

// packages/core/src/reporting/html.ts
const ICONS = {
	pass: "M5 12.5l4.5 4.5L19 7.5",
	fail: "M7 7l10 10M17 7L7 17",
	error: "M12 6v7.5M12 17.5v.5"
};
const MARK = "<svg class=\"mark\" viewBox=\"0 0 32 32\" aria-hidden=\"true\"><path d=\"M16 2.5l11.5 4v9c0 6.5-4.6 11.6-11.5 14-6.9-2.4-11.5-7.5-11.5-14v-9z\"/><path d=\"M10.5 21.5L16 9.5l5.500 12M12.5 17.5h7\"/></svg>";
function renderHtml(report) {
	const open = openFindings(report);
	const suppressed = suppressedFindings(report);
	const title = html(`Assay ${report.command}: ${report.headline}`);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#findings">To the findings</a>
<div class="wrap">
${header(report)}
<main>
${banner(report)}
${tiles(report, suppressed.length)}
${checkCards(report.checks)}
${findingList(report, open)}
${suppressedTable(suppressed)}
${skippedTable(report)}
${artifactTable(report)}
${notices(report)}
</main>
<footer>Assay ${html(report.tool.version)} · a finding fails the run from ${html(report.failOn === "never" ? "no severity" : `severity ${report.failOn}`)} on · made ${html(report.generatedAt)}</footer>
</div>
<script>${FILTER_SCRIPT}<\/script>
</body>
</html>
`;
}
function contentPolicy() {
	return [
		"default-src 'none'",
		`style-src '${hashSource(STYLE)}'`,
		`script-src '${hashSource(FILTER_SCRIPT)}'`,
		"base-uri 'none'",
		"form-action 'none'"
	].join("; ");
}
function hashSource(text) {
	return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
function header({ command, repository, generatedAt }) {
	const facts = [
		repository?.name === void 0 ? void 0 : `<strong>${html(repository.name)}</strong>`,
		repository?.revision === void 0 ? void 0 : `<code>${html(repository.revision.slice(0, 12))}</code>`,
		`<time datetime="${html(generatedAt)}">${html(`${generatedAt.slice(0, 16).replace("T", " ")} UTC`)}</time>`
	].filter((fact) => fact !== void 0);
	return `<header class="top">${MARK}<div class="brand">Assay <span>${html(command)}</span></div><div class="meta">${facts.join(" · ")}</div></header>`;
}
function banner(report) {
	const step = nextStep(report);
	return `<section class="verdict ${report.outcome}" aria-label="Verdict"><span class="icon"><svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[report.outcome]}"/></svg></span><div><h1>${prose(report.headline)}</h1>${step === void 0 ? "" : `<p>Next: ${prose(step)}</p>`}</div></section>`;
}
function tiles({ checks }, suppressed) {
	return `<ul class="tiles" aria-label="Open findings by severity">${SEVERITIES.map((severity) => {
		const count = checks.reduce((sum, { counts }) => sum + counts[severity], 0);
		return `<li class="${severity}${count === 0 ? " none" : ""}"><b>${grouped(count)}</b><span>${severity}</span></li>`;
	}).join("")}<li class="${suppressed === 0 ? "none" : ""}"><b>${grouped(suppressed)}</b><span>suppressed</span></li></ul>`;
}
function notices({ notices: told }) {
	if (told.length === 0) return "";
	return `<section aria-labelledby="notices"><h2 id="notices">Notices</h2><ul class="notices">${told.map((notice) => `<li>${prose(notice)}</li>`).join("")}</ul></section>`;
}

// packages/core/src/reporting/json.ts
const KEYS = new Map([
	[
		"schema",
		"tool",
		"name",
		"version",
		"command",
		"outcome",
		"headline",
		"generatedAt"
	],
	[
		"failOn",
		"repository",
		"revision",
		"checks",
		"findings",
		"rules",
		"artifacts"
	],
	[
		"id",
		"check",
		"ruleId",
		"severity",
		"status",
		"decision",
		"decisionReason",
		"title"
	],
	[
		"message",
		"description",
		"help",
		"kind",
		"hint",
		"problems"
	],
	[
		"location",
		"path",
		"startLine",
		"startColumn",
		"endLine",
		"endColumn",
		"commit"
	],
	[
		"relatedLocations",
		"subject",
		"purl",
		"ecosystem",
		"scope",
		"direct",
		"paths"
	],
	[
		"fingerprint",
		"aliases",
		"evidence",
		"label",
		"value",
		"remediation",
		"change"
	],
	[
		"firstSeen",
		"suppression",
		"by",
		"reason",
		"owner",
		"expires"
	],
	[
		"slo",
		"startedAt",
		"answerDue",
		"fixDue",
		"state",
		"mediaType",
		"sha256",
		"size"
	],
	[
		"coverage",
		"inspected",
		"skipped",
		"item",
		"summary",
		"counts",
		"suppressed",
		"tags"
	],
	["error", "notices"]
].flat().map((key, index) => [key, index]));
const HIDDEN = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
function renderJson(report) {
	return `${JSON.stringify(report, (key, value) => ordered(key, value), 2).replace(HIDDEN, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}
function ordered(key, value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	if (key === "inspected") return value;
	const rank = (key) => KEYS.get(key) ?? KEYS.size;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => rank(a) - rank(b)));
}

// packages/core/src/reporting/junit.ts
const TEXT_LIMIT = 2e3;
function renderJunit(report) {
	const suites = report.checks.map((check) => ({
		check,
		findings: report.findings.filter((finding) => finding.check === check.check)
	}));
	const totals = suites.map(({ check, findings }) => countsOf(check, findings));
	const sum = (key) => totals.reduce((total, counts) => total + counts[key], 0);
	return `${[
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
		`<testsuites name="${attribute(`assay ${report.command}`)}" tests="${sum("tests")}" failures="${sum("failures")}" errors="${sum("errors")}" skipped="${sum("skipped")}">`,
		...suites.flatMap(({ check, findings }) => suite(report, check, findings)),
		"</testsuites>"
	].join("\n")}\n`;
}
function countsOf(check, findings) {
	const own = check.error !== void 0 || findings.length === 0 ? 1 : 0;
	return {
		tests: findings.length + own,
		failures: findings.filter(({ decision }) => decision === "block").length,
		errors: check.error === void 0 ? 0 : 1,
		skipped: findings.filter(({ status }) => status === "suppressed").length
	};
}
function suite(report, check, findings) {
	const counts = countsOf(check, findings);
	return [
		`  <testsuite name="${attribute(check.title)}" tests="${counts.tests}" failures="${counts.failures}" errors="${counts.errors}" skipped="${counts.skipped}" timestamp="${attribute(report.generatedAt)}">`,
		...ownCase(check, findings.length === 0),
		...findings.flatMap(findingCase),
		"  </testsuite>"
	];
}
function ownCase(check, isClean) {
	const className = attribute(`assay.${check.check}`);
	if (check.error !== void 0) {
		const { message, hint, problems = [] } = check.error;
		const body = [
			message,
			...problems,
			hint
		].filter((text) => text !== void 0).join("\n");
		return [
			`    <testcase classname="${className}" name="The check does its work">`,
			`      <error message="${attribute(message)}" type="${check.error.kind}">${lines(body)}</error>`,
			"    </testcase>"
		];
	}
	if (!isClean) return [];
	return [`    <testcase classname="${className}" name="${attribute(`No findings (${inspectedOf(check)} looked at)`)}"/>`];
}
function findingCase(finding) {
	const where = whereOf(finding);
	const name = attribute(where === void 0 ? finding.message : `${where}: ${finding.message}`);
	const file = finding.location === void 0 ? "" : ` file="${attribute(finding.location.path)}"`;
	const body = lines([
		finding.message,
		where === void 0 ? void 0 : `Where: ${where}`,
		finding.remediation === void 0 ? void 0 : `To do: ${finding.remediation}`,
		`Decision: ${finding.decisionReason}`,
		`Fingerprint: ${finding.fingerprint}`
	].filter((text) => text !== void 0).join("\n"));
	const inner = finding.decision === "block" ? `<failure message="${attribute(finding.message)}" type="${finding.severity}">${body}</failure>` : finding.status === "suppressed" ? `<skipped message="${attribute(finding.decisionReason)}"/>` : `<system-out>${body}</system-out>`;
	return [
		`    <testcase classname="${attribute(finding.ruleId)}" name="${name}"${file}>`,
		`      ${inner}`,
		"    </testcase>"
	];
}
function attribute(text) {
	return escapeXml(clip(text, TEXT_LIMIT));
}
function lines(text) {
	return text.split("\n").map(attribute).join("\n");
}

// packages/core/src/reporting/sarif-location.ts
const FALLBACK_PATH = ".github/assay.yml";
function sarifLocation(location) {
	return { physicalLocation: {
		artifactLocation: {
			uri: sarifUri(location?.path ?? ""),
			uriBaseId: "%SRCROOT%"
		},
		region: sarifRegion(location)
	} };
}
function sarifUri(path) {
	const segments = path.toWellFormed().split("/").filter((segment) => segment !== "" && segment !== "." && segment !== "..");
	return segments.length === 0 ? FALLBACK_PATH : segments.map(encodeURIComponent).join("/");
}
function sarifRegion(location) {
	const startLine = atLeast(1, location?.startLine);
	const startColumn = atLeast(1, location?.startColumn);
	const endLine = atLeast(startLine, location?.endLine);
	return {
		startLine,
		startColumn,
		endLine,
		endColumn: atLeast(endLine === startLine ? startColumn + 1 : 1, location?.endColumn)
	};
}
function atLeast(minimum, value) {
	return value !== void 0 && Number.isSafeInteger(value) ? Math.max(minimum, value) : minimum;
}

// packages/core/src/reporting/sarif-rule.ts
const NAME_LIMIT = 255;
const DESCRIPTION_LIMIT = 1024;
const MAX_TAGS = 10;
const SCORES = {
	critical: "9.5",
	high: "8.0",
	medium: "5.5",
	low: "2.5",
	info: void 0
};
const SARIF_LEVELS = {
	critical: "error",
	high: "error",
	medium: "warning",
	low: "note",
	info: "note"
};
const PROBLEM_SEVERITIES = {
	error: "error",
	warning: "warning",
	note: "recommendation"
};
function sarifRule(rule, findings) {
	const severity = findings.map((finding) => finding.severity).sort(compareSeverity)[0] ?? rule.severity;
	const level = SARIF_LEVELS[severity];
	const score = SCORES[severity];
	const help = orElse(rule.help, "See the message of the result.");
	return {
		id: rule.id,
		name: clip(pascalCase(rule.id), NAME_LIMIT),
		shortDescription: { text: clip(visible(orElse(rule.title, rule.id)), DESCRIPTION_LIMIT) },
		fullDescription: { text: clip(visible(orElse(rule.description, orElse(rule.title, rule.id))), DESCRIPTION_LIMIT) },
		help: {
			text: help,
			markdown: help
		},
		defaultConfiguration: { level },
		properties: {
			precision: "high",
			"problem.severity": PROBLEM_SEVERITIES[level],
			...score !== void 0 && { "security-severity": score },
			tags: tagsOf(rule, score !== void 0)
		}
	};
}
function tagsOf(rule, isSecurity) {
	return [.../* @__PURE__ */ new Set([
		...isSecurity ? ["security"] : [],
		"supply-chain",
		...rule.tags ?? []
	])].filter((tag) => tag.trim() !== "").slice(0, MAX_TAGS);
}
function pascalCase(id) {
	return id.split(/[^A-Za-z0-9]+/).filter((word) => word !== "").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("") || "Rule";
}
function orElse(text, fallback) {
	return text.trim() === "" ? fallback : text;
}

// packages/core/src/reporting/sarif.ts
const SARIF_RESULT_LIMIT = 5e3;
const SARIF_GZIP_LIMIT = 1e7;
const MAX_RELATED = 50;
const MAX_MESSAGE = 1e3;
function renderSarif(report, limit = SARIF_RESULT_LIMIT) {
	const ranked = [...report.findings.filter(({ status }) => status === "open"), ...report.findings.filter(({ status }) => status === "suppressed")];
	for (let count = Math.min(ranked.length, limit);; count = Math.floor(count / 2)) {
		const text = `${JSON.stringify(sarifLog(report, ranked.slice(0, count)), null, 2)}\n`;
		if (text.length * 3 < 1e7 || count === 0) return text;
		if (gzipSync(text).byteLength <= 1e7) return text;
	}
}
function sarifLog(report, findings) {
	const byRule = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const group = byRule.get(finding.ruleId);
		if (group === void 0) byRule.set(finding.ruleId, [finding]);
		else group.push(finding);
	}
	const ids = [...byRule.keys()].sort(compareText);
	const indexes = new Map(ids.map((id, index) => [id, index]));
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "Assay",
				version: orElse(report.tool.version, "0"),
				semanticVersion: orElse(report.tool.version, "0.0.0"),
				rules: ids.map((id) => sarifRule(ruleOf(report, id), byRule.get(id) ?? []))
			} },
			automationDetails: { id: `assay/${encodeURIComponent(report.command.toWellFormed())}/` },
			columnKind: "utf16CodeUnits",
			originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
			results: findings.map((finding) => sarifResult(finding, indexes.get(finding.ruleId) ?? 0)),
			properties: {
				outcome: report.outcome,
				headline: visible(report.headline),
				omittedResults: report.findings.length - findings.length
			}
		}]
	};
}
function ruleOf(report, id) {
	return (Object.hasOwn(report.rules, id) ? report.rules[id] : void 0) ?? {
		id,
		title: id,
		description: id,
		help: "",
		severity: "medium"
	};
}
function sarifResult(finding, ruleIndex) {
	const related = (finding.relatedLocations ?? []).slice(0, MAX_RELATED);
	const purl = finding.subject?.purl;
	return {
		ruleId: finding.ruleId,
		ruleIndex,
		level: SARIF_LEVELS[finding.severity],
		message: { text: messageOf(finding) },
		locations: [sarifLocation(finding.location)],
		...related.length > 0 && { relatedLocations: related.map((place, index) => ({
			id: index + 1,
			...sarifLocation(place)
		})) },
		partialFingerprints: { "assay/v1": finding.fingerprint },
		...finding.suppression !== void 0 && { suppressions: [sarifSuppression(finding)] },
		properties: {
			check: finding.check,
			severity: finding.severity,
			decision: finding.decision,
			decisionReason: visible(finding.decisionReason),
			...purl !== void 0 && purl !== "" && { purl: visible(purl) }
		}
	};
}
function messageOf(finding) {
	const { location, relatedLocations = [], remediation } = finding;
	const parts = [visible(orElse(finding.message, finding.ruleId))];
	if (location === void 0) {
		const about = packageOf(finding);
		if (about !== void 0 && !finding.message.includes(about)) parts.push(`About: ${visible(about)}`);
	} else if (location.commit !== void 0) parts.push(`Found at ${visible(placeOf(location))}`);
	if (relatedLocations.length > 0) {
		const shown = relatedLocations.slice(0, 3).map((place) => visible(clip(placeOf(place), 200)));
		const more = relatedLocations.length - shown.length;
		parts.push(`Also at ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`);
	}
	if (remediation !== void 0 && remediation !== "") parts.push(visible(remediation));
	return clip(parts.map(sentence).join(" "), MAX_MESSAGE);
}
function sentence(text) {
	return /[.!?…]$/.test(text) ? text : `${text}.`;
}
function sarifSuppression({ suppression, decisionReason }) {
	const reason = suppression === void 0 ? "" : suppression.reason;
	return {
		kind: suppression?.by === "inline" ? "inSource" : "external",
		status: "accepted",
		justification: clip(visible(sentence(`${decisionReason} ${reason}`.trim())), MAX_MESSAGE)
	};
}

// packages/core/src/reporting/summary.ts
const SUMMARY_LIMIT = 1048576;
function renderSummary(report, limit = SUMMARY_LIMIT) {
	return renderMarkdown(report, {
		limit,
		measure: inBytes,
		rows: 50
	});
}

// packages/core/src/reporting/text.ts
const MAX_FINDINGS = 200;
const MAX_SKIPPED = 20;
const MAX_TEXT = 1e3;
const SEVERITY_STYLES = {
	critical: "magenta",
	high: "red",
	medium: "yellow",
	low: "blue",
	info: "dim"
};
const OUTCOME_STYLES = {
	pass: "green",
	fail: "red",
	error: "yellow"
};
const OUTCOME_MARKS = {
	pass: "✓",
	fail: "✗",
	error: "!"
};
function renderText(report, options = {}) {
	const paint = options.colour === true ? colourPaint : plainPaint;
	const width = Math.max(40, options.width ?? 100);
	const lines = report.checks.flatMap((check) => [...checkLines(report, check, paint, width), ""]);
	if (report.notices.length > 0) {
		lines.push(paint("bold", "Notices"));
		lines.push(...report.notices.flatMap((notice) => bullet(notice, width)), "");
	}
	const [first = "", ...others] = wrap(visible(report.headline), width, 0);
	const style = OUTCOME_STYLES[report.outcome];
	lines.push(...[first, ...others].map((line) => paint("bold", paint(style, line))));
	const step = nextStep(report);
	if (step !== void 0) lines.push(...wrap(`Next: ${clip(visible(step), MAX_TEXT)}`, width, 0));
	return `${lines.join("\n")}\n`;
}
function checkLines(report, check, paint, width) {
	const style = OUTCOME_STYLES[check.outcome];
	const mark = paint(style, OUTCOME_MARKS[check.outcome]);
	const suppressed = check.suppressed === 0 ? "" : `; ${check.suppressed} suppressed`;
	const lines = [`${mark} ${paint("bold", visible(check.title))}: ${countsOf$1(check)}${suppressed}`, ...wrap(`Looked at ${inspectedOf(check)}: ${visible(check.coverage.summary)}.`, width, 2).map((line) => paint("dim", line))];
	if (check.error !== void 0) {
		const { message, problems = [], hint } = check.error;
		lines.push(...wrap(`Error: ${visible(message)}`, width, 2).map((line) => paint("red", line)));
		lines.push(...problems.flatMap((problem) => bullet(problem, width)));
		if (hint !== void 0) lines.push(...wrap(visible(hint), width, 2));
	}
	const own = report.findings.filter((finding) => finding.check === check.check);
	const open = own.filter(({ status }) => status === "open");
	for (const finding of open.slice(0, MAX_FINDINGS)) lines.push("", ...findingLines(finding, paint, width));
	if (open.length > MAX_FINDINGS) lines.push("", `  …and ${plural(open.length - MAX_FINDINGS, "finding")} more in the reports`);
	const accepted = own.filter(({ status }) => status === "suppressed");
	for (const finding of accepted.slice(0, MAX_FINDINGS)) {
		const text = `${finding.message}: ${finding.decisionReason}`;
		lines.push(...wrap(`suppressed  ${clip(visible(text), MAX_TEXT)}`, width, 2).map((line) => paint("dim", line)));
	}
	if (accepted.length > MAX_FINDINGS) lines.push(`  …and ${plural(accepted.length - MAX_FINDINGS, "suppressed finding")} more`);
	return [
		...lines,
		...skippedLines(check, width),
		...noticeLines(check, width)
	];
}
function findingLines(finding, paint, width) {
	const severity = paint("bold", paint(SEVERITY_STYLES[finding.severity], finding.severity));
	const place = finding.location === void 0 ? packageOf(finding) : placeOf(finding.location);
	const head = place === void 0 ? "" : `  ${paint("cyan", visible(place))}`;
	const lines = [`  ${severity}  ${visible(finding.ruleId)}${head}`];
	lines.push(...wrap(clip(visible(finding.message), MAX_TEXT), width, 4));
	const related = finding.relatedLocations ?? [];
	for (const other of related.slice(0, 3)) lines.push(`    also at ${visible(placeOf(other))}`);
	if (related.length > 3) lines.push(`    and at ${plural(related.length - 3, "more place")}`);
	for (const { label, value } of (finding.evidence ?? []).slice(0, 8)) {
		const fact = `${visible(label)}: ${clip(visible(value), MAX_TEXT)}`;
		lines.push(...wrap(fact, width, 4).map((line) => paint("dim", line)));
	}
	if (finding.remediation !== void 0) lines.push(...wrap(`To do: ${clip(visible(finding.remediation), MAX_TEXT)}`, width, 4));
	const lead = finding.decision === "block" ? "Blocks" : "Does not block";
	lines.push(...wrap(`${lead}: ${visible(finding.decisionReason)}`, width, 4).map((line) => paint("dim", line)));
	if (finding.decision === "report") return lines;
	return [...lines, paint("dim", `    Fingerprint: ${visible(finding.fingerprint)}`)];
}
function skippedLines({ coverage }, width) {
	const { skipped } = coverage;
	if (skipped.length === 0) return [];
	const more = skipped.length - MAX_SKIPPED;
	return [
		`  Not looked at: ${plural(skipped.length, "item")}`,
		...skipped.slice(0, MAX_SKIPPED).flatMap(({ item, reason }) => bullet(`${item}: ${reason}`, width)),
		...more > 0 ? [`  - …and ${plural(more, "item")} more in the reports`] : []
	];
}
function noticeLines({ notices }, width) {
	return notices.flatMap((notice) => bullet(notice, width));
}
function bullet(text, width) {
	const [first = "", ...others] = wrap(clip(visible(text), MAX_TEXT), width, 4);
	return [`  - ${first.trimStart()}`, ...others];
}

// packages/core/src/reporting/render.ts
const RENDERERS = {
	text: (report) => renderText(report),
	json: renderJson,
	sarif: (report) => renderSarif(report),
	summary: (report) => renderSummary(report),
	comment: (report) => renderComment(report),
	html: renderHtml,
	junit: renderJunit
};
function render(format, report) {
	return RENDERERS[format](report);
}

export { packageOf as a, clip as c, wrap as d, openFindings as i, compareFindings as l, renderText as n, placeOf as o, commentMarker as r, visible as s, render as t, compareText as u };