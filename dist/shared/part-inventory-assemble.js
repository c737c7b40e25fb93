import{At as e,Bn as t,Lt as n,dn as r,k as i,kt as a,yn as o}from"./part-base.js";
import{C as s,H as c,L as l,i as u,w as d}from"./part-inventory.js";
function f(e){let t=e.toSorted(p);return t.filter((e,n)=>{let r=t[n-1];return r===void 0||p(r,e)!==0})}
function p(e,t){return r(e.from,t.from)||r(e.to,t.to)||r(e.kind,t.kind)||r(e.alias??``,t.alias??``)||r(e.condition??``,t.condition??``)}
function m(e,t){let n=t.map(t=>{let{item:n=``,file:r=e,line:i,reason:a,kind:o=`entry`}=t,{identity:s,advice:c,componentId:u}=t;return{kind:o,item:l(n).slice(0,200)||e,reason:a,...s===void 0?{}:{identity:s},...c===void 0?{}:{advice:c},location:{path:r,...i===void 0?{}:{startLine:i}},...u===void 0?{}:{componentId:u}}});return[...new Map(n.map(e=>[`${e.item}\0${e.reason}`,e]))].sort(([e],[t])=>r(e,t)).map(([,e])=>e)}
const h=`packages that are downloaded have no checksum`;
function g(e,t,n){let r=e.filter(e=>!t(e)),[i]=r;if(i===void 0)return[];let o=`${a(r.length)} of ${a(e.length)} ${n}`;return[{kind:`no-integrity`,line:i.line,reason:o,identity:``}]}
function _(e){let{path:t,format:n,ecosystem:i,roots:a,edgeCompleteness:o,covers:c,withoutEdges:l=[]}=e,u=e=>`${t}#${e}`,d=new Map,p=[];for(let t of e.nodes){let e=d.get(t.key);e===void 0?d.set(t.key,t):e!==t&&p.push({item:t.key,line:t.line,reason:`it stands in the file twice`})}let _=f(e.edges.filter(({from:e,to:t})=>e!==t&&d.has(e)&&d.has(t)).map(e=>y(e,u))),S={path:t,ecosystem:i,idOf:u,scopes:s(a.map(({key:e})=>u(e)),_),aliases:x(_),direct:a.length===0||o===`unknown`?void 0:new Set(_.filter(({from:e})=>d.get(e.slice(t.length+1))?.firstParty===!0).map(({to:e})=>e))},C=[...d.values()],w=C.filter(({download:e})=>e!==void 0),{integrityAdvice:T}=e;return{path:t,format:n,ecosystem:i,roots:a.map(({key:e})=>u(e)),components:C.map(e=>b(e,S)).sort((e,t)=>r(e.id,t.id)),edges:_,edgeCompleteness:o,...l.length===0?{}:{withoutEdges:l.map(u)},covers:[...new Set(c)].sort(),gaps:m(t,[...[...e.problems,...p].map(({node:e,...t})=>({...t,item:t.item??e?.key,file:t.file??e?.file,line:t.line??e?.line,componentId:e&&u(e.key)})),...T===!1?[]:g(w,v,h).map(e=>({...e,advice:T}))])}}
const v=({download:e})=>e===`checked`;
function y(e,t){let{from:n,to:r,kind:i,requirement:a,alias:o,condition:s}=e;return{from:t(n),to:t(r),kind:i,...a?{requirement:a}:{},...o===void 0?{}:{alias:o},...s===void 0?{}:{condition:s}}}
function b(e,t){let{name:n,version:r,kind:i=`library`,purl:a,firstParty:o,artifacts:s=[],flags:c=[]}=e,l=t.idOf(e.key),u=t.scopes.get(l),f=u!==void 0&&e.statedScope!==void 0&&u!==e.statedScope;return{id:l,name:n,...r===void 0?{}:{version:r},kind:i,ecosystem:e.ecosystem??t.ecosystem,...a===void 0?{}:{purl:a},firstParty:o,scope:d(u,e.statedScope),...t.direct===void 0?{}:{direct:t.direct.has(l)},artifacts:s,...e.declaredLicense===void 0?{}:{declaredLicense:e.declaredLicense},location:{path:e.file??t.path,...e.line===void 0?{}:{startLine:e.line}},...e.installPath?{installPath:e.installPath}:{},aliases:[...t.aliases.get(l)??[]].sort(),flags:f?[...c,`scopeMismatch`]:c}}
function x(e){let t=new Map;for(let{to:n,alias:r}of e)r!==void 0&&t.set(n,(t.get(n)??new Set).add(r));return t}
function S(e,t={}){let n=c(e.path),{folder:r=n,name:i,version:a,...o}=t,s=r===n,l=i??(s?C(e):r.slice(r.lastIndexOf(`/`)+1));return{...o,key:s?`.`:`./${r}`,name:l,version:a,kind:s?`application`:`library`,firstParty:!0,purl:u(e.origin,l,a,r),installPath:r}}
function C({path:e,origin:t}){return e.split(`/`).at(-2)??t?.repository.split(`/`).at(-1)??`project`}
function w(e){return typeof e==`string`&&e!==``?e:void 0}
function T(e){return Array.isArray(e)?e.filter(e=>typeof e==`string`):[]}
function E(e,t){let r=1,i=0;for(let a=0;a<e.length;a++)switch(e.charCodeAt(a)){case 10:r++;break;case 123:case 91:i++;break;case 125:case 93:i--;break;case 34:{let o=n(e,a);D(e,o)&&t(O(e,a,o),i,r),a=o;break}}}
function D(e,t){let n=t+1;for(;n<e.length&&e.charCodeAt(n)<=32;)n++;return e.charCodeAt(n)===58}
function O(e,t,n){let r=e.slice(t+1,n);return r.includes(`\\`)?JSON.parse(`"${r}"`):r}
function k(e,n,r){let i=r===void 0?{}:{hint:r},a;try{a=JSON.parse(n)}catch{throw new o(`${e} is no JSON`,i)}if(!t(a))throw new o(`${e} is no JSON object`,i);return a}
function A(e,t){let n=new Map,r=[],i=[];return E(e,(e,a,o)=>{if(a>t)return;for(i.length=Math.min(i.length,a-1);i.length<a-1;)i.push(``);i.push(e);let s=i.join(`\0`);n.has(s)&&!i.includes(``)?r.push({path:[...i],line:o}):n.set(s,o)}),{line:(...e)=>n.get(e.join(`\0`)),twice:r}}
function j(e){let t=new Map,n=1,r=0;for(let{0:i,index:a}of e.matchAll(/"(?:[^"\\]|\\.)*"/g)){for(let t=e.indexOf(`
`,r);t>=0&&t<a;t=e.indexOf(`
`,r))n++,r=t+1;let o=JSON.parse(i);typeof o==`string`&&!t.has(o)&&t.set(o,n)}return t}
function M(e,n){return t(e)?Object.entries(e).flatMap(([e,r])=>t(r)?[[e,r]]:(n(e),[])):[]}
function N(e){if(!URL.canParse(e)||/^[A-Za-z]:[\\/]/.test(e))return;let t=new URL(e);return t.password=``,(t.protocol!==`ssh:`||t.username!==`git`)&&(t.username=``),t.search=``,t.hash=``,t}
function P(e,t,n=`git`){let r=N(I(e));if(r!==void 0&&r.protocol!==`file:`&&r.host!==``)return`${r.protocol===`${n}:`?``:`${n}+`}${r.href.replace(/\/$/,``)}${t===void 0?``:`@${t}`}`}
function F(e){return e!==void 0&&/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(e)}
function I(e){let t=/^(?:([\w.-]+)@)?([\w.-]+\.\w+):(?!\/\/)(.+)$/.exec(e);return t===null?e.replace(/^(ssh:\/\/(?:[^/:@]+@)?[^/:@]+):(?=[^/\d@][^/@]*\/)/,`$1/`):`ssh://${t[1]??`git`}@${t[2]}/${t[3]}`}
function L(e,t){if(t.length===0)return[];let{text:n,identity:r}=R(t);return[{kind:`stale`,item:e,reason:`it asks for other packages: ${n}`,identity:r}]}
function R(t,n=`, `){let r=[...new Set(t.map(l))].sort(),i=r.length-5;return{text:r.slice(0,5).join(n).slice(0,1e3)+(i>0?` and ${e(i,`more difference`)}`:``),identity:r.join(`
`)}}
async function z(e,{readText:t}){try{return{text:await t(e),problems:[]}}catch(t){if(!(t instanceof o))throw t;return{problems:[B(e,t.message)]}}}
function B(e,t){return{reason:`nobody can say whether it fits ${e}: ${t}`}}
const V=new Map([[`md5`,{name:`MD5`,length:16}],[`sha1`,{name:`SHA-1`,length:20}],[`sha256`,{name:`SHA-256`,length:32}],[`sha384`,{name:`SHA-384`,length:48}],[`sha512`,{name:`SHA-512`,length:64}]]);
function H(e){let t=/\s/.test(e)||e===``?void 0:U(e);if(t!==void 0)return{hashes:[t],invalid:!1};let n=new Map,r=e.split(/\s+/).filter(e=>e!==``),i=r.length>64;for(let e of r.slice(0,64)){let t=U(e);t===void 0?i=!0:n.set(`${t.algorithm} ${t.value}`,t)}return{hashes:[...n].sort(([e],[t])=>e<t?-1:1).map(([,e])=>e),invalid:i}}
function U(e){let t=e.indexOf(`-`),n=V.get(e.slice(0,Math.max(t,0)).toLowerCase()),[r=``]=e.slice(t+1).split(`?`,1);if(n===void 0||!/^[A-Za-z0-9+/]+={0,2}$/.test(r))return;let i=Buffer.from(r,`base64`);if(i.length===n.length)return{algorithm:n.name,value:i.toString(`hex`)}}
const W=new Map([[`github.com`,`github`],[`www.github.com`,`github`],[`bitbucket.org`,`bitbucket`]]);
function G(e){let t=N(P(e,void 0)?.replace(/^git\+/,``)??``),n=t?.pathname.split(`/`).filter(e=>e!==``)??[],r=n.pop()?.replace(/\.git$/,``);return t===void 0||!r?void 0:{host:t.host,owner:n.join(`/`),name:r}}
function K(e,t,n,r){let a=P(e,t);if(a===void 0)return;let{host:o=``,owner:s=``,name:c=``}=G(e)??{},l=W.get(o.toLowerCase());return l===void 0||!/^[^/]+$/.test(s)?i({type:`generic`,name:n,qualifiers:{vcs_url:a},subpath:r??``}):i({type:l,namespace:s,name:c,version:t,subpath:r??``})}
function q(e){return Y(J(e))}
function J(e){let t=[],n=0;for(let r=0;r<e.length;r++){let i=e.charCodeAt(r);if(i===34&&(r=Z(e,r)),i!==47)continue;let a=X(e,r);a!==void 0&&(t.push(e.slice(n,r),e.slice(r,a).replace(/[^\r\n]/g,` `)),n=a,r=a-1)}return t.length===0?e:t.join(``)+e.slice(n)}
function Y(e){let t=[],n=0,r=-1;for(let i=0;i<e.length;i++){let a=e.charCodeAt(i);a<=32||(r>=0&&(a===125||a===93)&&(t.push(e.slice(n,r),` `),n=r+1),r=a===44?i:-1,a===34&&(i=Z(e,i)))}return t.length===0?e:t.join(``)+e.slice(n)}
function X(e,t){let n=e.charCodeAt(t+1);if(n===47){let n=e.indexOf(`
`,t);return n<0?e.length:n}if(n!==42)return;let r=e.indexOf(`*/`,t+2);return r<0?void 0:r+2}
function Z(e,t){let n=e.indexOf(`"`,t+1);for(;n>=0;){let t=0;for(;e.charCodeAt(n-1-t)===92;)t++;if(t%2==0)return n;n=e.indexOf(`"`,n+1)}return e.length}
export{h as C,f as E,_ as S,g as T,E as _,R as a,C as b,B as c,P as d,I as f,j as g,k as h,H as i,F as l,M as m,G as n,z as o,A as p,K as r,L as s,q as t,N as u,w as v,m as w,S as x,T as y};
