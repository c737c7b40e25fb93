import{An,cn,Ge,te,lo,nc,uo,sc,Nn,ra,ne,vr,oi,ci,bt,bc,Ye,Be,ve,di,No,dt,$n,dn}from"./48-base.js";
import{Wc,Zt}from"./37-git.js";
import{fa,Vc}from"./36-git-changes.js";
import{Oa,Oi}from"./10-inventory.js";
import{td,qa,Br,Fs,Ja}from"./49-suite.js";
import{Io,mi,hi,Mt,jc,er}from"./cli-main.js";
const {join:ce,resolve:fe}=process.getBuiltinModule("node:path");
const {readdir:Gr}=process.getBuiltinModule("node:fs/promises");
async function J(e,t,n){await F(e,t,(e,r)=>{let i=r.find(e=>e.fixed===void 0&&An(e)===An(n));if(i!==void 0)throw new te(`\`${i.id}\` is acknowledged in ${t}:${i.line} already, by ${i.owner} on ${i.date}`,{hint:"Change that entry, or give `--package` where this is about another package."});let{id:a,package:o,owner:s,date:c,ticket:l,note:u}=n,d=Object.entries({id:a,package:o,owner:s,date:c,ticket:l,note:u}).flatMap(([e,t])=>t===void 0?[]:[`${e}: ${dt(t)}`]),f=/^( *)- /m.exec(e)?.[1]??``,p=d.map((e,t)=>`${f}${t===0?`- `:`  `}${e}`),m=r.length===0?e.replace(/^\[\s*\]\s*$/m,``)||"# Who answers for which finding, and since when. `assay ack <id>` adds an entry, `assay ack <id> --fixed` closes one.\n":e;return{text:`${m}${m.endsWith(`
`)?``:`
`}${p.join(`
`)}\n`,entries:[...r,n]}})}
async function ee(e,t,n,r){let{parseYaml:i}=await import("./52-config.js").then(m=>({parseYaml:m.Mc}));await F(e,t,(e,a)=>{let o=a.filter(e=>e.fixed===void 0&&(n.package===void 0?e.id.toLowerCase()===n.id.toLowerCase():An(e)===An(n))),[s]=o;if(s===void 0||o.length>1){let e=o.map(({line:e,package:t})=>`line ${e}: ${t??`no package`}`);throw new te(s===void 0?`${t} has no open entry for \`${n.id.slice(0,200)}\``:`${t} has ${o.length} open entries for \`${s.id}\``,{problems:e,hint:"Give the id as it stands there, and `--package` as it stands there."})}let{startLine:c=1,startColumn:l=1}=i(t,e).place([a.indexOf(s),`date`]),u=e.split(`
`);return u.splice(c,0,`${` `.repeat(l-1)}fixed: ${dt(r)}`),{text:u.join(`
`),entries:a.map(e=>e===s?{...e,fixed:r}:e)}})}
async function F(e,t,n){let{parseLedger:r}=await import("./52-config.js").then(m=>({parseLedger:m.bm})),i=async()=>{let n=await e.readIfPresent(t,sc);return n===void 0?``:Buffer.from(n).toString(`utf8`)},a=await i(),o=a.includes(`\r
`),s=n(o?a.replaceAll(`\r
`,`
`):a,r(a,t).entries),c=o?s.text.replaceAll(`
`,`\r
`):s.text;if(P(r(c,t).entries)!==P(s.entries)||Buffer.byteLength(c)>2097152)throw new te(`${t} is written in a way that an entry can't be put into`,{hint:"Write the entries as a list of `- id: …` with a line for each key, in less than 2 MiB."});if(await i()!==a)throw new te(`${t} was changed meanwhile`,{hint:`Run the command again.`});await di(e.root,t,c,!0)}
function P(e){return JSON.stringify(e,(e,t)=>ne(t)?Object.fromEntries(Object.entries(t).filter(([e])=>e!==`line`).sort(([e],[t])=>e<t?-1:1)):t)}
const A=/^[0-9a-f]{64}$/i,W=/^(?:[a-z]{1,20}-[\w.:-]{1,80}|[a-z][a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,60}){1,3})$/i,j="`--force` writes it all the same.";
async function kv(e,t,n,r){if(!A.test(n)&&!W.test(n))throw new te(`${JSON.stringify(n.slice(0,100))} is no id of an advisory, fingerprint or rule`,{hint:j});let{report:i,exitCode:a}=await jc(await hv(n),{...t,"report-formats":[]},e,{logger:Io(e,`error`),progress:ci}),o=r===void 0?void 0:bt(r,"`--package`"),s=i.findings.filter(({fingerprint:e,aliases:t=[],variant:r,ruleId:i})=>[e,...t,r?.id,i].some(e=>e?.toLowerCase()===n.toLowerCase()));if(s.some(({subject:e})=>o?.(e)??!0))return;if(a>1)return i.checks.find(({error:e})=>e)?.error?.message??``;let c=[...new Set(s.length>0?s.map(({subject:e})=>`${e?.name}@${e?.version}`):i.findings.map(({variant:e,ruleId:t})=>e?.id??t))];throw new te(`No finding has the id \`${n}\`${s.length>0?` and the package ${r}`:``}`,{hint:`${j}${c.length===0?``:` There are: ${ve(c.join(`, `),800)}`}`})}
async function hv(e){let t=A.test(e)?`check`:/^([a-z-]+)\./.exec(e)?.[1]??`dependencies`,n=await Br(t)??await Br(`check`);if(n===void 0)throw new te(`There is no command \`${t}\``);return n}
const ef=`Usage: assay ack <id> [options]

Writes into the ledger of acknowledgements (slo.ledger) that somebody answers for a finding, by the id of
an advisory, a fingerprint or a rule that a run finds now. Commit the ledger: docs/clocks.md says what it does.

  --package <package>  Only this package: a name, name@version, name@range or purl.
  --owner <owner>      Who answers for it. Without it: GITHUB_ACTOR, else USER.
  --ticket <ticket>, --note <note>
  --force              Even where no finding has the id now.
  --fixed              It was fixed: closes its entry.
  --config <file>, --working-directory <folder>
`,E={type:`string`,description:``},q={package:E,owner:E,ticket:E,note:E,fixed:{type:`boolean`,default:!1,description:``},force:{type:`boolean`,default:!1,description:``},config:Be.config,"working-directory":Be[`working-directory`]};
async function dm(e,t){let{explicit:n,general:r,positionals:i,problems:a}=mi(e,q);if(r.help)return t.stdout.write(ef),0;let{environment:o,cwd:s}=t,c=e=>{let t=n[e];return typeof t==`string`?t.trim():void 0},[l,u]=i,d=c(`fixed`)===`true`,f=c(`owner`)??o.GITHUB_ACTOR??o.USER,p=[`owner`,`ticket`,`note`].filter(e=>c(e)!==void 0),m=[...l===void 0?[`The id of the finding is missing`]:[],...u===void 0?[]:[`One id at a time; ${JSON.stringify(u)} is too much`],...d?p.map(e=>`\`--${e}\` says nothing with \`--fixed\``):[],...d||f?[]:["`--owner` is missing, and neither GITHUB_ACTOR nor USER is set"]];if(l===void 0||a.length+m.length>0)throw hi(`ack`,[...a,...m]);let h={config:c(`config`),"working-directory":c(`working-directory`)},g=await Br(`check`);if(g===void 0)throw new te("There is no command `check`");let{workspace:_,config:v}=await bc({command:g,explicit:h,environment:o,host:`cli`,cwd:s,loadSections:Ja}),y=nc(v),b=ra(o).wall().toISOString().replace(/\.\d+/,``),x=c(`package`),S={id:l,...x!==void 0&&{package:x}};if(d)await ee(_,y,S,b);else{if(c(`force`)!==`true`){let e=await kv(t,h,l,x);e!==void 0&&Io(t,`warning`).warning(`Whether a finding has this id is not known: ${e}`)}let[e,n]=[c(`ticket`),c(`note`)];await J(_,y,{...S,owner:f??``,date:b,...e!==void 0&&{ticket:e},...n!==void 0&&{note:n}})}let C=d?`marked as fixed`:`acknowledged by ${f}`;return t.stdout.write(`${Mt(`${y}: ${l} ${C}. Commit the file.`)}\n`),0}
const _d=`Usage: assay config [command] [options of the command]

Shows the value of every input of a command (check without one) and where it comes from: an option,
a variable, the config file or the default. Secrets are not shown.
`;
async function mm(e,t){let[n,...r]=e,i=n!==void 0&&!n.startsWith(`-`),a=i?n:`check`,o=await Br(a);if(o===void 0)throw new te(`There is no command ${JSON.stringify(a.slice(0,100))}${dn(a,qa)}`,{hint:`\`assay config\` takes one of ${qa.join(`, `)}.`});let s=vr(o),{explicit:c,general:l,positionals:u,problems:d}=mi(i?r:e,s);if(l.help)return t.stdout.write(_d),0;let f=u.map(e=>`${JSON.stringify(e)} is too much: give options only`);if(d.length+f.length>0)throw hi(`config`,[...d,...f]);let{environment:p,cwd:m}=t,h={...o,inputs:B(s)},g=await bc({command:h,explicit:c,environment:p,host:`cli`,cwd:m,loadSections:Ja}),{config:_,inputs:v}=g,y=await o.parts?.(v,_)??[],b=[`Config file: ${_.path??`none`}`,...z(o.name,s,g),...y.flatMap(e=>Mv(e,g,p))];return t.stdout.write(`${b.map(Mt).join(`
`)}\n`),0}
function Mv(e,{config:t,workspace:n},r){let i=Object.entries(e.inputs).filter(([e])=>!Object.hasOwn(Be,e)),a=B(Object.fromEntries(i)),{root:o}=n,s=oi(a,{explicit:{},environment:r,config:t,host:`cli`,root:o});return z(e.name,a,{inputs:s.values,sources:s.sources})}
function z(e,t,n){return[``,e,...mv(Object.entries(t).filter(([,e])=>e.host!==`action`).map(([e,t])=>{let r=n.inputs[e],i=t.secret===!0&&r!==void 0?`(secret)`:Fv(r);return[`  ${e}`,i,Av(n.sources[e])]}))]}
function mv(e){let t=[0,1].map(t=>Math.min(48,Math.max(...e.map(e=>e[t]?.length??0))));return e.map(e=>e.map((e,n)=>e.padEnd(t[n]??0)).join(`  `).trimEnd())}
function Fv(e){return e===void 0?`-`:Array.isArray(e)?e.length===0?`(none)`:e.join(`, `):String(e)}
function Av(e){switch(e?.from){case`input`:return`option`;case`environment`:return`variable ${e.detail}`;case`config`:return e.detail??`config file`;default:return`default`}}
function B(e){return Object.fromEntries(Object.entries(e).map(([e,t])=>[e,{...t,required:!1}]))}
const $d=`Usage: assay explain [rule or command] [--format text|json]

What a rule means and how to fix it. Lists the rules of a command (assay explain licenses); without an
argument, all rules. A rule is found by its id, by the end of it (private-key) or by an earlier name.
`,O=[`text`,`json`];
async function fm(e,t){let{general:n,positionals:r,problems:i}=mi(e,{});if(n.help)return t.stdout.write($d),0;let[a,o]=r,s=o===void 0?[]:[`One rule is explained at a time`],c=n.format??`text`,l=O.includes(c)?[]:[`\`--format\` is ${JSON.stringify(c)}; it must be one of ${O.join(`, `)}${dn(c,O)}`],u=[...i,...s,...l];if(u.length>0)throw hi(`explain`,u);let d=await Ev(),f=a===void 0?d:Pv(d,a);if(f.size===0){let e=a??``;throw new te(`There is no rule ${JSON.stringify(e.slice(0,100))}${dn(e,d.keys())}`,{hint:"`assay explain` lists all rules."})}return t.stdout.write(c===`json`?X(f):Z(f,a)),0}
function X(e){let t=[...e.values()].map(e=>({...e,helpUri:No(e.id)}));return`${JSON.stringify(t,null,2)}\n`}
function Z(e,t){let[n]=e.values();return e.size===1&&n!==void 0&&!n.id.startsWith(`${t}.`)?wv(n):Tv(e)}
function Pv(e,t){let n=t=>new Map([...e].filter(([,e])=>t(e)));return[n(e=>e.id.startsWith(`${t}.`)),n(e=>e.id===t),n(e=>e.id.endsWith(`.${t}`)),n(({aliases:e=[]})=>e.includes(t))].find(({size:e})=>e>0)??new Map}
async function Ev(){let e=await td(),t=Object.assign({},lo,...e.map(({rules:e})=>e));return new Map(Object.entries(t).sort(([e],[t])=>e<t?-1:1))}
function Y({aliases:e=[]}){let t=e.filter(t=>!e.some(e=>e.endsWith(`.${t}`)));return t.length===0?[]:Ge(`Also known as: ${t.join(`, `)}`,100,0)}
function Tv(e){let t=[...e.values()].map(({id:e,title:t,severity:n})=>({term:e,text:`${t} (${n})`}));return`${er(t).join(`
`)}\n`}
function wv(e){return[`${e.id}: ${e.title}`,`Severity: ${e.severity}`,...Y(e),`Page: ${No(e.id)}`,``,`Why it matters`,...Ge(e.description,100,2),``,`How to fix it`,...e.help.split(`
`).flatMap(e=>e.trim()===``?[``]:Ge(e,100,2)),``].join(`
`)}
const G=new Set([`sbom`,`licenses`]),w=`.github/assay-baseline.json`;
function yv(e,t){let n=JSON.stringify(e.owner??`@your-org/security`);return`# The settings of Assay. Every key is optional; all: ${Nn}/blob/main/docs/reference/config.md
${Dv(e)}
version: 1

checks:
${Fs.map(t=>Q(t,e)).join(`
`)}

# The least severity of a finding that fails the run: critical, high, medium, low, info or never.
fail-on: medium

# To start from what is found today without fixing all of it at once: write a report once
# (check . --format json > ${w}), commit it, and name it here. What is in it is
# reported and does not fail the run, until its fix is due.
# baseline: ${w}

# Findings that are accepted for a time. An unused or expired entry is a finding itself.
# suppressions:
#   - rule: licenses.denied
#     package: example-package
#     reason: Why it is acceptable.
#     owner: ${n}
#     expires: "2027-06-30"

# When an answer and when a fix of a finding are due, by severity.
# slo:
#   critical: { answer: 24h, fix: 7d }
#   high: { answer: 48h, fix: 14d }

# report:
#   formats: [json, sarif, html]
${t.map(vv).join(``)}`}
function Dv({lockfiles:e,unread:t}){return[e.length===0?t.length===0?`No lockfile was found: the checks that need one are switched off below.`:`No lockfile was found that this version reads; what is not known is reported.`:`Lockfiles that were found: ${e.slice(0,20).map(k).join(`, `)}.`,...t.slice(0,20).map(({item:e,reason:t})=>`Not read: ${k(e)} (${k(t)}).`)].map(e=>`# ${e}`).join(`
`)}
function Q(e,{lockfiles:t,unread:n}){return t.length>0||n.length>0||!G.has(e)?`  - ${e}`:`  # - ${e} # needs a lockfile`}
function vv({key:e,description:t,example:n}){let r=n.trimEnd().split(`
`).map(e=>`#   ${e}`.trimEnd());return[``,`# ${t}`,`# ${e}:`,...r,``].join(`
`)}
function k(e){return e.replace(/\p{C}+/gu,` `)}
const U=[[`.gitleaks.toml`,`The secrets check reads it as gitleaks does: keep it.`],[`.gitleaksignore`,`The secrets check reads it as gitleaks does: keep it.`],[`.github/dependency-review-config.yml`,"Its `allow-licenses` is `licenses.allow` here; `allow-dependencies-licenses` becomes entries of `licenses.exceptions`."]],V=[[`gitleaks/gitleaks-action`,`the secrets check does the same`],[`actions/dependency-review-action`,`the licences check does its part on licences`],[`anchore/sbom-action`,`the SBOM check does the same`],[`sigstore/cosign-installer`,"`actions/sign` makes bundles that cosign verifies"],[`sigstore/gh-action-sigstore-python`,"`actions/sign` makes bundles that sigstore verifies"]];
async function Cv(e){let t=[];for(let[n,r]of U)await R(e,n)!==void 0&&t.push({path:n,advice:r});for(let n of await Lv(e.root)){let r=[...(await R(e,n)??``).matchAll(/^\s*(?:-\s*)?uses:\s*["']?([^\s"'@#]+)/gm)];for(let[e,i]of V){if(!r.some(([,t])=>t===e||t?.startsWith(`${e}/`)))continue;let a=`It uses ${e}: ${i}. Remove that step once both agree.`;t.push({path:n,advice:a})}}return t}
async function Lv(e){let t=`.github/workflows`;return(await Gr(ce(e,t)).catch(()=>[])).filter(e=>/\.ya?ml$/.test(e)).sort().slice(0,100).map(e=>`${t}/${e}`)}
async function R(e,t){let n=await e.readIfPresent(t,1048576).catch(()=>void 0);return n===void 0?void 0:new TextDecoder().decode(n)}
const H=[`.github/CODEOWNERS`,`CODEOWNERS`,`docs/CODEOWNERS`];
async function Sv(e,t){let n=await Ye(e),r=await Oa(Oi(n)),i=await xv(n);return{workspace:n,defaultBranch:await Ov(n.root,t),lockfiles:r.graphs.map(({path:e})=>e),unread:r.skipped.filter(({kind:e})=>e!==`excluded`),existing:await Cv(n),...i!==void 0&&{owner:i}}}
async function Ov(e,t){let n=await L(e,t);return n===void 0?`main`:await fa(n,null)??await Vc(n,`HEAD`)??`main`}
async function L(e,{environment:t,signal:n}){try{return await Zt({root:e,processes:uo(),environment:t,signal:n})}catch(e){if(e instanceof te)return;throw e}}
async function xv(e){for(let t of H){let n=await e.readIfPresent(t);if(n!==void 0)return new TextDecoder().decode(n).split(`
`).map(e=>e.trim().split(/\s+/)).filter(([e])=>e===`*`).at(-1)?.slice(1).find(e=>/^@[\w-]+(\/[\w.-]+)?$/.test(e))}}
const D=new URL(Nn).pathname.slice(1),N=`${Nn}/releases`,M=`<full commit SHA>`;
async function $(e,t){return e===void 0?await jv(t)??{commit:M,label:`v0.1.0`,doubt:`This workflow does not run yet: replace ${M} by that of a release, see ${N}.`}:Nv(e)}
function Nv(e){if(typeof e==`string`&&/^[0-9a-f]{40}$/.test(e))return{commit:e};throw new te(`\`--pin\` is ${JSON.stringify(e)}; it must be a full commit`,{hint:`Give all 40 hex digits: a tag or a short commit can be moved to other code.`})}
async function jv(e){let t=await L(import.meta.dirname,e),n=await t?.run([`show`,`HEAD:action.yml`],{maxBytes:1048576});if(t===void 0||n?.exitCode!==0||!Buffer.from(n.stdout).toString().includes(`
name: "Assay"
`))return;let r=await Wc(t);if(r===void 0)return;let i=await t.run([`tag`,`--points-at`,`HEAD`]),a=`v${cn}`;return Buffer.from(i.stdout).toString().split(`
`).includes(a)?{commit:r.sha,label:a}:{commit:r.sha,doubt:`This commit is the one of the clone of Assay that wrote this file; it is not a release. The workflow runs only if ${D} has it on GitHub; releases: ${N}.`}}
function Iv({defaultBranch:e,pin:t}){return`name: Assay

on:
  push:
    branches: [${JSON.stringify(e)}]
  pull_request:
  merge_group:

permissions: {}

concurrency:
  group: \${{ github.workflow }}-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  assay:
    name: Assay
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read # to read the repository
      pull-requests: write # to keep one comment on the pull request
      # security-events: write # for upload-sarif
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
          fetch-depth: 0 # the secrets check reads every commit of a change
${gv(t.doubt)}      - uses: ${D}@${t.commit}${t.label===void 0?``:` # ${t.label}`}
        with:
          comment: true
          # upload-sarif: true
`}
function gv(e){return e===void 0?``:Ge(e,92,0).map(e=>`      # ${e}\n`).join(``)}
const tf=`Usage: assay init [folder] [--force] [--pin <commit>]

Writes a commented assay.yml and .github/workflows/assay.yml for the repository in the folder.

  --force         Replace files that are there.
  --pin <commit>  The full commit of ${D} that the workflow uses. Without it: that of the
                  clone of Assay that runs, where it is one.
`,K={force:{type:`boolean`,default:!1,description:`Replace files that are there.`},pin:{type:`string`,description:`The full commit of Assay that the workflow uses.`}},T=`.github/workflows/assay.yml`;
async function pm(e,t){let{explicit:n,general:r,positionals:i,problems:a}=mi(e,K),{stdout:o}=t;if(r.help)return o.write(tf),0;let[s=`.`,c]=i,l=c===void 0?[]:[`One folder is set up; ${JSON.stringify(c)} is too much`];if(a.length+l.length>0)throw hi(`init`,[...a,...l]);let u=n.force===`true`,d=await $(n.pin,t),f=await Sv(fe(t.cwd,s),t),{workspace:p,defaultBranch:m}=f,h=await I(p,$n),g=yv(f,await Ja()),_=[{path:h??`assay.yml`,text:g,there:h!==void 0},{path:T,text:Iv({defaultBranch:m,pin:d}),there:await I(p,[T])!==void 0}],v=new Set;for(let{path:e,text:t,there:n}of _)n&&!u?o.write(`kept ${e}: it is there already; --force replaces it\n`):(await di(p.root,e,t),v.add(e),o.write(`wrote ${e}\n`));o.write(`\nfound: default branch ${Mt(m)}, ${bv(f.lockfiles)}\n`);for(let{item:e,reason:t}of f.unread)o.write(`${Mt(`not read: ${e} (${t})`)}\n`);v.has(T)&&d.doubt!==void 0&&o.write(`\nwarning: ${T}: ${d.doubt}\n`);for(let{path:e,advice:t}of f.existing)o.write(`${Mt(`found: ${e}. ${t}`)}\n`);let y=`${t.program} check ${s}`;return o.write(`\nNext: ${Mt(y)}\n`),o.write(`If that finds more than you can fix now: ${Mt(`${y} --format json > ${ce(s,w)}`)}, then \`baseline: ${w}\` in ${h??`assay.yml`}.\n`),0}
async function I(e,t){for(let n of t)if(await e.readIfPresent(n)!==void 0)return n}
function bv(e){return e.length===0?`no lockfile`:`${e.length} lockfile${e.length===1?``:`s`} (${Mt(e.slice(0,5).join(`, `))})`}
export{_d,dm,fm,pm,mm,$d,ef,tf};
