import{Ri,rn,Xa,te,on,Ve,io,_s,Kr,ze,ac,co,ut,Jr,gd,Zi,bd,or,On}from"./part-base.js";
import{qn,Rc}from"./part-git.js";
import{na,Ec}from"./part-git-changes.js";
import{ha,xa}from"./part-inventory.js";
import{Wn,_i,yo,wt,$i,Qr,_r,ea,fc}from"./part-cli.js";
const {join:ue,resolve:he}=process.getBuiltinModule("node:path");
const {readdir:jr}=process.getBuiltinModule("node:fs/promises");
const Td=`Usage: assay ack <id> [options]

Writes into the ledger of acknowledgements (slo.ledger) that somebody answers for a finding, by the id of
an advisory, a fingerprint or a rule. Commit the ledger: docs/clocks.md says what it does.

  --package <package>  Only this package: a name, name@version, name@range or purl.
  --owner <owner>      Who answers for it. Without it: GITHUB_ACTOR, else USER.
  --ticket <ticket>, --note <note>
  --fixed              It was fixed: closes its entry.
  --config <file>, --working-directory <folder>
`,T={type:`string`,description:``},V={package:T,owner:T,ticket:T,note:T,fixed:{type:`boolean`,default:!1,description:``},config:Ve.config,"working-directory":Ve[`working-directory`]};
async function Sp(e,t){let{explicit:n,general:r,positionals:i,problems:a}=_r(e,V);if(r.help)return t.stdout.write(Td),0;let{environment:o,cwd:s}=t,c=e=>{let t=n[e];return typeof t==`string`?t.trim():void 0},[l,u]=i,d=c(`fixed`)===`true`,f=c(`owner`)??o.GITHUB_ACTOR??o.USER,p=[`owner`,`ticket`,`note`].filter(e=>c(e)!==void 0),m=[...l===void 0?[`The id of the finding is missing`]:[],...u===void 0?[]:[`One id at a time; ${JSON.stringify(u)} is too much`],...d?p.map(e=>`\`--${e}\` says nothing with \`--fixed\``):[],...d||f?[]:["`--owner` is missing, and neither GITHUB_ACTOR nor USER is set"]];if(l===void 0||a.length+m.length>0)throw Qr(`ack`,[...a,...m]);let h=await $i(`check`);if(h===void 0)throw new te("There is no command `check`");let{workspace:g,config:_}=await _s({command:h,explicit:{config:c(`config`),"working-directory":c(`working-directory`)},environment:o,host:`cli`,cwd:s,loadSections:ea}),v=ac(_),y=Zi(o).wall().toISOString().replace(/\.\d+/,``),b=c(`package`),x={id:l,...b!==void 0&&{package:b}};if(d)await gd(g,v,x,y);else{let[e,t]=[c(`ticket`),c(`note`)];await bd(g,v,{...x,owner:f??``,date:y,...e!==void 0&&{ticket:e},...t!==void 0&&{note:t}})}let S=d?`marked as fixed`:`acknowledged by ${f}`;return t.stdout.write(`${wt(`${v}: ${l} ${S}. Commit the file.`)}\n`),0}
const Cd=`Usage: assay config [command] [options of the command]

Shows the value of every input of a command (check without one) and where it comes from: an option,
a variable, the config file or the default. Secrets are not shown.
`;
async function Tp(e,t){let[n,...r]=e,i=n!==void 0&&!n.startsWith(`-`),a=i?n:`check`,o=await $i(a);if(o===void 0)throw new te(`There is no command ${JSON.stringify(a.slice(0,100))}${rn(a,_i)}`,{hint:`\`assay config\` takes one of ${_i.join(`, `)}.`});let s=or(o),{explicit:c,general:l,positionals:u,problems:d}=_r(i?r:e,s);if(l.help)return t.stdout.write(Cd),0;let f=u.map(e=>`${JSON.stringify(e)} is too much: give options only`);if(d.length+f.length>0)throw Qr(`config`,[...d,...f]);let{environment:p,cwd:m}=t,h={...o,inputs:F(s)},g=await _s({command:h,explicit:c,environment:p,host:`cli`,cwd:m,loadSections:ea}),{config:_,inputs:v}=g,y=await o.parts?.(v)??[],b=[`Config file: ${_.path??`none`}`,...P(o.name,s,g),...y.flatMap(e=>Og(e,g,p))];return t.stdout.write(`${b.map(wt).join(`
`)}\n`),0}
function Og(e,{config:t,workspace:n},r){let i=Object.entries(e.inputs).filter(([e])=>!Object.hasOwn(Ve,e)),a=F(Object.fromEntries(i)),{root:o}=n,s=Jr(a,{explicit:{},environment:r,config:t,host:`cli`,root:o});return P(e.name,a,{inputs:s.values,sources:s.sources})}
function P(e,t,n){return[``,e,...q(Object.entries(t).filter(([,e])=>e.host!==`action`).map(([e,t])=>{let r=n.inputs[e],i=t.secret===!0&&r!==void 0?`(secret)`:jg(r);return[`  ${e}`,i,Eg(n.sources[e])]}))]}
function q(e){let t=[0,1].map(t=>Math.min(48,Math.max(...e.map(e=>e[t]?.length??0))));return e.map(e=>e.map((e,n)=>e.padEnd(t[n]??0)).join(`  `).trimEnd())}
function jg(e){return e===void 0?`-`:Array.isArray(e)?e.length===0?`(none)`:e.join(`, `):String(e)}
function Eg(e){switch(e?.from){case`input`:return`option`;case`environment`:return`variable ${e.detail}`;case`config`:return e.detail??`config file`;default:return`default`}}
function F(e){return Object.fromEntries(Object.entries(e).map(([e,t])=>[e,{...t,required:!1}]))}
const wd=`Usage: assay explain [rule or command] [--format text|json]

What a rule means and how to fix it. Lists the rules of a command (assay explain licenses); without an
argument, all rules. A rule is found by its id, by the end of it (private-key) or by an earlier name.
`,D=[`text`,`json`];
async function Cp(e,t){let{general:n,positionals:r,problems:i}=_r(e,{});if(n.help)return t.stdout.write(wd),0;let[a,o]=r,s=o===void 0?[]:[`One rule is explained at a time`],c=n.format??`text`,l=D.includes(c)?[]:[`\`--format\` is ${JSON.stringify(c)}; it must be one of ${D.join(`, `)}${rn(c,D)}`],u=[...i,...s,...l];if(u.length>0)throw Qr(`explain`,u);let d=await Cg(),f=a===void 0?d:Ag(d,a);if(f.size===0){let e=a??``;throw new te(`There is no rule ${JSON.stringify(e.slice(0,100))}${rn(e,d.keys())}`,{hint:"`assay explain` lists all rules."})}return t.stdout.write(c===`json`?U(f):W(f,a)),0}
function U(e){let t=[...e.values()].map(e=>({...e,helpUri:io(e.id)}));return`${JSON.stringify(t,null,2)}\n`}
function W(e,t){let[n]=e.values();return e.size===1&&n!==void 0&&!n.id.startsWith(`${t}.`)?xg(n):Sg(e)}
function Ag(e,t){let n=t=>new Map([...e].filter(([,e])=>t(e)));return[n(e=>e.id.startsWith(`${t}.`)),n(e=>e.id===t),n(e=>e.id.endsWith(`.${t}`)),n(({aliases:e=[]})=>e.includes(t))].find(({size:e})=>e>0)??new Map}
async function Cg(){let e=await fc(),t=Object.assign({},Xa,...e.map(({rules:e})=>e));return new Map(Object.entries(t).sort(([e],[t])=>e<t?-1:1))}
function H({aliases:e=[]}){let t=e.filter(t=>!e.some(e=>e.endsWith(`.${t}`)));return t.length===0?[]:ze(`Also known as: ${t.join(`, `)}`,100,0)}
function Sg(e){let t=[...e.values()].map(({id:e,title:t,severity:n})=>({term:e,text:`${t} (${n})`}));return`${Wn(t).join(`
`)}\n`}
function xg(e){return[`${e.id}: ${e.title}`,`Severity: ${e.severity}`,...H(e),`Page: ${io(e.id)}`,``,`Why it matters`,...ze(e.description,100,2),``,`How to fix it`,...e.help.split(`
`).flatMap(e=>e.trim()===``?[``]:ze(e,100,2)),``].join(`
`)}
const z=new Set([`sbom`,`licenses`]),C=`.github/assay-baseline.json`;
function X(e,t){let n=JSON.stringify(e.owner??`@your-org/security`);return`# The settings of Assay. Every key is optional; all: ${On}/blob/main/docs/reference/config.md
${wg(e)}
version: 1

checks:
${yo.map(t=>G(t,e)).join(`
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
${t.map(Y).join(``)}`}
function wg({lockfiles:e,unread:t}){return[e.length===0?t.length===0?`No lockfile was found: the checks that need one are switched off below.`:`No lockfile was found that this version reads; what is not known is reported.`:`Lockfiles that were found: ${e.slice(0,20).map(O).join(`, `)}.`,...t.slice(0,20).map(({item:e,reason:t})=>`Not read: ${O(e)} (${O(t)}).`)].map(e=>`# ${e}`).join(`
`)}
function G(e,{lockfiles:t,unread:n}){return t.length>0||n.length>0||!z.has(e)?`  - ${e}`:`  # - ${e} # needs a lockfile`}
function Y({key:e,description:t,example:n}){let r=n.trimEnd().split(`
`).map(e=>`#   ${e}`.trimEnd());return[``,`# ${t}`,`# ${e}:`,...r,``].join(`
`)}
function O(e){return e.replace(/\p{C}+/gu,` `)}
const R=[[`.gitleaks.toml`,`The secrets check reads it as gitleaks does: keep it.`],[`.gitleaksignore`,`The secrets check reads it as gitleaks does: keep it.`],[`.github/dependency-review-config.yml`,"Its `allow-licenses` is `licenses.allow` here; `allow-dependencies-licenses` becomes entries of `licenses.exceptions`."]],I=[[`gitleaks/gitleaks-action`,`the secrets check does the same`],[`actions/dependency-review-action`,`the licences check does its part on licences`],[`anchore/sbom-action`,`the SBOM check does the same`],[`sigstore/cosign-installer`,"`actions/sign` makes bundles that cosign verifies"],[`sigstore/gh-action-sigstore-python`,"`actions/sign` makes bundles that sigstore verifies"]];
async function ee(e){let t=[];for(let[n,r]of R)await N(e,n)!==void 0&&t.push({path:n,advice:r});for(let n of await Ng(e.root)){let r=[...(await N(e,n)??``).matchAll(/^\s*(?:-\s*)?uses:\s*["']?([^\s"'@#]+)/gm)];for(let[e,i]of I){if(!r.some(([,t])=>t===e||t?.startsWith(`${e}/`)))continue;let a=`It uses ${e}: ${i}. Remove that step once both agree.`;t.push({path:n,advice:a})}}return t}
async function Ng(e){let t=`.github/workflows`;return(await jr(ue(e,t)).catch(()=>[])).filter(e=>/\.ya?ml$/.test(e)).sort().slice(0,100).map(e=>`${t}/${e}`)}
async function N(e,t){let n=await e.readIfPresent(t,1048576).catch(()=>void 0);return n===void 0?void 0:new TextDecoder().decode(n)}
const L=[`.github/CODEOWNERS`,`CODEOWNERS`,`docs/CODEOWNERS`];
async function $(e,t){let n=await ut(e),r=await ha(xa(n)),i=await Q(n);return{workspace:n,defaultBranch:await Tg(n.root,t),lockfiles:r.graphs.map(({path:e})=>e),unread:r.skipped.filter(({kind:e})=>e!==`excluded`),existing:await ee(n),...i!==void 0&&{owner:i}}}
async function Tg(e,t){let n=await M(e,t);return n===void 0?`main`:await na(n,null)??await Ec(n,`HEAD`)??`main`}
async function M(e,{environment:t,signal:n}){try{return await qn({root:e,processes:co(),environment:t,signal:n})}catch(e){if(e instanceof te)return;throw e}}
async function Q(e){for(let t of L){let n=await e.readIfPresent(t);if(n!==void 0)return new TextDecoder().decode(n).split(`
`).map(e=>e.trim().split(/\s+/)).filter(([e])=>e===`*`).at(-1)?.slice(1).find(e=>/^@[\w-]+(\/[\w.-]+)?$/.test(e))}}
const E=new URL(On).pathname.slice(1),A=`${On}/releases`,k=`<full commit SHA>`;
async function K(e,t){return e===void 0?await Dg(t)??{commit:k,label:`v0.1.0`,doubt:`This workflow does not run yet: replace ${k} by that of a release, see ${A}.`}:kg(e)}
function kg(e){if(typeof e==`string`&&/^[0-9a-f]{40}$/.test(e))return{commit:e};throw new te(`\`--pin\` is ${JSON.stringify(e)}; it must be a full commit`,{hint:`Give all 40 hex digits: a tag or a short commit can be moved to other code.`})}
async function Dg(e){let t=await M(import.meta.dirname,e),n=await t?.run([`show`,`HEAD:action.yml`],{maxBytes:1048576});if(t===void 0||n?.exitCode!==0||!Buffer.from(n.stdout).toString().includes(`
name: "Assay"
`))return;let r=await Rc(t);if(r===void 0)return;let i=await t.run([`tag`,`--points-at`,`HEAD`]),a=`v${on}`;return Buffer.from(i.stdout).toString().split(`
`).includes(a)?{commit:r.sha,label:a}:{commit:r.sha,doubt:`This commit is the one of the clone of Assay that wrote this file; it is not a release. The workflow runs only if ${E} has it on GitHub; releases: ${A}.`}}
function Mg({defaultBranch:e,pin:t}){return`name: Assay

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
${J(t.doubt)}      - uses: ${E}@${t.commit}${t.label===void 0?``:` # ${t.label}`}
        with:
          comment: true
          # upload-sarif: true
`}
function J(e){return e===void 0?``:ze(e,92,0).map(e=>`      # ${e}\n`).join(``)}
const Ed=`Usage: assay init [folder] [--force] [--pin <commit>]

Writes a commented assay.yml and .github/workflows/assay.yml for the repository in the folder.

  --force         Replace files that are there.
  --pin <commit>  The full commit of ${E} that the workflow uses. Without it: that of the
                  clone of Assay that runs, where it is one.
`,B={force:{type:`boolean`,default:!1,description:`Replace files that are there.`},pin:{type:`string`,description:`The full commit of Assay that the workflow uses.`}},w=`.github/workflows/assay.yml`;
async function wp(e,t){let{explicit:n,general:r,positionals:i,problems:a}=_r(e,B),{stdout:o}=t;if(r.help)return o.write(Ed),0;let[s=`.`,c]=i,l=c===void 0?[]:[`One folder is set up; ${JSON.stringify(c)} is too much`];if(a.length+l.length>0)throw Qr(`init`,[...a,...l]);let u=n.force===`true`,d=await K(n.pin,t),f=await $(he(t.cwd,s),t),{workspace:p,defaultBranch:m}=f,h=await j(p,Ri),g=X(f,await ea()),_=[{path:h??`assay.yml`,text:g,there:h!==void 0},{path:w,text:Mg({defaultBranch:m,pin:d}),there:await j(p,[w])!==void 0}],v=new Set;for(let{path:e,text:t,there:n}of _)n&&!u?o.write(`kept ${e}: it is there already; --force replaces it\n`):(await Kr(p.root,e,t),v.add(e),o.write(`wrote ${e}\n`));o.write(`\nfound: default branch ${wt(m)}, ${Z(f.lockfiles)}\n`);for(let{item:e,reason:t}of f.unread)o.write(`${wt(`not read: ${e} (${t})`)}\n`);v.has(w)&&d.doubt!==void 0&&o.write(`\nwarning: ${w}: ${d.doubt}\n`);for(let{path:e,advice:t}of f.existing)o.write(`${wt(`found: ${e}. ${t}`)}\n`);let y=`${t.program} check ${s}`;return o.write(`\nNext: ${wt(y)}\n`),o.write(`If that finds more than you can fix now: ${wt(`${y} --format json > ${ue(s,C)}`)}, then \`baseline: ${C}\` in ${h??`assay.yml`}.\n`),0}
async function j(e,t){for(let n of t)if(await e.readIfPresent(n)!==void 0)return n}
function Z(e){return e.length===0?`no lockfile`:`${e.length} lockfile${e.length===1?``:`s`} (${wt(e.slice(0,5).join(`, `))})`}
export{Cd,Sp,Cp,wp,Tp,wd,Td,Ed};
