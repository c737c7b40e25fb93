import{Nn as e}from"./part-base.js";
import{o as t}from"./part-sbom-check.js";
function n(e,t){let n=a.get(e);return n===void 0||n.holds(t)?void 0:`it must be ${n.rule}`}
const r=/^\d{4}-\d\d-\d\d$/,i=/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/,a=new Map([[`date`,{rule:`a date such as 2026-01-31`,holds:e=>r.test(e)&&!Number.isNaN(Date.parse(e))}],[`date-time`,{rule:`a time of RFC 3339 such as 2026-01-31T12:00:00Z`,holds:e=>i.test(e)&&!Number.isNaN(Date.parse(e.toUpperCase()))}],[`idn-email`,{rule:`an e-mail address`,holds:e=>/^[^\s@]+@[^\s@]+$/.test(e)}],[`uri`,{rule:`a URI with its scheme`,holds:e=>/^[A-Za-z][\w+.-]*:[^\s<>"{}|\\^`]*$/.test(e)}],[`iri-reference`,{rule:`a URL or another IRI reference, with other characters in percent codes`,holds:e=>t(e)===e.replace(/[[\]']/g,t)}]]);
function o(e,t){let n=t.type===void 0?[]:[t.type].flat();if(n.length>0&&!n.some(t=>l(e,t)))return`it is ${d(e)}; it must be ${n.map(f).join(` or `)}`;if(t.const!==void 0&&e!==t.const)return`it is ${p(e)}; it must be ${p(t.const)}`;if(t.enum!==void 0&&!t.enum.includes(e)){let n=t.enum.slice(0,12).map(p).join(`, `),r=t.enum.length>12?`, … (${t.enum.length} in all)`:``;return`it is ${p(e)}; it must be one of ${n}${r}`}return typeof e==`number`?s(e,t):typeof e==`string`?c(e,t):void 0}
function s(e,{minimum:t,maximum:n}){return t!==void 0&&e<t?`it is ${e}; the least is ${t}`:n!==void 0&&e>n?`it is ${e}; the most is ${n}`:void 0}
function c(e,t){let{minLength:r=0,maxLength:i,pattern:a,format:o}=t,s=r>0||i!==void 0?[...e].length:0;if(s<r)return`it has ${s} characters; the least is ${r}`;if(i!==void 0&&s>i)return`it has ${s} characters; the most is ${i}`;if(a!==void 0&&!h(a).test(e))return`it is ${p(e)}; it must match ${a}`;let c=o===void 0?void 0:n(o,e);return c===void 0?void 0:`it is ${p(e)}; ${c}`}
function l(e,t){return t===`integer`?Number.isInteger(e):t===u(e)}
function u(e){return e===null?`null`:Array.isArray(e)?`array`:typeof e}
function d(e){let t=u(e);return t===`string`||t===`number`?p(e):f(t)}
function f(e){return e===`null`?e:`${/^[aeiou]/.test(e)?`an`:`a`} ${e}`}
function p(e){let t=JSON.stringify(e)??String(e);return t.length>80?`${t.slice(0,80)}…`:t}
const m=new Map;
function h(e){let t=m.get(e)??new RegExp(e,`u`);return m.set(e,t),t}
function g(e,t,n){return _(e)?[{path:[],message:`it is nested more than 200 levels deep`}]:v(e,t,{document:t,resolve:n,identityOf:x(),path:[]})}
function _(e){let t=[e];for(let e=0;t.length>0;e++){if(e>200)return!0;t=t.flatMap(e=>typeof e==`object`&&e?Object.values(e):[])}return!1}
function v(t,n,r){if(n===!0)return[];let{path:i,resolve:a}=r;if(n===!1)return[{path:i,message:`nothing may stand here`}];if(n.$ref!==void 0){let e=a(n.$ref,r.document);return v(t,e.schema,{...r,document:e.document})}let s=o(t,n);return s===void 0?[...Array.isArray(t)?y(t,n,r):[],...e(t)?S(t,n,r):[],...C(t,n,r)]:[{path:i,message:s}]}
function y(e,t,n){let{path:r}=n,{minItems:i=0,maxItems:a,items:o,additionalItems:s=!0,uniqueItems:c}=t,l=[];e.length<i&&l.push({path:r,message:`it has ${e.length} items; the least is ${i}`}),a!==void 0&&e.length>a&&l.push({path:r,message:`it has ${e.length} items; the most is ${a}`}),c===!0&&T(l,b(e,n));let u=Array.isArray(o);for(let[t,i]of e.entries())T(l,v(i,u?o[t]??s:o??!0,{...n,path:[...r,t]}));return l}
function b(e,{path:t,identityOf:n}){let r=new Map;return e.flatMap((e,i)=>{let a=n(e),o=r.get(a);return o===void 0&&r.set(a,i),o===void 0?[]:[{path:[...t,i],message:`it says the same as item ${o} of the list`}]})}
function x(){let e=new Map,t=new WeakMap;return function n(r){if(typeof r!=`object`||!r)return JSON.stringify(r);let i=t.get(r);if(i!==void 0)return i;let a=Array.isArray(r)?`[${r.map(e=>n(e)).join()}]`:`{${Object.entries(r).sort(([e],[t])=>e<t?-1:1).map(([e,t])=>`${JSON.stringify(e)}:${n(t)}`).join()}}`,o=e.get(a)??`#${e.size}`;return e.set(a,o),t.set(r,o),o}}
function S(e,t,n){let{path:r}=n,{properties:i={},additionalProperties:a=!0,required:o=[]}=t,s=o.filter(t=>!Object.hasOwn(e,t)).map(e=>({path:r,message:`it has no \`${e}\``}));for(let[t,o]of Object.entries(e)){let e=Object.hasOwn(i,t)?i[t]:void 0;e===void 0&&a===!1?s.push({path:[...r,t],message:`there is no field \`${t}\` here`}):T(s,v(o,e??a,{...n,path:[...r,t]}))}return s}
function C(e,t,n){let{allOf:r=[],anyOf:i,oneOf:a,not:o,if:s}=t,c=r.flatMap(t=>v(e,t,n));return i!==void 0&&T(c,w(e,i,n,!1)),a!==void 0&&T(c,w(e,a,n,!0)),o!==void 0&&v(e,o,n).length===0&&c.push({path:n.path,message:`it has a shape that is not allowed here`}),s!==void 0&&T(c,v(e,(v(e,s,n).length===0?t.then:t.else)??!0,n)),c}
function w(e,t,n,r){let i=t.map(t=>v(e,t,n)),a=i.filter(e=>e.length===0).length;if(a===1||a>1&&!r)return[];if(a>1)return[{path:n.path,message:`it fits ${a} shapes of which one only is allowed`}];let o=e=>e.reduce((e,{path:t})=>Math.max(e,t.length),0),[s=[]]=i.toSorted((e,t)=>o(t)-o(e)||e.length-t.length);return s}
function T(e,t){for(let n of t)e.push(n)}
export{g as t};
