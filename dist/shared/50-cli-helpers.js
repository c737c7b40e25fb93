import{qa,er,te,Be,Za,Fs,Le,Pi,en,Vs,tn,rt,nr,Br,ct,Hi,ne,$s,lo,Gr,wn}from"./51-base.js";
import{En,Lc}from"./38-git.js";
import{_i,Tc}from"./37-git-changes.js";
import{ua,da}from"./10-inventory.js";
import{Hn,Yi,vo,St,Xi,qr,Jr,Zi,fc}from"./49-cli.js";
const {join:le,resolve:me}=process.getBuiltinModule("node:path");
const {readdir:Er}=process.getBuiltinModule("node:fs/promises");
async function W(e,t,n){await M(e,t,(e,r)=>{let i=r.find(e=>e.fixed===void 0&&er(e)===er(n));if(i!==void 0)throw new te(`\`${i.id}\` is acknowledged in ${t}:${i.line} already, by ${i.owner} on ${i.date}`,{hint:"Change that entry, or give `--package` where this is about another package."});let{id:a,package:o,owner:s,date:c,ticket:l,note:u}=n,d=Object.entries({id:a,package:o,owner:s,date:c,ticket:l,note:u}).flatMap(([e,t])=>t===void 0?[]:[`${e}: ${rt(t)}`]),f=/^( *)- /m.exec(e)?.[1]??``,p=d.map((e,t)=>`${f}${t===0?`- `:`  `}${e}`),m=r.length===0?e.replace(/^\[\s*\]\s*$/m,``)||"# Who answers for which finding, and since when. `assay ack <id>` adds an entry, `assay ack <id> --fixed` closes one.\n":e;return{text:`${m}${m.endsWith(`
`)?``:`
`}${p.join(`
`)}\n`,entries:[...r,n]}})}
async function X(e,t,n,r){let{parseYaml:i}=await import("./54-config.js").then(m=>({parseYaml:m.pc}));await M(e,t,(e,a)=>{let o=a.filter(e=>e.fixed===void 0&&(n.package===void 0?e.id.toLowerCase()===n.id.toLowerCase():er(e)===er(n))),[s]=o;if(s===void 0||o.length>1){let e=o.map(({line:e,package:t})=>`line ${e}: ${t??`no package`}`);throw new te(s===void 0?`${t} has no open entry for \`${n.id.slice(0,200)}\``:`${t} has ${o.length} open entries for \`${s.id}\``,{problems:e,hint:"Give the id as it stands there, and `--package` as it stands there."})}let{startLine:c=1,startColumn:l=1}=i(t,e).place([a.indexOf(s),`date`]),u=e.split(`
`);return u.splice(c,0,`${` `.repeat(l-1)}fixed: ${rt(r)}`),{text:u.join(`
`),entries:a.map(e=>e===s?{...e,fixed:r}:e)}})}
async function M(e,t,n){let{parseLedger:r}=await import("./54-config.js").then(m=>({parseLedger:m.Fp})),i=async()=>{let n=await e.readIfPresent(t,Vs);return n===void 0?``:Buffer.from(n).toString(`utf8`)},a=await i(),o=a.includes(`\r
`),s=n(o?a.replaceAll(`\r
`,`
`):a,r(a,t).entries),c=o?s.text.replaceAll(`
`,`\r
`):s.text;if(j(r(c,t).entries)!==j(s.entries)||Buffer.byteLength(c)>2097152)throw new te(`${t} is written in a way that an entry can't be put into`,{hint:"Write the entries as a list of `- id: …` with a line for each key, in less than 2 MiB."});if(await i()!==a)throw new te(`${t} was changed meanwhile`,{hint:`Run the command again.`});await Gr(e.root,t,c,!0)}
function j(e){return JSON.stringify(e,(e,t)=>ne(t)?Object.fromEntries(Object.entries(t).filter(([e])=>e!==`line`).sort(([e],[t])=>e<t?-1:1)):t)}
const Td=`Usage: assay ack <id> [options]

Writes into the ledger of acknowledgements (slo.ledger) that somebody answers for a finding, by the id of
an advisory, a fingerprint or a rule. Commit the ledger: docs/clocks.md says what it does.

  --package <package>  Only this package: a name, name@version, name@range or purl.
  --owner <owner>      Who answers for it. Without it: GITHUB_ACTOR, else USER.
  --ticket <ticket>, --note <note>
  --fixed              It was fixed: closes its entry.
  --config <file>, --working-directory <folder>
`,T={type:`string`,description:``},U={package:T,owner:T,ticket:T,note:T,fixed:{type:`boolean`,default:!1,description:``},config:Be.config,"working-directory":Be[`working-directory`]};
async function Ep(e,t){let{explicit:n,general:r,positionals:i,problems:a}=Jr(e,U);if(r.help)return t.stdout.write(Td),0;let{environment:o,cwd:s}=t,c=e=>{let t=n[e];return typeof t==`string`?t.trim():void 0},[l,u]=i,d=c(`fixed`)===`true`,f=c(`owner`)??o.GITHUB_ACTOR??o.USER,p=[`owner`,`ticket`,`note`].filter(e=>c(e)!==void 0),m=[...l===void 0?[`The id of the finding is missing`]:[],...u===void 0?[]:[`One id at a time; ${JSON.stringify(u)} is too much`],...d?p.map(e=>`\`--${e}\` says nothing with \`--fixed\``):[],...d||f?[]:["`--owner` is missing, and neither GITHUB_ACTOR nor USER is set"]];if(l===void 0||a.length+m.length>0)throw qr(`ack`,[...a,...m]);let h=await Xi(`check`);if(h===void 0)throw new te("There is no command `check`");let{workspace:g,config:_}=await $s({command:h,explicit:{config:c(`config`),"working-directory":c(`working-directory`)},environment:o,host:`cli`,cwd:s,loadSections:Zi}),v=Fs(_),y=Hi(o).wall().toISOString().replace(/\.\d+/,``),b=c(`package`),x={id:l,...b!==void 0&&{package:b}};if(d)await X(g,v,x,y);else{let[e,t]=[c(`ticket`),c(`note`)];await W(g,v,{...x,owner:f??``,date:y,...e!==void 0&&{ticket:e},...t!==void 0&&{note:t}})}let S=d?`marked as fixed`:`acknowledged by ${f}`;return t.stdout.write(`${St(`${v}: ${l} ${S}. Commit the file.`)}\n`),0}
const Cd=`Usage: assay config [command] [options of the command]

Shows the value of every input of a command (check without one) and where it comes from: an option,
a variable, the config file or the default. Secrets are not shown.
`;
async function kp(e,t){let[n,...r]=e,i=n!==void 0&&!n.startsWith(`-`),a=i?n:`check`,o=await Xi(a);if(o===void 0)throw new te(`There is no command ${JSON.stringify(a.slice(0,100))}${en(a,Yi)}`,{hint:`\`assay config\` takes one of ${Yi.join(`, `)}.`});let s=nr(o),{explicit:c,general:l,positionals:u,problems:d}=Jr(i?r:e,s);if(l.help)return t.stdout.write(Cd),0;let f=u.map(e=>`${JSON.stringify(e)} is too much: give options only`);if(d.length+f.length>0)throw qr(`config`,[...d,...f]);let{environment:p,cwd:m}=t,h={...o,inputs:L(s)},g=await $s({command:h,explicit:c,environment:p,host:`cli`,cwd:m,loadSections:Zi}),{config:_,inputs:v}=g,y=await o.parts?.(v)??[],b=[`Config file: ${_.path??`none`}`,...I(o.name,s,g),...y.flatMap(e=>Ig(e,g,p))];return t.stdout.write(`${b.map(St).join(`
`)}\n`),0}
function Ig(e,{config:t,workspace:n},r){let i=Object.entries(e.inputs).filter(([e])=>!Object.hasOwn(Be,e)),a=L(Object.fromEntries(i)),{root:o}=n,s=Br(a,{explicit:{},environment:r,config:t,host:`cli`,root:o});return I(e.name,a,{inputs:s.values,sources:s.sources})}
function I(e,t,n){return[``,e,...Z(Object.entries(t).filter(([,e])=>e.host!==`action`).map(([e,t])=>{let r=n.inputs[e],i=t.secret===!0&&r!==void 0?`(secret)`:zg(r);return[`  ${e}`,i,Pg(n.sources[e])]}))]}
function Z(e){let t=[0,1].map(t=>Math.min(48,Math.max(...e.map(e=>e[t]?.length??0))));return e.map(e=>e.map((e,n)=>e.padEnd(t[n]??0)).join(`  `).trimEnd())}
function zg(e){return e===void 0?`-`:Array.isArray(e)?e.length===0?`(none)`:e.join(`, `):String(e)}
function Pg(e){switch(e?.from){case`input`:return`option`;case`environment`:return`variable ${e.detail}`;case`config`:return e.detail??`config file`;default:return`default`}}
function L(e){return Object.fromEntries(Object.entries(e).map(([e,t])=>[e,{...t,required:!1}]))}
const wd=`Usage: assay explain [rule or command] [--format text|json]

What a rule means and how to fix it. Lists the rules of a command (assay explain licenses); without an
argument, all rules. A rule is found by its id, by the end of it (private-key) or by an earlier name.
`,D=[`text`,`json`];
async function Dp(e,t){let{general:n,positionals:r,problems:i}=Jr(e,{});if(n.help)return t.stdout.write(wd),0;let[a,o]=r,s=o===void 0?[]:[`One rule is explained at a time`],c=n.format??`text`,l=D.includes(c)?[]:[`\`--format\` is ${JSON.stringify(c)}; it must be one of ${D.join(`, `)}${en(c,D)}`],u=[...i,...s,...l];if(u.length>0)throw qr(`explain`,u);let d=await jg(),f=a===void 0?d:Rg(d,a);if(f.size===0){let e=a??``;throw new te(`There is no rule ${JSON.stringify(e.slice(0,100))}${en(e,d.keys())}`,{hint:"`assay explain` lists all rules."})}return t.stdout.write(c===`json`?K(f):q(f,a)),0}
function K(e){let t=[...e.values()].map(e=>({...e,helpUri:qa(e.id)}));return`${JSON.stringify(t,null,2)}\n`}
function q(e,t){let[n]=e.values();return e.size===1&&n!==void 0&&!n.id.startsWith(`${t}.`)?kg(n):Ag(e)}
function Rg(e,t){let n=t=>new Map([...e].filter(([,e])=>t(e)));return[n(e=>e.id.startsWith(`${t}.`)),n(e=>e.id===t),n(e=>e.id.endsWith(`.${t}`)),n(({aliases:e=[]})=>e.includes(t))].find(({size:e})=>e>0)??new Map}
async function jg(){let e=await fc(),t=Object.assign({},lo,...e.map(({rules:e})=>e));return new Map(Object.entries(t).sort(([e],[t])=>e<t?-1:1))}
function G({aliases:e=[]}){let t=e.filter(t=>!e.some(e=>e.endsWith(`.${t}`)));return t.length===0?[]:Le(`Also known as: ${t.join(`, `)}`,100,0)}
function Ag(e){let t=[...e.values()].map(({id:e,title:t,severity:n})=>({term:e,text:`${t} (${n})`}));return`${Hn(t).join(`
`)}\n`}
function kg(e){return[`${e.id}: ${e.title}`,`Severity: ${e.severity}`,...G(e),`Page: ${qa(e.id)}`,``,`Why it matters`,...Le(e.description,100,2),``,`How to fix it`,...e.help.split(`
`).flatMap(e=>e.trim()===``?[``]:Le(e,100,2)),``].join(`
`)}
const V=new Set([`sbom`,`licenses`]),C=`.github/assay-baseline.json`;
function ee(e,t){let n=JSON.stringify(e.owner??`@your-org/security`);return`# The settings of Assay. Every key is optional; all: ${wn}/blob/main/docs/reference/config.md
${Mg(e)}
version: 1

checks:
${vo.map(t=>J(t,e)).join(`
`)}

# The least severity of a finding that fails the run: critical, high, medium, low, info or never.
fail-on: medium

# To start from what is found today without fixing all of it at once: write a report once
# (check . --format json > ${C}), commit it, and name it here. What is in it is
# reported and does not fail the run, until its fix is due.
# baseline: ${C}

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
${t.map($).join(``)}`}
function Mg({lockfiles:e,unread:t}){return[e.length===0?t.length===0?`No lockfile was found: the checks that need one are switched off below.`:`No lockfile was found that this version reads; what is not known is reported.`:`Lockfiles that were found: ${e.slice(0,20).map(O).join(`, `)}.`,...t.slice(0,20).map(({item:e,reason:t})=>`Not read: ${O(e)} (${O(t)}).`)].map(e=>`# ${e}`).join(`
`)}
function J(e,{lockfiles:t,unread:n}){return t.length>0||n.length>0||!V.has(e)?`  - ${e}`:`  # - ${e} # needs a lockfile`}
function $({key:e,description:t,example:n}){let r=n.trimEnd().split(`
`).map(e=>`#   ${e}`.trimEnd());return[``,`# ${t}`,`# ${e}:`,...r,``].join(`
`)}
function O(e){return e.replace(/\p{C}+/gu,` `)}
const B=[[`.gitleaks.toml`,`The secrets check reads it as gitleaks does: keep it.`],[`.gitleaksignore`,`The secrets check reads it as gitleaks does: keep it.`],[`.github/dependency-review-config.yml`,"Its `allow-licenses` is `licenses.allow` here; `allow-dependencies-licenses` becomes entries of `licenses.exceptions`."]],R=[[`gitleaks/gitleaks-action`,`the secrets check does the same`],[`actions/dependency-review-action`,`the licences check does its part on licences`],[`anchore/sbom-action`,`the SBOM check does the same`],[`sigstore/cosign-installer`,"`actions/sign` makes bundles that cosign verifies"],[`sigstore/gh-action-sigstore-python`,"`actions/sign` makes bundles that sigstore verifies"]];
async function Og(e){let t=[];for(let[n,r]of B)await F(e,n)!==void 0&&t.push({path:n,advice:r});for(let n of await Vg(e.root)){let r=[...(await F(e,n)??``).matchAll(/^\s*(?:-\s*)?uses:\s*["']?([^\s"'@#]+)/gm)];for(let[e,i]of R){if(!r.some(([,t])=>t===e||t?.startsWith(`${e}/`)))continue;let a=`It uses ${e}: ${i}. Remove that step once both agree.`;t.push({path:n,advice:a})}}return t}
async function Vg(e){let t=`.github/workflows`;return(await Er(le(e,t)).catch(()=>[])).filter(e=>/\.ya?ml$/.test(e)).sort().slice(0,100).map(e=>`${t}/${e}`)}
async function F(e,t){let n=await e.readIfPresent(t,1048576).catch(()=>void 0);return n===void 0?void 0:new TextDecoder().decode(n)}
const z=[`.github/CODEOWNERS`,`CODEOWNERS`,`docs/CODEOWNERS`];
async function Dg(e,t){let n=await ct(e),r=await ua(da(n)),i=await Eg(n);return{workspace:n,defaultBranch:await Ng(n.root,t),lockfiles:r.graphs.map(({path:e})=>e),unread:r.skipped.filter(({kind:e})=>e!==`excluded`),existing:await Og(n),...i!==void 0&&{owner:i}}}
async function Ng(e,t){let n=await P(e,t);return n===void 0?`main`:await _i(n,null)??await Tc(n,`HEAD`)??`main`}
async function P(e,{environment:t,signal:n}){try{return await En({root:e,processes:Za(),environment:t,signal:n})}catch(e){if(e instanceof te)return;throw e}}
async function Eg(e){for(let t of z){let n=await e.readIfPresent(t);if(n!==void 0)return new TextDecoder().decode(n).split(`
`).map(e=>e.trim().split(/\s+/)).filter(([e])=>e===`*`).at(-1)?.slice(1).find(e=>/^@[\w-]+(\/[\w.-]+)?$/.test(e))}}
const E=new URL(wn).pathname.slice(1),A=`${wn}/releases`,k=`<full commit SHA>`;
async function Y(e,t){return e===void 0?await Fg(t)??{commit:k,label:`v0.1.0`,doubt:`This workflow does not run yet: replace ${k} by that of a release, see ${A}.`}:Lg(e)}
function Lg(e){if(typeof e==`string`&&/^[0-9a-f]{40}$/.test(e))return{commit:e};throw new te(`\`--pin\` is ${JSON.stringify(e)}; it must be a full commit`,{hint:`Give all 40 hex digits: a tag or a short commit can be moved to other code.`})}
async function Fg(e){let t=await P(import.meta.dirname,e),n=await t?.run([`show`,`HEAD:action.yml`],{maxBytes:1048576});if(t===void 0||n?.exitCode!==0||!Buffer.from(n.stdout).toString().includes(`
name: "Assay"
`))return;let r=await Lc(t);if(r===void 0)return;let i=await t.run([`tag`,`--points-at`,`HEAD`]),a=`v${tn}`;return Buffer.from(i.stdout).toString().split(`
`).includes(a)?{commit:r.sha,label:a}:{commit:r.sha,doubt:`This commit is the one of the clone of Assay that wrote this file; it is not a release. The workflow runs only if ${E} has it on GitHub; releases: ${A}.`}}
function Bg({defaultBranch:e,pin:t}){return`name: Assay

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
${Q(t.doubt)}      - uses: ${E}@${t.commit}${t.label===void 0?``:` # ${t.label}`}
        with:
          comment: true
          # upload-sarif: true
`}
function Q(e){return e===void 0?``:Le(e,92,0).map(e=>`      # ${e}\n`).join(``)}
const Ed=`Usage: assay init [folder] [--force] [--pin <commit>]

Writes a commented assay.yml and .github/workflows/assay.yml for the repository in the folder.

  --force         Replace files that are there.
  --pin <commit>  The full commit of ${E} that the workflow uses. Without it: that of the
                  clone of Assay that runs, where it is one.
`,H={force:{type:`boolean`,default:!1,description:`Replace files that are there.`},pin:{type:`string`,description:`The full commit of Assay that the workflow uses.`}},w=`.github/workflows/assay.yml`;
async function Op(e,t){let{explicit:n,general:r,positionals:i,problems:a}=Jr(e,H),{stdout:o}=t;if(r.help)return o.write(Ed),0;let[s=`.`,c]=i,l=c===void 0?[]:[`One folder is set up; ${JSON.stringify(c)} is too much`];if(a.length+l.length>0)throw qr(`init`,[...a,...l]);let u=n.force===`true`,d=await Y(n.pin,t),f=await Dg(me(t.cwd,s),t),{workspace:p,defaultBranch:m}=f,h=await N(p,Pi),g=ee(f,await Zi()),_=[{path:h??`assay.yml`,text:g,there:h!==void 0},{path:w,text:Bg({defaultBranch:m,pin:d}),there:await N(p,[w])!==void 0}],v=new Set;for(let{path:e,text:t,there:n}of _)n&&!u?o.write(`kept ${e}: it is there already; --force replaces it\n`):(await Gr(p.root,e,t),v.add(e),o.write(`wrote ${e}\n`));o.write(`\nfound: default branch ${St(m)}, ${Tg(f.lockfiles)}\n`);for(let{item:e,reason:t}of f.unread)o.write(`${St(`not read: ${e} (${t})`)}\n`);v.has(w)&&d.doubt!==void 0&&o.write(`\nwarning: ${w}: ${d.doubt}\n`);for(let{path:e,advice:t}of f.existing)o.write(`${St(`found: ${e}. ${t}`)}\n`);let y=`${t.program} check ${s}`;return o.write(`\nNext: ${St(y)}\n`),o.write(`If that finds more than you can fix now: ${St(`${y} --format json > ${le(s,C)}`)}, then \`baseline: ${C}\` in ${h??`assay.yml`}.\n`),0}
async function N(e,t){for(let n of t)if(await e.readIfPresent(n)!==void 0)return n}
function Tg(e){return e.length===0?`no lockfile`:`${e.length} lockfile${e.length===1?``:`s`} (${St(e.slice(0,5).join(`, `))})`}
export{Cd,Ep,Dp,Op,kp,wd,Td,Ed};
