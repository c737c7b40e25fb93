import{Gt as e,W as t}from"./part-base.js";
import{a as n,i as r,n as i,o as a,r as o,t as s}from"./sbom-diff-licenses.js";
function c(e,t){let n=new Map(e.references.filter(l).map(({url:e,hashes:t})=>[e,t]));return[...u(e.hashes,t.hashes),...t.references.filter(l).flatMap(({url:e,hashes:t})=>u(n.get(e)??[],t).map(t=>({...t,url:e})))]}
function l({type:e}){return e===`distribution`||e===`source-distribution`}
function u(e,t){let[n,r]=[d(e),d(t)];return[...r].flatMap(([e,t])=>{let r=n.get(e)??[],[i,a]=[r[0],t[0]],o=t.some(e=>r.includes(e));return i===void 0||a===void 0||o?[]:[{algorithm:e,before:i,after:a}]})}
function d(e){let t=o(e,({algorithm:e})=>e);return new Map([...t].map(([e,t])=>[e,t.map(({value:e})=>e.toLowerCase())]))}
const f=[`hash`,`added`,`removed`,`upgraded`,`downgraded`,`changed`,`license`,`scope`];
function p(t,i){let a=h(t.components,i.components,n),o=m(a),s=new Set([...o.before,...o.after]);return[...a.filter(([e,t])=>e&&t||!s.has(e??t)),...h(o.before,o.after,r)].flatMap(([e,t])=>x(e,t)??[]).sort((t,n)=>e(C(t),C(n))||e(w(t),w(n)))}
function m(e){let t=e.filter(([e,t])=>e===void 0||t===void 0),[n=[],i=[]]=[0,1].map(e=>t.flatMap(t=>t[e]??[])),a=(e,t)=>{let n=new Set(t.filter(({purl:e})=>e===void 0).map(r));return e.filter(e=>e.purl===void 0||n.has(r(e)))};return{before:a(n,i),after:a(i,n)}}
function h(e,t,n){let r=o(e,n),i=o(t,n);return[...new Set([...r.keys(),...i.keys()])].flatMap(e=>g(r.get(e)??[],i.get(e)??[]))}
function g(e,t){let n=[],[r,i]=[e,t];for(let e of[y,v]){let t=o(i,e),a=new Set;r=r.filter(r=>{let i=t.get(e(r))?.shift();return i===void 0||(a.add(i),n.push([r,i]),!1)}),i=i.filter(e=>!a.has(e))}let[a=[],s=[]]=[_(r,t,(e,t)=>n.push([e,t])),_(i,e,(e,t)=>n.push([t,e]))].map(e=>e.toSorted(b));for(let e=0;e<Math.max(a.length,s.length);e++)n.push([a[e],s[e]]);return n}
function _(e,t,n){let r=new Map(t.map(e=>[v(e),e]));return e.filter(e=>{let t=r.get(v(e));return t!==void 0&&c(e,t).length>0&&n(e,t),t===void 0})}
function v({version:e=``}){return e}
function y({version:e,ref:t,hashes:n}){return JSON.stringify([e,n.length===0?t:n])}
function b(n,r){let[i,o]=[n.version??``,r.version??``];return t(a(n)??a(r),o,i)||e(o,i)||e(n.ref,r.ref)}
function x(e,t){if(e===void 0)return t&&{kinds:[`added`],after:t};if(t===void 0)return{kinds:[`removed`],before:e};let n=[];return e.version===t.version?c(e,t).length>0&&n.push(t.version===void 0?`changed`:`hash`):n.push(S(e,t)),s(e)!==s(t)&&n.push(`license`),e.scope!==void 0&&t.scope!==void 0&&e.scope!==t.scope&&n.push(`scope`),n.length===0?void 0:{kinds:n,before:e,after:t}}
function S(e,n){let[r,i]=[e.version,n.version],o=r===void 0||i===void 0?void 0:t(a(n)??a(e),r,i);return o===void 0||o===0?`changed`:o<0?`upgraded`:`downgraded`}
function C({before:e,after:t}){let n=t??e;return n===void 0?``:r(n)}
function w({before:e,after:t}){return`${t?.version??``}\n${e?.version??``}\n${(t??e)?.ref??``}`}
const T=[[`hash`,`hash changed`,`with another hash`],[`downgraded`,`downgraded`,`downgraded`],[`license`,`licence changed`,`with another licence`],[`added`,`added`,`added`],[`changed`,`version changed`,`with another version`],[`upgraded`,`upgraded`,`upgraded`],[`scope`,`scope changed`,`with another scope`],[`removed`,`removed`,`removed`]],E=[`runtime`,`optional`,`development`];
function D(e,t,{title:n=`Packages that the change touches`,maxRows:r=300}={}){if(e.length===0)return;let i=new Set(e.map(e=>a(k(e)))),o=e.map(e=>({change:e,rank:j(e,t)})).sort((e,t)=>M(e.rank,t.rank)).slice(0,r).map(({change:e})=>N(e,t,i.size>1));return{table:{title:`${n}: ${T.map(([t,,n])=>{let r=e.filter(({kinds:e})=>e.includes(t)).length;return r===0?``:`${r} ${n}`}).filter(e=>e!==``).join(`, `)}`,open:!0,columns:[`Change`,`Package`,`Before`,`After`,`Licence`,`Needed`],rows:o},leftOut:e.length-o.length}}
function O({graphs:e}){let t=new Map;for(let{name:n,version:r,purl:i,direct:a}of e.flatMap(e=>e.components)){let e=i??`${n}@${r??``}`;a!==void 0&&t.set(e,a||t.get(e)===!0)}return e=>t.get(e.purl??`${r(e)}@${e.version??``}`)}
function k({before:e,after:t}){let n=t??e;if(n===void 0)throw TypeError(`a change has at least one side`);return n}
function A(e,[t,n]){return(e.after===void 0?t:n)(k(e))}
function j(e,t){return[T.findIndex(([t])=>e.kinds.includes(t)),E.indexOf(k(e).scope),A(e,t)===!0?0:1]}
function M(e,t){return e.map((e,n)=>e-(t[n]??0)).find(e=>e!==0)??0}
function N(e,t,n){let{kinds:i,before:o,after:s}=e,c=k(e),l=n?a(c):void 0,u=A(e,t),d=u===void 0?[]:[u?`direct`:`indirect`],f=P(o?.scope,s?.scope,e);return[T.flatMap(([e,t])=>i.includes(e)?[t]:[]).join(`, `),`${r(c)}${l===void 0?``:` (${l})`}`,o?.version??``,s?.version??``,P(o&&F(o),s&&F(s),e),[...d,...f===``?[]:[f]].join(`, `)]}
function P(e,t,n){return n.before===void 0?t??``:n.after===void 0||e===t?e??``:`${e??`none`} → ${t??`none`}`}
function F({licenses:e}){return e.length===0?void 0:e.map(i).join(`, `)}
export{c as a,p as i,O as n,f as r,D as t};
