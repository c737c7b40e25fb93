import{te,Qr,we,be,ae,ne,Se,ge}from"./48-base.js";
import{Ie,Ft,ue,qe,ja,Vl}from"./10-inventory.js";
function bi(e){let t=Se(e,({from:e})=>e);return[...t.keys()].sort().flatMap(e=>{let n=t.get(e)?.sort(b)??[];return n.filter((e,t)=>{let r=n[t-1];return r===void 0||b(r,e)!==0})})}
function b(e,t){return we(e.to,t.to)||we(e.kind,t.kind)||we(e.alias??``,t.alias??``)||we(e.condition??``,t.condition??``)}
const v=5e3;
function Dr(e,t){let n=t.length-v,r=`it has ${be(n)} more problems`,i=(n<=0?t:[...t.slice(0,v),{reason:r}]).map(t=>{let{item:n=``,file:r=e,line:i,reason:a,kind:o=`entry`}=t,{identity:s,advice:c,componentId:l}=t;return{kind:o,item:qe(n).slice(0,200)||e,reason:a,...s===void 0?{}:{identity:s},...c===void 0?{}:{advice:c},location:{path:r,...i===void 0?{}:{startLine:i}},...l===void 0?{}:{componentId:l}}});return[...new Map(i.map(e=>[`${e.item}\0${e.reason}`,e]))].sort(([e],[t])=>we(e,t)).map(([,e])=>e)}
const Zc=`packages that are downloaded have no checksum`;
function xi(e,t,n){let r=e.filter(e=>!t(e)),[i]=r;if(i===void 0)return[];let a=`${be(r.length)} of ${be(e.length)} ${n}`;return[{kind:`no-integrity`,line:i.line,reason:a,identity:``}]}
function Me(e){let{path:t,format:n,ecosystem:r,roots:i,edgeCompleteness:a,covers:o,withoutEdges:s=[]}=e,c=new Map,l=new Map,u=e=>l.get(e)??`${t}#${e}`,d=[];for(let n of e.nodes){let e=c.get(n.key);e===void 0?(c.set(n.key,n),l.set(n.key,`${t}#${n.key}`)):e!==n&&d.push({item:n.key,line:n.line,reason:`it stands in the file twice`})}let f=bi(e.edges.filter(({from:e,to:t})=>e!==t&&c.has(e)&&c.has(t)).map(e=>k(e,u))),p=[...c.values()],m=new Set(p.filter(e=>e.firstParty).map(({key:e})=>u(e))),h={path:t,ecosystem:r,idOf:u,scopes:Ft(i.map(({key:e})=>u(e)),f),aliases:w(f),direct:i.length===0||a===`unknown`?void 0:new Set(f.filter(({from:e})=>m.has(e)).map(({to:e})=>e))},g=p.filter(({download:e})=>e!==void 0),{integrityAdvice:_}=e;return{path:t,format:n,ecosystem:r,roots:i.map(({key:e})=>u(e)),components:[...c.keys()].sort().flatMap(e=>{let t=c.get(e);return t===void 0?[]:O(t,h)}),edges:f,edgeCompleteness:a,...s.length===0?{}:{withoutEdges:s.map(u)},covers:[...new Set(o)].sort(),gaps:Dr(t,[...[...e.problems,...d].map(({node:e,...t})=>({...t,item:t.item??e?.key,file:t.file??e?.file,line:t.line??e?.line,componentId:e&&u(e.key)})),..._===!1?[]:xi(g,E,Zc).map(e=>({...e,advice:_}))])}}
const E=({download:e})=>e===`checked`;
function k(e,t){let{from:n,to:r,kind:i,requirement:a,alias:o,condition:s}=e;return{from:t(n),to:t(r),kind:i,...a?{requirement:a}:{},...o===void 0?{}:{alias:o},...s===void 0?{}:{condition:s}}}
function O(e,t){let{name:n,version:r,kind:i=`library`,purl:a,firstParty:o,artifacts:s=[],flags:c=[]}=e,l=t.idOf(e.key),u=t.scopes.get(l),d=u!==void 0&&e.statedScope!==void 0&&u!==e.statedScope;return{id:l,name:n,...r===void 0?{}:{version:r},kind:i,ecosystem:e.ecosystem??t.ecosystem,...a===void 0?{}:{purl:a},firstParty:o,scope:Vl(u,e.statedScope),...t.direct===void 0?{}:{direct:t.direct.has(l)},artifacts:s,...e.declaredLicense===void 0?{}:{declaredLicense:e.declaredLicense},location:{path:e.file??t.path,...e.line===void 0?{}:{startLine:e.line}},...e.installPath?{installPath:e.installPath}:{},aliases:[...t.aliases.get(l)??[]].sort(),flags:d?[...c,`scopeMismatch`]:c}}
function w(e){let t=new Map;for(let{to:n,alias:r}of e)r!==void 0&&t.set(n,(t.get(n)??new Set).add(r));return t}
function ot(e,t={}){let n=ue(e.path),{folder:r=n,name:i,version:a,...o}=t,s=r===n,c=i??(s?va(e):r.slice(r.lastIndexOf(`/`)+1));return{...o,key:s?`.`:`./${r}`,name:c,version:a,kind:s?`application`:`library`,firstParty:!0,purl:Ie(e.origin,c,a,r),installPath:r}}
function va({path:e,origin:t}){return e.split(`/`).at(-2)??t?.repository.split(`/`).at(-1)??`project`}
function re(e){return typeof e==`string`&&e!==``?e:void 0}
function Ee(e){return Array.isArray(e)?e.filter(e=>typeof e==`string`):[]}
function pn(e,t){let n=1,r=0;for(let i=0;i<e.length;i++)switch(e.charCodeAt(i)){case 10:n++;break;case 123:case 91:r++;break;case 125:case 93:r--;break;case 34:{let a=Qr(e,i);D(e,a)&&t(A(e,i,a),r,n),i=a;break}}}
function D(e,t){let n=t+1;for(;n<e.length&&e.charCodeAt(n)<=32;)n++;return e.charCodeAt(n)===58}
function A(e,t,n){let r=e.slice(t+1,n);return r.includes(`\\`)?JSON.parse(`"${r}"`):r}
function Dt(e,t,n){let r=n===void 0?{}:{hint:n},i;try{i=JSON.parse(t)}catch{throw new te(`${e} is no JSON`,r)}if(!ne(i))throw new te(`${e} is no JSON object`,r);return i}
function gn(e,t){let n=new Map,r=[],i=[];return pn(e,(e,a,o)=>{if(a>t)return;for(i.length=Math.min(i.length,a-1);i.length<a-1;)i.push(``);i.push(e);let s=i.join(`\0`);n.has(s)&&!i.includes(``)?r.push({path:[...i],line:o}):n.set(s,o)}),{line:(...e)=>n.get(e.join(`\0`)),twice:r}}
function vf(e){let t=new Map,n=ja(e);for(let{0:r,index:i}of e.matchAll(/"(?:[^"\\]|\\.)*"/g)){let e=n(i),a=JSON.parse(r);typeof a==`string`&&!t.has(a)&&t.set(a,e)}return t}
function hn(e,t){return ne(e)?Object.entries(e).flatMap(([e,n])=>ne(n)?[[e,n]]:(t(e),[])):[]}
function Le(e){if(!URL.canParse(e)||/^[A-Za-z]:[\\/]/.test(e))return;let t=new URL(e);return t.password=``,(t.protocol!==`ssh:`||t.username!==`git`)&&(t.username=``),t.search=``,t.hash=``,t}
function at(e,t,n=`git`){let r=Le(Qc(e));if(r!==void 0&&r.protocol!==`file:`&&r.host!==``)return`${r.protocol===`${n}:`?``:`${n}+`}${r.href.replace(/\/$/,``)}${t===void 0?``:`@${t}`}`}
function tt(e){return e!==void 0&&/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(e)}
function Qc(e){let t=/^(?:([\w.-]+)@)?([\w.-]+\.\w+):(?!\/\/)(.+)$/.exec(e);return t===null?e.replace(/^(ssh:\/\/(?:[^/:@]+@)?[^/:@]+):(?=[^/\d@][^/@]*\/)/,`$1/`):`ssh://${t[1]??`git`}@${t[2]}/${t[3]}`}
function pt(e,t){if(t.length===0)return[];let{text:n,identity:r}=ar(t);return[{kind:`stale`,item:e,reason:`it asks for other packages: ${n}`,identity:r}]}
function ar(e,t=`, `){let n=[...new Set(e.map(qe))].sort(),r=n.length-5;return{text:n.slice(0,5).join(t).slice(0,1e3)+(r>0?` and ${ae(r,`more difference`)}`:``),identity:n.join(`
`)}}
async function Ke(e,{readText:t}){try{return{text:await t(e),problems:[]}}catch(t){if(!(t instanceof te))throw t;return{problems:[mn(e,t.message)]}}}
function mn(e,t){return{reason:`nobody can say whether it fits ${e}: ${t}`}}
const S=new Map([[`md5`,{name:`MD5`,length:16}],[`sha1`,{name:`SHA-1`,length:20}],[`sha256`,{name:`SHA-256`,length:32}],[`sha384`,{name:`SHA-384`,length:48}],[`sha512`,{name:`SHA-512`,length:64}]]);
function Si(e){let t=/\s/.test(e)||e===``?void 0:x(e);if(t!==void 0)return{hashes:[t],invalid:!1};let n=new Map,r=e.split(/\s+/).filter(e=>e!==``),i=r.length>64;for(let e of r.slice(0,64)){let t=x(e);t===void 0?i=!0:n.set(`${t.algorithm} ${t.value}`,t)}return{hashes:[...n].sort(([e],[t])=>e<t?-1:1).map(([,e])=>e),invalid:i}}
function x(e){let t=e.indexOf(`-`),n=S.get(e.slice(0,Math.max(t,0)).toLowerCase()),[r=``]=e.slice(t+1).split(`?`,1);if(n===void 0||!/^[A-Za-z0-9+/]+={0,2}$/.test(r))return;let i=Buffer.from(r,`base64`);if(i.length===n.length)return{algorithm:n.name,value:i.toString(`hex`)}}
const C=new Map([[`github.com`,`github`],[`www.github.com`,`github`],[`bitbucket.org`,`bitbucket`]]);
function ya(e){let t=Le(at(e,void 0)?.replace(/^git\+/,``)??``),n=t?.pathname.split(`/`).filter(e=>e!==``)??[],r=n.pop()?.replace(/\.git$/,``);return t===void 0||!r?void 0:{host:t.host,owner:n.join(`/`),name:r}}
function _c(e,t,n,r){let i=at(e,t);if(i===void 0)return;let{host:a=``,owner:o=``,name:s=``}=ya(e)??{},c=C.get(a.toLowerCase());return c===void 0||!/^[^/]+$/.test(o)?ge({type:`generic`,name:n,qualifiers:{vcs_url:i},subpath:r??``}):ge({type:c,namespace:o,name:s,version:t,subpath:r??``})}
function Qo(e){return M(j(e))}
function j(e){let t=[],n=0;for(let r=0;r<e.length;r++){let i=e.charCodeAt(r);if(i===34&&(r=y(e,r)),i!==47)continue;let a=T(e,r);a!==void 0&&(t.push(e.slice(n,r),e.slice(r,a).replace(/[^\r\n]/g,` `)),n=a,r=a-1)}return t.length===0?e:t.join(``)+e.slice(n)}
function M(e){let t=[],n=0,r=-1;for(let i=0;i<e.length;i++){let a=e.charCodeAt(i);a<=32||(r>=0&&(a===125||a===93)&&(t.push(e.slice(n,r),` `),n=r+1),r=a===44?i:-1,a===34&&(i=y(e,i)))}return t.length===0?e:t.join(``)+e.slice(n)}
function T(e,t){let n=e.charCodeAt(t+1);if(n===47){let n=e.indexOf(`
`,t);return n<0?e.length:n}if(n!==42)return;let r=e.indexOf(`*/`,t+2);return r<0?void 0:r+2}
function y(e,t){let n=e.indexOf(`"`,t+1);for(;n>=0;){let t=0;for(;e.charCodeAt(n-1-t)===92;)t++;if(t%2==0)return n;n=e.indexOf(`"`,n+1)}return e.length}
export{Zc,bi,Me,xi,pn,ar,va,mn,at,Qc,vf,Dt,Si,tt,hn,ya,Ke,gn,_c,pt,Qo,Le,re,Dr,ot,Ee};
