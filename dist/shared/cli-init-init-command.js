import"./rolldown-runtime.js";
import{$t as CONFIG_PATHS,Bt as VERSION,Mt as openWorkspace,P as writeInside,Xt as UsageError,d as branchBehind,dt as wrap,f as defaultBranch,k as openRepository,lt as nodeProcesses,w as headCommit,zt as PROJECT_URL}from"./part-base.js";
import{f as CHECK_NAMES,i as visible,n as commandLineError,o as parseArguments,s as loadSections}from"./part-cli.js";
import{m as readInventory,r as workTreeSource}from"./part-inventory.js";
import{readdir}from"node:fs/promises";
import{join,resolve}from"node:path";
const NEED_LOCKFILES=new Set([`sbom`,`licenses`]),BASELINE=`.github/assay-baseline.json`;
function configTemplate(e,t){let n=JSON.stringify(e.owner??`@your-org/security`);return`# The settings of Assay. Every key is optional; all: ${PROJECT_URL}/blob/main/docs/reference/config.md
${lockfileComment(e)}
version: 1

checks:
${CHECK_NAMES.map(t=>checkLine(t,e)).join(`
`)}

# The least severity of a finding that fails the run: critical, high, medium, low, info or never.
fail-on: medium

# To start from what is found today without fixing all of it at once: write a report once
# (check . --format json > ${BASELINE}), commit it, and name it here. What is in it is
# reported and does not fail the run, until its fix is due.
# baseline: ${BASELINE}

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
${t.map(commentedSection).join(``)}`}
function lockfileComment({lockfiles:e,unread:t}){return[e.length===0?t.length===0?`No lockfile was found: the checks that need one are switched off below.`:`No lockfile was found that this version reads; what is not known is reported.`:`Lockfiles that were found: ${e.slice(0,20).map(oneLine).join(`, `)}.`,...t.slice(0,20).map(({item:e,reason:t})=>`Not read: ${oneLine(e)} (${oneLine(t)}).`)].map(e=>`# ${e}`).join(`
`)}
function checkLine(e,{lockfiles:t,unread:n}){return t.length>0||n.length>0||!NEED_LOCKFILES.has(e)?`  - ${e}`:`  # - ${e} # needs a lockfile`}
function commentedSection({key:e,description:t,example:n}){let r=n.trimEnd().split(`
`).map(e=>`#   ${e}`.trimEnd());return[``,`# ${t}`,`# ${e}:`,...r,``].join(`
`)}
function oneLine(e){return e.replace(/\p{C}+/gu,` `)}
const FILES=[[`.gitleaks.toml`,`The secrets check reads it as gitleaks does: keep it.`],[`.gitleaksignore`,`The secrets check reads it as gitleaks does: keep it.`],[`.github/dependency-review-config.yml`,"Its `allow-licenses` is `licenses.allow` here; `allow-dependencies-licenses` becomes entries of `licenses.exceptions`."]],ACTIONS=[[`gitleaks/gitleaks-action`,`the secrets check does the same`],[`actions/dependency-review-action`,`the licences check does its part on licences`],[`anchore/sbom-action`,`the SBOM check does the same`],[`sigstore/cosign-installer`,"`actions/sign` makes bundles that cosign verifies"],[`sigstore/gh-action-sigstore-python`,"`actions/sign` makes bundles that sigstore verifies"]];
async function existingTools(e){let t=[];for(let[n,r]of FILES)await readIfPossible(e,n)!==void 0&&t.push({path:n,advice:r});for(let n of await workflows(e.root)){let r=[...(await readIfPossible(e,n)??``).matchAll(/^\s*(?:-\s*)?uses:\s*["']?([^\s"'@#]+)/gm)];for(let[e,i]of ACTIONS){if(!r.some(([,t])=>t===e||t?.startsWith(`${e}/`)))continue;let a=`It uses ${e}: ${i}. Remove that step once both agree.`;t.push({path:n,advice:a})}}return t}
async function workflows(e){let t=`.github/workflows`;return(await readdir(join(e,t)).catch(()=>[])).filter(e=>/\.ya?ml$/.test(e)).sort().slice(0,100).map(e=>`${t}/${e}`)}
async function readIfPossible(e,t){let n=await e.readIfPresent(t,1048576).catch(()=>void 0);return n===void 0?void 0:new TextDecoder().decode(n)}
const CODEOWNERS=[`.github/CODEOWNERS`,`CODEOWNERS`,`docs/CODEOWNERS`];
async function detectRepository(e,t){let n=await openWorkspace(e),r=await readInventory(workTreeSource(n)),i=await defaultOwner(n);return{workspace:n,defaultBranch:await mainBranch(n.root,t),lockfiles:r.graphs.map(({path:e})=>e),unread:r.skipped.filter(({kind:e})=>e!==`excluded`),existing:await existingTools(n),...i!==void 0&&{owner:i}}}
async function mainBranch(e,t){let n=await openIfRepository(e,t);return n===void 0?`main`:await defaultBranch(n,null)??await branchBehind(n,`HEAD`)??`main`}
async function openIfRepository(e,{environment:t,signal:n}){try{return await openRepository({root:e,processes:nodeProcesses(),environment:t,signal:n})}catch(e){if(e instanceof UsageError)return;throw e}}
async function defaultOwner(e){for(let t of CODEOWNERS){let n=await e.readIfPresent(t);if(n!==void 0)return new TextDecoder().decode(n).split(`
`).map(e=>e.trim().split(/\s+/)).filter(([e])=>e===`*`).at(-1)?.slice(1).find(e=>/^@[\w-]+(\/[\w.-]+)?$/.test(e))}}
const ACTION=new URL(PROJECT_URL).pathname.slice(1),RELEASES=`${PROJECT_URL}/releases`,PLACEHOLDER=`<full commit SHA>`;
async function choosePin(e,t){return e===void 0?await ownPin(t)??{commit:PLACEHOLDER,label:`v0.1.0`,doubt:`This workflow does not run yet: replace ${PLACEHOLDER} by that of a release, see ${RELEASES}.`}:readPin(e)}
function readPin(e){if(typeof e==`string`&&/^[0-9a-f]{40}$/.test(e))return{commit:e};throw new UsageError(`\`--pin\` is ${JSON.stringify(e)}; it must be a full commit`,{hint:`Give all 40 hex digits: a tag or a short commit can be moved to other code.`})}
async function ownPin(e){let t=await openIfRepository(import.meta.dirname,e),n=await t?.run([`show`,`HEAD:action.yml`],{maxBytes:1048576});if(t===void 0||n?.exitCode!==0||!Buffer.from(n.stdout).toString().includes(`
name: "Assay"
`))return;let r=await headCommit(t);if(r===void 0)return;let i=await t.run([`tag`,`--points-at`,`HEAD`]),a=`v${VERSION}`;return Buffer.from(i.stdout).toString().split(`
`).includes(a)?{commit:r.sha,label:a}:{commit:r.sha,doubt:`This commit is the one of the clone of Assay that wrote this file; it is not a release. The workflow runs only if ${ACTION} has it on GitHub; releases: ${RELEASES}.`}}
function workflowTemplate({defaultBranch:e,pin:t}){return`name: Assay

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
${comment(t.doubt)}      - uses: ${ACTION}@${t.commit}${t.label===void 0?``:` # ${t.label}`}
        with:
          comment: true
          # upload-sarif: true
`}
function comment(e){return e===void 0?``:wrap(e,92,0).map(e=>`      # ${e}\n`).join(``)}
const INIT_USAGE=`Usage: assay init [folder] [--force] [--pin <commit>]

Writes a commented assay.yml and .github/workflows/assay.yml for the repository in the folder.

  --force         Replace files that are there.
  --pin <commit>  The full commit of ${ACTION} that the workflow uses. Without it: that of the
                  clone of Assay that runs, where it is one.
`,OPTIONS={force:{type:`boolean`,default:!1,description:`Replace files that are there.`},pin:{type:`string`,description:`The full commit of Assay that the workflow uses.`}},WORKFLOW=`.github/workflows/assay.yml`;
async function initCommand(e,t){let{explicit:n,general:r,positionals:i,problems:a}=parseArguments(e,OPTIONS),{stdout:o}=t;if(r.help)return o.write(INIT_USAGE),0;let[s=`.`,c]=i,l=c===void 0?[]:[`One folder is set up; ${JSON.stringify(c)} is too much`];if(a.length+l.length>0)throw commandLineError(`init`,[...a,...l]);let u=n.force===`true`,d=await choosePin(n.pin,t),f=await detectRepository(resolve(t.cwd,s),t),{workspace:p,defaultBranch:m}=f,h=await firstPresent(p,CONFIG_PATHS),g=configTemplate(f,await loadSections()),_=[{path:h??`assay.yml`,text:g,there:h!==void 0},{path:WORKFLOW,text:workflowTemplate({defaultBranch:m,pin:d}),there:await firstPresent(p,[WORKFLOW])!==void 0}],v=new Set;for(let{path:e,text:t,there:n}of _)n&&!u?o.write(`kept ${e}: it is there already; --force replaces it\n`):(await writeInside(p.root,e,t),v.add(e),o.write(`wrote ${e}\n`));o.write(`\nfound: default branch ${visible(m)}, ${countOf(f.lockfiles)}\n`);for(let{item:e,reason:t}of f.unread)o.write(`${visible(`not read: ${e} (${t})`)}\n`);v.has(WORKFLOW)&&d.doubt!==void 0&&o.write(`\nwarning: ${WORKFLOW}: ${d.doubt}\n`);for(let{path:e,advice:t}of f.existing)o.write(`${visible(`found: ${e}. ${t}`)}\n`);let y=`${t.program} check ${s}`;return o.write(`\nNext: ${visible(y)}\n`),o.write(`If that finds more than you can fix now: ${visible(`${y} --format json > ${join(s,BASELINE)}`)}, then \`baseline: ${BASELINE}\` in ${h??`assay.yml`}.\n`),0}
async function firstPresent(e,t){for(let n of t)if(await e.readIfPresent(n)!==void 0)return n}
function countOf(e){return e.length===0?`no lockfile`:`${e.length} lockfile${e.length===1?``:`s`} (${visible(e.slice(0,5).join(`, `))})`}
export{INIT_USAGE,initCommand};
