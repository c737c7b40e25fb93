import{At as e,Bt as t,Mt as n,Ot as r,Rt as i,Ut as a,dn as o,ln as s,un as c}from"./part-base.js";
import{O as l}from"./part-git.js";
import{i as u,t as d}from"./secrets-suppressions-ignore-file.js";
import{t as f}from"./secrets-redaction-redacted.js";
const {join:p,resolve:m}=process.getBuiltinModule("node:path");
const {mkdir:h,mkdtemp:g,open:_,realpath:v,rm:y,writeFile:b}=process.getBuiltinModule("node:fs/promises");
const {tmpdir:x}=process.getBuiltinModule("node:os");
async function S(e,{name:n,root:r,environment:a,pathInput:s}){let[c,l]=await Promise.all([v(e),v(r)]);if(t(await i(l,a),c))throw new o(`The program ${n} lies in the repository that is checked, and nothing of that is ever run`,{hint:`Install ${n} outside of the checkout (on a runner: below RUNNER_TEMP or RUNNER_TOOL_CACHE), and put it on PATH${s===void 0?``:` or give ${s}`}.`})}
async function C(e,t){let{exitCode:n,stdout:r,stderr:i}=await t.processes.run(e,t.versionArgs,{timeoutMs:15e3,maxBytes:65536,env:{PATH:t.environment.PATH??t.environment.Path??``,LC_ALL:`C`}}),a=`${Buffer.from(r).toString(`utf8`)}\n${i}`;if(n!==0){let e=a.trim().split(`
`)[0]??``;throw new s(`\`${t.name} ${t.versionArgs.join(` `)}\` ended with exit code ${n}${e===``?``:`: ${e.slice(0,200)}`}`,{hint:`Check that ${t.name} runs on this machine.`})}return/(?<![\d.])v?(\d{1,6}\.\d{1,6}(?:\.\d{1,6})?(?:-[0-9A-Za-z.-]{1,40})?)(?![\d.])/.exec(a)?.[1]}
async function w(e){let t=e.explicitPath===void 0?await E(e):await T(e,e.explicitPath);return await S(t,e),{path:t,version:await C(t,e)}}
async function T(t,n){let r=m(t.root,n);if(await e(r))return r;throw new o(`${t.pathInput??`The path of ${t.name}`} is "${n}"; no program that may be run is there`,{hint:`Give the path of the ${t.name} program itself, and make it executable.`})}
async function E({name:e,environment:t,install:r}){for await(let{path:r}of n(e,t))return r;throw new s(`The program ${e} was not found on PATH`,{hint:r??`Install ${e}, or give its path.`})}
function D(){return`title = "Assay"\n\n${u.filter(({nativeOnly:e})=>!e).map(e=>[`[[rules]]`,`id = ${k(e.id)}`,`description = ${k(e.title)}`,`regex = ${k(e.regex)}`,`keywords = ${A(e.keywords)}`,...e.entropy===void 0?[]:[`entropy = ${e.entropy}`],...e.allow===void 0?[]:O(e.allow)].join(`
`)).join(`

`)}\n`}
function O(e){let t=(e,t)=>[`[[rules.allowlists]]`,`${e} = ${A(t)}`];return[...e.stopwords===void 0?[]:t(`stopwords`,e.stopwords),...(e.regexes??[]).flatMap(e=>t(`regexes`,[e])),...(e.matches??[]).flatMap(e=>[...t(`regexes`,[e]),`regexTarget = "match"`]),...(e.paths??[]).flatMap(e=>t(`paths`,[e]))]}
function k(e){return JSON.stringify(e)}
function A(e){return`[${e.map(k).join(`, `)}]`}
function j(e,t,{maxDecodeDepth:n,ignoreMarks:r}){return[...e===void 0?[`dir`,`.`]:[`git`,e.place,`--log-opts=${M(e.range)}`],`--config=${t.config}`,`--report-path=${t.report}`,`--report-format=json`,`--exit-code=42`,`--max-decode-depth=${n}`,...r?[`--ignore-gitleaks-allow`]:[],`--no-banner`,`--no-color`,`--log-level=info`]}
function M(e){let t=[`--no-color`,`--no-ext-diff`,`--no-textconv`,`--text`,`--no-renames`,`--full-history`,`--diff-merges=first-parent`];if(e.kind!==`commits`)return[...t,`--all`].join(` `);let{head:n,base:r,exclude:i=[]}=e,a=r===void 0?i:[r,...i];for(let e of[n,...a])if(!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(e))throw new c(`a commit range holds something that is no object name`);return[...t,n,...a.map(e=>`^${e}`)].join(` `)}
function N(e,t,n=()=>!0){return P(e).flatMap(e=>{let r=I(e,`File`).replaceAll(`\\`,`/`).replace(/^\.\//,``);if(!r.startsWith(t))return[];let i=r.slice(t.length),a=I(e,`Match`),o={secret:I(e,`Secret`),match:a,path:i,text:a,start:0},s=F(e,i),c=s.tags.some(e=>e.startsWith(`decoded:`));return n(s.ruleId,{...o,decoded:c})?[s]:[]})}
function P(e){let t;try{t=JSON.parse(e)}catch{throw R()}if(!Array.isArray(t)||!t.every(e=>typeof e==`object`&&!!e))throw R();return t}
function F(e,t){let n=I(e,`Commit`),r=L(e,`StartLine`),i=I(e,`Secret`),a=I(e,`Date`),o=n===``?{}:{commit:n};return{ruleId:I(e,`RuleID`),path:t,commit:n,line:r,marked:!1,tags:Array.isArray(e.Tags)?e.Tags.filter(e=>typeof e==`string`):[],location:r<1?{path:t,...o}:{path:t,startLine:r,endLine:Math.max(r,L(e,`EndLine`)),...o},...r<1?{}:{secret:f(i)},.../^\d{4}-\d\d-\d\dT[\d:]{8}Z$/.test(a)?{authoredAt:a}:{}}}
function I(e,t){let n=e[t];if(n===void 0)return``;if(typeof n!=`string`)throw R();return n}
function L(e,t){let n=e[t];if(typeof n!=`number`)throw R();return n}
function R(){return new s(`gitleaks wrote a report that is not its JSON format`,{hint:`Use gitleaks 8.19 or later.`})}
const z=268435456;
async function B(e){let t=await _(e,`r`).catch(()=>void 0);if(t===void 0)throw V(`gitleaks ended and wrote no report`);try{let e=await t.stat();if(!e.isFile())throw V(`gitleaks left no file where its report should be`);if(e.size>z)throw V(`The report of gitleaks has ${e.size} bytes; at most ${z} are read`);return await t.readFile(`utf8`)}finally{await t.close()}}
function V(e){return new s(e,{hint:"Check that `gitleaks-path` or the `gitleaks` on PATH is gitleaks 8.19 or later, or use `engine: native`."})}
function H(e){let t=e.replace(/\x1b\[[0-9;]*m/g,``).split(`
`),n=t.filter(e=>/\b(?:WRN|ERR|FTL|PNC)\b/.test(e)&&!/\bleaks found: \d+/.test(e)),r=t.join(`
`);return{commits:Number(/(\d+) commits scanned/.exec(r)?.[1]??0),bytes:Number(/scanned ~(\d+) bytes/.exec(r)?.[1]??0),complaints:n}}
const U=[[`messages of commits and tags`,"gitleaks does not read them; `engine: native` does"],[`text in UTF-16, and binary files`,"gitleaks does not read them; `engine: native` reads the former"]];
async function W(e,t,n,r,i,a){let{root:o,environment:c,processes:d,signal:f}=e;await K(n,o);let m=await w({name:`gitleaks`,pathInput:"`gitleaks-path`",environment:c,processes:d,versionArgs:[`version`],root:o,install:"Install gitleaks 8.19 or later, give `gitleaks-path`, or use `engine: native`.",...t.gitleaksPath===void 0?{}:{explicitPath:t.gitleaksPath}});e.logger.info(`gitleaks ${m.version??`of unknown version (built from source)`}`);let h=await g(p(x(),`assay-gitleaks-`));try{let e={config:p(h,`rules.toml`),report:p(h,`report.json`)};await b(e.config,r.source?.text??D(),{mode:384});let g=n.kind===`history`?await G(h,n):void 0,_=await d.run(m.path,j(g,e,{maxDecodeDepth:t.maxDecodeDepth,ignoreMarks:!n.addedMarksCount}),{cwd:g?.place??o,env:g?.variables??await l(c,o),timeoutMs:18e5,signal:f});if(_.exitCode!==0&&_.exitCode!==42)throw q(`gitleaks ended with exit code ${_.exitCode}`,_.stderr);let v=H(_.stderr);if(v.complaints.length>0)throw q(`gitleaks complained`,v.complaints.join(`
`));i.commits+=v.commits,i.bytes+=v.bytes;let y=n.kind===`history`?n.repo.prefix:``,x=new Map(r.ruleSet.rules.map(({id:e,accept:t})=>[e,t])),S=0,C=N(await B(e.report),y,(e,t)=>(S+=1,x.get(e)?.(t)??!0));if(_.exitCode===42&&y===``&&S===0)throw new s(`gitleaks says that it found leaks, and its report is empty`);for(let[e,t]of U)i.skipped.set(e,t);if(r.source===void 0)for(let{title:e}of u.filter(({nativeOnly:e})=>e))i.skipped.set(e,"gitleaks can't run this rule; `engine: native` does");i.files+=new Set(C.map(e=>e.path)).size;for(let e of C)a(e)}finally{await y(h,{recursive:!0,force:!0})}}
async function G(e,{repo:t,range:n}){let r=p(e,`empty`);return await h(r),{range:n,place:r,variables:t.variables}}
async function K(e,t){if(e.kind!==`tree`||e.baseCommit===void 0)return;let n=await r(await a(t)).read(d);if(n!==void 0&&Buffer.from(n).toString(`utf8`)!==await e.read(`.gitleaksignore`))throw new o(`The change comes from outside, and gitleaks would apply the ${d} that it brings`,{hint:"Use `mode: history` or `engine: native`, which read it from the base commit."})}
function q(e,t){let n=t.trim().split(`
`).slice(0,5);return new s(`${e}: ${(n[0]??`it said nothing`).slice(0,300)}`,{problems:n.slice(1).map(e=>e.slice(0,300)),hint:"Run it by hand with the same configuration, or use `engine: native`."})}
export{W as runGitleaks};
