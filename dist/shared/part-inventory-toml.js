import{r as e,t}from"./npm-smol-toml.js";
import{Bn as n,yn as r}from"./part-base.js";
function i(e,t){let n=`[[${t}]]`;return e.includes(`"""`)||e.includes(`'''`)?o(e,n):a(e,n)}
function a(e,t){let n=[],r=1,i=0;for(let a=e.indexOf(t);a>=0;a=e.indexOf(t,a+t.length)){for(let t=e.indexOf(`
`,i);t>=0&&t<a;r++)i=t+1,t=e.indexOf(`
`,i);e.slice(i,a).trim()===``&&n.push({at:i,line:r})}return n}
function o(e,t){let n=[],r,i=0;for(let[a,o]of e.split(`
`).entries())r===void 0&&o.trimStart().startsWith(t)&&n.push({at:i,line:a+1}),r=s(o,r),i+=o.length+1;return n}
function s(e,t){if(t===void 0&&!e.includes(`"""`)&&!e.includes(`'''`))return;let n=t;for(let t=0;t<e.length;t++){let r=e.slice(t,t+3);if(n===void 0&&e[t]===`#`)return;n===`"""`&&e[t]===`\\`?t++:n===void 0&&(r===`"""`||r===`'''`)?(n=r,t+=2):r===n&&(n=void 0,t+=2)}return n}
const c=/[\x00-\x08\x0b-\x1f\x7f]/,l=/([\w-]+)[ \t]*=[ \t]*"([^"\\\n]*)"(?!")/y,u=/[\w-]+/y,d=/[ \t]*/y,f=/[ \t]*(?:#[^\n]*)?(?:\n|$)/y,p=/(?:[ \t\n]|#[^\n]*\n)*/y,m=/[ \t]*,[ \t]*/y,h=/,(?:[ \t\n]|#[^\n]*\n)*/y,g=/"((?:[^"\\\n]|\\["\\])*)"(?!")/y,_=/'([^'\n]*)'(?!')/y,v=/(?:0|-?[1-9]\d{0,14})(?=[ \t\n,\]}#]|$)/y,y=/(?:true|false)(?=[ \t\n,\]}#]|$)/y,b=Error(`beyond plain TOML`);
function x(e){if(!c.test(e))try{return S({text:e,at:0})}catch(e){if(e===b||e instanceof RangeError)return;throw e}}
function S(e){let t={},n={headers:new Set([t]),dotted:new Set},r=t,{text:i}=e;for(;;){if(P(e,p),e.at>=i.length)return t;i[e.at]===`[`?r=C(e,t,n):T(e,r,n,0),F(e,f)}}
function C(e,t,{headers:n}){let r=e.text[e.at+1]===`[`;e.at+=r?2:1;let i=t,a=O(e);for(let t=1;N(e,`.`);t++){if(t>16)throw b;i=w(i,a,n),a=O(e)}if(!N(e,`]`)||r&&!N(e,`]`))throw b;let o={};n.add(o);let s=Object.hasOwn(i,a)?i[a]:void 0;if(s===void 0){let e=[o];r&&n.add(e),D(i,a,r?e:o)}else if(r&&Array.isArray(s)&&n.has(s))s.push(o);else throw b;return o}
function w(e,t,n){if(!Object.hasOwn(e,t)){let r={};return n.add(r),D(e,t,r),r}let r=e[t];if(typeof r!=`object`||!r||!n.has(r))throw b;return Array.isArray(r)?r.at(-1):r}
function T(e,t,n,r){l.lastIndex=e.at;let i=l.exec(e.text);if(i!==null){e.at=l.lastIndex,D(t,i[1]??``,i[2]);return}let a=t,o=O(e);for(let t=1;N(e,`.`);t++){if(t>16)throw b;a=E(a,o,n),o=O(e)}if(P(e,d),!N(e,`=`))throw b;P(e,d),D(a,o,k(e,r))}
function E(e,t,n){if(n===void 0)throw b;let r=Object.hasOwn(e,t)?e[t]:void 0;if(r===void 0){let r={};return n.dotted.add(r),D(e,t,r),r}if(typeof r!=`object`||!r||!n.dotted.has(r))throw b;return r}
function D(e,t,n){if(t===`__proto__`||Object.hasOwn(e,t))throw b;e[t]=n}
function O(e){return e.text[e.at]===`"`?A(e):F(e,u)}
function k(e,t){switch(e.text[e.at]){case`"`:return A(e);case`'`:return F(e,_).slice(1,-1);case`[`:return j(e,t+1);case`{`:return M(e,t+1);case`t`:case`f`:return F(e,y)===`true`;default:return Number(F(e,v))}}
function A(e){let t=F(e,g).slice(1,-1);return t.includes(`\\`)?t.replace(/\\(.)/g,`$1`):t}
function j(e,t){if(t>16)throw b;e.at++;let n=[];for(P(e,p);!N(e,`]`)&&(n.push(k(e,t)),P(e,p),!N(e,`]`));)F(e,h);return n}
function M(e,t){if(t>16)throw b;e.at++;let n={};if(P(e,d),N(e,`}`))return n;for(;;){if(T(e,n,void 0,t),P(e,d),N(e,`}`))return n;F(e,m)}}
function N(e,t){return e.text[e.at]===t&&(e.at++,!0)}
function P(e,t){t.lastIndex=e.at,t.test(e.text)&&(e.at=t.lastIndex)}
function F(e,t){let n=e.at;if(t.lastIndex=n,!t.test(e.text))throw b;return e.at=t.lastIndex,e.text.slice(n,e.at)}
function I(t,n,i){let a=i===void 0?{}:{hint:i};try{let e=x(n)??L(n);if(e!==void 0)return e;throw new r(`${t} is nested deeper than 64`,a)}catch(n){if(!(n instanceof e))throw n;let[i=``]=n.message.split(`
`),o=i.replace(/^Invalid TOML document: /,``);throw new r(`${t} is no TOML (line ${n.line}: ${o})`,a)}}
function L(e){let n=t(e,{maxDepth:64});return R(n,64)?n:void 0}
function R(e,t){return typeof e!=`object`||!e||t>=0&&Object.values(e).every(e=>R(e,t-1))}
function z(e){return Array.isArray(e)?e.map(e=>n(e)?e:void 0):[]}
function B(e){return n(e)?e:{}}
function V(e,t,n,r,a){let o=i(t,n);return H(t,n,o,r)??W(e,t,n,o,r,a)}
function H(e,t,n,r){let i=new Map,a=[],o=[0,...n.map(({at:e})=>e)];for(let[s,c]of o.entries()){let l=U(e.slice(c,o[s+1]));if(l===void 0)return;let{[t]:u,...d}=l;for(let[e,t]of Object.entries(d)){if(i.has(e))return;i.set(e,t)}let f=z(u);if(s===0?u!==void 0:f.length!==1)return;for(let e of f)a.push(r({table:e,line:n[s-1]?.line}))}return{rest:Object.fromEntries(i),taken:a}}
function U(t){try{return x(t)??L(t)}catch(t){if(t instanceof e)return;throw t}}
function W(e,t,n,r,i,a){let o=I(e,t,a),s=z(o[n]),c=s.length===r.length?r:[];return{rest:o,taken:s.map((e,t)=>i({table:e,line:c[t]?.line}))}}
export{z as i,I as n,B as r,V as t};
