import{Ut as e,dn as t,dt as n,en as r,lt as i,mn as a,tn as o,u as s}from"./part-base.js";
import{f as c,i as l,n as u,o as d,s as f}from"./part-cli.js";
import{i as p,r as m}from"./part-git-changes.js";
import{E as h,x as g}from"./part-git.js";
import{f as _,v}from"./part-inventory.js";
const {join:y,resolve:b}=process.getBuiltinModule("node:path");
const {readdir:x}=process.getBuiltinModule("node:fs/promises");
const S=new Set([`sbom`,`licenses`]),C=`.github/assay-baseline.json`;
function w(e,t){let n=JSON.stringify(e.owner??`@your-org/security`);return`# The settings of Assay. Every key is optional; all: ${r}/blob/main/docs/reference/config.md
${T(e)}
version: 1

checks:
${c.map(t=>E(t,e)).join(`
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
${t.map(D).join(``)}`}
function T({lockfiles:e,unread:t}){return[e.length===0?t.length===0?`No lockfile was found: the checks that need one are switched off below.`:`No lockfile was found that this version reads; what is not known is reported.`:`Lockfiles that were found: ${e.slice(0,20).map(O).join(`, `)}.`,...t.slice(0,20).map(({item:e,reason:t})=>`Not read: ${O(e)} (${O(t)}).`)].map(e=>`# ${e}`).join(`
`)}
function E(e,{lockfiles:t,unread:n}){return t.length>0||n.length>0||!S.has(e)?`  - ${e}`:`  # - ${e} # needs a lockfile`}
function D({key:e,description:t,example:n}){let r=n.trimEnd().split(`
`).map(e=>`#   ${e}`.trimEnd());return[``,`# ${t}`,`# ${e}:`,...r,``].join(`
`)}
function O(e){return e.replace(/\p{C}+/gu,` `)}
const k=[[`.gitleaks.toml`,`The secrets check reads it as gitleaks does: keep it.`],[`.gitleaksignore`,`The secrets check reads it as gitleaks does: keep it.`],[`.github/dependency-review-config.yml`,"Its `allow-licenses` is `licenses.allow` here; `allow-dependencies-licenses` becomes entries of `licenses.exceptions`."]],A=[[`gitleaks/gitleaks-action`,`the secrets check does the same`],[`actions/dependency-review-action`,`the licences check does its part on licences`],[`anchore/sbom-action`,`the SBOM check does the same`],[`sigstore/cosign-installer`,"`actions/sign` makes bundles that cosign verifies"],[`sigstore/gh-action-sigstore-python`,"`actions/sign` makes bundles that sigstore verifies"]];
async function j(e){let t=[];for(let[n,r]of k)await N(e,n)!==void 0&&t.push({path:n,advice:r});for(let n of await M(e.root)){let r=[...(await N(e,n)??``).matchAll(/^\s*(?:-\s*)?uses:\s*["']?([^\s"'@#]+)/gm)];for(let[e,i]of A){if(!r.some(([,t])=>t===e||t?.startsWith(`${e}/`)))continue;let a=`It uses ${e}: ${i}. Remove that step once both agree.`;t.push({path:n,advice:a})}}return t}
async function M(e){let t=`.github/workflows`;return(await x(y(e,t)).catch(()=>[])).filter(e=>/\.ya?ml$/.test(e)).sort().slice(0,100).map(e=>`${t}/${e}`)}
async function N(e,t){let n=await e.readIfPresent(t,1048576).catch(()=>void 0);return n===void 0?void 0:new TextDecoder().decode(n)}
const P=[`.github/CODEOWNERS`,`CODEOWNERS`,`docs/CODEOWNERS`];
async function F(t,n){let r=await e(t),i=await v(_(r)),a=await R(r);return{workspace:r,defaultBranch:await I(r.root,n),lockfiles:i.graphs.map(({path:e})=>e),unread:i.skipped.filter(({kind:e})=>e!==`excluded`),existing:await j(r),...a!==void 0&&{owner:a}}}
async function I(e,t){let n=await L(e,t);return n===void 0?`main`:await p(n,null)??await m(n,`HEAD`)??`main`}
async function L(e,{environment:n,signal:r}){try{return await h({root:e,processes:i(),environment:n,signal:r})}catch(e){if(e instanceof t)return;throw e}}
async function R(e){for(let t of P){let n=await e.readIfPresent(t);if(n!==void 0)return new TextDecoder().decode(n).split(`
`).map(e=>e.trim().split(/\s+/)).filter(([e])=>e===`*`).at(-1)?.slice(1).find(e=>/^@[\w-]+(\/[\w.-]+)?$/.test(e))}}
const z=new URL(r).pathname.slice(1),B=`${r}/releases`,V=`<full commit SHA>`;
async function H(e,t){return e===void 0?await W(t)??{commit:V,label:`v0.1.0`,doubt:`This workflow does not run yet: replace ${V} by that of a release, see ${B}.`}:U(e)}
function U(e){if(typeof e==`string`&&/^[0-9a-f]{40}$/.test(e))return{commit:e};throw new t(`\`--pin\` is ${JSON.stringify(e)}; it must be a full commit`,{hint:`Give all 40 hex digits: a tag or a short commit can be moved to other code.`})}
async function W(e){let t=await L(import.meta.dirname,e),n=await t?.run([`show`,`HEAD:action.yml`],{maxBytes:1048576});if(t===void 0||n?.exitCode!==0||!Buffer.from(n.stdout).toString().includes(`
name: "Assay"
`))return;let r=await g(t);if(r===void 0)return;let i=await t.run([`tag`,`--points-at`,`HEAD`]),a=`v${o}`;return Buffer.from(i.stdout).toString().split(`
`).includes(a)?{commit:r.sha,label:a}:{commit:r.sha,doubt:`This commit is the one of the clone of Assay that wrote this file; it is not a release. The workflow runs only if ${z} has it on GitHub; releases: ${B}.`}}
function G({defaultBranch:e,pin:t}){return`name: Assay

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
${K(t.doubt)}      - uses: ${z}@${t.commit}${t.label===void 0?``:` # ${t.label}`}
        with:
          comment: true
          # upload-sarif: true
`}
function K(e){return e===void 0?``:n(e,92,0).map(e=>`      # ${e}\n`).join(``)}
const q=`Usage: assay init [folder] [--force] [--pin <commit>]

Writes a commented assay.yml and .github/workflows/assay.yml for the repository in the folder.

  --force         Replace files that are there.
  --pin <commit>  The full commit of ${z} that the workflow uses. Without it: that of the
                  clone of Assay that runs, where it is one.
`,J={force:{type:`boolean`,default:!1,description:`Replace files that are there.`},pin:{type:`string`,description:`The full commit of Assay that the workflow uses.`}},Y=`.github/workflows/assay.yml`;
async function X(e,t){let{explicit:n,general:r,positionals:i,problems:o}=d(e,J),{stdout:c}=t;if(r.help)return c.write(q),0;let[p=`.`,m]=i,h=m===void 0?[]:[`One folder is set up; ${JSON.stringify(m)} is too much`];if(o.length+h.length>0)throw u(`init`,[...o,...h]);let g=n.force===`true`,_=await H(n.pin,t),v=await F(b(t.cwd,p),t),{workspace:x,defaultBranch:S}=v,T=await Z(x,a),E=w(v,await f()),D=[{path:T??`assay.yml`,text:E,there:T!==void 0},{path:Y,text:G({defaultBranch:S,pin:_}),there:await Z(x,[Y])!==void 0}],O=new Set;for(let{path:e,text:t,there:n}of D)n&&!g?c.write(`kept ${e}: it is there already; --force replaces it\n`):(await s(x.root,e,t),O.add(e),c.write(`wrote ${e}\n`));c.write(`\nfound: default branch ${l(S)}, ${Q(v.lockfiles)}\n`);for(let{item:e,reason:t}of v.unread)c.write(`${l(`not read: ${e} (${t})`)}\n`);O.has(Y)&&_.doubt!==void 0&&c.write(`\nwarning: ${Y}: ${_.doubt}\n`);for(let{path:e,advice:t}of v.existing)c.write(`${l(`found: ${e}. ${t}`)}\n`);let k=`${t.program} check ${p}`;return c.write(`\nNext: ${l(k)}\n`),c.write(`If that finds more than you can fix now: ${l(`${k} --format json > ${y(p,C)}`)}, then \`baseline: ${C}\` in ${T??`assay.yml`}.\n`),0}
async function Z(e,t){for(let n of t)if(await e.readIfPresent(n)!==void 0)return n}
function Q(e){return e.length===0?`no lockfile`:`${e.length} lockfile${e.length===1?``:`s`} (${l(e.slice(0,5).join(`, `))})`}
export{q as INIT_USAGE,X as initCommand};
