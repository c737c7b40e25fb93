import{dn as e,k as t}from"./part-base.js";
import{S as n,s as r,v as i,x as a}from"./part-inventory-assemble.js";
import{H as o,V as s}from"./part-inventory.js";
const c=new Set([`registry.terraform.io`,`registry.opentofu.org`]),l=/^[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?$/u,u=/^[\p{L}\p{N}.-]+(?::\d{1,5})?$/u;
function d(e){let t=e.toLowerCase().split(`/`),n=t.pop()??``,r=t.pop()??`hashicorp`,i=t.pop(),a=i===void 0||u.test(i)&&/[.:]|^localhost$/.test(i);if(!(t.length>0||!a||!l.test(n))&&(l.test(r)||r===`-`))return i===void 0?{namespace:r,type:n}:{host:i,namespace:r,type:n}}
function f({host:e,namespace:t,type:n}){return e===void 0||c.has(e)?`${t}/${n}`:`${e}/${t}/${n}`}
const p=/[\p{L}_][\p{L}\p{N}_-]*/uy;
function m({path:t,line:n},r){throw new e(`${t} can't be understood from line ${n} on: ${r}`)}
function h(e){let{text:t}=e,[n,r]=/^<<-?([\p{L}_][\p{L}\p{N}_-]*)\s*?\n/u.exec(t.slice(e.at,e.at+200))??[];if(n===void 0)return!1;let i=e.at+n.length;for(e.line++;i<t.length;){let n=t.indexOf(`
`,i),a=n<0?t.length:n;if(t.slice(i,a).trim()===r)return e.at=a,!0;i=a+1,e.line++}return m(e,`no line ends the text ${r}`)}
function g(e){p.lastIndex=e.at;let t=p.exec(e.text)?.[0];return t!==void 0&&(e.at+=t.length),t}
function _(e,t){let{text:n}=e;for(;;){let r=n[e.at];if(r===` `||r===`	`||r===`\r`||r===`﻿`)e.at++;else if(r===`
`&&t)e.at++,e.line++;else if(r===`#`||r===`/`&&n[e.at+1]===`/`){let t=n.indexOf(`
`,e.at);e.at=t<0?n.length:t}else if(r===`/`&&n[e.at+1]===`*`){let t=n.indexOf(`*/`,e.at+2);t<0&&m(e,`a comment has no end`),e.line+=n.slice(e.at,t).split(`
`).length-1,e.at=t+2}else return}}
const v={n:`
`,r:`\r`,t:`	`};
function y(e,t){return b({path:e,text:t,at:0,line:1},``,0)}
function b(e,t,n){n>64&&m(e,`it is nested too deeply`);let r=new Map,i=[];for(;;){_(e,!0);let a=e.text[e.at]??``;if(a===t)return e.at++,{attributes:r,blocks:i};let{line:o}=e,s=g(e);s===void 0&&m(e,a===``?`} is missing`:`no name stands here`),_(e,!1),e.text[e.at]===`=`?(e.at++,r.has(s)&&m(e,`${s.slice(0,100)} stands twice in one block`),r.set(s,S(e,`line`,n))):i.push(x(e,s,o,n))}}
function x(e,t,n,r){let i=[];for(;e.text[e.at]!==`{`;){let t=e.text[e.at]===`"`?k(e,r):g(e);t===void 0&&m(e,`a block has no {`),i.push(t),_(e,!1)}return e.at++,{type:t,labels:i,body:b(e,`}`,r+1),line:n}}
function S(e,t,n){n>64&&m(e,`it is nested too deeply`),_(e,t===`item`);let r=e.text[e.at],i=r===`"`?k(e,n):r===`[`?w(e,n):r===`{`?T(e,n):void 0;return C(e,t,n)?void 0:i}
function C(e,t,n){let r=[];for(let i=!0;;i=!1){_(e,r.length>0||t===`item`);let a=e.text[e.at];if(a===void 0&&r.length>0&&m(e,`${r.at(-1)} is missing`),r.length===0&&(a===void 0||a===`
`||`)]}`.includes(a)||a===`,`&&t!==`line`))return!i;if(a===`"`)k(e,n);else if(a===`<`&&h(e))continue;else{let t=`([{`.indexOf(a??` `);t>=0?r.push(`)]}`[t]??``):`)]}`.includes(a??` `)&&r.pop()!==a&&m(e,`${a} closes nothing`),e.at++}}}
function w(e,t){let n=[];if(e.at++,D(e))return O(e,`]`,t);for(;;){if(_(e,!0),E(e,`]`))return n;n.push(S(e,`item`,t+1)),e.text[e.at]===`,`?e.at++:e.text[e.at]!==`]`&&m(e,`] is missing`)}}
function T(e,t){let n=new Map;if(e.at++,D(e))return O(e,`}`,t);for(;;){if(_(e,!0),E(e,`}`))return n;let r=e.text[e.at]===`"`?k(e,t):g(e);if(_(e,!1),r===void 0||!/[=:]/.test(e.text[e.at]??``))return O(e,`}`,t);e.at++,n.set(r,S(e,`entry`,t+1)),_(e,!0),e.text[e.at]===`,`&&e.at++}}
function E(e,t){return e.text[e.at]===t&&(e.at++,!0)}
function D(e){return _(e,!0),/^for\s/.test(e.text.slice(e.at,e.at+4))}
function O(e,t,n){for(;;){if(C(e,`line`,n),_(e,!0),E(e,t))return;let r=e.text[e.at];(r===void 0||`)]}`.includes(r))&&m(e,`${t} is missing`)}}
function k(e,t){t>64&&m(e,`it is nested too deeply`);let{text:n}=e,r=``,i=e.at+1;for(;;){let a=A(n,i),o=n[a];if(r!==void 0&&(r+=n.slice(i,a)),(o===void 0||o===`
`)&&m(e,`a text has no closing "`),o===`"`)return e.at=a+1,r;if(o===`\\`){let[e=`\\`,t]=/^\\(?:u([0-9a-fA-F]{4})|[^\n])/.exec(n.slice(a,a+6))??[],o=e[1]??``;r!==void 0&&(r+=t===void 0?v[o]??o:String.fromCharCode(Number.parseInt(t,16))),i=a+e.length}else n[a+1]===o&&n[a+2]===`{`?(r!==void 0&&(r+=`${o}{`),i=a+3):n[a+1]===`{`?(r=void 0,e.at=a+2,O(e,`}`,t+1),i=e.at):(r!==void 0&&(r+=o),i=a+1)}}
function A(e,t){let n=t;for(;n<e.length&&!`"\\$%
`.includes(e[n]??``);)n++;return n}
function j(e,t){let{blocks:n}=y(e,t),r=n.filter(({type:e})=>e===`terraform`),i=new Map;for(let{body:e}of r)for(let{attributes:t}of M(e.blocks,`required_providers`).map(e=>e.body))for(let[e,n]of t){let t=N(e,n);t.address?.host!==`terraform.io`&&i.set(e,t)}let a=M(n,`provider`);return{required:i,isRoot:a.length>0||r.some(({body:e})=>e.blocks.some(({type:e})=>/^(?:backend|cloud)$/.test(e))),hasProvider:a.some(({labels:e})=>e[0]!==`terraform`),localModules:M(n,`module`).flatMap(({body:e})=>{let t=e.attributes.get(`source`);return typeof t==`string`&&/^\.\.?\//.test(t)?[t]:[]})}}
function M(e,t){return e.filter(e=>e.type===t)}
function N(e,t){if(typeof t==`string`)return{address:d(e),version:t};if(!(t instanceof Map))return{address:void 0,version:void 0};let n=t.get(`source`),r=t.get(`version`);return{address:typeof n==`string`?d(n):t.has(`source`)?void 0:d(e),version:typeof r==`string`?r:void 0}}
const P=/\.(?:tf|tofu)$/,F=new WeakMap;
function I(e){let t=F.get(e.paths);if(t!==void 0)return t;let n=L(e);return F.set(e.paths,n),n}
async function L({paths:t,readText:n}){let r=new Map,i=[];for(let a of t){if(!P.test(a))continue;let t=s(a),c=r.get(t)??{files:new Map,isCalled:!1};r.set(t,c);try{let e=j(a,await n(a)??``);c.files.set(a,e);for(let t of e.localModules)i.push(o(a,t)??``)}catch(t){if(!(t instanceof e))throw t}}for(let e of i){let t=r.get(e);t!==void 0&&(t.isCalled=!0)}return r}
async function R(e,t,n){let r=j(e,t);if(r.required.size===0&&!r.hasProvider||/(?:^|\/)modules\//.test(e))return!1;let i=(await I(n)).get(s(e));if(i===void 0||i.isCalled)return!1;let a=[...i.files];return(a.find(([,{required:e}])=>e.size>0)??a.find(([,e])=>e.hasProvider))?.[0]===e&&a.some(([,{isRoot:e}])=>e)}
async function z(e){let{path:t}=e,{attributes:r,blocks:i}=y(t,e.text),o=a(e,{line:1}),c=[o],l=[],u=[...r.keys()].map(e=>({item:e,reason:`no provider stands here`})),d=new Map;for(let e of i){let t=B(e);if(t===void 0){let t=[e.type,...e.labels].join(` `);u.push({item:t,line:e.line,reason:`it names no provider`});continue}let{node:n,requirement:r,reasons:i}=V(e,t);c.push(n);for(let e of i)u.push({node:n,reason:e});l.push({from:o.key,to:n.key,kind:`runtime`,requirement:r});for(let e of U(t))d.set(e,n.version)}let f=(await I(e)).get(s(t));return[n({path:t,format:`terraform`,ecosystem:`terraform`,roots:[o],nodes:c,edges:l,edgeCompleteness:`complete`,problems:e.compareManifests?[...u,...W(f,d)]:u,covers:[...f?.files.keys()??[]],integrityAdvice:"Write the checksums of every platform: `terraform providers lock -platform=linux_amd64 …`."})]}
function B({type:e,labels:t}){let[n,...r]=t;if(e!==`provider`||n===void 0||r.length>0)return;let{host:i,...a}=d(n)??{};return i===void 0||!(`type`in a)?void 0:{host:i,...a}}
function V({labels:e,body:n,line:r},a){let{attributes:o}=n,{host:s,namespace:c,type:l}=a,u=i(o.get(`version`)),d=i(o.get(`constraints`)),{artifacts:p,isChecked:m,problem:h}=H(o.get(`hashes`)),g={key:e[0]??``,name:f(a),version:u,line:r,firstParty:!1,purl:t({type:`generic`,namespace:`${s}/${c}`,name:l,version:u}),artifacts:p,download:m?`checked`:`unchecked`},[_]=n.blocks;return{node:g,requirement:d,reasons:[u===void 0?`it has no version`:void 0,h,_&&`another block stands in it, from line ${_.line} on`].filter(e=>e!==void 0)}}
function H(e){let t=[],n=Array.isArray(e)?e:[],r=!1,i=e===void 0||n.length>0?void 0:"`hashes` is no list of checksums";for(let e of n){let[,n,a=``]=typeof e==`string`?/^(h1|zh):(\S+)$/.exec(e)??[]:[];if(n===`zh`&&/^[0-9a-f]{64}$/.test(a))t.push({hashes:[{algorithm:`SHA-256`,value:a}],condition:`a platform that the lockfile does not name`});else if(n!==`h1`||!/^[A-Za-z0-9+/]{43}=$/.test(a)){i=`one of its checksums is none`;continue}r=!0}return{artifacts:t,isChecked:r,problem:i}}
function U(e){let{host:t,namespace:n,type:r}=e,i=`${t}/${n}/${r}`;return c.has(t)?[i,f(e)]:[i]}
function W(e,t){return[...e?.files??[]].flatMap(([e,{required:n}])=>r(e,[...n.values()].flatMap(({address:e,version:n})=>{if(e===void 0)return[];let{host:r,namespace:i,type:a}=e,o=[r,i,a].filter(e=>e!==void 0).join(`/`),[,s]=/^=?\s*v?(\d+\.\d+\.\d+[-+.\w]*)$/.exec(n?.trim()??``)??[];if(!t.has(o))return[`${o} is not locked`];let c=t.get(o);return s===void 0||c===void 0||s===c?[]:[`${o} ${s} is asked for, and ${c} is locked`]})))}
export{j as a,I as i,P as n,R as r,z as t};
