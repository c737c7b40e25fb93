import{$ as e,B as t,Dn as n,Dt as r,G as i,H as a,J as o,K as s,Q as c,Tt as l,U as u,V as d,W as f,Z as p,bt as m,et as ee,ht as h,it as te,mt as g,nt as _,ot as v,q as y,rt as b,st as x,tt as S}from"./part-base.js";
import{a as C,c as w,i as ne,n as re,o as ie,r as T,t as ae}from"./reporting-links.js";
const {createHash:oe}=process.getBuiltinModule("node:crypto");
const E=4e3;
function D(e){return m(l(e,E))}
const O=new Set;
function k(e,t=O){return ne(l(e,E),t).map(e=>{let t=D(e.text);return e.isLink?A(t,e.text):t}).join(``).replace(/`([^`]+)`/g,`<code>$1</code>`)}
function A(e,t){return`<a href="${m(t)}" rel="noopener noreferrer">${e}</a>`}
function j(e,t){let n=`<code>${D(_(t))}</code>`,r=ae(e,t);return r===void 0?n:A(n,r)}
function M({startLine:e,excerpt:t}){if(t===void 0)return``;let{text:n,markStart:r,markEnd:i}=t,a=n.slice(r,i),o=a===``?``:`<mark>${D(a)}</mark>`;return`<pre class="source"><code><span class="line">${D(String(e??``))}</span>${D(n.slice(0,r))}${o}${D(n.slice(i))}</code></pre>`}
function N(e){return e.split(/^```[a-z]*$/m).map((e,t)=>t%2==1?P(e):F(e)).join(``)}
function P(e){return`<pre><code>${e.replace(/^\n|\n$/g,``).split(`
`).map(D).join(`
`)}</code></pre>`}
function F(e){return e.split(/\n{2,}/).map(e=>e.trim()).filter(e=>e!==``).map(e=>{let t=e.split(`
`),n=t.filter(e=>/^(?:[-*]|\d+\.) /.test(e));if(n.length<t.length)return`<p>${I(e)}</p>`;let r=n.map(e=>`<li>${I(e.replace(/^\S+ /,``))}</li>`).join(``);return/^\d/.test(e)?`<ol>${r}</ol>`:`<ul>${r}</ul>`}).join(``)}
function I(e){return k(e.replace(/\[([^\]]{1,200})\]\(([^)\s]{1,500})\)/g,`$1 ($2)`)).replace(/\*\*([^*]+)\*\*/g,`<strong>$1</strong>`)}
const L=2e3;
function R(e){return U(`suppressed`,`Suppressed`,[`Finding`,`Where`,`Reason`,`Owner`,`Until`],e.map(e=>[`${e.severity}: ${k(e.message)}`,G(te(e)),k(e.suppression?.reason??e.decisionReason),D(e.suppression?.owner??K(e)),D(e.suppression?.expires??e.slo?.fixDue?.slice(0,10)??`–`)]))}
function z({checks:e}){return e.flatMap(({check:e,title:t,tables:n})=>n.map(({title:n,columns:r,rows:i},a)=>U(`table-${D(e)}-${a}`,`${D(t)}: ${D(n)}`,r.map(D),i.map(e=>r.map((t,n)=>k(e[n]??``)))))).join(``)}
function B({settings:e}){let t={"work-tree":`the checked files`,base:`the base branch`,input:`an input`};return[U(`loosened`,`Settings that the change loosens`,[`Setting`,`On the base branch`,`In the change`],e.loosened.map(({key:e,before:t,after:n})=>[`<code>${D(e)}</code>`,k(t),k(n)])),U(`settings`,`Settings`,[`What`,`File`,`From`,`Commit`],e.sources.map(({what:e,path:n,from:r,commit:i,judgement:a})=>[D(e),`<code>${D(n)}</code>`,`${t[r]}${a===`own`?`, judged a second time`:``}`,i===void 0?`–`:`<code>${D(i.slice(0,12))}</code>`]))].join(``)}
function V(e){return U(`skipped`,`Not looked at`,[`Check`,`Item`,`Reason`],[...e.checks,...e.acts].flatMap(({title:e,coverage:t})=>t.skipped.map(({item:t,reason:n})=>[D(e),`<code>${D(t)}</code>`,k(n)])))}
function H({artifacts:e}){return U(`artifacts`,`Documents`,[`Name`,`Media type`,`Bytes`,`SHA-256`],e.map(({name:e,mediaType:t,size:n,sha256:r})=>[`<code>${D(e)}</code>`,D(t),g(n),`<code>${D(r)}</code>`]))}
function U(e,t,n,r){if(r.length===0)return``;let i=n.map(e=>`<th scope="col">${e}</th>`).join(``),a=r.slice(0,L).map(e=>`<tr>${e.map(e=>`<td${W(e)}>${e}</td>`).join(``)}</tr>\n`).join(``),o=r.length-L,s=o>0?`<tr><td colspan="${n.length}">…and ${h(o,`row`)} more in the JSON report.</td></tr>`:``;return`<section aria-labelledby="${e}"><h2 id="${e}">${t} <small>${g(r.length)}</small></h2><div class="scroll" role="region" aria-labelledby="${e}" tabindex="0"><table><thead><tr>${i}</tr></thead><tbody>${a}${s}</tbody></table></div></section>`}
function W(e){return e.length<=12&&!e.includes(`<`)?` class="short"`:``}
function G(e){return e===void 0?`–`:`<code>${D(e)}</code>`}
function K({suppression:e}){return e?.by===`baseline`?`baseline`:e?.by===`inline`?`mark in the file`:`–`}
function q(e){return e.map((e,t)=>ce(e,`act-${t}`)).join(``)}
function se({title:e,outcome:t,coverage:n,records:r,failures:i,notices:a}){let o=i.length===0?``:` · ${g(i.length)} failed`;return`<article class="card"><header><h3>${D(e)}</h3><span class="pill ${t}">${s[t]}</span></header>
<p class="covers">${k(n.summary)}</p>
<p class="result">${h(r.length,`record`)}${o}</p>
${a.length===0?``:`<ul>${a.map(e=>`<li>${k(e)}</li>`).join(``)}</ul>`}</article>
`}
function ce(e,t){let{title:n,records:r,failures:i,verifyWith:a=[]}=e,o=a.map(({tool:e,command:t})=>`<p>To verify with ${e}:</p><pre class="verbatim"><code>${f(t).map(D).join(`
`)}</code></pre>`);return[U(`${t}-failures`,`${D(n)}: failed`,[`Item`,`What`,`Kind`],i.map(ue)),U(`${t}-records`,`${D(n)}: records`,[`What`,`Subject`,`By`,`When`,`Proof or place`],r.map(le)),o.length===0?``:`<div class="commands">${o.join(``)}</div>`].join(``)}
function le(e){let{act:n,subject:r,destination:i,product:o=i,notes:s=[]}=e,c=[u(e),d(e)].filter(e=>e!==void 0);return[n,[`<code>${D(r.name)}</code>`,`<code class="print">${D(t(e))}</code>`,...s.map(e=>k(e))].join(`<br>`),D(a(e)),c.map(D).join(`<br>`),o===void 0?`–`:`<code>${D(o)}</code>`]}
function ue({item:e,message:t,hint:n,ruleId:r,kind:i,evidence:a=[]}){let o=a.map(({label:e,value:t})=>`${D(e)}: <code>${D(t)}</code>`);return[`<code>${D(e)}</code>`,[k(t),...o,...n===void 0?[]:[k(n)],D(r)].join(`<br>`),i]}
function de({checks:e,acts:t}){let n=[...e.map(fe),...t.map(se)].join(``);return`<section aria-labelledby="checks"><h2 id="checks">${e.length===0?`Results`:`Checks`}</h2><div class="checks">${n}</div></section>`}
function fe(e){let{outcome:t,coverage:n,notices:r}=e,i=Object.entries(n.inspected).map(([e,t])=>{let[n,r]=o(e,t);return`<div><dt>${D(r)}</dt><dd>${n}</dd></div>`});return`<article class="card"><header><h3>${D(e.title)}</h3><span class="pill ${t}">${s[t]}</span></header>
<p class="covers">${k(n.summary)}</p>
${i.length===0?``:`<dl class="units">${i.join(``)}</dl>`}
${e.error===void 0?``:me(e.error)}
<p class="result">${pe(e)}</p>
${r.length===0?``:`<ul>${r.map(e=>`<li>${k(e)}</li>`).join(``)}</ul>`}</article>
`}
function pe({counts:e,suppressed:t,coverage:r,error:i}){return[n.filter(t=>e[t]>0).map(t=>`<strong class="${t}">${g(e[t])} ${t}</strong>`).join(`, `)||(i===void 0?`No open findings`:`No result`),...t>0?[`${g(t)} suppressed`]:[],...r.skipped.length>0?[`${h(r.skipped.length,`item`)} not looked at`]:[]].join(` · `)}
function me(e){let{message:t,hint:n,problems:r=[]}=e,i=r.map(t=>`<li>${k(t)}${J(e,t)}</li>`);return`<div class="trouble"><strong>${k(t)}</strong>${J(e,t)}${i.length===0?``:`<ul>${i.join(``)}</ul>`}${n===void 0?``:`<div>${k(n)}</div>`}</div>`}
function J({places:e=[]},t){let n=e.find(e=>e.problem===t);return n===void 0?``:M(n.location)}
const Y=2e3;
function he(e,t){let[n,...i]=t,{severity:a,check:o,location:s}=n,c=y(n),l=s===void 0?c===void 0?``:`<code>${D(c)}</code>`:j(e.subject,s),u=n.remediation===void 0?``:`<p class="todo"><b>To do</b> ${k(n.remediation,T(e))}</p>`,d=r(n,e.failOn)?``:`${k(n.decisionReason)}<br>`;return`<article class="finding ${a}" data-severity="${a}" data-check="${D(o)}" data-count="${t.length}">
<div class="kind"><span class="badge">${a}</span><span>${D(n.ruleId)}</span>${ge(t)}${l===``?``:`<span class="place">${l}</span>`}</div>
<h3>${k(n.message)}</h3>${s===void 0?``:M(s)}${_e(e,n)}${u}${ve(t)}${ye(e,i)}${be(e,n)}<p class="why">${d}Fingerprint <code class="print">${D(n.fingerprint)}</code></p></article>
`}
function ge(e){let[{decision:t,change:n,slo:r,subject:i}]=e;return[...t===`block`?[`<span class="tag">fails the run</span>`]:[],...e.length>1?[`<span class="tag">${g(e.length)} of this kind</span>`]:[],...i?.scope===void 0?[]:[`<span class="tag">${i.scope}</span>`],...n===`new`?[`<span class="tag">new</span>`]:[],...r===void 0||r.state===`ok`?[]:[`<span class="tag late">${r.state===`breached`?`overdue`:`due soon`}</span>`]].join(``)}
function _e(e,t){let{location:n,relatedLocations:r=[],subject:i,slo:a,evidence:o=[],links:s}=t,c=S(t),l=r.slice(0,10).map(t=>j(e.subject,t)),u=r.length-l.length,d=e=>`<code>${D(e)}</code>`,f=[...n===void 0||c===void 0||t.message.includes(c)?[]:[[`About`,d(c)]],...(i?.paths??[]).slice(0,3).filter(e=>e.length>2).map(e=>[`Introduced by`,d(e.join(` › `))]),...o.filter(({verbatim:e})=>e!==!0).map(({label:e,value:t})=>[e,d(t)]),...l.length===0?[]:[[`Also at`,`${l.join(`, `)}${u>0?` and ${u} more`:``}`]],...a?.fixDue===void 0?[]:[[`Fix due`,d(a.fixDue.slice(0,10))]],...C(s).map(({label:e,url:t})=>[`See`,A(D(e),t)])].map(([e,t])=>`<dt>${D(e)}</dt><dd>${t}</dd>`);return f.length===0?``:`<dl class="facts">${f.join(``)}</dl>`}
function ve(e){return i(e,Y).map(({label:t,value:n,part:r})=>{let i=r===``&&e.length>1?`, for all of them`:r,a=f(n,Y).map(D).join(`
`);return`<details class="verbatim"><summary>${D(t)}${i}</summary><pre><code>${a}</code></pre></details>`}).join(``)}
function ye(e,t){if(t.length===0)return``;let n=t.map(t=>{let{location:n,fingerprint:r}=t,i=y(t),a=p(t);return`<tr>${[i===void 0?``:`<code>${D(i)}</code>`,n===void 0?``:j(e.subject,n),a===void 0?``:`<code>${D(a)}</code>`,`<code class="print">${D(r.slice(0,12))}</code>`].map(e=>`<td>${e}</td>`).join(``)}</tr>\n`}),r=[`About`,`Where`,`Introduced by`,`Fingerprint`].map(e=>`<th scope="col">${e}</th>`).join(``);return`<details class="alike"><summary>${g(t.length)} more of this kind</summary><div class="scroll"><table><thead><tr>${r}</tr></thead><tbody>${n.join(``)}</tbody></table></div></details>`}
function be({rules:e},{ruleId:t}){let n=Object.hasOwn(e,t)?e[t]:void 0;if(n===void 0)return``;let r=n.helpUri===void 0?``:`<p>${A(`This rule in the reference`,n.helpUri)}</p>`;return`<details><summary>About this rule: ${D(n.title)}</summary><p>${k(n.description)}</p>${N(n.help)}${r}</details>`}
function xe(e,t){let n=v(t),r=`<h2 id="findings">Findings <small>${t.length===0?`none open`:`${g(t.length)} open, ${h(n.length,`kind`)}`}</small></h2>`;if(t.length===0)return`<section aria-labelledby="findings">${r}<p class="clean">No open findings in what was looked at.</p></section>`;let i=Se(n),a=t.length-x(i),o=a>0?`<p class="clean">…and ${h(a,`finding`)} more in the JSON report.</p>`:``,s=i.map(t=>he(e,t)).join(``);return`<section aria-labelledby="findings">${r}${i.length>1?Ce(e,t):``}${s}${o}</section>`}
function Se(e){let t=2e3;return e.flatMap(([e,...n])=>{if(t<=0)return[];let r=[e,...n.slice(0,t-1)];return t-=r.length,[r]})}
function Ce(e,t){let r=n.filter(e=>t.some(t=>t.severity===e)).map(e=>`<label class="chip ${e}"><input type="checkbox" value="${e}" checked>${e}</label>`),i=e.checks.filter(({check:e})=>t.some(t=>t.check===e)).map(({check:e,title:t})=>`<option value="${D(e)}">${D(t)}</option>`);return`<fieldset id="filter" hidden><legend class="sr">Filter findings</legend>${r.join(``)}
<label><span class="sr">Check</span><select><option value="">All checks</option>${i.join(``)}</select></label>
<label><span class="sr">Text</span><input type="search" placeholder="Search"></label>
<output id="filter-status" aria-live="polite"></output></fieldset>
`}
const X=`
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
    let all = 0;
    for (const finding of findings) {
      const text = finding.textContent.toLowerCase();
      const fits = severities.has(finding.dataset.severity)
        && (check === "" || finding.dataset.check === check)
        && words.every((word) => text.includes(word));
      finding.hidden = !fits;
      const count = Number(finding.dataset.count);
      all += count;
      if (fits) shown += count;
      const others = finding.querySelector("details.alike");
      if (others && fits && words.length > 0) others.open = words.some((word) => others.textContent.toLowerCase().includes(word));
    }
    status.textContent = shown + " of " + all + " shown";
  };
  bar.hidden = false;
  bar.addEventListener("input", apply);
  apply();
})();
`,Z=`
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
`,we={pass:`M5 12.5l4.5 4.5L19 7.5`,fail:`M7 7l10 10M17 7L7 17`,error:`M12 6v7.5M12 17.5v.5`};
function Q(e){let t=w(e),n=ee(t),r=b(t),i=D(`Assay ${t.command}: ${t.headline}`);return`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${Ee()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${i}</title>
<style>${Z}</style>
</head>
<body>
<a class="skip" href="#checks">To the results</a>
<div class="wrap">
${De(t)}
<main>
${Ae(t)}
${c(t)?``:je(t,r.length)}
${de(t)}
${q(t.acts)}
${c(t)?``:xe(t,n)}
${z(t)}
${R(r)}
${V(t)}
${H(t)}
${B(t)}
${Me(t)}
</main>
<footer>Assay ${D(t.tool.version)}${Te(t)} · made ${D(t.generatedAt)}</footer>
</div>
<script>${X}<\/script>
</body>
</html>
`}
function Te(e){if(c(e))return``;let{failOn:t}=e;return` · findings fail the run from ${t===`never`?`no severity`:`severity ${t}`} on`}
function Ee(){return[`default-src 'none'`,`style-src '${$(Z)}'`,`script-src '${$(X)}'`,`base-uri 'none'`,`form-action 'none'`].join(`; `)}
function $(e){return`sha256-${oe(`sha256`).update(e).digest(`base64`)}`}
function De({command:e,subject:t,generatedAt:n}){let r=[t.repository===void 0?void 0:`<strong>${D(t.repository)}</strong>`,t.workingDirectory===`.`?void 0:`<code>${D(t.workingDirectory)}</code>`,t.commit===void 0?void 0:Oe(t),t.event===void 0?void 0:D(t.event),t.ref===void 0?void 0:D(t.ref.replace(/^refs\/(?:heads|tags)\//,``)),t.runUrl===void 0?void 0:ke(`run`,t.runUrl),`<time datetime="${D(n)}">${D(`${n.slice(0,16).replace(`T`,` `)} UTC`)}</time>`].filter(e=>e!==void 0);return`<header class="top"><svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><path d="M16 2.5l11.5 4v9c0 6.5-4.6 11.6-11.5 14-6.9-2.4-11.5-7.5-11.5-14v-9z"/><path d="M10.5 21.5L16 9.5l5.500 12M12.5 17.5h7"/></svg><div class="brand">Assay <span>${D(e)}</span></div><div class="meta">${r.join(` · `)}</div></header>`}
function Oe(e){let t=`<code>${D((e.commit??``).slice(0,12))}</code>`,n=re(e);return n===void 0?t:A(t,n)}
function ke(e,t){let n=ie(t);return n===void 0?e:A(e,n)}
function Ae(t){let n=e(t);return`<section class="verdict ${t.outcome}" aria-label="Verdict"><span class="icon"><svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="${we[t.outcome]}"/></svg></span><div><h1>${k(t.headline)}</h1>${n===void 0?``:`<p>Next: ${k(n,T(t))}</p>`}</div></section>`}
function je({checks:e},t){return`<ul class="tiles" aria-label="Open findings by severity">${n.map(t=>{let n=e.reduce((e,{counts:n})=>e+n[t],0);return`<li class="${t}${n===0?` none`:``}"><b>${g(n)}</b><span>${t}</span></li>`}).join(``)}<li class="${t===0?`none`:``}"><b>${g(t)}</b><span>suppressed</span></li></ul>`}
function Me({notices:e}){return e.length===0?``:`<section aria-labelledby="notices"><h2 id="notices">Notices</h2><ul class="notices">${e.map(e=>`<li>${k(e)}</li>`).join(``)}</ul></section>`}
export{Q as renderHtml};
