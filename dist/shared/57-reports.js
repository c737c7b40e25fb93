function C(e){let t=e.subject.workingDirectory;if(t===`.`||t===``||t.startsWith(`..`))return e;let n=e=>/^(?:\/|\.\.|[A-Za-z]:)/.test(e.path)?e:{...e,path:`${t}/${e.path}`},r=e.findings.map(({location:e,relatedLocations:t,...r})=>({...r,...e!==void 0&&{location:n(e)},...t!==void 0&&{relatedLocations:t.map(n)}})),i=e.checks.map(e=>{let t=e.error?.places?.map(e=>({...e,location:n(e.location)}));return e.error===void 0||t===void 0?e:{...e,error:{...e.error,places:t}}}),a=e.acts.map(e=>({...e,failures:e.failures.map(({location:e,...t})=>({...t,...e!==void 0&&{location:n(e)}}))}));return{...e,checks:i,acts:a,findings:r}}
function jg(e){let t=C(e),n=[...t.checks.flatMap(({title:e,error:n})=>n===void 0?[]:[{level:`error`,title:ie(ce(`${e} could not do its work`),120),message:P([n.message,...n.problems??[],n.hint]),...L(t.subject,{location:n.places?.[0]?.location})}]),...t.acts.flatMap(({title:e,failures:n})=>n.map(n=>({level:`error`,title:ie(ce(`${e}: ${n.item}`),120),message:P([n.message,n.hint,n.ruleId]),...L(t.subject,n)}))),...Hs(t).map(e=>((e,t)=>{let n=Object.hasOwn(e.rules,t.ruleId)?e.rules[t.ruleId]:void 0;return{level:t.decision===`block`?`error`:t.severity===`low`||t.severity===`info`?`notice`:`warning`,title:ie(ce(`${t.severity}: ${n?.title??t.ruleId}`),120),message:P([t.message,kC(e.subject,t),t.remediation,t.ruleId]),...L(e.subject,t)}})(t,e))];return[`error`,`warning`,`notice`].flatMap(e=>((e,t)=>{if(t.length<=10)return t;let n=t.slice(0,9),r=t.length-n.length;return[...n,{level:e,title:`Assay: ${r} more`,message:`…and ${r} more of level ${e}. The job summary and the reports have all of them.`}]})(e,n.filter(t=>t.level===e)))}
function kC(e,t){let{location:n}=t;if(n?.commit!==void 0&&!QS(e,n.commit))return`Found at ${Qn(n)}`;let r=Er(t);return r===void 0||t.message.includes(r)?void 0:`About ${r}`}
function L(e,{location:t}){if(t===void 0||t.commit!==void 0&&!QS(e,t.commit))return{};let{path:n,startLine:r,startColumn:i,endColumn:a}=t,o=ce(n);if(r===void 0)return{file:o};let s=Math.max(r,t.endLine??r);return s!==r||i===void 0?{file:o,startLine:r,endLine:s}:{file:o,startLine:r,endLine:s,startColumn:i,endColumn:Math.max(i,(a??i+1)-1)}}
function QS({commit:e,headCommit:t},n){return n===e||n===t}
function P(e){let t=e.filter(e=>e!==void 0).filter(e=>e!==``);return ie(t.map(e=>ce(e).replace(/[^.!?…]$/,`$&.`)).join(` `),4096)}
function j(e,t,n,r){let i=e.map(n),a=i.reduce((e,t)=>e+t,0);if(a<=t)return{text:e.join(``),room:t-a};let o=[],s=t-n(r(e.length));for(let[t,n]of e.entries()){let e=i[t]??0;if(e>s)break;o.push(n),s-=e}let c=r(e.length-o.length);if(n(c)>t)return{text:``,room:t};let l=o.join(``)+c;return{text:l,room:t-n(l)}}
function GS(e,t){let{server:n,repository:r,commit:i,event:a}=e;if(n===void 0||r===void 0)return;let o=t.commit??(a!==void 0&&hC.has(a)?void 0:i),s=t.path.toWellFormed().split(`/`);return o===void 0||t.path===``||s.includes(`..`)?void 0:w(`${n}/${r}/blob/${o}/${s.map(encodeURIComponent).join(`/`)}${(({startLine:e,endLine:t})=>e===void 0?``:t===void 0||t<=e?`#L${e}`:`#L${e}-L${t}`)(t)}`)}
function KS({server:e,repository:t,commit:n}){if(e!==void 0&&t!==void 0&&n!==void 0)return w(`${e}/${t}/commit/${n}`)}
function sC(e=[]){return e.flatMap(({label:e,url:t})=>{let n=t.startsWith(`https://`)?w(t):void 0;return n===void 0?[]:[{label:e,url:n}]})}
function w(e){if(e.length>2e3||!URL.canParse(e))return;let t=new URL(e);return/^https?:$/.test(t.protocol)&&t.username===``&&t.password===``?t.href.replace(/[()<>"'\\`|]/g,e=>`%${e.charCodeAt(0).toString(16).toUpperCase()}`):void 0}
function O({rules:e}){let t=Object.values(e).filter(({helpUri:e})=>e!==void 0);return new Set(t.flatMap(({help:e})=>e.match(LS)??[]))}
function $S(e,t){let n=[],r=0;for(let i of e.matchAll(LS)){let[a]=i;(t.has(a)||gC.test(a))&&(n.push({text:e.slice(r,i.index),isLink:!1}),n.push({text:a,isLink:!0}),r=i.index+a.length)}return[...n,{text:e.slice(r),isLink:!1}]}
function IS(e){return e.replace(/\[([^[\]]*)\]\(([^()\s]*)\)/g,`$1 ($2)`).replaceAll(`](`,`] (`)}
function y(e,t=BS){return eC(ie(e,600),t)}
function h(e,t=240){return eC(ie(e,t),BS)}
function eC(e,t){return e.split(/(`[^`]+`)/).map((e,n)=>n%2==1?At(e):((e,t)=>$S(e,t).map(e=>e.isLink?`<${e.text}>`:At(e.text)).join(``))(e,t)).join(``)}
function D(e,t){return t===void 0?Fe(e):`[${Fe(e)}](${t})`}
function _S(e,t){return`[${At(ie(e,120))}](${t})`}
function I(e,t){return D(Tr(Qn(t),120),GS(e,t))}
function _(e,t){if(t.location!==void 0)return I(e,t.location);let n=ni(t);return n===void 0?``:Fe(Tr(n,120))}
function GC(e,t){let n=t===void 0?void 0:w(t);return n===void 0?void 0:_S(e,n)}
function A(e){let t=e.flatMap(e=>e.match(/`+/g)??[]).map(e=>e.length),n="`".repeat(Math.max(3,...t.map(e=>e+1)));return`${n}\n${e.join(`
`)}\n${n}\n\n`}
function JS(e,[t,...n]){let{scope:r}=t.subject??{},i=r===void 0?``:`<br>${r}`;return`| ${T(t)} | ${h(t.message)}${(e=>{if(e.length===0)return``;let t=e.slice(0,5).map(e=>Fe(Tr(ca(e)??ni(e)??``,80))).filter((e,t,n)=>e!==Fe(``)&&n.indexOf(e)===t),n=t.length>0&&e.length>t.length?`, …`:``,r=t.length===0?``:`: ${t.join(`, `)}${n}`;return`<br>and ${fe(e.length)} more of this kind${r}`})(n)} | ${_(e.subject,t)}${i} | ${oC(e,t)} |\n`}
function $C([e,...t]){let n=Fe(Tr(ni(e)??``,40)),r=t.length===0?``:` (+${fe(t.length)})`;return`| ${T(e)} | ${h(e.message,60)}${r} | ${n} | ${Fe(e.ruleId)} |\n`}
function oC(e,t){let{ruleId:n}=t,r=Object.hasOwn(e.rules,n)?e.rules[n]?.helpUri:void 0;return D(ie(Fs(t),120),r)}
function T(e){return e.decision===`block`?`<b>${e.severity}</b>`:e.severity}
function wC(e){let{checks:t,acts:n}=e;return sa(e)?`| What | Result | Done | Looked at |\n|---|---|---|---|\n${n.map(e=>`| ${h(e.title)} | ${k[e.outcome]} ${ao[e.outcome]} | ${WS(e)} | ${h(na(e))} |\n`).join(``)}\n`:`| Check | Result | Open findings | Suppressed | Looked at |\n|---|---|---|---:|---|\n${[...t.map(e=>aC(e,Gu(e),String(e.suppressed),`${h(na(e))}${(({coverage:e})=>e.skipped.length===0?``:`; ${e.skipped.length} skipped`)(e)}`)),...n.map(e=>aC(e,WS(e),`–`,h(na(e))))].join(``)}\n`}
function aC({title:e,outcome:t},n,r,i){return`| ${h(e)} | ${k[t]} ${ao[t]} | ${n} | ${r} | ${i} |\n`}
function WS({records:e,failures:t}){let n=t.length===0?``:`, ${t.length} failed`;return`${U(e.length,`record`)}${n}`}
function AC(e){let t=[...e.checks.flatMap(({title:e,error:t})=>{if(t===void 0)return[];let n=(t.problems??[]).slice(0,20).map(e=>`  - ${y(e)}${nC(t,e)}\n`);return[`- **${h(e)}** could not do its work: ${y(t.message)}.${nC(t,t.message)}${XS(t.hint)}\n${n.join(``)}`]}),...e.acts.flatMap(({title:t,failures:n})=>n.map(({item:n,message:r,hint:i,ruleId:a})=>`- **${h(t)}** of ${Fe(ie(n,120))} failed: ${y(r)} (${D(a,e.rules[a]?.helpUri)})${XS(i)}\n`))];return t.length===0?``:`${t.join(``)}\n`}
function nC({places:e=[]},t){let n=e.find(e=>e.problem===t)?.location.excerpt?.text;return n===void 0?``:`<br>${Fe(n)}`}
function XS(e){return e===void 0?``:` ${y(e)}`}
function BC(e){let t=ic(e);return t===void 0?``:`**Next:** ${y(t,O(e))}\n\n`}
function iw(e,t,n){if(e.parts.length===0)return``;let r=n(e.head)+n(e.tail),{text:i}=j(e.parts,Math.floor(t*e.share)-r,n,e.more);return i===``?``:`${e.head}${i}${e.tail}`}
function YC(e){let{act:t,subject:n,destination:r,product:i=r,notes:a=[]}=e,o=[Zs(e),Ws(e)].filter(e=>e!==void 0).join(`; `),s=i===void 0?``:Fe(Tr(i,120)),c=a.length===0?``:`<br>${h(a.join(` `))}`;return`| ${t} | ${Fe(Tr(n.name,120))}${c} | ${h(ec(e))} | ${h(o)} | ${s} |\n`}
function nw({verifyWith:e=[]}){return e.map(({tool:e,command:t})=>`To verify with ${e}:\n\n${A(ai(t))}`)}
function TC(e){return`### Response clocks: ${y(Ys(e)??``)}\n\n| ${Bu.join(` | `)} |\n|---|---|---|---|---|\n`}
function EC(e){return rc(e).map(e=>{let{severity:t,message:n}=e;return`| ${t} | ${[n,so(e),io(e),$s(e)].map(e=>h(e,160)).join(` | `)} |\n`})}
function RC({settings:e}){return e.loosened.map(({key:e,before:t,after:n})=>`| ${Fe(ie(e,120))} | ${h(t)} | ${h(n)} |\n`)}
function VC(e){return[...e.notices.map(e=>`- ${y(e)}\n`),...[...e.checks,...e.acts].flatMap(({title:e,notices:t})=>t.map(t=>`- ${h(e)}: ${y(t)}\n`))]}
function xC(e){return e.acts.flatMap(e=>[{head:`### ${h(e.title)}: ${U(e.records.length,`record`)}\n\n| What | Subject | By | When | Proof or place |\n|---|---|---|---|---|\n`,parts:e.records.map(YC),tail:`
`,share:.6,more:e=>`\n…and ${U(e,`record`)} more in the JSON report.\n`},{head:``,parts:nw(e),tail:``,share:.5,more:()=>``}])}
function UC(e){let t=nd(e),n=(({checks:e,acts:t})=>[...e,...t].flatMap(({title:e,coverage:t})=>t.skipped.map(({item:t,reason:n})=>`| ${h(e)} | ${Fe(Tr(t,160))} | ${h(n)} |\n`)))(e),r=e=>t=>`\n…and ${U(t,e)} more in the JSON report.\n`;return[{head:TC(e),parts:EC(e),tail:`
`,share:.4,more:r(`clock`)},{head:`### Settings that the change loosens

| Setting | On the base branch | In the change |
|---|---|---|
`,parts:RC(e),tail:`
`,share:.3,more:r(`setting`)},{head:`### Notices

`,parts:VC(e),tail:`
`,share:.3,more:e=>`- …and ${U(e,`notice`)} more.\n`},...e.checks.flatMap(({title:e,tables:t})=>t.map(t=>z(M(`${h(e)}: ${h(t.title)}`,t.rows.length,t.open),(({columns:e})=>{let t=e.slice(0,8);return`| ${t.map(e=>h(e)).join(` | `)} |\n|${`---|`.repeat(t.length)}\n`})(t),t.rows.map(e=>((e,{columns:t})=>`| ${t.slice(0,8).map((t,n)=>h(e[n]??``,160)).join(` | `)} |\n`)(e,t)),r(`row`)))),z(M(`Not looked at`,n.length),`| Check | Item | Reason |
|---|---|---|
`,n,r(`item`)),z(M(`Suppressed`,t.length),`| Finding | Where | Why it does not count |
|---|---|---|
`,t.map(t=>((e,t)=>{let n=t.suppression===void 0?``:` ${h(t.suppression.reason)}`;return`| ${T(t)} ${h(t.message)} | ${_(e.subject,t)} | ${h(t.decisionReason)}${n} |\n`})(e,t)),r(`finding`))]}
function M(e,t,n=!1){return{head:`<details${n?` open`:``}><summary>${e} (${fe(t)})</summary>\n\n`,tail:`
</details>

`,share:.3}}
function z(e,t,n,r){return{...e,head:e.head+t,parts:n,more:r}}
function rC(e,t){let n=C(e),{limit:r,measure:i}=t,a=(e=>{let{subject:t,tool:n,failOn:r,settings:i,generatedAt:a}=e,{commit:o,repository:s,runUrl:c}=t,l=i.sources.map(({what:e,path:t,from:n})=>{let r=n===`base`?` (of the base branch)`:``;return`${At(ie(e,40))} ${Fe(ie(t,80))}${r}`});return`<sub>${[`Assay ${At(ie(n.version,40))}`,...sa(e)?[]:[Fe(`fail-on: ${r}`)],...s===void 0?[]:[Fe(ie(s,120))],...o===void 0?[]:[`commit ${D(o.slice(0,12),KS(t))}`],...[t.ref,t.event].flatMap(e=>e===void 0?[]:[Fe(ie(e,120))]),...l.slice(0,4),...[GC(`run`,c)].filter(e=>e!==void 0),At(a)].join(` · `)}</sub>\n`})(n),o=`${t.marker===void 0?``:`${t.marker}\n`}${(({outcome:e,command:t,subject:n,headline:r})=>{let i=n.workingDirectory,a=i===`.`?``:` in ${Fe(ie(i,80))}`;return`## ${k[e]} Assay ${At(ie(t,60))}${a}: ${y(r)}\n\n`})(n)}`,s=r-i(o)-i(a),c=$a(Hs(n)),l=c.filter(Vi),u=j([wC(n),AC(n),BC(n)],l.length===0?s:Math.floor(s/2),i,()=>`The JSON report has the rest.

`);s-=i(u.text);let d=((e,t,n,r)=>{if(t.length===0)return``;let i=`### Findings that fail the run (${fe(ti(t))})\n\n${zS}`,a=r(i)+1,o=[()=>t.map(t=>JS(e,t)),()=>t.map($C),()=>(e=>{let t=new Map;for(let n of e){let e=t.get(n[0].ruleId);e===void 0?t.set(n[0].ruleId,{first:n[0],count:n.length}):e.count+=n.length}return[...t.values()].map(({first:e,count:t})=>`| ${T(e)} | ${fe(t)} in all, such as: ${h(e.message,60)} | | ${Fe(ie(e.ruleId,80))} |\n`)})(t)],s=[];for(let e of o)if(s=e(),s.reduce((e,t)=>e+r(t),a)<=n)break;let{text:c}=j(s,n-a,r,e=>`\n…and ${U(e,`rule`)} more in the JSON report.\n`);return c===``?``:`${i}${c}\n`})(n,l,s,i);s-=i(d);let f=o+u.text+d;for(let e of((e,t,n)=>{let r=t.filter(e=>!Vi(e)),i=ti(r.slice(n));return[...xC(e),{head:`### ${r.length<t.length?`Other findings`:`Findings`} (${fe(ti(r))})\n\n${zS}`,parts:r.slice(0,n).map(t=>JS(e,t)),tail:(i>0?`\n…and ${U(i,`finding`)} more in the JSON report.\n`:``)+`
`,share:.5,more:e=>`\n…and ${U(e,`row`)} more in the JSON report.\n`},...UC(e),{head:`<details><summary>Findings in full</summary>

`,parts:t.map(t=>((e,t)=>{let[n,...r]=t,i=r.length===0?``:` (+${fe(r.length)})`,a=((e,t)=>{let{subject:n}=e,{location:r,relatedLocations:i=[],evidence:a=[],slo:o}=t,s=e=>e===void 0?void 0:Fe(ie(e,600)),c=i.slice(0,5).map(e=>I(n,e)),l=i.length-c.length,u=l>0?` and ${l} more`:``,d=Er(t);return[[`Where`,r&&I(n,r)],[`Also at`,c.length===0?void 0:`${c.join(`, `)}${u}`],[`About`,d!==void 0&&t.message.includes(d)?void 0:s(d)],[`Introduced by`,s(Bs(t))],...a.filter(({verbatim:e})=>!0!==e).slice(0,12).map(({label:e,value:t})=>[e,s(t)]),[`Fix due`,o?.state===`ok`?s(o.fixDue?.slice(0,10)):void 0],[`Clock since`,Hu(t)],[`Rule`,oC(e,t)],...sC(t.links).map(({label:e,url:t})=>[`See`,_S(e,t)]),[`Fingerprint`,s(t.fingerprint)]].flatMap(([e,t])=>t===void 0?[]:[[e,t]])})(e,n).map(([e,t])=>`- ${h(e)}: ${t}\n`),o=n.remediation===void 0?``:`**To do:** ${y(n.remediation,O(e))}\n\n`,s=n.location===void 0?[]:Ji(n.location),c=qs(t).map(({label:e,value:t,part:n})=>`${h(e)}${n}:\n\n${A(ai(t))}`),l=_s(n,e.failOn)?``:`${y(n.decisionReason)}\n\n`;return`<details><summary>${T(n)} ${y(n.message)}${i}</summary>\n\n${s.length===0?``:A(s)}${o}${c.join(``)}${l}${a.join(``)}${((e,t)=>{if(t.length===0)return``;let n=t.slice(0,50).map(t=>{let n=Er(t);return`  - ${n===void 0||t.location===void 0?``:`${Fe(n)} `}${_(e.subject,t)}\n`}),r=t.length-n.length,i=r>0?`  - …and ${fe(r)} more in the JSON report\n`:``;return`- ${fe(t.length)} more of this kind:\n${n.join(``)}${i}`})(e,r)}\n</details>\n`})(e,t)),tail:`
</details>

`,share:1,more:e=>`\n…and ${U(e,`kind`)} of findings more in the JSON report.\n`}]})(n,c,t.rows)){let t=iw(e,s,i);f+=t,s-=i(t)}return f+a}
function _c({command:e,workingDirectory:t,id:n}){return`\x3c!-- assay:comment:2:${[e,t,n].map(e=>encodeURIComponent(e.toWellFormed()).replaceAll(`-`,`%2D`)).join(`:`)} --\x3e`}
function Hf(e){return`\x3c!-- assay:comment:${e.toLowerCase().replace(/[^a-z0-9]+/g,`-`)} --\x3e`}
function Uf({command:e,subject:t},n){return{command:e,workingDirectory:t.workingDirectory,id:n}}
function Lx(e,t=``,n=65536){return rC(e,{limit:n,measure:LC,marker:_c(Uf(e,t)),rows:20})}
function R(e){return{physicalLocation:{artifactLocation:{uri:_C(e?.path??``),uriBaseId:`%SRCROOT%`},region:ZC(e)}}}
function _C(e){let t=e.toWellFormed().split(`/`).filter(e=>e!==``&&e!==`.`&&e!==`..`);return t.length===0?`.github/assay.yml`:t.map(encodeURIComponent).join(`/`)}
function ZC(e){let t=E(1,e?.startLine),n=E(1,e?.startColumn),r=E(t,e?.endLine);return{startLine:t,startColumn:n,endLine:r,endColumn:E(r===t?n+1:1,e?.endColumn)}}
function E(e,t){return t!==void 0&&Number.isSafeInteger(t)?Math.max(e,t):e}
function ew(e,t){return[...new Set([...t?[`security`]:[],`supply-chain`,...e.tags??[]])].filter(e=>e.trim()!==``).slice(0,10)}
function qC(e){return e.split(/[^A-Za-z0-9]+/).filter(e=>e!==``).map(e=>e.charAt(0).toUpperCase()+e.slice(1)).join(``)||`Rule`}
function x(e,t){return e.trim()===``?t:e}
function PC(e){let t=(e.relatedLocations??[]).slice(0,50),n=e.subject?.purl,r={level:VS[e.severity],message:{text:zC(e)},locations:[R(e.location)],...t.length>0&&{relatedLocations:t.map((e,t)=>({id:t+1,...R(e)}))},partialFingerprints:{"assay/v1":e.fingerprint},...e.suppression!==void 0&&{suppressions:[QC(e)]},properties:{check:e.check,severity:e.severity,decision:e.decision,decisionReason:ce(e.decisionReason),...e.subject?.scope!==void 0&&{scope:e.subject.scope},...e.slo!==void 0&&{clock:e.slo},...n!==void 0&&n!==``&&{purl:ce(n)}}};return{ruleId:cC(e),severity:e.severity,body:r}}
function cC({ruleId:e,variant:t}){return t===void 0?e:`${e}/${t.id}`}
function MC({act:e,failures:t}){return t.map(({item:t,ruleId:n,kind:r,message:i,hint:a,location:o})=>({ruleId:n,severity:`high`,body:{level:`error`,message:{text:fC([x(i,n),a])},locations:[R(o)],partialFingerprints:{"assay/v1":de(n,t)},properties:{act:e,item:ce(t),kind:r}}}))}
function zC(e){let{location:t,relatedLocations:n=[],remediation:r}=e,i=[x(e.message,e.ruleId)];if(t===void 0){let t=Er(e);t!==void 0&&!e.message.includes(t)&&i.push(`About: ${t}`)}else t.commit!==void 0&&i.push(`Found at ${Qn(t)}`);if(n.length>0){let e=n.slice(0,3).map(e=>ie(Qn(e),200)),t=n.length-e.length;i.push(`Also at ${e.join(`, `)}${t>0?` and ${t} more`:``}`)}return fC([...i,r])}
function fC(e){let t=e.filter(e=>e!==void 0&&e!==``).map(e=>lC(ce(e??``)));return ie(IS(t.join(` `)),1e3)}
function lC(e){return/[.!?…]$/.test(e)?e:`${e}.`}
function QC({suppression:e,decisionReason:t}){let n=e===void 0?``:e.reason;return{kind:e?.by===`inline`?`inSource`:`external`,status:`accepted`,justification:ie(ce(lC(`${t} ${n}`.trim())),1e3)}}
function Vx(e,t=5e3){let n=C(e),{command:r,acts:i,findings:a,outcome:o,headline:s}=n;return iC(n,{category:[r],acts:i,findings:a,outcome:o,headline:s},t)}
function Ag(e,{check:t,category:n},r=5e3){let i=C(e),a=i.findings.filter(e=>e.check===t),o=e.checks.find(e=>e.check===t),{outcome:s=`pass`,title:c=t}=o??{};return iC(i,{category:n,acts:[],findings:a,outcome:s,headline:`${c}: ${o?.coverage.summary??U(a.length,`finding`)}`},r)}
function iC(e,t,n){let r=[...t.findings.filter(({decision:e})=>e===`block`),...t.findings.filter(({status:e,decision:t})=>e===`open`&&t===`report`),...t.findings.filter(({status:e})=>e===`suppressed`)],i=[...t.acts.flatMap(MC),...r.map(PC)];for(let r=Math.min(i.length,n);;r=Math.floor(r/2)){let n=Ru(XC(e,t,i.slice(0,r)));if(3*n.length<1e7||r===0||FC(n)<=1e7)return n}}
function FC(e){return process.getBuiltinModule(`node:zlib`).gzipSync(e).byteLength}
function XC(e,t,n){let r=le(n,({ruleId:e})=>e),i=new Map(t.findings.map(e=>[cC(e),e])),a=[...r.keys()].sort(ue),o=new Map(a.map((e,t)=>[e,t]));return{$schema:`https://json.schemastore.org/sarif-2.1.0.json`,version:`2.1.0`,runs:[{tool:{driver:{name:`Assay`,informationUri:Zn,version:x(e.tool.version,`0`),semanticVersion:x(e.tool.version,`0.0.0`),rules:a.map(t=>((e,t,n)=>{let r=t.map(e=>e.severity).sort(tr)[0]??e.severity,i=VS[r],a=n?.toFixed(1)??yC[r],o=x(e.help,`See the message of the result.`);return{id:e.id,name:ie(qC(e.id),255),shortDescription:{text:ie(ce(x(e.title,e.id)),1024)},fullDescription:{text:ie(ce(x(e.description,x(e.title,e.id))),1024)},...e.helpUri!==void 0&&{helpUri:e.helpUri},help:{text:IS(o),markdown:o},defaultConfiguration:{level:i},properties:{precision:`high`,"problem.severity":vC[i],...a!==void 0&&{"security-severity":a},tags:ew(e,a!==void 0)}}})(((e,t,n)=>{let{ruleId:r=t,variant:i}=n??{},a=(Object.hasOwn(e.rules,r)?e.rules[r]:void 0)??{id:t,title:t,description:t,help:``,severity:`medium`};if(i===void 0)return a;let[o=``,s=``]=[i.title,i.help].map(e=>IS(ce(e))),{helpUri:c=a.helpUri}=i;return{...a,id:t,title:o,help:`${s}\n\n${a.help}`,...c&&{helpUri:c}}})(e,t,i.get(t)),r.get(t)??[],i.get(t)?.variant?.score))}},automationDetails:{id:CC(t.category)},...rw(e),columnKind:`utf16CodeUnits`,originalUriBaseIds:{"%SRCROOT%":{description:{text:`The root of the repository.`}}},results:n.map(({ruleId:e,body:t})=>({ruleId:e,ruleIndex:o.get(e)??0,...t})),properties:{outcome:t.outcome,headline:ce(t.headline),subject:Object.fromEntries(zs(e).map(([e,t])=>[e,ce(t)])),...e.clocks!==void 0&&{clocks:e.clocks},omittedResults:tw(t)-n.length}}]}}
function tw({acts:e,findings:t}){return e.reduce((e,{failures:t})=>e+t.length,t.length)}
function rw({subject:e}){let{server:t,repository:n,commit:r,ref:i}=e;return t===void 0||n===void 0?{}:{versionControlProvenance:[{repositoryUri:`${t}/${n}`,...r!==void 0&&{revisionId:r},...i!==void 0&&{branch:i},mappedTo:{uriBaseId:`%SRCROOT%`}}]}}
function CC(e){return[`assay`,...e].map(e=>`${encodeURIComponent(e.toWellFormed())}/`).join(``)}
function m(e){return Iu(ie(e,4e3))}
function g(e,t=mC){return $S(ie(e,4e3),t).map(e=>{let t=m(e.text);return e.isLink?S(t,e.text):t}).join(``).replace(/`([^`]+)`/g,`<code>$1</code>`)}
function S(e,t){return`<a href="${Iu(t)}" rel="noopener noreferrer">${e}</a>`}
function F(e,t){let n=`<code>${m(Qn(t))}</code>`,r=GS(e,t);return r===void 0?n:S(n,r)}
function uC({startLine:e,excerpt:t}){if(t===void 0)return``;let{text:n,markStart:r,markEnd:i}=t,a=n.slice(r,i),o=a===``?``:`<mark>${m(a)}</mark>`;return`<pre class="source"><code><span class="line">${m(String(e??``))}</span>${m(n.slice(0,r))}${o}${m(n.slice(i))}</code></pre>`}
function ZS(e){return g(e.replace(/\[([^\]]{1,200})\]\(([^)\s]{1,500})\)/g,`$1 ($2)`)).replace(/\*\*([^*]+)\*\*/g,`<strong>$1</strong>`)}
function b(e,t,n,r){if(r.length===0)return``;let i=n.map(e=>`<th scope="col">${e}</th>`).join(``),a=r.slice(0,2e3).map(e=>`<tr>${e.map(e=>`<td${(e=>e.length<=12&&!e.includes(`<`)?` class="short"`:``)(e)}>${e}</td>`).join(``)}</tr>\n`).join(``),o=r.length-2e3,s=o>0?`<tr><td colspan="${n.length}">…and ${U(o,`row`)} more in the JSON report.</td></tr>`:``;return`<section aria-labelledby="${e}"><h2 id="${e}">${t} <small>${fe(r.length)}</small></h2><div class="scroll" role="region" aria-labelledby="${e}" tabindex="0"><table><thead><tr>${i}</tr></thead><tbody>${a}${s}</tbody></table></div></section>`}
function DC(e){return e===void 0?`–`:`<code>${m(e)}</code>`}
function HC({suppression:e}){return e?.by===`baseline`?`baseline`:e?.by===`vex`?`VEX`:e?.by===`inline`?`mark in the file`:`–`}
function bC({title:e,outcome:t,coverage:n,records:r,failures:i,notices:a}){let o=i.length===0?``:` · ${fe(i.length)} failed`;return`<article class="card"><header><h3>${m(e)}</h3><span class="pill ${t}">${ao[t]}</span></header>\n<p class="covers">${g(n.summary)}</p>\n<p class="result">${U(r.length,`record`)}${o}</p>\n${a.length===0?``:`<ul>${a.map(e=>`<li>${g(e)}</li>`).join(``)}</ul>`}</article>\n`}
function JC(e){let{act:t,subject:n,destination:r,product:i=r,notes:a=[]}=e,o=[Zs(e),Ws(e)].filter(e=>e!==void 0);return[t,[`<code>${m(n.name)}</code>`,`<code class="print">${m(ju(e))}</code>`,...a.map(e=>g(e))].join(`<br>`),m(ec(e)),o.map(m).join(`<br>`),i===void 0?`–`:`<code>${m(i)}</code>`]}
function jC(e){let{item:t,message:n,hint:r,ruleId:i,kind:a}=e,o=Su(e).map(({label:e,value:t})=>`${m(e)}: <code>${m(t)}</code>`);return[`<code>${m(t)}</code>`,[g(n),...o,...r===void 0?[]:[g(r)],m(i)].join(`<br>`),a]}
function SC(e){let{outcome:t,coverage:n,notices:r}=e,i=Object.entries(n.inspected).map(([e,t])=>{let[n,r]=Xu(e,t);return`<div><dt>${m(r)}</dt><dd>${n}</dd></div>`});return`<article class="card"><header><h3>${m(e.title)}</h3><span class="pill ${t}">${ao[t]}</span></header>\n<p class="covers">${g(n.summary)}</p>\n${i.length===0?``:`<dl class="units">${i.join(``)}</dl>`}\n${e.error===void 0?``:(e=>{let{message:t,hint:n,problems:r=[]}=e,i=r.map(t=>`<li>${g(t)}${tC(e,t)}</li>`);return`<div class="trouble"><strong>${g(t)}</strong>${tC(e,t)}${i.length===0?``:`<ul>${i.join(``)}</ul>`}${n===void 0?``:`<div>${g(n)}</div>`}</div>`})(e.error)}\n<p class="result">${(({counts:e,suppressed:t,coverage:n,error:r})=>[Ne.filter(t=>e[t]>0).map(t=>`<strong class="${t}">${fe(e[t])} ${t}</strong>`).join(`, `)||(r===void 0?`No open findings`:`No result`),...t>0?[`${fe(t)} suppressed`]:[],...n.skipped.length>0?[`${U(n.skipped.length,`item`)} not looked at`]:[]].join(` · `))(e)}</p>\n${r.length===0?``:`<ul>${r.map(e=>`<li>${g(e)}</li>`).join(``)}</ul>`}</article>\n`}
function tC({places:e=[]},t){let n=e.find(e=>e.problem===t);return n===void 0?``:uC(n.location)}
function Rx(e){let t=C(e),n=Hs(t),r=nd(t),i=m(`Assay ${t.command}: ${t.headline}`);return`<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${[`default-src 'none'`,`style-src '${YS(HS)}'`,`script-src '${YS(RS)}'`,`base-uri 'none'`,`form-action 'none'`].join(`; `)}">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n<title>${i}</title>\n<style>${HS}</style>\n</head>\n<body>\n<a class="skip" href="#checks">To the results</a>\n<div class="wrap">\n${(({command:e,subject:t,generatedAt:n})=>{let r=[t.repository===void 0?void 0:`<strong>${m(t.repository)}</strong>`,t.workingDirectory===`.`?void 0:`<code>${m(t.workingDirectory)}</code>`,t.commit===void 0?void 0:OC(t),t.event===void 0?void 0:m(t.event),t.ref===void 0?void 0:m(t.ref.replace(/^refs\/(?:heads|tags)\//,``)),t.runUrl===void 0?void 0:KC(`run`,t.runUrl),`<time datetime="${m(n)}">${m(`${n.slice(0,16).replace(`T`,` `)} UTC`)}</time>`].filter(e=>e!==void 0);return`<header class="top"><svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><path d="M16 2.5l11.5 4v9c0 6.5-4.6 11.6-11.5 14-6.9-2.4-11.5-7.5-11.5-14v-9z"/><path d="M10.5 21.5L16 9.5l5.500 12M12.5 17.5h7"/></svg><div class="brand">Assay <span>${m(e)}</span></div><div class="meta">${r.join(` · `)}</div></header>`})(t)}\n<main>\n${(e=>{let t=ic(e);return`<section class="verdict ${e.outcome}" aria-label="Verdict"><span class="icon"><svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="${pC[e.outcome]}"/></svg></span><div><h1>${g(e.headline)}</h1>${t===void 0?``:`<p>Next: ${g(t,O(e))}</p>`}</div></section>`})(t)}\n${sa(t)?``:(({checks:e},t)=>`<ul class="tiles" aria-label="Open findings by severity">${Ne.map(t=>{let n=e.reduce((e,{counts:n})=>e+n[t],0);return`<li class="${t}${n===0?` none`:``}"><b>${fe(n)}</b><span>${t}</span></li>`}).join(``)}<li class="${t===0?`none`:``}"><b>${fe(t)}</b><span>suppressed</span></li></ul>`)(t,r.length)}\n${(({checks:e,acts:t})=>{let n=[...e.map(SC),...t.map(bC)].join(``);return`<section aria-labelledby="checks"><h2 id="checks">${e.length===0?`Results`:`Checks`}</h2><div class="checks">${n}</div></section>`})(t)}\n${(e=>e.map((e,t)=>((e,t)=>{let{title:n,records:r,failures:i,verifyWith:a=[]}=e,o=a.map(({tool:e,command:t})=>`<p>To verify with ${e}:</p><pre class="verbatim"><code>${ai(t).map(m).join(`
`)}</code></pre>`);return[b(`${t}-failures`,`${m(n)}: failed`,[`Item`,`What`,`Kind`],i.map(jC)),b(`${t}-records`,`${m(n)}: records`,[`What`,`Subject`,`By`,`When`,`Proof or place`],r.map(JC)),o.length===0?``:`<div class="commands">${o.join(``)}</div>`].join(``)})(e,`act-${t}`)).join(``))(t.acts)}\n${(e=>{let t=rc(e).map(e=>[e.severity,g(e.message),m(so(e)),m(io(e)),m($s(e))]);return b(`clocks`,`Response clocks: ${m(Ys(e)??``)}`,Bu,t)})(t)}\n${sa(t)?``:((e,t)=>{let n=$a(t),r=`<h2 id="findings">Findings <small>${t.length===0?`none open`:`${fe(t.length)} open, ${U(n.length,`kind`)}`}</small></h2>`;if(t.length===0)return`<section aria-labelledby="findings">${r}<p class="clean">No open findings in what was looked at.</p></section>`;let i=(e=>{let t=2e3;return e.flatMap(([e,...n])=>{if(t<=0)return[];let r=[e,...n.slice(0,t-1)];return t-=r.length,[r]})})(n),a=t.length-ti(i),o=a>0?`<p class="clean">…and ${U(a,`finding`)} more in the JSON report.</p>`:``,s=i.map(t=>function(e,t){let[n,...r]=t,{severity:i,check:a,location:o}=n,s=Er(n),c=o===void 0?s===void 0?``:`<code>${m(s)}</code>`:F(e.subject,o),l=n.remediation===void 0?``:`<p class="todo"><b>To do</b> ${g(n.remediation,O(e))}</p>`,u=_s(n,e.failOn)?``:`${g(n.decisionReason)}<br>`;return`<article class="finding ${i}" data-severity="${i}" data-check="${m(a)}" data-count="${t.length}">\n<div class="kind"><span class="badge">${i}</span><span>${m(Fs(n))}</span>${(e=>{let[{decision:t,change:n,slo:r,subject:i}]=e;return[...t===`block`?[`<span class="tag">fails the run</span>`]:[],...e.length>1?[`<span class="tag">${fe(e.length)} of this kind</span>`]:[],...i?.scope===void 0?[]:[`<span class="tag">${i.scope}</span>`],...n===`new`?[`<span class="tag">new</span>`]:[],...(r?.fix??`ok`)===`ok`?[]:[`<span class="tag late">${r?.fix===`breached`?`overdue`:`due soon`}</span>`]].join(``)})(t)}${c===``?``:`<span class="place">${c}</span>`}</div>\n<h3>${g(n.message)}</h3>${o===void 0?``:uC(o)}${((e,t)=>{let{location:n,relatedLocations:r=[],subject:i,slo:a,evidence:o=[],links:s}=t,c=ca(t),l=Hu(t),u=r.slice(0,10).map(t=>F(e.subject,t)),d=r.length-u.length,f=e=>`<code>${m(e)}</code>`,p=[...n===void 0||c===void 0||t.message.includes(c)?[]:[[`About`,f(c)]],...(i?.paths??[]).slice(0,3).filter(e=>e.length>2).map(e=>[`Introduced by`,f(e.join(` › `))]),...o.filter(({verbatim:e})=>!0!==e).map(({label:e,value:t})=>[e,f(t)]),...u.length===0?[]:[[`Also at`,`${u.join(`, `)}${d>0?` and ${d} more`:``}`]],...a?.fixDue===void 0||a.state!==`ok`?[]:[[`Fix due`,f(a.fixDue.slice(0,10))]],...l===void 0?[]:[[`Clock since`,g(l)]],...sC(s).map(({label:e,url:t})=>[`See`,S(m(e),t)])].map(([e,t])=>`<dt>${m(e)}</dt><dd>${t}</dd>`);return p.length===0?``:`<dl class="facts">${p.join(``)}</dl>`})(e,n)}${l}${(e=>qs(e,2e3).map(({label:t,value:n,part:r})=>{let i=r===``&&e.length>1?`, for all of them`:r,a=ai(n,2e3).map(m).join(`
`);return`<details class="verbatim"><summary>${m(t)}${i}</summary><pre><code>${a}</code></pre></details>`}).join(``))(t)}${((e,t)=>{if(t.length===0)return``;let n=t.map(t=>{let{location:n,fingerprint:r}=t,i=Er(t),a=Bs(t);return`<tr>${[i===void 0?``:`<code>${m(i)}</code>`,n===void 0?``:F(e.subject,n),a===void 0?``:`<code>${m(a)}</code>`,`<code class="print">${m(r.slice(0,12))}</code>`].map(e=>`<td>${e}</td>`).join(``)}</tr>\n`}),r=[`About`,`Where`,`Introduced by`,`Fingerprint`].map(e=>`<th scope="col">${e}</th>`).join(``);return`<details class="alike"><summary>${fe(t.length)} more of this kind</summary><div class="scroll"><table><thead><tr>${r}</tr></thead><tbody>${n.join(``)}</tbody></table></div></details>`})(e,r)}${(({rules:e},{ruleId:t})=>{let n=Object.hasOwn(e,t)?e[t]:void 0;if(n===void 0)return``;let r=n.helpUri===void 0?``:`<p>${S(`This rule in the reference`,n.helpUri)}</p>`;return`<details><summary>About this rule: ${m(n.title)}</summary><p>${g(n.description)}</p>${(e=>e.split(/^```[a-z]*$/m).map((e,t)=>t%2==1?(e=>`<pre><code>${e.replace(/^\n|\n$/g,``).split(`
`).map(m).join(`
`)}</code></pre>`)(e):(e=>e.split(/\n{2,}/).map(e=>e.trim()).filter(e=>e!==``).map(e=>{let t=e.split(`
`),n=t.filter(e=>/^(?:[-*]|\d+\.) /.test(e));if(n.length<t.length)return`<p>${ZS(e)}</p>`;let r=n.map(e=>`<li>${ZS(e.replace(/^\S+ /,``))}</li>`).join(``);return/^\d/.test(e)?`<ol>${r}</ol>`:`<ul>${r}</ul>`}).join(``))(e)).join(``))(n.help)}${r}</details>`})(e,n)}<p class="why">${u}Fingerprint <code class="print">${m(n.fingerprint)}</code></p></article>\n`}(e,t)).join(``);return`<section aria-labelledby="findings">${r}${i.length>1?((e,t)=>{let n=Ne.filter(e=>t.some(t=>t.severity===e)).map(e=>`<label class="chip ${e}"><input type="checkbox" value="${e}" checked>${e}</label>`),r=e.checks.filter(({check:e})=>t.some(t=>t.check===e)).map(({check:e,title:t})=>`<option value="${m(e)}">${m(t)}</option>`);return`<fieldset id="filter" hidden><legend class="sr">Filter findings</legend>${n.join(``)}\n<label><span class="sr">Check</span><select><option value="">All checks</option>${r.join(``)}</select></label>\n<label><span class="sr">Text</span><input type="search" placeholder="Search"></label>\n<output id="filter-status" aria-live="polite"></output></fieldset>\n`})(e,t):``}${s}${o}</section>`})(t,n)}\n${(({checks:e})=>e.flatMap(({check:e,title:t,tables:n})=>n.map(({title:n,columns:r,rows:i},a)=>b(`table-${m(e)}-${a}`,`${m(t)}: ${m(n)}`,r.map(m),i.map(e=>r.map((t,n)=>g(e[n]??``)))))).join(``))(t)}\n${(e=>b(`suppressed`,`Suppressed`,[`Finding`,`Where`,`Reason`,`Owner`,`Until`],e.map(e=>[`${e.severity}: ${g(e.message)}`,DC(ni(e)),g(e.suppression?.reason??e.decisionReason),m(e.suppression?.owner??HC(e)),m(e.suppression?.expires??e.slo?.fixDue?.slice(0,10)??`–`)])))(r)}\n${(e=>b(`skipped`,`Not looked at`,[`Check`,`Item`,`Reason`],[...e.checks,...e.acts].flatMap(({title:e,coverage:t})=>t.skipped.map(({item:t,reason:n})=>[m(e),`<code>${m(t)}</code>`,g(n)]))))(t)}\n${(({artifacts:e})=>b(`artifacts`,`Documents`,[`Name`,`Media type`,`Bytes`,`SHA-256`],e.map(({name:e,mediaType:t,size:n,sha256:r})=>[`<code>${m(e)}</code>`,m(t),fe(n),`<code>${m(r)}</code>`])))(t)}\n${(({settings:e})=>{let t={"work-tree":`the checked files`,base:`the base branch`,input:`an input`};return[b(`loosened`,`Settings that the change loosens`,[`Setting`,`On the base branch`,`In the change`],e.loosened.map(({key:e,before:t,after:n})=>[`<code>${m(e)}</code>`,g(t),g(n)])),b(`settings`,`Settings`,[`What`,`File`,`From`,`Commit`],e.sources.map(({what:e,path:n,from:r,commit:i,judgement:a})=>[m(e),`<code>${m(n)}</code>`,`${t[r]}${a===`own`?`, judged a second time`:``}`,i===void 0?`–`:`<code>${m(i.slice(0,12))}</code>`]))].join(``)})(t)}\n${(({notices:e})=>e.length===0?``:`<section aria-labelledby="notices"><h2 id="notices">Notices</h2><ul class="notices">${e.map(e=>`<li>${g(e)}</li>`).join(``)}</ul></section>`)(t)}\n</main>\n<footer>Assay ${m(t.tool.version)}${(e=>{if(sa(e))return``;let{failOn:t}=e;return` · findings fail the run from ${t===`never`?`no severity`:`severity ${t}`} on`})(t)} · made ${m(t.generatedAt)}</footer>\n</div>\n<script>${RS}<\/script>\n</body>\n</html>\n`}
function YS(e){return`sha256-${$(`sha256`).update(e).digest(`base64`)}`}
function OC(e){let t=`<code>${m((e.commit??``).slice(0,12))}</code>`,n=KS(e);return n===void 0?t:S(t,n)}
function KC(e,t){let n=w(t);return n===void 0?e:S(e,n)}
function Bx(e){let t=$a(e.findings).flat(),n=e.checks.map(e=>({check:e,findings:t.filter(t=>t.check===e.check)})),r=[...n.map(({check:e,findings:t})=>qS(e,t)),...e.acts.map(US)],i=e=>r.reduce((t,n)=>t+n[e],0);return`${[`<?xml version="1.0" encoding="UTF-8"?>`,`<testsuites name="${v(`assay ${e.command}`)}" tests="${i(`tests`)}" failures="${i(`failures`)}" errors="${i(`errors`)}" skipped="${i(`skipped`)}">`,...n.flatMap(({check:t,findings:n})=>((e,t,n)=>[dC(e,t.title,qS(t,n)),...WC(t,n.length===0),...n.flatMap(NC),`  </testsuite>`])(e,t,n)),...e.acts.flatMap(t=>((e,t)=>{let n=(e,n)=>`    <testcase classname="${v(`assay.${t.act}`)}" name="${v(`${e}: ${n}`)}"`;return[dC(e,t.title,US(t)),...t.records.map(e=>`${n(e.act,e.subject.name)}/>`),...t.failures.flatMap(({item:e,kind:t,message:r,hint:i,ruleId:a})=>{let o=t===`policy`?`failure`:`error`,s=[r,i,`Rule: ${a}`].filter(e=>e!==void 0);return[`${n(`failed`,e)}>`,`      <${o} message="${v(r)}" type="${t}">${N(s.join(`
`))}</${o}>`,`    </testcase>`]}),`  </testsuite>`]})(e,t)),`</testsuites>`].join(`
`)}\n`}
function qS(e,t){return{tests:t.length+ +(e.error!==void 0||t.length===0),failures:t.filter(({decision:e})=>e===`block`).length,errors:e.error===void 0?0:1,skipped:t.filter(({status:e})=>e===`suppressed`).length}}
function dC(e,t,n){let r=zs(e).map(([e,t])=>`      <property name="${v(e)}" value="${v(t)}"/>\n`),i=r.length===0?``:`\n    <properties>\n${r.join(``)}    </properties>`;return`  <testsuite name="${v(t)}" tests="${n.tests}" failures="${n.failures}" errors="${n.errors}" skipped="${n.skipped}" timestamp="${v(e.generatedAt)}">${i}`}
function US({records:e,failures:t}){let n=t.filter(({kind:e})=>e===`policy`).length;return{tests:e.length+t.length,failures:n,errors:t.length-n,skipped:0}}
function WC(e,t){let n=v(`assay.${e.check}`);if(e.error!==void 0){let{message:t,hint:r,problems:i=[]}=e.error,a=[t,...i,r].filter(e=>e!==void 0).join(`
`);return[`    <testcase classname="${n}" name="The check does its work">`,`      <error message="${v(t)}" type="${e.error.kind}">${N(a)}</error>`,`    </testcase>`]}return t?[`    <testcase classname="${n}" name="${v(`No findings (${na(e)} looked at)`)}"/>`]:[]}
function NC(e){let t=ni(e),n=v(t===void 0?e.message:`${t}: ${e.message}`),r=e.location===void 0?``:` file="${v(e.location.path)}"`,i=N([e.message,t===void 0?void 0:`Where: ${t}`,e.subject?.scope===void 0?void 0:`Scope: ${e.subject.scope}`,e.remediation===void 0?void 0:`To do: ${e.remediation}`,`Decision: ${e.decisionReason}`,e.slo&&`Answer: ${so(e)}; fix: ${io(e)}`,`Fingerprint: ${e.fingerprint}`].filter(e=>e!==void 0).join(`
`)),a=e.decision===`block`?`<failure message="${v(e.message)}" type="${e.severity}">${i}</failure>`:e.status===`suppressed`?`<skipped message="${v(e.decisionReason)}"/>`:`<system-out>${i}</system-out>`;return[`    <testcase classname="${v(e.ruleId)}" name="${n}"${r}>`,`      ${a}`,`    </testcase>`]}
function v(e){return Sh(ie(e,2e3))}
function N(e){return e.split(`
`).map(v).join(`
`)}
function zx(e,t=1048576){return rC(e,{limit:t,measure:IC,rows:50})}
import{Su,Fs,$a,Vi,Fe,ue,ti,Zn,ju,Sh,de,Qn,ni,Ji,zs,Iu,ce,Ru,At,Bs,U,Ne,Bu,Hs,Hu,io,Ws,ao,na,Gu,fe,qs,Ys,le,Xu,Tr,Zs,tr,so,Er,_s,ai,$s,ie,ec,rc,sa,nd,ca,ic}from"./56-base.js";
const {createHash:$}=process.getBuiltinModule("node:crypto");
const IC=e=>Buffer.byteLength(e,`utf8`),LC=e=>e.length,hC=new Set([`pull_request_target`,`workflow_run`,`issue_comment`]),LS=/https:\/\/[^\s<>()"'`|\\]{1,500}[^\s<>()"'`|\\.,;:!?]/g,gC=RegExp(`^${Zn.replaceAll(`.`,`\\.`)}/(?:blob|tree|releases|issues)(?:/(?!\\.)[\\w.-]*[\\w-])*(?:#[\\w-]+)?$`),BS=new Set,zS=`| Severity | Finding | Where | Rule |
|---|---|---|---|
`,k={pass:`✅`,fail:`❌`,error:`⚠️`},Ix=65536,yC={critical:`9.5`,high:`8.0`,medium:`5.5`,low:`2.5`,info:void 0},VS={critical:`error`,high:`error`,medium:`warning`,low:`note`,info:`note`},vC={error:`error`,warning:`warning`,note:`recommendation`},Fx=5e3,mC=new Set,RS=`
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
`,HS=`
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
`,pC={pass:`M5 12.5l4.5 4.5L19 7.5`,fail:`M7 7l10 10M17 7L7 17`,error:`M12 6v7.5M12 17.5v.5`},Hx=1048576;
export{Fx,Ix,Hf,Lx,Rx,Uf,zx,Ag,jg,Bx,Vx,Hx,_c};
