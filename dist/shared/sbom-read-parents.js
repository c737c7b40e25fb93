import{r as e}from"./spdx-declared.js";
import{t}from"./spdx-parser.js";
import{L as n,M as r}from"./part-sbom-check.js";
import{t as i}from"./sbom-read-hash-value.js";
import{t as a}from"./sbom-licenses2.js";
import{n as o,t as s}from"./sbom-read-time.js";
function c(e,t){let n=e?.texts(`creators`)??[],r=n.flatMap(e=>l(e,`Tool`)??[]),i=n.flatMap(e=>d(e)??[]),[a,...c]=n.flatMap(e=>u(e)??[]),f=a===void 0?0:1,p=n.length-r.length-i.length-c.length-f,h=c.length+p;return h>0&&t.add(`creationInfo.creators[]`,h),{tools:r.map(({whole:e})=>m(e)),authors:i,...o({created:e&&s(e,`created`),manufacturer:a})}}
function l(e,t){if(!e?.startsWith(`${t}:`))return;let n=e.slice(t.length+1).trim(),r=n.endsWith(`)`)?n.lastIndexOf(`(`):-1,i=r<0?n:n.slice(0,r).trim(),a=r<0?``:n.slice(r+1,-1).trim();return i===``?void 0:{whole:n,name:i,email:a}}
function u(e){let t=l(e,`Organization`),n=t?.email?[{email:t.email}]:[];return t&&{name:t.name,urls:[],contacts:n}}
function d(e){let t=l(e,`Person`);return t&&{name:t.name,...t.email?{email:t.email}:{}}}
function f(e,t){let n=e.peek(t);if(typeof n!=`string`)return{};let r=u(n),i=d(n);return(r??i??/^NO(?:ASSERTION|NE)\b/.test(n))&&e.skip(t),{organization:r,person:i}}
function p(e){return e&&{name:e.name??``,urls:[],contacts:[e]}}
function m(e){let[,t,n]=/^(.+?)-(v?\d.*)$/s.exec(e)??[];return t===void 0?{name:e}:{name:t,...o({version:n})}}
const h=/^(?:NOASSERTION|NONE|)$/,g=/^(?:application|container|device|file|firmware|framework|library|operating-system)$/;
function _(e,t,i,a){let{purl:s,cpe:c,references:l}=x(e),u=e.text(i?`fileName`:`name`)??``,[d,m]=[f(e,`supplier`),f(e,`originator`)],h=b(e),g=y(e.text(`homepage`)),{archives:_,pedigree:E}=C(e);return e.skip(`filesAnalyzed`),{ref:t,type:i?`file`:v(e),...i?{name:u}:n(r(s,u),u),authors:m.person===void 0?[]:[m.person],hashes:h,licenses:[...T(e,`licenseDeclared`,`declared`,a),...T(e,`licenseConcluded`,`concluded`,a)],references:[...S(e,`downloadLocation`,h),..._,...g===void 0?[]:[{type:`website`,url:g,hashes:[]}],...l],properties:[],places:w(e,`sourceInfo`),dependencies:`unknown`,...o({version:e.text(`versionInfo`)||void 0,description:e.text(`description`)||void 0,purl:s,cpe:c,supplier:d.organization??p(d.person),manufacturer:m.organization,copyright:y(e.text(`copyrightText`)),pedigree:E})}}
function v(e){let t=String(e.peek(`primaryPackagePurpose`)??`LIBRARY`).toLowerCase().replace(`_`,`-`);return g.test(t)?(e.skip(`primaryPackagePurpose`),t):`library`}
function y(e){return e===void 0||h.test(e)?void 0:e}
function b(e){return e.all(`checksums`).flatMap(e=>{let t=e.text(`algorithm`)?.replace(/^SHA(?=\d+$)/,`SHA-`),n=e.text(`checksumValue`);return t&&n?[{algorithm:t,value:i(n)}]:(e.drop(`of no algorithm or value`),[])})}
function x(e){let t,n,r=[];for(let i of e.all(`externalRefs`)){let e=String(i.peek(`referenceType`)),a=i.peek(`referenceLocator`);if(typeof a==`string`){if(e===`purl`&&t===void 0)t=a;else if(/^cpe2[23]Type$/.test(e)&&n===void 0)n=a;else if(/^(?:advisory|fix|url)$/.test(e))r.push({type:e===`advisory`?`advisories`:`other`,url:a,hashes:[]});else{i.drop(e);continue}i.skip(`referenceCategory`,`referenceType`,`referenceLocator`)}}return{purl:t,cpe:n,references:r}}
function S(e,t,n){let r=y(e.text(t));if(r===void 0)return[];let[,i,a]=/^(git(?:\+\w+)?:.*?)(?:@([^@/:]+))?$/.exec(r)??[];return i===void 0?[{type:`distribution`,url:r,hashes:n}]:[{type:`vcs`,url:a===void 0?i:`${i}#${a}`,hashes:[]}]}
function C(e){let t=e.peek(`comment`),n=typeof t==`string`?t.split(`
`):[],r=n.indexOf(`Archives:`),i=r<0?n:n.slice(0,r),a=i.every(e=>/^(?:Patched by|Made from|Note:) /.test(e)),s=i.filter(e=>e.startsWith(`Note: `));if(n.length===0||!a||s.length>1)return{archives:[]};e.skip(`comment`);let c=e=>i.filter(t=>t.startsWith(e)).map(t=>t.slice(e.length)),l={patches:c(`Patched by `),ancestors:c(`Made from `).map(e=>{let[,t=e,n,r]=/^(\S+)(?: ([^\s(]\S*))?(?: \((pkg:\S+)\))?$/.exec(e)??[];return{name:t,...o({version:n,purl:r})}}),...o({notes:s[0]?.slice(6)})};return{archives:(r<0?[]:n.slice(r+1)).map(e=>{let[t=``,...n]=e.split(` `);return{type:`distribution`,url:t,hashes:n.map(e=>e.split(`:`)).map(([e=``,t=``])=>({algorithm:e,value:t}))}}),...i.length===0?{}:{pedigree:l}}}
function w(e,t){let n=e.peek(t);return typeof n!=`string`||!n.startsWith(`named in `)?[]:(e.skip(t),n.slice(9).split(`, `).map(e=>{let[,t=e,n]=/^(.*?)(?::(\d+))?$/s.exec(e)??[];return n===void 0?{path:t}:{path:t,line:Number(n)}}))}
function T(e,t,n,r){let i=e.text(t);i===`NONE`&&e.leave(`${t} (NONE)`,1);let a=y(i);return a===void 0?[]:E(a,n,r)}
function E(e,t,n){let r=n.get(e);if(r!==void 0&&(r.used=!0),r===void 0){let r=D(e,n);if(r.length>1)return r.flatMap(e=>E(e,t,n));let i=a(e);return i===void 0?[]:[{acknowledgement:t,statement:i}]}let{name:i=e,text:s=``,url:c}=r,l=/^(?:NOASSERTION|Declared as free text)$/.test(i)&&s!==``?s:i;return[{acknowledgement:t,statement:{kind:`name`,name:l},...o({text:s===``||s===l?void 0:s,url:c})}]}
function D(n,r){let i=r.size===0?void 0:t(n);if(!i?.ok||i.expression.kind!==`and`)return[];let a=i.expression.operands.map(e);return a.some(e=>r.has(e))?a:[]}
function O(e,t){let n=new Map;for(let r of e.keys()){let i=[],a=new Set,o=r;for(;o!==void 0&&!n.has(o)&&!a.has(o);)i.push(o),a.add(o),o=e.get(o);let s=o===void 0||a.has(o)?40:n.get(o)??0;o===void 0&&(s=-1);for(let r of i.reverse())++s>40&&(e.delete(r),t(),s=0),n.set(r,s)}}
export{w as a,c,_ as i,m as l,C as n,E as o,S as r,p as s,O as t};
