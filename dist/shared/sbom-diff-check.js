import"./rolldown-runtime.js";
import{$t as e,Kt as t,St as n,gt as r,yt as i}from"./part-base.js";
import{a,i as o,n as s,r as c,t as l}from"./sbom-changes-table.js";
import{A as u,D as d,E as f,k as p}from"./part-sbom-check.js";
import{n as m}from"./sbom-diff-licenses.js";
import{r as h}from"./part-inventory.js";
import{t as g}from"./sbom-read-document.js";
import{t as _}from"./sbom-read-file.js";
import{stat as v}from"node:fs/promises";
import{resolve as y}from"node:path";
const b={hash:`with another hash`,license:`with another licence`,scope:`with another scope`,changed:`in another version`};
function x(e){let t=c.flatMap(t=>{let n=e.filter(({kinds:e})=>e.includes(t)).length;return n===0?[]:[`${n} ${b[t]??t}`]});return t.length===0?`no package differs`:t.join(`, `)}
function S({before:e,after:t,changes:n}){let r={before:e.name,after:t.name};return`${JSON.stringify({schema:1,...r,changes:n.map(C)},null,2)}\n`}
function C({kinds:e,before:t,after:n}){let r=n??t;return{name:r&&p(r),kinds:e,before:t&&w(t),after:n&&w(n),hashes:e.includes(`hash`)&&t&&n?a(t,n):void 0}}
function w({version:e,purl:t,scope:n,licenses:r}){return{version:e,purl:t,scope:n,licenses:r.map(m)}}
function T({before:e,after:t,changes:n}){let r=`# ${i(e.name)} → ${i(t.name)}`,a=n.length,o=l(n,[e.wayTo,t.wayTo],{maxRows:a});if(o===void 0)return`${r}\n\nNo package differs.\n`;let{columns:s,rows:c}=o.table,u=e=>`| ${e.map(E).join(` | `)} |`;return[r,``,`${x(n)}.`,``,u(s),`|${s.map(()=>`---|`).join(``)}`,...c.map(u),``].join(`
`)}
function E(e){return i(e.replaceAll(/\s+/g,` `).slice(0,500))}
async function D(e,t){let n=t!==void 0&&(await v(y(e.root,t)).catch(()=>void 0))?.isFile();if(t===void 0||!n)return O(e,t);let{path:r,bytes:i}=await _(e,t),{document:a}=await g(t,i);return{name:r,path:r,document:a,wayTo:k(a),notices:[]}}
async function O(t,n){let{inventory:i,repository:a}=await h(t,n===void 0?{}:{ref:n});if(n!==void 0&&a.source===void 0)throw new e(`${JSON.stringify(n)} is neither a file nor a commit of this clone`,{hint:"Give a CycloneDX or SPDX document, or a branch, tag or commit; in a workflow set `fetch-depth: 0` on actions/checkout."});let o=n??`the work tree`,c=i.skipped.filter(({kind:e})=>e!==`excluded`&&e!==`unselected`).length;return{name:o,...n!==void 0&&a.head!==void 0&&{commit:a.head.sha},document:d(i,f(t,a),`all`),wayTo:s(i),notices:c===0?[]:[`${r(c,`file`)} of ${o} could not be read: \`assay sbom\` says which. Packages in them are missing here.`]}}
function k({subject:e,edges:t}){let n=new Set(t.filter(({from:t})=>t===e?.ref).map(({to:e})=>e));return({ref:e})=>n.size===0?void 0:n.has(e)}
async function A(t,{files:n,formats:i}){let[a,s,c]=n;if(a===void 0||c!==void 0)throw new e(`${r(n.length,`document`)} ${n.length===1?`is`:`are`} given; two can be compared`,{hint:`Give the old file or revision and then the new one; without a new one the work tree is it.`});let[u,d]=[await D(t,a),await D(t,s)],f=o(u.document,d.document),p=[u.wayTo,d.wayTo],m=`Packages of ${u.name} and ${d.name}`,h=l(f,p,{title:m}),g=h?.leftOut??0,_=[u,d].map(({document:e})=>e.components.length);return{check:`diff`,findings:f.flatMap(e=>M(e,d)),artifacts:j(i,{before:u,after:d,changes:f}),coverage:{inspected:{documents:2,components:(_[0]??0)+(_[1]??0)},skipped:[],summary:`${u.name} (${r(_[0]??0,`component`)}) and ${d.name} (${r(_[1]??0,`component`)}): ${x(f)}`},notices:[...u.notices,...d.notices,...g===0?[]:[`${r(g,`more package`)} ${g===1?`is`:`are`} not in the table: \`--formats diff-json\` writes all.`]],tables:h===void 0?[]:[h.table]}}
function j(e,t){let n={"diff-json":{name:`sbom-diff.json`,mediaType:`application/json`,write:S},"diff-markdown":{name:`sbom-diff.md`,mediaType:`text/markdown`,write:T}};return[...new Set(e)].sort().map(e=>{let{write:r,...i}=n[e];return{...i,bytes:new TextEncoder().encode(r(t))}})}
function M({kinds:e,before:r,after:i},o){if(!e.includes(`hash`)||r===void 0||i===void 0)return[];let[s,...c]=a(r,i);if(s===void 0)return[];let l=p(i),{version:d,purl:f}=i,m=i.places[0],h=o.path??m?.path,g=o.path===void 0&&m?.line!==void 0?{startLine:m.line}:{},_=o.commit===void 0?{}:{commit:o.commit},v=u(f);return[{ruleId:`sbom.hash-changed`,severity:`high`,message:`${n(l,200)} ${d} has another ${s.algorithm} hash than before: ${s.before.slice(0,16)}… became ${s.after.slice(0,16)}…`,...h===void 0?{}:{location:{path:h,...g,..._}},subject:{name:l,...d===void 0?{}:{version:d},...f===void 0?{}:{purl:f},...v===void 0?{}:{ecosystem:v},...i.scope===void 0?{}:{scope:i.scope}},fingerprint:t(`sbom.hash-changed`,f??l,s.after),evidence:[s,...c].slice(0,10).map(e=>({label:e.url===void 0?e.algorithm:`${e.algorithm} of ${e.url}`,value:`${e.before} → ${e.after}`})),remediation:`Compare the two archives before anybody installs the new one: a published version does not change.`}]}
export{A as runDiff};
