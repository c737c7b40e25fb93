import{o as e}from"./part-sbom-check.js";
function t(e,t){let n=i.get(e);return n===void 0||n.holds(t)?void 0:`it must be ${n.rule}`}
const n=/^\d{4}-\d\d-\d\d$/,r=/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/,i=new Map([[`date`,{rule:`a date such as 2026-01-31`,holds:e=>n.test(e)&&!Number.isNaN(Date.parse(e))}],[`date-time`,{rule:`a time of RFC 3339 such as 2026-01-31T12:00:00Z`,holds:e=>r.test(e)&&!Number.isNaN(Date.parse(e.toUpperCase()))}],[`idn-email`,{rule:`an e-mail address`,holds:e=>/^[^\s@]+@[^\s@]+$/.test(e)}],[`uri`,{rule:`a URI with its scheme`,holds:e=>/^[A-Za-z][\w+.-]*:[^\s<>"{}|\\^`]*$/.test(e)}],[`iri-reference`,{rule:`a URL or another IRI reference, with other characters in percent codes`,holds:t=>e(t)===t.replace(/[[\]']/g,e)}]]);
function a(e,t){let n=t.type===void 0?[]:[t.type].flat();if(n.length>0&&!n.some(t=>c(e,t)))return`it is ${u(e)}; it must be ${n.map(d).join(` or `)}`;if(t.const!==void 0&&e!==t.const)return`it is ${f(e)}; it must be ${f(t.const)}`;if(t.enum!==void 0&&!t.enum.includes(e)){let n=t.enum.slice(0,12).map(f).join(`, `),r=t.enum.length>12?`, … (${t.enum.length} in all)`:``;return`it is ${f(e)}; it must be one of ${n}${r}`}return typeof e==`number`?o(e,t):typeof e==`string`?s(e,t):void 0}
function o(e,{minimum:t,maximum:n}){return t!==void 0&&e<t?`it is ${e}; the least is ${t}`:n!==void 0&&e>n?`it is ${e}; the most is ${n}`:void 0}
function s(e,n){let{minLength:r=0,maxLength:i,pattern:a,format:o}=n,s=r>0||i!==void 0?[...e].length:0;if(s<r)return`it has ${s} characters; the least is ${r}`;if(i!==void 0&&s>i)return`it has ${s} characters; the most is ${i}`;if(a!==void 0&&!m(a).test(e))return`it is ${f(e)}; it must match ${a}`;let c=o===void 0?void 0:t(o,e);return c===void 0?void 0:`it is ${f(e)}; ${c}`}
function c(e,t){return t===`integer`?Number.isInteger(e):t===l(e)}
function l(e){return e===null?`null`:Array.isArray(e)?`array`:typeof e}
function u(e){let t=l(e);return t===`string`||t===`number`?f(e):d(t)}
function d(e){return e===`null`?e:`${/^[aeiou]/.test(e)?`an`:`a`} ${e}`}
function f(e){let t=JSON.stringify(e)??String(e);return t.length>80?`${t.slice(0,80)}…`:t}
const p=new Map;
function m(e){let t=p.get(e)??new RegExp(e,`u`);return p.set(e,t),t}
function h(e,t,n){return g(e)?[{path:[],message:`it is nested more than 200 levels deep`}]:_(e,t,{document:t,resolve:n,path:[]})}
function g(e){let t=[e];for(let e=0;t.length>0;e++){if(e>200)return!0;t=t.flatMap(e=>typeof e==`object`&&e?Object.values(e):[])}return!1}
function _(e,t,n){if(t===!0)return[];let{path:r,resolve:i}=n;if(t===!1)return[{path:r,message:`nothing may stand here`}];if(t.$ref!==void 0){let r=i(t.$ref,n.document);return _(e,r.schema,{...n,document:r.document})}let o=a(e,t);return o===void 0?[...Array.isArray(e)?v(e,t,n):[],...w(e)?x(e,t,n):[],...S(e,t,n)]:[{path:r,message:o}]}
function v(e,t,n){let{path:r}=n,{minItems:i=0,maxItems:a,items:o,additionalItems:s=!0,uniqueItems:c}=t,l=[];e.length<i&&l.push({path:r,message:`it has ${e.length} items; the least is ${i}`}),a!==void 0&&e.length>a&&l.push({path:r,message:`it has ${e.length} items; the most is ${a}`}),c===!0&&l.push(...y(e,r));let u=Array.isArray(o);for(let[t,i]of e.entries()){let e=u?o[t]??s:o??!0;l.push(..._(i,e,{...n,path:[...r,t]}))}return l}
function y(e,t){let n=new Map;return e.flatMap((e,r)=>{let i=JSON.stringify(e,b),a=n.get(i);return a===void 0&&n.set(i,r),a===void 0?[]:[{path:[...t,r],message:`it says the same as item ${a} of the list`}]})}
function b(e,t){return w(t)?Object.fromEntries(Object.entries(t).sort(([e],[t])=>e<t?-1:1)):t}
function x(e,t,n){let{path:r}=n,{properties:i={},additionalProperties:a=!0,required:o=[]}=t,s=o.filter(t=>!Object.hasOwn(e,t)).map(e=>({path:r,message:`it has no \`${e}\``}));for(let[t,o]of Object.entries(e)){let e=Object.hasOwn(i,t)?i[t]:void 0;e===void 0&&a===!1?s.push({path:[...r,t],message:`there is no field \`${t}\` here`}):s.push(..._(o,e??a,{...n,path:[...r,t]}))}return s}
function S(e,t,n){let{allOf:r=[],anyOf:i,oneOf:a,not:o,if:s}=t,c=r.flatMap(t=>_(e,t,n));if(i!==void 0&&c.push(...C(e,i,n,!1)),a!==void 0&&c.push(...C(e,a,n,!0)),o!==void 0&&_(e,o,n).length===0&&c.push({path:n.path,message:`it has a shape that is not allowed here`}),s!==void 0){let r=_(e,s,n).length===0;c.push(..._(e,(r?t.then:t.else)??!0,n))}return c}
function C(e,t,n,r){let i=t.map(t=>_(e,t,n)),a=i.filter(e=>e.length===0).length;if(a===1||a>1&&!r)return[];if(a>1)return[{path:n.path,message:`it fits ${a} shapes of which one only is allowed`}];let o=e=>Math.max(...e.map(({path:e})=>e.length)),[s=[]]=i.toSorted((e,t)=>o(t)-o(e)||e.length-t.length);return s}
function w(e){return typeof e==`object`&&!!e&&!Array.isArray(e)}
export{h as t};
