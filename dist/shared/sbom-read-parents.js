import{r as e}from"./spdx-declared.js";
import{t}from"./spdx-parser.js";
import{M as n,k as r}from"./part-sbom-check.js";
import{t as i}from"./sbom-licenses2.js";
import{n as a,t as o}from"./sbom-read-time.js";
function s(e,t){let n=e?.texts(`creators`)??[],r=n.flatMap(e=>c(e,`Tool`)??[]),i=n.flatMap(e=>u(e)??[]),[s,...d]=n.flatMap(e=>l(e)??[]),f=s===void 0?0:1,m=n.length-r.length-i.length-d.length-f,h=d.length+m;return h>0&&t.add(`creationInfo.creators[]`,h),{tools:r.map(({whole:e})=>p(e)),authors:i,...a({created:e&&o(e,`created`),manufacturer:s})}}
function c(e,t){if(!e?.startsWith(`${t}:`))return;let n=e.slice(t.length+1).trim(),r=n.endsWith(`)`)?n.lastIndexOf(`(`):-1,i=r<0?n:n.slice(0,r).trim(),a=r<0?``:n.slice(r+1,-1).trim();return i===``?void 0:{whole:n,name:i,email:a}}
function l(e){let t=c(e,`Organization`),n=t?.email?[{email:t.email}]:[];return t&&{name:t.name,urls:[],contacts:n}}
function u(e){let t=c(e,`Person`);return t&&{name:t.name,...t.email?{email:t.email}:{}}}
function d(e,t){let n=e.peek(t);if(typeof n!=`string`)return{};let r=l(n),i=u(n);return(r??i??/^NO(?:ASSERTION|NE)\b/.test(n))&&e.skip(t),{organization:r,person:i}}
function f(e){return e&&{name:e.name??``,urls:[],contacts:[e]}}
function p(e){let[,t,n]=/^(.+?)-(v?\d.*)$/.exec(e)??[];return t===void 0?{name:e}:{name:t,...a({version:n})}}
const m=/^(?:NOASSERTION|NONE|)$/,h=/^(?:application|container|device|file|firmware|framework|library|operating-system)$/;
function g(e,t,i,o){let{purl:s,cpe:c,references:l}=b(e),u=e.text(i?`fileName`:`name`)??``,[p,m]=[d(e,`supplier`),d(e,`originator`)],h=y(e),g=v(e.text(`homepage`)),{archives:T,pedigree:E}=S(e);return e.skip(`filesAnalyzed`),{ref:t,type:i?`file`:_(e),...i?{name:u}:n(r(s,u),u),authors:m.person===void 0?[]:[m.person],hashes:h,licenses:[...w(e,`licenseDeclared`,`declared`,o),...w(e,`licenseConcluded`,`concluded`,o)],references:[...x(e,`downloadLocation`,h),...T,...g===void 0?[]:[{type:`website`,url:g,hashes:[]}],...l],properties:[],places:C(e,`sourceInfo`),dependencies:`unknown`,...a({version:e.text(`versionInfo`)||void 0,description:e.text(`description`)||void 0,purl:s,cpe:c,supplier:p.organization??f(p.person),manufacturer:m.organization,copyright:v(e.text(`copyrightText`)),pedigree:E})}}
function _(e){let t=String(e.peek(`primaryPackagePurpose`)??`LIBRARY`).toLowerCase().replace(`_`,`-`);return h.test(t)?(e.skip(`primaryPackagePurpose`),t):`library`}
function v(e){return e===void 0||m.test(e)?void 0:e}
function y(e){return e.all(`checksums`).flatMap(e=>{let t=e.text(`algorithm`)?.replace(/^SHA(?=\d+$)/,`SHA-`),n=e.text(`checksumValue`)?.toLowerCase();return t&&n?[{algorithm:t,value:n}]:[]})}
function b(e){let t,n,r=[];for(let i of e.all(`externalRefs`)){let e=String(i.peek(`referenceType`)),a=i.peek(`referenceLocator`);if(typeof a==`string`){if(e===`purl`&&t===void 0)t=a;else if(/^cpe2[23]Type$/.test(e)&&n===void 0)n=a;else if(/^(?:advisory|fix|url)$/.test(e))r.push({type:e===`advisory`?`advisories`:`other`,url:a,hashes:[]});else{i.drop(e);continue}i.skip(`referenceCategory`,`referenceType`,`referenceLocator`)}}return{purl:t,cpe:n,references:r}}
function x(e,t,n){let r=v(e.text(t));if(r===void 0)return[];let[,i,a]=/^(git(?:\+\w+)?:.*?)(?:@([^@/:]+))?$/.exec(r)??[];return i===void 0?[{type:`distribution`,url:r,hashes:n}]:[{type:`vcs`,url:a===void 0?i:`${i}#${a}`,hashes:[]}]}
function S(e){let t=e.peek(`comment`),n=typeof t==`string`?t.split(`
`):[],r=n.indexOf(`Archives:`),i=r<0?n:n.slice(0,r),o=i.every(e=>/^(?:Patched by|Made from|Note:) /.test(e));if(n.length===0||!o)return{archives:[]};e.skip(`comment`);let s=e=>i.filter(t=>t.startsWith(e)).map(t=>t.slice(e.length)),c={patches:s(`Patched by `),ancestors:s(`Made from `).map(e=>{let[,t=e,n,r]=/^(\S+)(?: ([^\s(]\S*))?(?: \((pkg:\S+)\))?$/.exec(e)??[];return{name:t,...a({version:n,purl:r})}}),...a({notes:s(`Note: `)[0]})};return{archives:(r<0?[]:n.slice(r+1)).map(e=>{let[t=``,...n]=e.split(` `);return{type:`distribution`,url:t,hashes:n.map(e=>e.split(`:`)).map(([e=``,t=``])=>({algorithm:e,value:t}))}}),...i.length===0?{}:{pedigree:c}}}
function C(e,t){let n=e.peek(t);return typeof n!=`string`||!n.startsWith(`named in `)?[]:(e.skip(t),n.slice(9).split(`, `).map(e=>{let[,t=e,n]=/^(.*?)(?::(\d+))?$/s.exec(e)??[];return n===void 0?{path:t}:{path:t,line:Number(n)}}))}
function w(e,t,n,r){let i=e.text(t);i===`NONE`&&e.leave(`${t} (NONE)`,1);let a=v(i);return a===void 0?[]:T(a,n,r)}
function T(e,t,n){let r=n.get(e);if(r!==void 0&&(r.used=!0),r===void 0){let r=E(e,n);if(r.length>1)return r.flatMap(e=>T(e,t,n));let a=i(e);return a===void 0?[]:[{acknowledgement:t,statement:a}]}let{name:o=e,text:s=``,url:c}=r,l=/^(?:NOASSERTION|Declared as free text)$/.test(o)&&s!==``?s:o;return[{acknowledgement:t,statement:{kind:`name`,name:l},...a({text:s===``||s===l?void 0:s,url:c})}]}
function E(n,r){let i=r.size===0?void 0:t(n);if(!i?.ok||i.expression.kind!==`and`)return[];let a=i.expression.operands.map(e);return a.some(e=>r.has(e))?a:[]}
function D(e,t){let n=new Map;for(let r of e.keys()){let i=[],a=new Set,o=r;for(;o!==void 0&&!n.has(o)&&!a.has(o);)i.push(o),a.add(o),o=e.get(o);let s=o===void 0||a.has(o)?100:n.get(o)??0;o===void 0&&(s=-1);for(let r of i.reverse())++s>100&&(e.delete(r),t(),s=0),n.set(r,s)}}
export{C as a,s as c,g as i,p as l,S as n,T as o,x as r,f as s,D as t};
