import{R as e,St as t,Tt as n,X as r,it as i,ot as a}from"./part-base.js";
function o(e){let t=a(e.findings).flat(),n=e.checks.map(e=>({check:e,findings:t.filter(t=>t.check===e.check)})),r=[...n.map(({check:e,findings:t})=>s(e,t)),...e.acts.map(u)],i=e=>r.reduce((t,n)=>t+n[e],0);return`${[`<?xml version="1.0" encoding="UTF-8"?>`,`<testsuites name="${m(`assay ${e.command}`)}" tests="${i(`tests`)}" failures="${i(`failures`)}" errors="${i(`errors`)}" skipped="${i(`skipped`)}">`,...n.flatMap(({check:t,findings:n})=>c(e,t,n)),...e.acts.flatMap(t=>d(e,t)),`</testsuites>`].join(`
`)}\n`}
function s(e,t){let n=+(e.error!==void 0||t.length===0);return{tests:t.length+n,failures:t.filter(({decision:e})=>e===`block`).length,errors:e.error===void 0?0:1,skipped:t.filter(({status:e})=>e===`suppressed`).length}}
function c(e,t,n){return[l(e,t.title,s(t,n)),...f(t,n.length===0),...n.flatMap(p),`  </testsuite>`]}
function l(t,n,r){let i=e(t).map(([e,t])=>`      <property name="${m(e)}" value="${m(t)}"/>\n`),a=i.length===0?``:`\n    <properties>\n${i.join(``)}    </properties>`;return`  <testsuite name="${m(n)}" tests="${r.tests}" failures="${r.failures}" errors="${r.errors}" skipped="${r.skipped}" timestamp="${m(t.generatedAt)}">${a}`}
function u({records:e,failures:t}){let n=t.filter(({kind:e})=>e===`policy`).length;return{tests:e.length+t.length,failures:n,errors:t.length-n,skipped:0}}
function d(e,t){let n=(e,n)=>`    <testcase classname="${m(`assay.${t.act}`)}" name="${m(`${e}: ${n}`)}"`;return[l(e,t.title,u(t)),...t.records.map(e=>`${n(e.act,e.subject.name)}/>`),...t.failures.flatMap(({item:e,kind:t,message:r,hint:i,ruleId:a})=>{let o=t===`policy`?`failure`:`error`,s=[r,i,`Rule: ${a}`].filter(e=>e!==void 0);return[`${n(`failed`,e)}>`,`      <${o} message="${m(r)}" type="${t}">${h(s.join(`
`))}</${o}>`,`    </testcase>`]}),`  </testsuite>`]}
function f(e,t){let n=m(`assay.${e.check}`);if(e.error!==void 0){let{message:t,hint:r,problems:i=[]}=e.error,a=[t,...i,r].filter(e=>e!==void 0).join(`
`);return[`    <testcase classname="${n}" name="The check does its work">`,`      <error message="${m(t)}" type="${e.error.kind}">${h(a)}</error>`,`    </testcase>`]}return t?[`    <testcase classname="${n}" name="${m(`No findings (${r(e)} looked at)`)}"/>`]:[]}
function p(e){let t=i(e),n=m(t===void 0?e.message:`${t}: ${e.message}`),r=e.location===void 0?``:` file="${m(e.location.path)}"`,a=h([e.message,t===void 0?void 0:`Where: ${t}`,e.subject?.scope===void 0?void 0:`Scope: ${e.subject.scope}`,e.remediation===void 0?void 0:`To do: ${e.remediation}`,`Decision: ${e.decisionReason}`,`Fingerprint: ${e.fingerprint}`].filter(e=>e!==void 0).join(`
`)),o=e.decision===`block`?`<failure message="${m(e.message)}" type="${e.severity}">${a}</failure>`:e.status===`suppressed`?`<skipped message="${m(e.decisionReason)}"/>`:`<system-out>${a}</system-out>`;return[`    <testcase classname="${m(e.ruleId)}" name="${n}"${r}>`,`      ${o}`,`    </testcase>`]}
function m(e){return t(n(e,2e3))}
function h(e){return e.split(`
`).map(m).join(`
`)}
export{o as renderJunit};
