import{It as e,On as t,R as n,Tt as r,en as i,ht as a,in as o,nt as s,q as c,rn as l,yt as u,z as d}from"./part-base.js";
import{c as f,s as p}from"./reporting-links.js";
function m(e){return{physicalLocation:{artifactLocation:{uri:h(e?.path??``),uriBaseId:`%SRCROOT%`},region:g(e)}}}
function h(e){let t=e.toWellFormed().split(`/`).filter(e=>e!==``&&e!==`.`&&e!==`..`);return t.length===0?`.github/assay.yml`:t.map(encodeURIComponent).join(`/`)}
function g(e){let t=_(1,e?.startLine),n=_(1,e?.startColumn),r=_(t,e?.endLine);return{startLine:t,startColumn:n,endLine:r,endColumn:_(r===t?n+1:1,e?.endColumn)}}
function _(e,t){return t!==void 0&&Number.isSafeInteger(t)?Math.max(e,t):e}
const v=1024,y={critical:`9.5`,high:`8.0`,medium:`5.5`,low:`2.5`,info:void 0},b={critical:`error`,high:`error`,medium:`warning`,low:`note`,info:`note`},x={error:`error`,warning:`warning`,note:`recommendation`};
function S(e,n){let i=n.map(e=>e.severity).sort(t)[0]??e.severity,a=b[i],o=y[i],s=T(e.help,`See the message of the result.`);return{id:e.id,name:r(w(e.id),255),shortDescription:{text:r(u(T(e.title,e.id)),v)},fullDescription:{text:r(u(T(e.description,T(e.title,e.id))),v)},...e.helpUri!==void 0&&{helpUri:e.helpUri},help:{text:p(s),markdown:s},defaultConfiguration:{level:a},properties:{precision:`high`,"problem.severity":x[a],...o!==void 0&&{"security-severity":o},tags:C(e,o!==void 0)}}}
function C(e,t){return[...new Set([...t?[`security`]:[],`supply-chain`,...e.tags??[]])].filter(e=>e.trim()!==``).slice(0,10)}
function w(e){return e.split(/[^A-Za-z0-9]+/).filter(e=>e!==``).map(e=>e.charAt(0).toUpperCase()+e.slice(1)).join(``)||`Rule`}
function T(e,t){return e.trim()===``?t:e}
const E=1e3;
function D(e){let t=(e.relatedLocations??[]).slice(0,50),n=e.subject?.purl,r={level:b[e.severity],message:{text:k(e)},locations:[m(e.location)],...t.length>0&&{relatedLocations:t.map((e,t)=>({id:t+1,...m(e)}))},partialFingerprints:{"assay/v1":e.fingerprint},...e.suppression!==void 0&&{suppressions:[M(e)]},properties:{check:e.check,severity:e.severity,decision:e.decision,decisionReason:u(e.decisionReason),...e.subject?.scope!==void 0&&{scope:e.subject.scope},...n!==void 0&&n!==``&&{purl:u(n)}}};return{ruleId:e.ruleId,severity:e.severity,body:r}}
function O({act:e,failures:t}){return t.map(({item:t,ruleId:n,kind:r,message:i,hint:a,location:s})=>({ruleId:n,severity:`high`,body:{level:`error`,message:{text:A([T(i,n),a])},locations:[m(s)],partialFingerprints:{"assay/v1":o(n,t)},properties:{act:e,item:u(t),kind:r}}}))}
function k(e){let{location:t,relatedLocations:n=[],remediation:i}=e,a=[T(e.message,e.ruleId)];if(t===void 0){let t=c(e);t!==void 0&&!e.message.includes(t)&&a.push(`About: ${t}`)}else t.commit!==void 0&&a.push(`Found at ${s(t)}`);if(n.length>0){let e=n.slice(0,3).map(e=>r(s(e),200)),t=n.length-e.length;a.push(`Also at ${e.join(`, `)}${t>0?` and ${t} more`:``}`)}return A([...a,i])}
function A(e){let t=e.filter(e=>e!==void 0&&e!==``).map(e=>j(u(e??``)));return r(p(t.join(` `)),E)}
function j(e){return/[.!?…]$/.test(e)?e:`${e}.`}
function M({suppression:e,decisionReason:t}){let n=e===void 0?``:e.reason;return{kind:e?.by===`inline`?`inSource`:`external`,status:`accepted`,justification:r(u(j(`${t} ${n}`.trim())),E)}}
const N=5e3,P=1e7;
function F(e,t=N){let n=f(e),{command:r,acts:i,findings:a,outcome:o,headline:s}=n;return L(n,{category:[r],acts:i,findings:a,outcome:o,headline:s},t)}
function I(e,{check:t,category:n},r=N){let i=f(e),o=i.findings.filter(e=>e.check===t),s=e.checks.find(e=>e.check===t),{outcome:c=`pass`,title:l=t}=s??{};return L(i,{category:n,acts:[],findings:o,outcome:c,headline:`${l}: ${s?.coverage.summary??a(o.length,`finding`)}`},r)}
function L(e,t,n){let r=[...t.findings.filter(({decision:e})=>e===`block`),...t.findings.filter(({status:e,decision:t})=>e===`open`&&t===`report`),...t.findings.filter(({status:e})=>e===`suppressed`)],i=[...t.acts.flatMap(O),...r.map(D)];for(let r=Math.min(i.length,n);;r=Math.floor(r/2)){let n=d(z(e,t,i.slice(0,r)));if(n.length*3<P||r===0||R(n)<=P)return n}}
function R(e){return process.getBuiltinModule(`node:zlib`).gzipSync(e).byteLength}
function z(t,r,a){let o=e(a,({ruleId:e})=>e),s=[...o.keys()].sort(l),c=new Map(s.map((e,t)=>[e,t]));return{$schema:`https://json.schemastore.org/sarif-2.1.0.json`,version:`2.1.0`,runs:[{tool:{driver:{name:`Assay`,informationUri:i,version:T(t.tool.version,`0`),semanticVersion:T(t.tool.version,`0.0.0`),rules:s.map(e=>S(U(t,e),o.get(e)??[]))}},automationDetails:{id:H(r.category)},...V(t),columnKind:`utf16CodeUnits`,originalUriBaseIds:{"%SRCROOT%":{description:{text:`The root of the repository.`}}},results:a.map(({ruleId:e,body:t})=>({ruleId:e,ruleIndex:c.get(e)??0,...t})),properties:{outcome:r.outcome,headline:u(r.headline),subject:Object.fromEntries(n(t).map(([e,t])=>[e,u(t)])),omittedResults:B(r)-a.length}}]}}
function B({acts:e,findings:t}){return e.reduce((e,{failures:t})=>e+t.length,t.length)}
function V({subject:e}){let{server:t,repository:n,commit:r,ref:i}=e;return t===void 0||n===void 0?{}:{versionControlProvenance:[{repositoryUri:`${t}/${n}`,...r!==void 0&&{revisionId:r},...i!==void 0&&{branch:i},mappedTo:{uriBaseId:`%SRCROOT%`}}]}}
function H(e){return[`assay`,...e].map(e=>`${encodeURIComponent(e.toWellFormed())}/`).join(``)}
function U(e,t){return(Object.hasOwn(e.rules,t)?e.rules[t]:void 0)??{id:t,title:t,description:t,help:``,severity:`medium`}}
export{I as n,F as r,N as t};
