import{$ as e,Dt as t,Et as n,G as r,H as i,K as a,Q as o,Tt as s,U as c,V as l,W as u,X as d,Y as f,Z as ee,at as p,et as m,ft as h,ht as g,it as _,mt as v,nt as y,ot as te,q as b,rt as ne,st as x,tt as S,vt as C,xt as w}from"./part-base.js";
import{a as re,c as ie,i as ae,n as oe,o as se,r as T,t as E}from"./reporting-links.js";
const ce=e=>Buffer.byteLength(e,`utf8`),le=e=>e.length;
function D(e,t,n,r){let i=e.map(n),a=i.reduce((e,t)=>e+t,0);if(a<=t)return{text:e.join(``),room:t-a};let o=[],s=t-n(r(e.length));for(let[t,n]of e.entries()){let e=i[t]??0;if(e>s)break;o.push(n),s-=e}let c=r(e.length-o.length);if(n(c)>t)return{text:``,room:t};let l=o.join(``)+c;return{text:l,room:t-n(l)}}
const O=new Set;
function k(e,t=O){return j(s(e,600),t)}
function A(e,t=240){return j(s(e,t),O)}
function j(e,t){return e.split(/(`[^`]+`)/).map((e,n)=>n%2==1?w(e):ue(e,t)).join(``)}
function ue(e,t){return ae(e,t).map(e=>e.isLink?`<${e.text}>`:w(e.text)).join(``)}
function M(e,t){return t===void 0?C(e):`[${C(e)}](${t})`}
function N(e,t){return`[${w(s(e,120))}](${t})`}
function P(e,t){return M(n(y(t),120),E(e,t))}
function F(e,t){if(t.location!==void 0)return P(e,t.location);let r=_(t);return r===void 0?``:C(n(r,120))}
function I(e,t){let n=t===void 0?void 0:se(t);return n===void 0?void 0:N(e,n)}
function L(e){let t=e.flatMap(e=>e.match(/`+/g)??[]).map(e=>e.length),n="`".repeat(Math.max(3,...t.map(e=>e+1)));return`${n}\n${e.join(`
`)}\n${n}\n\n`}
const R=`| Severity | Finding | Where | Rule |
|---|---|---|---|
`;
function z(e,[t,...n]){let{scope:r}=t.subject??{},i=r===void 0?``:`<br>${r}`;return`| ${K(t)} | ${A(t.message)}${H(n)} | ${F(e.subject,t)}${i} | ${G(e,t)} |\n`}
function B([e,...t]){let r=C(n(_(e)??``,40)),i=t.length===0?``:` (+${v(t.length)})`;return`| ${K(e)} | ${A(e.message,60)}${i} | ${r} | ${C(e.ruleId)} |\n`}
function V(e){let t=new Map;for(let n of e){let e=t.get(n[0].ruleId);e===void 0?t.set(n[0].ruleId,{first:n[0],count:n.length}):e.count+=n.length}return[...t.values()].map(({first:e,count:t})=>`| ${K(e)} | ${v(t)} in all, such as: ${A(e.message,60)} | | ${C(s(e.ruleId,80))} |\n`)}
function H(e){if(e.length===0)return``;let t=e.slice(0,5).map(e=>C(n(S(e)??_(e)??``,80))).filter((e,t,n)=>e!==C(``)&&n.indexOf(e)===t),r=t.length>0&&e.length>t.length?`, …`:``,i=t.length===0?``:`: ${t.join(`, `)}${r}`;return`<br>and ${v(e.length)} more of this kind${i}`}
function U(e,n){let[i,...a]=n,o=a.length===0?``:` (+${v(a.length)})`,s=W(e,i).map(([e,t])=>`- ${A(e)}: ${t}\n`),c=i.remediation===void 0?``:`**To do:** ${k(i.remediation,T(e))}\n\n`,l=i.location===void 0?[]:h(i.location),d=r(n).map(({label:e,value:t,part:n})=>`${A(e)}${n}:\n\n${L(u(t))}`),f=t(i,e.failOn)?``:`${k(i.decisionReason)}\n\n`;return`<details><summary>${K(i)} ${k(i.message)}${o}</summary>\n\n${l.length===0?``:L(l)}${c}${d.join(``)}${f}${s.join(``)}${de(e,a)}\n</details>\n`}
function de(e,t){if(t.length===0)return``;let n=t.slice(0,50).map(t=>{let n=b(t);return`  - ${n===void 0||t.location===void 0?``:`${C(n)} `}${F(e.subject,t)}\n`}),r=t.length-n.length,i=r>0?`  - …and ${v(r)} more in the JSON report\n`:``;return`- ${v(t.length)} more of this kind:\n${n.join(``)}${i}`}
function W(e,t){let{subject:n}=e,{location:r,relatedLocations:i=[],evidence:a=[],slo:o}=t,c=e=>e===void 0?void 0:C(s(e,600)),l=o?.state===`breached`?` (overdue)`:``,u=i.slice(0,5).map(e=>P(n,e)),d=i.length-u.length,f=d>0?` and ${d} more`:``,p=b(t);return[[`Where`,r&&P(n,r)],[`Also at`,u.length===0?void 0:`${u.join(`, `)}${f}`],[`About`,p!==void 0&&t.message.includes(p)?void 0:c(p)],[`Introduced by`,c(ee(t))],...a.filter(({verbatim:e})=>e!==!0).slice(0,12).map(({label:e,value:t})=>[e,c(t)]),[`Fix due`,o?.fixDue===void 0?void 0:c(`${o.fixDue.slice(0,10)}${l}`)],[`Rule`,G(e,t)],...re(t.links).map(({label:e,url:t})=>[`See`,N(e,t)]),[`Fingerprint`,c(t.fingerprint)]].flatMap(([e,t])=>t===void 0?[]:[[e,t]])}
function fe(e,t){let n=t.suppression===void 0?``:` ${A(t.suppression.reason)}`;return`| ${K(t)} ${A(t.message)} | ${F(e.subject,t)} | ${A(t.decisionReason)}${n} |\n`}
function G(e,{ruleId:t}){let n=Object.hasOwn(e.rules,t)?e.rules[t]?.helpUri:void 0;return M(s(t,120),n)}
function K(e){return e.decision===`block`?`<b>${e.severity}</b>`:e.severity}
const q={pass:`✅`,fail:`❌`,error:`⚠️`};
function pe({outcome:e,command:t,subject:n,headline:r}){let i=n.workingDirectory,a=i===`.`?``:` in ${C(s(i,80))}`;return`## ${q[e]} Assay ${w(s(t,60))}${a}: ${k(r)}\n\n`}
function me(e){let{checks:t,acts:n}=e;return o(e)?`| What | Result | Done | Looked at |\n|---|---|---|---|\n${n.map(e=>`| ${A(e.title)} | ${q[e.outcome]} ${a[e.outcome]} | ${Y(e)} | ${A(d(e))} |\n`).join(``)}\n`:`| Check | Result | Open findings | Suppressed | Looked at |\n|---|---|---|---:|---|\n${[...t.map(e=>J(e,f(e),String(e.suppressed),`${A(d(e))}${ve(e)}`)),...n.map(e=>J(e,Y(e),`–`,A(d(e))))].join(``)}\n`}
function J({title:e,outcome:t},n,r,i){return`| ${A(e)} | ${q[t]} ${a[t]} | ${n} | ${r} | ${i} |\n`}
function Y({records:e,failures:t}){let n=t.length===0?``:`, ${t.length} failed`;return`${g(e.length,`record`)}${n}`}
function he(e){let t=[...e.checks.flatMap(({title:e,error:t})=>{if(t===void 0)return[];let n=(t.problems??[]).slice(0,20).map(e=>`  - ${k(e)}${X(t,e)}\n`);return[`- **${A(e)}** could not do its work: ${k(t.message)}.${X(t,t.message)}${Z(t.hint)}\n${n.join(``)}`]}),...e.acts.flatMap(({title:t,failures:n})=>n.map(({item:n,message:r,hint:i,ruleId:a})=>`- **${A(t)}** of ${C(s(n,120))} failed: ${k(r)} (${M(a,e.rules[a]?.helpUri)})${Z(i)}\n`))];return t.length===0?``:`${t.join(``)}\n`}
function X({places:e=[]},t){let n=e.find(e=>e.problem===t)?.location.excerpt?.text;return n===void 0?``:`<br>${C(n)}`}
function Z(e){return e===void 0?``:` ${k(e)}`}
function ge(t){let n=e(t);return n===void 0?``:`**Next:** ${k(n,T(t))}\n\n`}
function _e(e){let{subject:t,tool:n,failOn:r,settings:i,generatedAt:a}=e,{commit:c,repository:l,runUrl:u}=t,d=i.sources.map(({what:e,path:t,from:n})=>{let r=n===`base`?` (of the base branch)`:``;return`${w(s(e,40))} ${C(s(t,80))}${r}`});return`<sub>${[`Assay ${w(s(n.version,40))}`,...o(e)?[]:[C(`fail-on: ${r}`)],...l===void 0?[]:[C(s(l,120))],...c===void 0?[]:[`commit ${M(c.slice(0,12),oe(t))}`],...[t.ref,t.event].flatMap(e=>e===void 0?[]:[C(s(e,120))]),...d.slice(0,4),...[I(`run`,u)].filter(e=>e!==void 0),w(a)].join(` · `)}</sub>\n`}
function ve({coverage:e}){return e.skipped.length===0?``:`; ${e.skipped.length} skipped`}
function ye(e,t,n){if(e.parts.length===0)return``;let r=n(e.head)+n(e.tail),{text:i}=D(e.parts,Math.floor(t*e.share)-r,n,e.more);return i===``?``:`${e.head}${i}${e.tail}`}
function be(e){let{act:t,subject:r,destination:a,product:o=a,notes:s=[]}=e,u=[c(e),l(e)].filter(e=>e!==void 0).join(`; `),d=o===void 0?``:C(n(o,120)),f=s.length===0?``:`<br>${A(s.join(` `))}`;return`| ${t} | ${C(n(r.name,120))}${f} | ${A(i(e))} | ${A(u)} | ${d} |\n`}
function xe({verifyWith:e=[]}){return e.map(({tool:e,command:t})=>`To verify with ${e}:\n\n${L(u(t))}`)}
function Se({columns:e}){let t=e.slice(0,8);return`| ${t.map(e=>A(e)).join(` | `)} |\n|${`---|`.repeat(t.length)}\n`}
function Ce(e,{columns:t}){return`| ${t.slice(0,8).map((t,n)=>A(e[n]??``,160)).join(` | `)} |\n`}
function we({checks:e,acts:t}){return[...e,...t].flatMap(({title:e,coverage:t})=>t.skipped.map(({item:t,reason:r})=>`| ${A(e)} | ${C(n(t,160))} | ${A(r)} |\n`))}
function Te({settings:e}){return e.loosened.map(({key:e,before:t,after:n})=>`| ${C(s(e,120))} | ${A(t)} | ${A(n)} |\n`)}
function Ee(e){return[...e.notices.map(e=>`- ${k(e)}\n`),...[...e.checks,...e.acts].flatMap(({title:e,notices:t})=>t.map(t=>`- ${A(e)}: ${k(t)}\n`))]}
function De(e){return e.acts.flatMap(e=>[{head:`### ${A(e.title)}: ${g(e.records.length,`record`)}\n\n| What | Subject | By | When | Proof or place |
|---|---|---|---|---|
`,parts:e.records.map(be),tail:`
`,share:.6,more:e=>`\n…and ${g(e,`record`)} more in the JSON report.\n`},{head:``,parts:xe(e),tail:``,share:.5,more:()=>``}])}
function Oe(e){let t=ne(e),n=we(e),r=e=>t=>`\n…and ${g(t,e)} more in the JSON report.\n`;return[{head:`### Settings that the change loosens

| Setting | On the base branch | In the change |
|---|---|---|
`,parts:Te(e),tail:`
`,share:.3,more:r(`setting`)},{head:`### Notices

`,parts:Ee(e),tail:`
`,share:.3,more:e=>`- …and ${g(e,`notice`)} more.\n`},...e.checks.flatMap(({title:e,tables:t})=>t.map(t=>$(Q(`${A(e)}: ${A(t.title)}`,t.rows.length,t.open),Se(t),t.rows.map(e=>Ce(e,t)),r(`row`)))),$(Q(`Not looked at`,n.length),`| Check | Item | Reason |
|---|---|---|
`,n,r(`item`)),$(Q(`Suppressed`,t.length),`| Finding | Where | Why it does not count |
|---|---|---|
`,t.map(t=>fe(e,t)),r(`finding`))]}
function Q(e,t,n=!1){return{head:`<details${n?` open`:``}><summary>${e} (${v(t)})</summary>\n\n`,tail:`
</details>

`,share:.3}}
function $(e,t,n,r){return{...e,head:e.head+t,parts:n,more:r}}
function ke(e,t){let n=ie(e),{limit:r,measure:i}=t,a=_e(n),o=`${t.marker===void 0?``:`${t.marker}\n`}${pe(n)}`,s=r-i(o)-i(a),c=te(m(n)),l=c.filter(p),u=D([me(n),he(n),ge(n)],l.length===0?s:Math.floor(s/2),i,()=>`The JSON report has the rest.

`);s-=i(u.text);let d=Ae(n,l,s,i);s-=i(d);let f=o+u.text+d;for(let e of je(n,c,t.rows)){let t=ye(e,s,i);f+=t,s-=i(t)}return f+a}
function Ae(e,t,n,r){if(t.length===0)return``;let i=`### Findings that fail the run (${v(x(t))})\n\n${R}`,a=r(i)+1,o=[()=>t.map(t=>z(e,t)),()=>t.map(B),()=>V(t)],s=[];for(let e of o)if(s=e(),s.reduce((e,t)=>e+r(t),a)<=n)break;let{text:c}=D(s,n-a,r,e=>`\n…and ${g(e,`rule`)} more in the JSON report.\n`);return c===``?``:`${i}${c}\n`}
function je(e,t,n){let r=t.filter(e=>!p(e)),i=x(r.slice(n));return[...De(e),{head:`### ${r.length<t.length?`Other findings`:`Findings`} (${v(x(r))})\n\n${R}`,parts:r.slice(0,n).map(t=>z(e,t)),tail:`${i>0?`\n…and ${g(i,`finding`)} more in the JSON report.\n`:``}\n`,share:.5,more:e=>`\n…and ${g(e,`row`)} more in the JSON report.\n`},...Oe(e),{head:`<details><summary>Findings in full</summary>

`,parts:t.map(t=>U(e,t)),tail:`
</details>

`,share:1,more:e=>`\n…and ${g(e,`kind`)} of findings more in the JSON report.\n`}]}
export{ce as n,le as r,ke as t};
