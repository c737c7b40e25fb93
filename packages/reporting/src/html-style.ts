/** The look of the HTML report: light and dark by the reader's setting, readable on paper, no font or image from elsewhere. */
export const STYLE = `
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
.why .print { color: var(--muted); font-size: 12px; }
.verbatim code { user-select: all; }
a { color: inherit; text-decoration-color: var(--muted); text-underline-offset: 2px; }
a:hover { text-decoration-color: currentColor; }
.source { margin-top: 10px; white-space: pre-wrap; overflow-wrap: anywhere; }
.source .line { color: var(--muted); margin-right: 1.2em; user-select: none; }
.source mark { background: none; color: inherit; text-decoration: underline wavy var(--tone); text-underline-offset: 3px; font-weight: 640; }
.commands { margin-top: 12px; font-size: 13.5px; }
details.alike > summary { font-weight: 560; }
details.alike table { min-width: 0; font-size: 13px; }
details.alike th, details.alike td { padding: 5px 12px; }
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
th { color: var(--muted); font-weight: 560; font-size: 12.5px; white-space: nowrap; }
td.short, th.short { white-space: nowrap; font-variant-numeric: tabular-nums; }
.clean { background: var(--card); border: 1px dashed var(--line); border-radius: 12px; padding: 22px; text-align: center; color: var(--muted); }
.notices { padding-left: 20px; }
footer { margin-top: 44px; color: var(--muted); font-size: 12.5px; }
@media (max-width: 720px) { .tiles { grid-template-columns: repeat(3, 1fr); } .meta { margin-left: 0; text-align: left; width: 100%; } .finding .place { margin-left: 0; } .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: 4px; } }
@media print { :root { --page: #fff; --shadow: none; } .wrap { max-width: none; padding: 0; } #filter, .skip { display: none; } details::details-content { content-visibility: visible; height: auto; } }
`;
