import{E as e,It as t,rn as n,x as r}from"./part-base.js";
import{F as i,I as a}from"./part-sbom-check.js";
import{t as o}from"./sbom-read-hash-value.js";
import{n as s,t as c}from"./sbom-diff-licenses.js";
function l(e,t){let n=f(e);return[...m(e.hashes,t.hashes),...[...f(t)].flatMap(([e,t])=>m(n.get(e)??[],t).map(t=>({...t,url:e})))]}
function u(e,t){return d(t)<d(e)}
function d(e){return[e.hashes,...f(e).values()].flat().reduce((e,{algorithm:t})=>Math.max(e,/^(?:MD|SHA-?1$|ADLER)/i.test(t)?1:2),0)}
function f({references:e}){let n=t(e.filter(p),({url:e})=>e);return new Map([...n].map(([e,t])=>[e,t.flatMap(({hashes:e})=>e)]))}
function p({type:e}){return e===`distribution`||e===`source-distribution`}
function m(e,t){let[n,r]=[h(e),h(t)];return[...r].flatMap(([e,t])=>{let r=n.get(e)??[],i=new Set(r),a=t.find(e=>!i.has(e)),o=r.find(e=>!t.includes(e))??r[0];return o===void 0||a===void 0?[]:[{algorithm:e,before:o,after:a}]})}
function h(e){let n=t(e,({algorithm:e})=>e);return new Map([...n].map(([e,t])=>[e,t.map(({value:e})=>o(e))]))}
const g=[`arch`,`classifier`,`platform`,`repository_url`,`type`];
function _(e){let t=v(e);if(t===void 0)return i(e);let{type:n,namespace:r,name:a,subpath:o,qualifiers:s={}}=t,c=g.map(e=>s[e]);return JSON.stringify([n,r,a,o,c])}
function v({purl:t}){try{return t===void 0?void 0:e(t)}catch{return}}
function y(e,t){let[n,r]=[b(e),b(t)];return n!==void 0&&r!==void 0&&n!==r||[`distribution`,`source-distribution`,`vcs`].some(n=>{let[r,i]=[x(e,n),x(t,n)];return r.size>0&&i.size>0&&![...i].some(e=>r.has(e))})}
function b(e){let t=v(e),{download_url:n,vcs_url:r}=t?.qualifiers??{};return t&&JSON.stringify([n,r])}
function x({references:e},t){return new Set(e.flatMap(({type:e,url:n,comment:r})=>{let i=e===t&&r!==`as the package says`&&URL.canParse(n)?new URL(n):void 0;return i?.host?[i.href.replace(/\/$/,``)]:[]}))}
const S=[`hash`,`weaker`,`source`,`added`,`removed`,`upgraded`,`downgraded`,`changed`,`license`,`scope`];
function C(e,t){let r=T(e.components,t.components,_),a=w(r),o=new Set([...a.before,...a.after]);return[...r.filter(([e,t])=>e&&t||!o.has(e??t)),...T(a.before,a.after,i)].flatMap(([e,t])=>P(e,t)??[]).sort((e,t)=>n(I(e),I(t))||n(L(e),L(t)))}
function w(e){let t=e.filter(([e,t])=>e===void 0||t===void 0),[n=[],r=[]]=[0,1].map(e=>t.flatMap(t=>t[e]??[])),a=(e,t)=>{let n=new Set(t.filter(({purl:e})=>e===void 0).map(i));return e.filter(e=>e.purl===void 0||n.has(i(e)))};return{before:a(n,r),after:a(r,n)}}
function T(e,n,r){let i=t(e,r),a=t(n,r);return[...new Set([...i.keys(),...a.keys()])].flatMap(e=>E(i.get(e)??[],a.get(e)??[]))}
function E(e,n){let r=[],[i,a]=[e,n];for(let e of[M,j]){let n=t(a,e),o=new Set;i=i.filter(t=>{let i=n.get(e(t))?.shift();return i===void 0||(o.add(i),r.push([t,i]),!1)}),a=a.filter(e=>!o.has(e))}let o=k(i,n,(e,t)=>r.push([e,t])),s=k(a,e,(e,t)=>r.push([t,e]));return[...r,...D(o,s)]}
function D(e,n){let[r,i]=[e.toSorted(N),n.toSorted(N)],a=[];for(let e of[2,1,0]){let n=t(i,t=>O(t,e)),o=new Set;r=r.filter(t=>{let r=n.get(O(t,e))?.shift();return r!==void 0&&(o.add(r),a.push([t,r])),r===void 0}),i=i.filter(e=>!o.has(e))}return[...a,...r.map(e=>[e,void 0]),...i.map(e=>[void 0,e])]}
function O({version:e=``},t){return(e.match(/\d+/g)??[]).slice(0,t).join(`.`)}
function k(e,t,n){let r=new Map(t.map(e=>[j(e),e]));return e.filter(e=>{let t=r.get(j(e));return t!==void 0&&A(e,t)&&n(e,t),t===void 0})}
function A(e,t){return[l(e,t),l(t,e)].some(({length:e})=>e>0)||y(e,t)}
function j({version:e=``}){return e}
function M({version:e,ref:t,hashes:n}){return JSON.stringify([e,n.length===0?t:n])}
function N(e,t){let[i,o]=[e.version??``,t.version??``];return r(a(e.purl)??a(t.purl),o,i)||n(o,i)||n(e.ref,t.ref)}
function P(e,t){if(e===void 0)return t&&{kinds:[`added`],after:t};if(t===void 0)return{kinds:[`removed`],before:e};let n=[];return e.version===t.version?l(e,t).length>0&&n.push(t.version===void 0?`changed`:`hash`):n.push(F(e,t)),e.version===t.version&&t.version!==void 0&&(!n.includes(`hash`)&&u(e,t)&&n.push(`weaker`),y(e,t)&&n.push(`source`)),c(e)!==c(t)&&n.push(`license`),e.scope!==void 0&&t.scope!==void 0&&e.scope!==t.scope&&n.push(`scope`),n.length===0?void 0:{kinds:n,before:e,after:t}}
function F(e,t){let[n,i]=[e.version,t.version],o=n===void 0||i===void 0?void 0:r(a(t.purl)??a(e.purl),n,i);return o===void 0||o===0?`changed`:o<0?`upgraded`:`downgraded`}
function I({before:e,after:t}){let n=t??e;return n===void 0?``:i(n)}
function L({before:e,after:t}){return`${t?.version??``}\n${e?.version??``}\n${(t??e)?.ref??``}`}
const R=[[`hash`,`hash changed`,`with another hash`],[`weaker`,`hash weaker or gone`,`with a weaker hash or none`],[`source`,`source changed`,`from another place`],[`downgraded`,`downgraded`,`downgraded`],[`license`,`licence changed`,`with another licence`],[`added`,`added`,`added`],[`changed`,`version changed`,`with another version`],[`upgraded`,`upgraded`,`upgraded`],[`scope`,`scope changed`,`with another scope`],[`removed`,`removed`,`removed`]],z=[`runtime`,`optional`,`development`];
function B(e,t,{title:n=`Packages that the change touches`,maxRows:r=300}={}){if(e.length===0)return;let i=new Set(e.map(e=>a(H(e).purl))),o=e.map(e=>({change:e,rank:W(e,t)})).sort((e,t)=>G(e.rank,t.rank)).slice(0,r).map(({change:e})=>K(e,t,i.size>1));return{table:{title:`${n}: ${R.map(([t,,n])=>{let r=e.filter(({kinds:e})=>e.includes(t)).length;return r===0?``:`${r} ${n}`}).filter(e=>e!==``).join(`, `)}`,open:!0,columns:[`Change`,`Package`,`Before`,`After`,`Licence`,`Needed`],rows:o},leftOut:e.length-o.length}}
function V({graphs:e}){let t=new Map;for(let{name:n,version:r,purl:i,direct:a}of e.flatMap(e=>e.components)){let e=i??`${n}@${r??``}`;a!==void 0&&t.set(e,a||t.get(e)===!0)}return e=>t.get(e.purl??`${i(e)}@${e.version??``}`)}
function H({before:e,after:t}){let n=t??e;if(n===void 0)throw TypeError(`a change has at least one side`);return n}
function U(e,[t,n]){return(e.after===void 0?t:n)(H(e))}
function W(e,t){return[R.findIndex(([t])=>e.kinds.includes(t)),z.indexOf(H(e).scope),U(e,t)===!0?0:1]}
function G(e,t){return e.map((e,n)=>e-(t[n]??0)).find(e=>e!==0)??0}
function K(e,t,n){let{kinds:r,before:o,after:s}=e,c=H(e),l=n?a(c.purl):void 0,u=U(e,t),d=u===void 0?[]:[u?`direct`:`indirect`],f=q(o?.scope,s?.scope,e);return[R.flatMap(([e,t])=>r.includes(e)?[t]:[]).join(`, `),`${i(c)}${l===void 0?``:` (${l})`}`,o?.version??``,s?.version??``,q(o&&J(o),s&&J(s),e),[...d,...f===``?[]:[f]].join(`, `)]}
function q(e,t,n){return n.before===void 0?t??``:n.after===void 0||e===t?e??``:`${e??`none`} → ${t??`none`}`}
function J({licenses:e}){return e.length===0?void 0:e.map(s).join(`, `)}
export{l as a,C as i,V as n,S as r,B as t};
