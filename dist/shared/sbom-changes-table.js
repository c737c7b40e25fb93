import{Jt as e,dn as t,x as n}from"./part-base.js";
import{t as r}from"./sbom-read-hash-value.js";
import{a as i,i as a,n as o,o as s,r as c,t as l}from"./sbom-diff-package-key.js";
function u(e,t){let n=p(e);return[...h(e.hashes,t.hashes),...[...p(t)].flatMap(([e,t])=>h(n.get(e)??[],t).map(t=>({...t,url:e})))]}
function d(e,t){return f(t)<f(e)}
function f(e){return[e.hashes,...p(e).values()].flat().reduce((e,{algorithm:t})=>Math.max(e,/^(?:MD|SHA-?1$|ADLER)/i.test(t)?1:2),0)}
function p({references:t}){let n=e(t.filter(m),({url:e})=>e);return new Map([...n].map(([e,t])=>[e,t.flatMap(({hashes:e})=>e)]))}
function m({type:e}){return e===`distribution`||e===`source-distribution`}
function h(e,t){let[n,r]=[g(e),g(t)];return[...r].flatMap(([e,t])=>{let r=n.get(e)??[],i=new Set(r),a=t.find(e=>!i.has(e)),o=r.find(e=>!t.includes(e))??r[0];return o===void 0||a===void 0?[]:[{algorithm:e,before:o,after:a}]})}
function g(t){let n=e(t,({algorithm:e})=>e);return new Map([...n].map(([e,t])=>[e,t.map(({value:e})=>r(e))]))}
function _(e,t){let[n,r]=[v(e),v(t)];return n!==void 0&&r!==void 0&&n!==r||[`distribution`,`source-distribution`,`vcs`].some(n=>{let[r,i]=[y(e,n),y(t,n)];return r.size>0&&i.size>0&&![...i].some(e=>r.has(e))})}
function v(e){let t=a(e),{download_url:n,vcs_url:r}=t?.qualifiers??{};return t&&JSON.stringify([n,r])}
function y({references:e},t){return new Set(e.flatMap(({type:e,url:n,comment:r})=>{let i=e===t&&r!==`as the package says`&&URL.canParse(n)?new URL(n):void 0;return i?.host?[i.href.replace(/\/$/,``)]:[]}))}
const b=[`hash`,`weaker`,`source`,`added`,`removed`,`upgraded`,`downgraded`,`changed`,`license`,`scope`];
function x(e,n){let r=C(e.components,n.components,o),i=S(r),a=new Set([...i.before,...i.after]);return[...r.filter(([e,t])=>e&&t||!a.has(e??t)),...C(i.before,i.after,l)].flatMap(([e,t])=>M(e,t)??[]).sort((e,n)=>t(P(e),P(n))||t(F(e),F(n)))}
function S(e){let t=e.filter(([e,t])=>e===void 0||t===void 0),[n=[],r=[]]=[0,1].map(e=>t.flatMap(t=>t[e]??[])),i=(e,t)=>{let n=new Set(t.filter(({purl:e})=>e===void 0).map(l));return e.filter(e=>e.purl===void 0||n.has(l(e)))};return{before:i(n,r),after:i(r,n)}}
function C(t,n,r){let i=e(t,r),a=e(n,r);return[...new Set([...i.keys(),...a.keys()])].flatMap(e=>w(i.get(e)??[],a.get(e)??[]))}
function w(t,n){let r=[],[i,a]=[t,n];for(let t of[A,k]){let n=e(a,t),o=new Set;i=i.filter(e=>{let i=n.get(t(e))?.shift();return i===void 0||(o.add(i),r.push([e,i]),!1)}),a=a.filter(e=>!o.has(e))}let o=D(i,n,(e,t)=>r.push([e,t])),s=D(a,t,(e,t)=>r.push([t,e]));return[...r,...T(o,s)]}
function T(t,n){let[r,i]=[t.toSorted(j),n.toSorted(j)],a=[];for(let t of[2,1,0]){let n=e(i,e=>E(e,t)),o=new Set;r=r.filter(e=>{let r=n.get(E(e,t))?.shift();return r!==void 0&&(o.add(r),a.push([e,r])),r===void 0}),i=i.filter(e=>!o.has(e))}return[...a,...r.map(e=>[e,void 0]),...i.map(e=>[void 0,e])]}
function E({version:e=``},t){return(e.match(/\d+/g)??[]).slice(0,t).join(`.`)}
function D(e,t,n){let r=new Map(t.map(e=>[k(e),e]));return e.filter(e=>{let t=r.get(k(e));return t!==void 0&&O(e,t)&&n(e,t),t===void 0})}
function O(e,t){return[u(e,t),u(t,e)].some(({length:e})=>e>0)||_(e,t)}
function k({version:e=``}){return e}
function A({version:e,ref:t,hashes:n}){return JSON.stringify([e,n.length===0?t:n])}
function j(e,r){let[i,a]=[e.version??``,r.version??``];return n(c(e)??c(r),a,i)||t(a,i)||t(e.ref,r.ref)}
function M(e,t){if(e===void 0)return t&&{kinds:[`added`],after:t};if(t===void 0)return{kinds:[`removed`],before:e};let n=[];return e.version===t.version?u(e,t).length>0&&n.push(t.version===void 0?`changed`:`hash`):n.push(N(e,t)),e.version===t.version&&t.version!==void 0&&(!n.includes(`hash`)&&d(e,t)&&n.push(`weaker`),_(e,t)&&n.push(`source`)),i(e)!==i(t)&&n.push(`license`),e.scope!==void 0&&t.scope!==void 0&&e.scope!==t.scope&&n.push(`scope`),n.length===0?void 0:{kinds:n,before:e,after:t}}
function N(e,t){let[r,i]=[e.version,t.version],a=r===void 0||i===void 0?void 0:n(c(t)??c(e),r,i);return a===void 0||a===0?`changed`:a<0?`upgraded`:`downgraded`}
function P({before:e,after:t}){let n=t??e;return n===void 0?``:l(n)}
function F({before:e,after:t}){return`${t?.version??``}\n${e?.version??``}\n${(t??e)?.ref??``}`}
const I=[[`hash`,`hash changed`,`with another hash`],[`weaker`,`hash weaker or gone`,`with a weaker hash or none`],[`source`,`source changed`,`from another place`],[`downgraded`,`downgraded`,`downgraded`],[`license`,`licence changed`,`with another licence`],[`added`,`added`,`added`],[`changed`,`version changed`,`with another version`],[`upgraded`,`upgraded`,`upgraded`],[`scope`,`scope changed`,`with another scope`],[`removed`,`removed`,`removed`]],L=[`runtime`,`optional`,`development`];
function R(e,t,{title:n=`Packages that the change touches`,maxRows:r=300}={}){if(e.length===0)return;let i=new Set(e.map(e=>c(B(e)))),a=e.map(e=>({change:e,rank:H(e,t)})).sort((e,t)=>U(e.rank,t.rank)).slice(0,r).map(({change:e})=>W(e,t,i.size>1));return{table:{title:`${n}: ${I.map(([t,,n])=>{let r=e.filter(({kinds:e})=>e.includes(t)).length;return r===0?``:`${r} ${n}`}).filter(e=>e!==``).join(`, `)}`,open:!0,columns:[`Change`,`Package`,`Before`,`After`,`Licence`,`Needed`],rows:a},leftOut:e.length-a.length}}
function z({graphs:e}){let t=new Map;for(let{name:n,version:r,purl:i,direct:a}of e.flatMap(e=>e.components)){let e=i??`${n}@${r??``}`;a!==void 0&&t.set(e,a||t.get(e)===!0)}return e=>t.get(e.purl??`${l(e)}@${e.version??``}`)}
function B({before:e,after:t}){let n=t??e;if(n===void 0)throw TypeError(`a change has at least one side`);return n}
function V(e,[t,n]){return(e.after===void 0?t:n)(B(e))}
function H(e,t){return[I.findIndex(([t])=>e.kinds.includes(t)),L.indexOf(B(e).scope),V(e,t)===!0?0:1]}
function U(e,t){return e.map((e,n)=>e-(t[n]??0)).find(e=>e!==0)??0}
function W(e,t,n){let{kinds:r,before:i,after:a}=e,o=B(e),s=n?c(o):void 0,u=V(e,t),d=u===void 0?[]:[u?`direct`:`indirect`],f=G(i?.scope,a?.scope,e);return[I.flatMap(([e,t])=>r.includes(e)?[t]:[]).join(`, `),`${l(o)}${s===void 0?``:` (${s})`}`,i?.version??``,a?.version??``,G(i&&K(i),a&&K(a),e),[...d,...f===``?[]:[f]].join(`, `)]}
function G(e,t,n){return n.before===void 0?t??``:n.after===void 0||e===t?e??``:`${e??`none`} → ${t??`none`}`}
function K({licenses:e}){return e.length===0?void 0:e.map(s).join(`, `)}
export{u as a,x as i,z as n,b as r,R as t};
