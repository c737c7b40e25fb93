import{It as e,Nn as t,dn as n,ht as r,k as i,mt as a,rn as o,wt as s}from"./part-base.js";
import{C as c,I as l,S as u,V as d,r as f}from"./part-inventory.js";
function p(e){let t=1,n=e.indexOf(`
`);return r=>{for(;n>=0&&n<r;n=e.indexOf(`
`,n+1))t++;return t}}
function m(t){let n=e(t,({from:e})=>e);return[...n.keys()].sort().flatMap(e=>{let t=n.get(e)?.sort(h)??[];return t.filter((e,n)=>{let r=t[n-1];return r===void 0||h(r,e)!==0})})}
function h(e,t){return o(e.to,t.to)||o(e.kind,t.kind)||o(e.alias??``,t.alias??``)||o(e.condition??``,t.condition??``)}
const g=5e3;
function _(e,t){let n=t.length-g,r=`it has ${a(n)} more problems`,i=(n<=0?t:[...t.slice(0,g),{reason:r}]).map(t=>{let{item:n=``,file:r=e,line:i,reason:a,kind:o=`entry`}=t,{identity:s,advice:c,componentId:u}=t;return{kind:o,item:l(n).slice(0,200)||e,reason:a,...s===void 0?{}:{identity:s},...c===void 0?{}:{advice:c},location:{path:r,...i===void 0?{}:{startLine:i}},...u===void 0?{}:{componentId:u}}});return[...new Map(i.map(e=>[`${e.item}\0${e.reason}`,e]))].sort(([e],[t])=>o(e,t)).map(([,e])=>e)}
const v=`packages that are downloaded have no checksum`;
function y(e,t,n){let r=e.filter(e=>!t(e)),[i]=r;if(i===void 0)return[];let o=`${a(r.length)} of ${a(e.length)} ${n}`;return[{kind:`no-integrity`,line:i.line,reason:o,identity:``}]}
function b(e){let{path:t,format:n,ecosystem:r,roots:i,edgeCompleteness:a,covers:o,withoutEdges:s=[]}=e,c=new Map,l=new Map,d=e=>l.get(e)??`${t}#${e}`,f=[];for(let n of e.nodes){let e=c.get(n.key);e===void 0?(c.set(n.key,n),l.set(n.key,`${t}#${n.key}`)):e!==n&&f.push({item:n.key,line:n.line,reason:`it stands in the file twice`})}let p=m(e.edges.filter(({from:e,to:t})=>e!==t&&c.has(e)&&c.has(t)).map(e=>S(e,d))),h=[...c.values()],g=new Set(h.filter(e=>e.firstParty).map(({key:e})=>d(e))),b={path:t,ecosystem:r,idOf:d,scopes:u(i.map(({key:e})=>d(e)),p),aliases:w(p),direct:i.length===0||a===`unknown`?void 0:new Set(p.filter(({from:e})=>g.has(e)).map(({to:e})=>e))},T=h.filter(({download:e})=>e!==void 0),{integrityAdvice:E}=e;return{path:t,format:n,ecosystem:r,roots:i.map(({key:e})=>d(e)),components:[...c.keys()].sort().flatMap(e=>{let t=c.get(e);return t===void 0?[]:C(t,b)}),edges:p,edgeCompleteness:a,...s.length===0?{}:{withoutEdges:s.map(d)},covers:[...new Set(o)].sort(),gaps:_(t,[...[...e.problems,...f].map(({node:e,...t})=>({...t,item:t.item??e?.key,file:t.file??e?.file,line:t.line??e?.line,componentId:e&&d(e.key)})),...E===!1?[]:y(T,x,v).map(e=>({...e,advice:E}))])}}
const x=({download:e})=>e===`checked`;
function S(e,t){let{from:n,to:r,kind:i,requirement:a,alias:o,condition:s}=e;return{from:t(n),to:t(r),kind:i,...a?{requirement:a}:{},...o===void 0?{}:{alias:o},...s===void 0?{}:{condition:s}}}
function C(e,t){let{name:n,version:r,kind:i=`library`,purl:a,firstParty:o,artifacts:s=[],flags:l=[]}=e,u=t.idOf(e.key),d=t.scopes.get(u),f=d!==void 0&&e.statedScope!==void 0&&d!==e.statedScope;return{id:u,name:n,...r===void 0?{}:{version:r},kind:i,ecosystem:e.ecosystem??t.ecosystem,...a===void 0?{}:{purl:a},firstParty:o,scope:c(d,e.statedScope),...t.direct===void 0?{}:{direct:t.direct.has(u)},artifacts:s,...e.declaredLicense===void 0?{}:{declaredLicense:e.declaredLicense},location:{path:e.file??t.path,...e.line===void 0?{}:{startLine:e.line}},...e.installPath?{installPath:e.installPath}:{},aliases:[...t.aliases.get(u)??[]].sort(),flags:f?[...l,`scopeMismatch`]:l}}
function w(e){let t=new Map;for(let{to:n,alias:r}of e)r!==void 0&&t.set(n,(t.get(n)??new Set).add(r));return t}
function T(e,t={}){let n=d(e.path),{folder:r=n,name:i,version:a,...o}=t,s=r===n,c=i??(s?E(e):r.slice(r.lastIndexOf(`/`)+1));return{...o,key:s?`.`:`./${r}`,name:c,version:a,kind:s?`application`:`library`,firstParty:!0,purl:f(e.origin,c,a,r),installPath:r}}
function E({path:e,origin:t}){return e.split(`/`).at(-2)??t?.repository.split(`/`).at(-1)??`project`}
function D(e){return typeof e==`string`&&e!==``?e:void 0}
function O(e){return Array.isArray(e)?e.filter(e=>typeof e==`string`):[]}
function k(e,t){let n=1,r=0;for(let i=0;i<e.length;i++)switch(e.charCodeAt(i)){case 10:n++;break;case 123:case 91:r++;break;case 125:case 93:r--;break;case 34:{let a=s(e,i);A(e,a)&&t(j(e,i,a),r,n),i=a;break}}}
function A(e,t){let n=t+1;for(;n<e.length&&e.charCodeAt(n)<=32;)n++;return e.charCodeAt(n)===58}
function j(e,t,n){let r=e.slice(t+1,n);return r.includes(`\\`)?JSON.parse(`"${r}"`):r}
function ee(e,r,i){let a=i===void 0?{}:{hint:i},o;try{o=JSON.parse(r)}catch{throw new n(`${e} is no JSON`,a)}if(!t(o))throw new n(`${e} is no JSON object`,a);return o}
function M(e,t){let n=new Map,r=[],i=[];return k(e,(e,a,o)=>{if(a>t)return;for(i.length=Math.min(i.length,a-1);i.length<a-1;)i.push(``);i.push(e);let s=i.join(`\0`);n.has(s)&&!i.includes(``)?r.push({path:[...i],line:o}):n.set(s,o)}),{line:(...e)=>n.get(e.join(`\0`)),twice:r}}
function N(e){let t=new Map,n=p(e);for(let{0:r,index:i}of e.matchAll(/"(?:[^"\\]|\\.)*"/g)){let e=n(i),a=JSON.parse(r);typeof a==`string`&&!t.has(a)&&t.set(a,e)}return t}
function P(e,n){return t(e)?Object.entries(e).flatMap(([e,r])=>t(r)?[[e,r]]:(n(e),[])):[]}
function F(e){if(!URL.canParse(e)||/^[A-Za-z]:[\\/]/.test(e))return;let t=new URL(e);return t.password=``,(t.protocol!==`ssh:`||t.username!==`git`)&&(t.username=``),t.search=``,t.hash=``,t}
function I(e,t,n=`git`){let r=F(R(e));if(r!==void 0&&r.protocol!==`file:`&&r.host!==``)return`${r.protocol===`${n}:`?``:`${n}+`}${r.href.replace(/\/$/,``)}${t===void 0?``:`@${t}`}`}
function L(e){return e!==void 0&&/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(e)}
function R(e){let t=/^(?:([\w.-]+)@)?([\w.-]+\.\w+):(?!\/\/)(.+)$/.exec(e);return t===null?e.replace(/^(ssh:\/\/(?:[^/:@]+@)?[^/:@]+):(?=[^/\d@][^/@]*\/)/,`$1/`):`ssh://${t[1]??`git`}@${t[2]}/${t[3]}`}
function z(e,t){if(t.length===0)return[];let{text:n,identity:r}=B(t);return[{kind:`stale`,item:e,reason:`it asks for other packages: ${n}`,identity:r}]}
function B(e,t=`, `){let n=[...new Set(e.map(l))].sort(),i=n.length-5;return{text:n.slice(0,5).join(t).slice(0,1e3)+(i>0?` and ${r(i,`more difference`)}`:``),identity:n.join(`
`)}}
async function V(e,{readText:t}){try{return{text:await t(e),problems:[]}}catch(t){if(!(t instanceof n))throw t;return{problems:[H(e,t.message)]}}}
function H(e,t){return{reason:`nobody can say whether it fits ${e}: ${t}`}}
const U=new Map([[`md5`,{name:`MD5`,length:16}],[`sha1`,{name:`SHA-1`,length:20}],[`sha256`,{name:`SHA-256`,length:32}],[`sha384`,{name:`SHA-384`,length:48}],[`sha512`,{name:`SHA-512`,length:64}]]);
function W(e){let t=/\s/.test(e)||e===``?void 0:G(e);if(t!==void 0)return{hashes:[t],invalid:!1};let n=new Map,r=e.split(/\s+/).filter(e=>e!==``),i=r.length>64;for(let e of r.slice(0,64)){let t=G(e);t===void 0?i=!0:n.set(`${t.algorithm} ${t.value}`,t)}return{hashes:[...n].sort(([e],[t])=>e<t?-1:1).map(([,e])=>e),invalid:i}}
function G(e){let t=e.indexOf(`-`),n=U.get(e.slice(0,Math.max(t,0)).toLowerCase()),[r=``]=e.slice(t+1).split(`?`,1);if(n===void 0||!/^[A-Za-z0-9+/]+={0,2}$/.test(r))return;let i=Buffer.from(r,`base64`);if(i.length===n.length)return{algorithm:n.name,value:i.toString(`hex`)}}
const K=new Map([[`github.com`,`github`],[`www.github.com`,`github`],[`bitbucket.org`,`bitbucket`]]);
function q(e){let t=F(I(e,void 0)?.replace(/^git\+/,``)??``),n=t?.pathname.split(`/`).filter(e=>e!==``)??[],r=n.pop()?.replace(/\.git$/,``);return t===void 0||!r?void 0:{host:t.host,owner:n.join(`/`),name:r}}
function J(e,t,n,r){let a=I(e,t);if(a===void 0)return;let{host:o=``,owner:s=``,name:c=``}=q(e)??{},l=K.get(o.toLowerCase());return l===void 0||!/^[^/]+$/.test(s)?i({type:`generic`,name:n,qualifiers:{vcs_url:a},subpath:r??``}):i({type:l,namespace:s,name:c,version:t,subpath:r??``})}
function Y(e){return Z(X(e))}
function X(e){let t=[],n=0;for(let r=0;r<e.length;r++){let i=e.charCodeAt(r);if(i===34&&(r=$(e,r)),i!==47)continue;let a=Q(e,r);a!==void 0&&(t.push(e.slice(n,r),e.slice(r,a).replace(/[^\r\n]/g,` `)),n=a,r=a-1)}return t.length===0?e:t.join(``)+e.slice(n)}
function Z(e){let t=[],n=0,r=-1;for(let i=0;i<e.length;i++){let a=e.charCodeAt(i);a<=32||(r>=0&&(a===125||a===93)&&(t.push(e.slice(n,r),` `),n=r+1),r=a===44?i:-1,a===34&&(i=$(e,i)))}return t.length===0?e:t.join(``)+e.slice(n)}
function Q(e,t){let n=e.charCodeAt(t+1);if(n===47){let n=e.indexOf(`
`,t);return n<0?e.length:n}if(n!==42)return;let r=e.indexOf(`*/`,t+2);return r<0?void 0:r+2}
function $(e,t){let n=e.indexOf(`"`,t+1);for(;n>=0;){let t=0;for(;e.charCodeAt(n-1-t)===92;)t++;if(t%2==0)return n;n=e.indexOf(`"`,n+1)}return e.length}
export{v as C,p as D,m as E,b as S,y as T,k as _,B as a,E as b,H as c,I as d,R as f,N as g,ee as h,W as i,L as l,P as m,q as n,V as o,M as p,J as r,z as s,Y as t,F as u,D as v,_ as w,T as x,O as y};
