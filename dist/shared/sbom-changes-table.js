import{qt as e,un as t,x as n}from"./part-base.js";
import{a as r,i,n as a,r as o,t as s}from"./sbom-diff-package-key.js";
function c(e,t){let n=new Map(e.references.filter(l).map(({url:e,hashes:t})=>[e,t]));return[...u(e.hashes,t.hashes),...t.references.filter(l).flatMap(({url:e,hashes:t})=>u(n.get(e)??[],t).map(t=>({...t,url:e})))]}
function l({type:e}){return e===`distribution`||e===`source-distribution`}
function u(e,t){let[n,r]=[d(e),d(t)];return[...r].flatMap(([e,t])=>{let r=n.get(e)??[],[i,a]=[r[0],t[0]],o=t.some(e=>r.includes(e));return i===void 0||a===void 0||o?[]:[{algorithm:e,before:i,after:a}]})}
function d(t){let n=e(t,({algorithm:e})=>e);return new Map([...n].map(([e,t])=>[e,t.map(({value:e})=>e.toLowerCase())]))}
const f=[`hash`,`added`,`removed`,`upgraded`,`downgraded`,`changed`,`license`,`scope`];
function p(e,n){let r=h(e.components,n.components,a),i=m(r),o=new Set([...i.before,...i.after]);return[...r.filter(([e,t])=>e&&t||!o.has(e??t)),...h(i.before,i.after,s)].flatMap(([e,t])=>C(e,t)??[]).sort((e,n)=>t(T(e),T(n))||t(E(e),E(n)))}
function m(e){let t=e.filter(([e,t])=>e===void 0||t===void 0),[n=[],r=[]]=[0,1].map(e=>t.flatMap(t=>t[e]??[])),i=(e,t)=>{let n=new Set(t.filter(({purl:e})=>e===void 0).map(s));return e.filter(e=>e.purl===void 0||n.has(s(e)))};return{before:i(n,r),after:i(r,n)}}
function h(t,n,r){let i=e(t,r),a=e(n,r);return[...new Set([...i.keys(),...a.keys()])].flatMap(e=>g(i.get(e)??[],a.get(e)??[]))}
function g(t,n){let r=[],[i,a]=[t,n];for(let t of[x,b]){let n=e(a,t),o=new Set;i=i.filter(e=>{let i=n.get(t(e))?.shift();return i===void 0||(o.add(i),r.push([e,i]),!1)}),a=a.filter(e=>!o.has(e))}let o=y(i,n,(e,t)=>r.push([e,t])),s=y(a,t,(e,t)=>r.push([t,e]));return[...r,..._(o,s)]}
function _(t,n){let[r,i]=[t.toSorted(S),n.toSorted(S)],a=[];for(let t of[2,1,0]){let n=e(i,e=>v(e,t)),o=new Set;r=r.filter(e=>{let r=n.get(v(e,t))?.shift();return r!==void 0&&(o.add(r),a.push([e,r])),r===void 0}),i=i.filter(e=>!o.has(e))}return[...a,...r.map(e=>[e,void 0]),...i.map(e=>[void 0,e])]}
function v({version:e=``},t){return(e.match(/\d+/g)??[]).slice(0,t).join(`.`)}
function y(e,t,n){let r=new Map(t.map(e=>[b(e),e]));return e.filter(e=>{let t=r.get(b(e));return t!==void 0&&c(e,t).length>0&&n(e,t),t===void 0})}
function b({version:e=``}){return e}
function x({version:e,ref:t,hashes:n}){return JSON.stringify([e,n.length===0?t:n])}
function S(e,r){let[i,a]=[e.version??``,r.version??``];return n(o(e)??o(r),a,i)||t(a,i)||t(e.ref,r.ref)}
function C(e,t){if(e===void 0)return t&&{kinds:[`added`],after:t};if(t===void 0)return{kinds:[`removed`],before:e};let n=[];return e.version===t.version?c(e,t).length>0&&n.push(t.version===void 0?`changed`:`hash`):n.push(w(e,t)),i(e)!==i(t)&&n.push(`license`),e.scope!==void 0&&t.scope!==void 0&&e.scope!==t.scope&&n.push(`scope`),n.length===0?void 0:{kinds:n,before:e,after:t}}
function w(e,t){let[r,i]=[e.version,t.version],a=r===void 0||i===void 0?void 0:n(o(t)??o(e),r,i);return a===void 0||a===0?`changed`:a<0?`upgraded`:`downgraded`}
function T({before:e,after:t}){let n=t??e;return n===void 0?``:s(n)}
function E({before:e,after:t}){return`${t?.version??``}\n${e?.version??``}\n${(t??e)?.ref??``}`}
const D=[[`hash`,`hash changed`,`with another hash`],[`downgraded`,`downgraded`,`downgraded`],[`license`,`licence changed`,`with another licence`],[`added`,`added`,`added`],[`changed`,`version changed`,`with another version`],[`upgraded`,`upgraded`,`upgraded`],[`scope`,`scope changed`,`with another scope`],[`removed`,`removed`,`removed`]],O=[`runtime`,`optional`,`development`];
function k(e,t,{title:n=`Packages that the change touches`,maxRows:r=300}={}){if(e.length===0)return;let i=new Set(e.map(e=>o(j(e)))),a=e.map(e=>({change:e,rank:N(e,t)})).sort((e,t)=>P(e.rank,t.rank)).slice(0,r).map(({change:e})=>F(e,t,i.size>1));return{table:{title:`${n}: ${D.map(([t,,n])=>{let r=e.filter(({kinds:e})=>e.includes(t)).length;return r===0?``:`${r} ${n}`}).filter(e=>e!==``).join(`, `)}`,open:!0,columns:[`Change`,`Package`,`Before`,`After`,`Licence`,`Needed`],rows:a},leftOut:e.length-a.length}}
function A({graphs:e}){let t=new Map;for(let{name:n,version:r,purl:i,direct:a}of e.flatMap(e=>e.components)){let e=i??`${n}@${r??``}`;a!==void 0&&t.set(e,a||t.get(e)===!0)}return e=>t.get(e.purl??`${s(e)}@${e.version??``}`)}
function j({before:e,after:t}){let n=t??e;if(n===void 0)throw TypeError(`a change has at least one side`);return n}
function M(e,[t,n]){return(e.after===void 0?t:n)(j(e))}
function N(e,t){return[D.findIndex(([t])=>e.kinds.includes(t)),O.indexOf(j(e).scope),M(e,t)===!0?0:1]}
function P(e,t){return e.map((e,n)=>e-(t[n]??0)).find(e=>e!==0)??0}
function F(e,t,n){let{kinds:r,before:i,after:a}=e,c=j(e),l=n?o(c):void 0,u=M(e,t),d=u===void 0?[]:[u?`direct`:`indirect`],f=I(i?.scope,a?.scope,e);return[D.flatMap(([e,t])=>r.includes(e)?[t]:[]).join(`, `),`${s(c)}${l===void 0?``:` (${l})`}`,i?.version??``,a?.version??``,I(i&&L(i),a&&L(a),e),[...d,...f===``?[]:[f]].join(`, `)]}
function I(e,t,n){return n.before===void 0?t??``:n.after===void 0||e===t?e??``:`${e??`none`} → ${t??`none`}`}
function L({licenses:e}){return e.length===0?void 0:e.map(r).join(`, `)}
export{c as a,p as i,A as n,f as r,k as t};
