import{r as e,t}from"./npm-smol-toml.js";
import{Nn as n,dn as r}from"./part-base.js";
import{D as i}from"./part-inventory-assemble.js";
function a(e,t){let n=`[[${t}]]`;return e.includes(`"""`)||e.includes(`'''`)?s(e,n):o(e,n)}
function o(e,t){let n=[],r=i(e);for(let i=e.indexOf(t);i>=0;i=e.indexOf(t,i+t.length)){let t=i;for(;t>0&&e[t-1]!==`
`&&e[t-1]?.trim()===``;)t--;(t===0||e[t-1]===`
`)&&n.push({at:t,line:r(i)})}return n}
function s(e,t){let n=[],r,i=0;for(let[a,o]of e.split(`
`).entries())r===void 0&&o.trimStart().startsWith(t)&&n.push({at:i,line:a+1}),r=c(o,r),i+=o.length+1;return n}
function c(e,t){if(t===void 0&&!e.includes(`"""`)&&!e.includes(`'''`))return;let n=t;for(let t=0;t<e.length;t++){let r=e.slice(t,t+3);if(n===void 0&&e[t]===`#`)return;n===`"""`&&e[t]===`\\`?t++:n===void 0&&(r===`"""`||r===`'''`)?(n=r,t+=2):r===n&&(n=void 0,t+=2)}return n}
const l=/[\x00-\x08\x0b-\x1f\x7f]/,u=/([\w-]+)[ \t]*=[ \t]*"([^"\\\n]*)"(?!")/y,d=/[\w-]+/y,f=/[ \t]*/y,p=/[ \t]*(?:#[^\n]*)?(?:\n|$)/y,m=/(?:[ \t\n]|#[^\n]*\n)*/y,h=/[ \t]*,[ \t]*/y,g=/,(?:[ \t\n]|#[^\n]*\n)*/y,_=/"((?:[^"\\\n]|\\["\\])*)"(?!")/y,v=/'([^'\n]*)'(?!')/y,y=/(?:0|-?[1-9]\d{0,14})(?=[ \t\n,\]}#]|$)/y,b=/(?:true|false)(?=[ \t\n,\]}#]|$)/y,x=Error(`beyond plain TOML`);
function S(e){if(!l.test(e))try{return C({text:e,at:0})}catch(e){if(e===x||e instanceof RangeError)return;throw e}}
function C(e){let t={},n={headers:new Set([t]),dotted:new Set},r=t,{text:i}=e;for(;;){if(F(e,m),e.at>=i.length)return t;i[e.at]===`[`?r=w(e,t,n):E(e,r,n,0),I(e,p)}}
function w(e,t,{headers:n}){let r=e.text[e.at+1]===`[`;e.at+=r?2:1;let i=t,a=k(e);for(let t=1;P(e,`.`);t++){if(t>16)throw x;i=T(i,a,n),a=k(e)}if(!P(e,`]`)||r&&!P(e,`]`))throw x;let o={};n.add(o);let s=Object.hasOwn(i,a)?i[a]:void 0;if(s===void 0){let e=[o];r&&n.add(e),O(i,a,r?e:o)}else if(r&&Array.isArray(s)&&n.has(s))s.push(o);else throw x;return o}
function T(e,t,n){if(!Object.hasOwn(e,t)){let r={};return n.add(r),O(e,t,r),r}let r=e[t];if(typeof r!=`object`||!r||!n.has(r))throw x;return Array.isArray(r)?r.at(-1):r}
function E(e,t,n,r){u.lastIndex=e.at;let i=u.exec(e.text);if(i!==null){e.at=u.lastIndex,O(t,i[1]??``,i[2]);return}let a=t,o=k(e);for(let t=1;P(e,`.`);t++){if(t>16)throw x;a=D(a,o,n),o=k(e)}if(F(e,f),!P(e,`=`))throw x;F(e,f),O(a,o,A(e,r))}
function D(e,t,n){if(n===void 0)throw x;let r=Object.hasOwn(e,t)?e[t]:void 0;if(r===void 0){let r={};return n.dotted.add(r),O(e,t,r),r}if(typeof r!=`object`||!r||!n.dotted.has(r))throw x;return r}
function O(e,t,n){if(t===`__proto__`||Object.hasOwn(e,t))throw x;e[t]=n}
function k(e){return e.text[e.at]===`"`?j(e):I(e,d)}
function A(e,t){switch(e.text[e.at]){case`"`:return j(e);case`'`:return I(e,v).slice(1,-1);case`[`:return M(e,t+1);case`{`:return N(e,t+1);case`t`:case`f`:return I(e,b)===`true`;default:return Number(I(e,y))}}
function j(e){let t=I(e,_).slice(1,-1);return t.includes(`\\`)?t.replace(/\\(.)/g,`$1`):t}
function M(e,t){if(t>16)throw x;e.at++;let n=[];for(F(e,m);!P(e,`]`)&&(n.push(A(e,t)),F(e,m),!P(e,`]`));)I(e,g);return n}
function N(e,t){if(t>16)throw x;e.at++;let n={};if(F(e,f),P(e,`}`))return n;for(;;){if(E(e,n,void 0,t),F(e,f),P(e,`}`))return n;I(e,h)}}
function P(e,t){return e.text[e.at]===t&&(e.at++,!0)}
function F(e,t){t.lastIndex=e.at,t.test(e.text)&&(e.at=t.lastIndex)}
function I(e,t){let n=e.at;if(t.lastIndex=n,!t.test(e.text))throw x;return e.at=t.lastIndex,e.text.slice(n,e.at)}
function L(t,n,i){let a=i===void 0?{}:{hint:i};try{let e=S(n)??R(n);if(e!==void 0)return e;throw new r(`${t} is nested deeper than 64`,a)}catch(n){if(!(n instanceof e))throw n;let[i=``]=n.message.split(`
`),o=i.replace(/^Invalid TOML document: /,``);throw new r(`${t} is no TOML (line ${n.line}: ${o})`,a)}}
function R(e){let n=t(e,{maxDepth:64});return z(n,64)?n:void 0}
function z(e,t){return typeof e!=`object`||!e||t>=0&&Object.values(e).every(e=>z(e,t-1))}
function B(e){return Array.isArray(e)?e.map(e=>n(e)?e:void 0):[]}
function V(e){return n(e)?e:{}}
function H(e,t,n,r,i){let o=a(t,n);return U(t,n,o,r)??G(e,t,n,o,r,i)}
function U(e,t,n,r){let i=new Map,a=[],o=[0,...n.map(({at:e})=>e)];for(let[s,c]of o.entries()){let l=W(e.slice(c,o[s+1]));if(l===void 0)return;let{[t]:u,...d}=l;for(let[e,t]of Object.entries(d)){if(i.has(e))return;i.set(e,t)}let f=B(u);if(s===0?u!==void 0:f.length!==1)return;for(let e of f)a.push(r({table:e,line:n[s-1]?.line}))}return{rest:Object.fromEntries(i),taken:a}}
function W(t){try{return S(t)??R(t)}catch(t){if(t instanceof e)return;throw t}}
function G(e,t,n,r,i,a){let o=L(e,t,a),s=B(o[n]),c=s.length===r.length?r:[];return{rest:o,taken:s.map((e,t)=>i({table:e,line:c[t]?.line}))}}
export{B as i,L as n,V as r,H as t};
