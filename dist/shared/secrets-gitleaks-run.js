import{Bt as e,Ht as t,Qt as n,Wt as r,Xt as i,_n as a,tn as o,vn as s,yn as c}from"./part-base.js";
import{O as l}from"./part-git.js";
import{i as u,t as d}from"./secrets-suppressions-ignore-file.js";
import{t as f}from"./secrets-redaction-redacted.js";
const {mkdir:p,mkdtemp:m,open:h,realpath:g,rm:_,writeFile:v}=process.getBuiltinModule("node:fs/promises");
const {join:y,resolve:b}=process.getBuiltinModule("node:path");
const {tmpdir:x}=process.getBuiltinModule("node:os");
async function S(e,{name:t,root:r,environment:a,pathInput:o}){let[s,l]=await Promise.all([g(e),g(r)]);if(n(await i(l,a),s))throw new c(`The program ${t} lies in the repository that is checked, and nothing of that is ever run`,{hint:`Install ${t} outside of the checkout (on a runner: below RUNNER_TEMP or RUNNER_TOOL_CACHE), and put it on PATH${o===void 0?``:` or give ${o}`}.`})}
async function C(e,t){let{exitCode:n,stdout:r,stderr:i}=await t.processes.run(e,t.versionArgs,{timeoutMs:15e3,maxBytes:65536,env:{PATH:t.environment.PATH??t.environment.Path??``,LC_ALL:`C`}}),o=`${Buffer.from(r).toString(`utf8`)}\n${i}`;if(n!==0){let e=o.trim().split(`
`)[0]??``;throw new a(`\`${t.name} ${t.versionArgs.join(` `)}\` ended with exit code ${n}${e===``?``:`: ${e.slice(0,200)}`}`,{hint:`Check that ${t.name} runs on this machine.`})}return/(?<![\d.])v?(\d{1,6}\.\d{1,6}(?:\.\d{1,6})?(?:-[0-9A-Za-z.-]{1,40})?)(?![\d.])/.exec(o)?.[1]}
async function w(e){let t=e.explicitPath===void 0?await E(e):await T(e,e.explicitPath);return await S(t,e),{path:t,version:await C(t,e)}}
async function T(e,n){let r=b(e.root,n);if(await t(r))return r;throw new c(`${e.pathInput??`The path of ${e.name}`} is "${n}"; no program that may be run is there`,{hint:`Give the path of the ${e.name} program itself, and make it executable.`})}
async function E({name:e,environment:t,install:n}){for await(let{path:n}of r(e,t))return n;throw new a(`The program ${e} was not found on PATH`,{hint:n??`Install ${e}, or give its path.`})}
function D(){return`title = "Assay"\n\n${u.filter(({nativeOnly:e})=>!e).map(e=>[`[[rules]]`,`id = ${k(e.id)}`,`description = ${k(e.title)}`,`regex = ${k(e.regex)}`,`keywords = ${A(e.keywords)}`,...e.entropy===void 0?[]:[`entropy = ${e.entropy}`],...e.allow===void 0?[]:O(e.allow)].join(`
`)).join(`

`)}\n`}
function O(e){let t=(e,t)=>[`[[rules.allowlists]]`,`${e} = ${A(t)}`];return[...e.stopwords===void 0?[]:t(`stopwords`,e.stopwords),...(e.regexes??[]).flatMap(e=>t(`regexes`,[e])),...(e.matches??[]).flatMap(e=>[...t(`regexes`,[e]),`regexTarget = "match"`]),...(e.paths??[]).flatMap(e=>t(`paths`,[e]))]}
function k(e){return JSON.stringify(e)}
function A(e){return`[${e.map(k).join(`, `)}]`}
function j(e,t,{maxDecodeDepth:n,ignoreMarks:r}){return[...e===void 0?[`dir`,`.`]:[`git`,e.place,`--log-opts=${M(e.range)}`],`--config=${t.config}`,`--report-path=${t.report}`,`--report-format=json`,`--exit-code=42`,`--max-decode-depth=${n}`,...r?[`--ignore-gitleaks-allow`]:[],`--no-banner`,`--no-color`,`--log-level=info`]}
function M(e){let t=[`--no-color`,`--no-ext-diff`,`--no-textconv`,`--text`,`--no-renames`,`--full-history`,`--diff-merges=first-parent`];if(e.kind!==`commits`)return[...t,`--all`].join(` `);let{head:n,base:r,exclude:i=[]}=e,a=r===void 0?i:[r,...i];for(let e of[n,...a])if(!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(e))throw new s(`a commit range holds something that is no object name`);return[...t,n,...a.map(e=>`^${e}`)].join(` `)}
function N(e,t,n=()=>!0){return P(e).flatMap(e=>{let r=I(e,`File`).replaceAll(`\\`,`/`).replace(/^\.\//,``);if(!r.startsWith(t))return[];let i=r.slice(t.length),a=I(e,`Match`),o={secret:I(e,`Secret`),match:a,path:i,text:a,start:0},s=F(e,i),c=s.tags.some(e=>e.startsWith(`decoded:`));return n(s.ruleId,{...o,decoded:c})?[s]:[]})}
function P(e){let t;try{t=JSON.parse(e)}catch{throw R()}if(!Array.isArray(t)||!t.every(e=>typeof e==`object`&&!!e))throw R();return t}
function F(e,t){let n=I(e,`Commit`),r=L(e,`StartLine`),i=I(e,`Secret`),a=I(e,`Date`),o=n===``?{}:{commit:n};return{ruleId:I(e,`RuleID`),path:t,commit:n,line:r,marked:!1,tags:Array.isArray(e.Tags)?e.Tags.filter(e=>typeof e==`string`):[],location:r<1?{path:t,...o}:{path:t,startLine:r,endLine:Math.max(r,L(e,`EndLine`)),...o},...r<1?{}:{secret:f(i)},.../^\d{4}-\d\d-\d\dT[\d:]{8}Z$/.test(a)?{authoredAt:a}:{}}}
function I(e,t){let n=e[t];if(n===void 0)return``;if(typeof n!=`string`)throw R();return n}
function L(e,t){let n=e[t];if(typeof n!=`number`)throw R();return n}
function R(){return new a(`gitleaks wrote a report that is not its JSON format`,{hint:`Use gitleaks 8.19 or later.`})}
const z=268435456;
async function B(e){let t=await h(e,`r`).catch(()=>void 0);if(t===void 0)throw V(`gitleaks ended and wrote no report`);try{let e=await t.stat();if(!e.isFile())throw V(`gitleaks left no file where its report should be`);if(e.size>z)throw V(`The report of gitleaks has ${e.size} bytes; at most ${z} are read`);return await t.readFile(`utf8`)}finally{await t.close()}}
function V(e){return new a(e,{hint:"Check that `gitleaks-path` or the `gitleaks` on PATH is gitleaks 8.19 or later, or use `engine: native`."})}
function H(e){let t=e.replace(/\x1b\[[0-9;]*m/g,``).split(`
`),n=t.filter(e=>/\b(?:WRN|ERR|FTL|PNC)\b/.test(e)&&!/\bleaks found: \d+/.test(e)),r=t.join(`
`);return{commits:Number(/(\d+) commits scanned/.exec(r)?.[1]??0),bytes:Number(/scanned ~(\d+) bytes/.exec(r)?.[1]??0),complaints:n}}
const U=[[`messages of commits and tags`,"gitleaks does not read them; `engine: native` does"],[`text in UTF-16, and binary files`,"gitleaks does not read them; `engine: native` reads the former"]];
async function W(e,t,n,r,i,o){let{root:s,environment:c,processes:d,signal:f}=e;await K(n,s);let p=await w({name:`gitleaks`,pathInput:"`gitleaks-path`",environment:c,processes:d,versionArgs:[`version`],root:s,install:"Install gitleaks 8.19 or later, give `gitleaks-path`, or use `engine: native`.",...t.gitleaksPath===void 0?{}:{explicitPath:t.gitleaksPath}});e.logger.info(`gitleaks ${p.version??`of unknown version (built from source)`}`);let h=await m(y(x(),`assay-gitleaks-`));try{let e={config:y(h,`rules.toml`),report:y(h,`report.json`)};await v(e.config,r.source?.text??D(),{mode:384});let m=n.kind===`history`?await G(h,n):void 0,g=await d.run(p.path,j(m,e,{maxDecodeDepth:t.maxDecodeDepth,ignoreMarks:!n.addedMarksCount}),{cwd:m?.place??s,env:m?.variables??await l(c,s),timeoutMs:18e5,signal:f});if(g.exitCode!==0&&g.exitCode!==42)throw q(`gitleaks ended with exit code ${g.exitCode}`,g.stderr);let _=H(g.stderr);if(_.complaints.length>0)throw q(`gitleaks complained`,_.complaints.join(`
`));i.commits+=_.commits,i.bytes+=_.bytes;let b=n.kind===`history`?n.repo.prefix:``,x=new Map(r.ruleSet.rules.map(({id:e,accept:t})=>[e,t])),S=0,C=N(await B(e.report),b,(e,t)=>(S+=1,x.get(e)?.(t)??!0));if(g.exitCode===42&&b===``&&S===0)throw new a(`gitleaks says that it found leaks, and its report is empty`);for(let[e,t]of U)i.skipped.set(e,t);if(r.source===void 0)for(let{title:e}of u.filter(({nativeOnly:e})=>e))i.skipped.set(e,"gitleaks can't run this rule; `engine: native` does");i.files+=new Set(C.map(e=>e.path)).size;for(let e of C)o(e)}finally{await _(h,{recursive:!0,force:!0})}}
async function G(e,{repo:t,range:n}){let r=y(e,`empty`);return await p(r),{range:n,place:r,variables:t.variables}}
async function K(t,n){if(t.kind!==`tree`||t.baseCommit===void 0)return;let r=await e(await o(n)).read(d);if(r!==void 0&&Buffer.from(r).toString(`utf8`)!==await t.read(`.gitleaksignore`))throw new c(`The change comes from outside, and gitleaks would apply the ${d} that it brings`,{hint:"Use `mode: history` or `engine: native`, which read it from the base commit."})}
function q(e,t){let n=t.trim().split(`
`).slice(0,5);return new a(`${e}: ${(n[0]??`it said nothing`).slice(0,300)}`,{problems:n.slice(1).map(e=>e.slice(0,300)),hint:"Run it by hand with the same configuration, or use `engine: native`."})}
export{W as runGitleaks};
