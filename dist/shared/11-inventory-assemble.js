import{G,Wr,me,de,Y,K,fe,ce}from"./48-base.js";
import{we,St,te,Ie,ba,Fl}from"./10-inventory.js";
function li(e){let t=fe(e,({from:e})=>e);return[...t.keys()].sort().flatMap(e=>{let n=t.get(e)?.sort(b)??[];return n.filter((e,t)=>{let r=n[t-1];return r===void 0||b(r,e)!==0})})}
function b(e,t){return me(e.to,t.to)||me(e.kind,t.kind)||me(e.alias??``,t.alias??``)||me(e.condition??``,t.condition??``)}
const v=5e3;
function yr(e,t){let n=t.length-v,r=`it has ${de(n)} more problems`,i=(n<=0?t:[...t.slice(0,v),{reason:r}]).map(t=>{let{item:n=``,file:r=e,line:i,reason:a,kind:o=`entry`}=t,{identity:s,advice:c,componentId:l}=t;return{kind:o,item:Ie(n).slice(0,200)||e,reason:a,...s===void 0?{}:{identity:s},...c===void 0?{}:{advice:c},location:{path:r,...i===void 0?{}:{startLine:i}},...l===void 0?{}:{componentId:l}}});return[...new Map(i.map(e=>[`${e.item}\0${e.reason}`,e]))].sort(([e],[t])=>me(e,t)).map(([,e])=>e)}
const Gc=`packages that are downloaded have no checksum`;
function ui(e,t,n){let r=e.filter(e=>!t(e)),[i]=r;if(i===void 0)return[];let a=`${de(r.length)} of ${de(e.length)} ${n}`;return[{kind:`no-integrity`,line:i.line,reason:a,identity:``}]}
function Se(e){let{path:t,format:n,ecosystem:r,roots:i,edgeCompleteness:a,covers:o,withoutEdges:s=[]}=e,c=new Map,l=new Map,u=e=>l.get(e)??`${t}#${e}`,d=[];for(let n of e.nodes){let e=c.get(n.key);e===void 0?(c.set(n.key,n),l.set(n.key,`${t}#${n.key}`)):e!==n&&d.push({item:n.key,line:n.line,reason:`it stands in the file twice`})}let f=li(e.edges.filter(({from:e,to:t})=>e!==t&&c.has(e)&&c.has(t)).map(e=>k(e,u))),p=[...c.values()],m=new Set(p.filter(e=>e.firstParty).map(({key:e})=>u(e))),h={path:t,ecosystem:r,idOf:u,scopes:St(i.map(({key:e})=>u(e)),f),aliases:w(f),direct:i.length===0||a===`unknown`?void 0:new Set(f.filter(({from:e})=>m.has(e)).map(({to:e})=>e))},g=p.filter(({download:e})=>e!==void 0),{integrityAdvice:_}=e;return{path:t,format:n,ecosystem:r,roots:i.map(({key:e})=>u(e)),components:[...c.keys()].sort().flatMap(e=>{let t=c.get(e);return t===void 0?[]:O(t,h)}),edges:f,edgeCompleteness:a,...s.length===0?{}:{withoutEdges:s.map(u)},covers:[...new Set(o)].sort(),gaps:yr(t,[...[...e.problems,...d].map(({node:e,...t})=>({...t,item:t.item??e?.key,file:t.file??e?.file,line:t.line??e?.line,componentId:e&&u(e.key)})),..._===!1?[]:ui(g,E,Gc).map(e=>({...e,advice:_}))])}}
const E=({download:e})=>e===`checked`;
function k(e,t){let{from:n,to:r,kind:i,requirement:a,alias:o,condition:s}=e;return{from:t(n),to:t(r),kind:i,...a?{requirement:a}:{},...o===void 0?{}:{alias:o},...s===void 0?{}:{condition:s}}}
function O(e,t){let{name:n,version:r,kind:i=`library`,purl:a,firstParty:o,artifacts:s=[],flags:c=[]}=e,l=t.idOf(e.key),u=t.scopes.get(l),d=u!==void 0&&e.statedScope!==void 0&&u!==e.statedScope;return{id:l,name:n,...r===void 0?{}:{version:r},kind:i,ecosystem:e.ecosystem??t.ecosystem,...a===void 0?{}:{purl:a},firstParty:o,scope:Fl(u,e.statedScope),...t.direct===void 0?{}:{direct:t.direct.has(l)},artifacts:s,...e.declaredLicense===void 0?{}:{declaredLicense:e.declaredLicense},location:{path:e.file??t.path,...e.line===void 0?{}:{startLine:e.line}},...e.installPath?{installPath:e.installPath}:{},aliases:[...t.aliases.get(l)??[]].sort(),flags:d?[...c,`scopeMismatch`]:c}}
function w(e){let t=new Map;for(let{to:n,alias:r}of e)r!==void 0&&t.set(n,(t.get(n)??new Set).add(r));return t}
function Je(e,t={}){let n=te(e.path),{folder:r=n,name:i,version:a,...o}=t,s=r===n,c=i??(s?oa(e):r.slice(r.lastIndexOf(`/`)+1));return{...o,key:s?`.`:`./${r}`,name:c,version:a,kind:s?`application`:`library`,firstParty:!0,purl:we(e.origin,c,a,r),installPath:r}}
function oa({path:e,origin:t}){return e.split(`/`).at(-2)??t?.repository.split(`/`).at(-1)??`project`}
function q(e){return typeof e==`string`&&e!==``?e:void 0}
function ge(e){return Array.isArray(e)?e.filter(e=>typeof e==`string`):[]}
function on(e,t){let n=1,r=0;for(let i=0;i<e.length;i++)switch(e.charCodeAt(i)){case 10:n++;break;case 123:case 91:r++;break;case 125:case 93:r--;break;case 34:{let a=Wr(e,i);D(e,a)&&t(A(e,i,a),r,n),i=a;break}}}
function D(e,t){let n=t+1;for(;n<e.length&&e.charCodeAt(n)<=32;)n++;return e.charCodeAt(n)===58}
function A(e,t,n){let r=e.slice(t+1,n);return r.includes(`\\`)?JSON.parse(`"${r}"`):r}
function mt(e,t,n){let r=n===void 0?{}:{hint:n},i;try{i=JSON.parse(t)}catch{throw new G(`${e} is no JSON`,r)}if(!K(i))throw new G(`${e} is no JSON object`,r);return i}
function ln(e,t){let n=new Map,r=[],i=[];return on(e,(e,a,o)=>{if(a>t)return;for(i.length=Math.min(i.length,a-1);i.length<a-1;)i.push(``);i.push(e);let s=i.join(`\0`);n.has(s)&&!i.includes(``)?r.push({path:[...i],line:o}):n.set(s,o)}),{line:(...e)=>n.get(e.join(`\0`)),twice:r}}
function cf(e){let t=new Map,n=ba(e);for(let{0:r,index:i}of e.matchAll(/"(?:[^"\\]|\\.)*"/g)){let e=n(i),a=JSON.parse(r);typeof a==`string`&&!t.has(a)&&t.set(a,e)}return t}
function cn(e,t){return K(e)?Object.entries(e).flatMap(([e,n])=>K(n)?[[e,n]]:(t(e),[])):[]}
function Ee(e){if(!URL.canParse(e)||/^[A-Za-z]:[\\/]/.test(e))return;let t=new URL(e);return t.password=``,(t.protocol!==`ssh:`||t.username!==`git`)&&(t.username=``),t.search=``,t.hash=``,t}
function qe(e,t,n=`git`){let r=Ee(Kc(e));if(r!==void 0&&r.protocol!==`file:`&&r.host!==``)return`${r.protocol===`${n}:`?``:`${n}+`}${r.href.replace(/\/$/,``)}${t===void 0?``:`@${t}`}`}
function Ue(e){return e!==void 0&&/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(e)}
function Kc(e){let t=/^(?:([\w.-]+)@)?([\w.-]+\.\w+):(?!\/\/)(.+)$/.exec(e);return t===null?e.replace(/^(ssh:\/\/(?:[^/:@]+@)?[^/:@]+):(?=[^/\d@][^/@]*\/)/,`$1/`):`ssh://${t[1]??`git`}@${t[2]}/${t[3]}`}
function $e(e,t){if(t.length===0)return[];let{text:n,identity:r}=Jn(t);return[{kind:`stale`,item:e,reason:`it asks for other packages: ${n}`,identity:r}]}
function Jn(e,t=`, `){let n=[...new Set(e.map(Ie))].sort(),r=n.length-5;return{text:n.slice(0,5).join(t).slice(0,1e3)+(r>0?` and ${Y(r,`more difference`)}`:``),identity:n.join(`
`)}}
async function Fe(e,{readText:t}){try{return{text:await t(e),problems:[]}}catch(t){if(!(t instanceof G))throw t;return{problems:[sn(e,t.message)]}}}
function sn(e,t){return{reason:`nobody can say whether it fits ${e}: ${t}`}}
const S=new Map([[`md5`,{name:`MD5`,length:16}],[`sha1`,{name:`SHA-1`,length:20}],[`sha256`,{name:`SHA-256`,length:32}],[`sha384`,{name:`SHA-384`,length:48}],[`sha512`,{name:`SHA-512`,length:64}]]);
function di(e){let t=/\s/.test(e)||e===``?void 0:x(e);if(t!==void 0)return{hashes:[t],invalid:!1};let n=new Map,r=e.split(/\s+/).filter(e=>e!==``),i=r.length>64;for(let e of r.slice(0,64)){let t=x(e);t===void 0?i=!0:n.set(`${t.algorithm} ${t.value}`,t)}return{hashes:[...n].sort(([e],[t])=>e<t?-1:1).map(([,e])=>e),invalid:i}}
function x(e){let t=e.indexOf(`-`),n=S.get(e.slice(0,Math.max(t,0)).toLowerCase()),[r=``]=e.slice(t+1).split(`?`,1);if(n===void 0||!/^[A-Za-z0-9+/]+={0,2}$/.test(r))return;let i=Buffer.from(r,`base64`);if(i.length===n.length)return{algorithm:n.name,value:i.toString(`hex`)}}
const C=new Map([[`github.com`,`github`],[`www.github.com`,`github`],[`bitbucket.org`,`bitbucket`]]);
function sa(e){let t=Ee(qe(e,void 0)?.replace(/^git\+/,``)??``),n=t?.pathname.split(`/`).filter(e=>e!==``)??[],r=n.pop()?.replace(/\.git$/,``);return t===void 0||!r?void 0:{host:t.host,owner:n.join(`/`),name:r}}
function qc(e,t,n,r){let i=qe(e,t);if(i===void 0)return;let{host:a=``,owner:o=``,name:s=``}=sa(e)??{},c=C.get(a.toLowerCase());return c===void 0||!/^[^/]+$/.test(o)?ce({type:`generic`,name:n,qualifiers:{vcs_url:i},subpath:r??``}):ce({type:c,namespace:o,name:s,version:t,subpath:r??``})}
function Go(e){return M(j(e))}
function j(e){let t=[],n=0;for(let r=0;r<e.length;r++){let i=e.charCodeAt(r);if(i===34&&(r=y(e,r)),i!==47)continue;let a=T(e,r);a!==void 0&&(t.push(e.slice(n,r),e.slice(r,a).replace(/[^\r\n]/g,` `)),n=a,r=a-1)}return t.length===0?e:t.join(``)+e.slice(n)}
function M(e){let t=[],n=0,r=-1;for(let i=0;i<e.length;i++){let a=e.charCodeAt(i);a<=32||(r>=0&&(a===125||a===93)&&(t.push(e.slice(n,r),` `),n=r+1),r=a===44?i:-1,a===34&&(i=y(e,i)))}return t.length===0?e:t.join(``)+e.slice(n)}
function T(e,t){let n=e.charCodeAt(t+1);if(n===47){let n=e.indexOf(`
`,t);return n<0?e.length:n}if(n!==42)return;let r=e.indexOf(`*/`,t+2);return r<0?void 0:r+2}
function y(e,t){let n=e.indexOf(`"`,t+1);for(;n>=0;){let t=0;for(;e.charCodeAt(n-1-t)===92;)t++;if(t%2==0)return n;n=e.indexOf(`"`,n+1)}return e.length}
export{Gc,li,Se,ui,on,Jn,oa,sn,qe,Kc,cf,mt,di,Ue,cn,sa,Fe,ln,qc,$e,Go,Ee,q,yr,Je,ge};
