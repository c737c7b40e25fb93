import{dn as e}from"./part-base.js";
function t(e,t){return{path:e,text:t,line:0,at:0,end:0,indent:-1,next:0,duplicates:[]}}
function n({path:t,line:n},r){throw new e(`${t} can't be understood from line ${n} on: ${r}`)}
function r(e,t,r,i){r===`<<`&&n(e,`no lockfile has a merge key`),t.has(r)&&e.duplicates.push({key:r,line:i})}
function i(e){for(;a(e);){if(e.at===e.end)continue;let t=e.text.charCodeAt(e.at);if(t!==35){t===9&&n(e,`it is indented with a tab`);return}}}
function a(e){let{text:t,next:n}=e;if(n>=t.length)return e.at=e.end=t.length,e.indent=-1,!1;let r=t.indexOf(`
`,n),i=r<0?t.length:r,a=n;for(;a<i&&t.charCodeAt(a)===32;)a++;for(;i>a&&s(t.charCodeAt(i-1));)i--;return e.line+=1,e.indent=a-n,e.at=a,e.end=i,e.next=r<0?t.length:r+1,!0}
function o(e,t){for(;t>=e.next&&a(e););}
function s(e){return e===32||e===9||e===13||e===10}
function c({text:e,end:t},n){let r=n;for(;r<t&&s(e.charCodeAt(r));)r++;return r>=t||e.charCodeAt(r)===35&&r>n}
const l=/[^:\n]*:/y,u=/[ \t\r]#/,d=new Map([[`0`,`\0`],[`a`,`\x07`],[`b`,`\b`],[`t`,`	`],[`	`,`	`],[`n`,`
`],[`v`,`\v`],[`f`,`\f`],[`r`,`\r`],[`e`,`\x1B`],[` `,` `],[`"`,`"`],[`/`,`/`],[`\\`,`\\`],[`N`,``],[`_`,`\xA0`],[`L`,`\u2028`],[`P`,`\u2029`]]),f=new Map([[`x`,2],[`u`,4],[`U`,8]]);
function p(e,t){let r=e.text.charCodeAt(t)===34,i=r?m(e.text,t):ee(e.text,t);i<0&&n(e,`a quoted text is not closed`);let a=e.text.slice(t+1,i),s=a.includes(`
`)?h(a):a,c=r?g(e,s):s.replaceAll(`''`,`'`);return o(e,i),{text:c,after:i+1}}
function m(e,t){let n=e.indexOf(`"`,t+1);for(;n>=0;){let t=0;for(;e.charCodeAt(n-1-t)===92;)t++;if(t%2==0)return n;n=e.indexOf(`"`,n+1)}return-1}
function ee(e,t){let n=e.indexOf(`'`,t+1);for(;n>=0&&e[n+1]===`'`;)n=e.indexOf(`'`,n+2);return n}
function h(e){let t=e.split(`
`),n=[],r=0;for(let[e,i]of t.entries()){let a=e===0?i.trimEnd():e===t.length-1?i.trimStart():i.trim();e>0&&r++,a===``&&e>0&&e<t.length-1||(e>0&&n.push(r===1?` `:`
`.repeat(r-1)),r=0,n.push(a))}return n.join(``)}
function g(e,t){return t.includes(`\\`)?t.replace(/\\([xuU])([0-9a-fA-F]{0,8})|\\([\s\S]?)/g,(t,r,i,a)=>{if(r===void 0)return d.get(a)??n(e,`${JSON.stringify(t)} is no escape`);let o=f.get(r)??0,s=Number.parseInt(i.slice(0,o),16);return(i.length<o||s>1114111)&&n(e,`${JSON.stringify(t)} is no escape`),String.fromCodePoint(s)+i.slice(o)}):t}
function _(e,t,n){return v(e,y(e,t),n)}
function v(e,t,r){if(i(e),e.indent<=r)return t;let a=[t];for(;e.indent>r;)b(e,e.at)>=0&&n(e,`a key stands where a text goes on`),a.push(y(e,e.at)),i(e);return a.join(` `)}
function y({text:e,end:t},n){let r=e.slice(n,t);if(!r.includes(`#`))return r;let i=/\s#/.exec(r);return i===null?r:r.slice(0,i.index).trimEnd()}
function b({text:e,end:t},n){for(l.lastIndex=n;l.test(e);){let r=l.lastIndex-1;if(r>=t)return-1;if(r+1===t||s(e.charCodeAt(r+1)))return u.test(e.slice(n,r))?-1:r}return-1}
function x(e,t,r){let[o=``,s,l=``,u=``]=/^([|>])([+-]?)([1-9]?)(?:[+-]?)/.exec(e.text.slice(t,t+4))??[];c(e,t+o.length)||n(e,`the head of a block of text has more than it may`);let d=o.endsWith(`-`)||l===`-`?`-`:o.endsWith(`+`)||l===`+`?`+`:``,f=u===``?-1:Math.max(r,0)+Number(u),p=[],m=a(e);for(;m;m=a(e)){let{text:t,at:n,end:i}=e;if(n===i)p.push(``);else{if(f<0&&(f=e.indent),e.indent<=r||e.indent<f)break;p.push(` `.repeat(e.indent-f)+t.slice(n,i))}}return m&&e.text.charCodeAt(e.at)===35&&i(e),w(s===`|`?p.join(`
`):S(p),d)}
function S(e){return h(e.join(`
`).replace(/\n*$/,``))+`
`.repeat(C(e))}
function C(e){return e.length-1-e.findLastIndex(e=>e!==``)}
function w(e,t){if(t===`+`)return`${e}\n`;let n=e.replace(/\n+$/,``);return t===`-`||n===``?n:`${n}\n`}
const T=/[^\n,[\]{}#:]*/y;
function E(e,t,r,i){switch(i>64&&n(e,`it is nested too deeply`),e.text[t]){case`{`:return D(e,t,r,i);case`[`:return k(e,t,r,i);case`"`:case`'`:{let{text:n,after:r}=p(e,t);return{value:n,after:r}}default:{let{text:n,after:r}=N(e,t);return{value:n,after:r}}}}
function D(e,t,n,i){let a=new Map,o=M(e,t+1);for(;e.text[o]!==`}`;){let{key:t,after:s}=O(e,o);if(r(e,a,t,e.line),o=M(e,s),e.text[o]===`:`){if(o=M(e,o+1),j(e.text[o]))a.set(t,null);else{let r=E(e,o,n,i+1);a.set(t,r.value),o=M(e,r.after)}}else a.set(t,null);o=A(e,o,`}`)}return{value:{line:n,entries:a},after:o+1}}
function O(e,t){let r=e.text[t];(r===`{`||r===`[`)&&n(e,`a key is no text`);let{text:i,after:a}=r===`"`||r===`'`?p(e,t):N(e,t);return{key:i,after:a}}
function k(e,t,n,r){let i=[],a=M(e,t+1);for(;e.text[a]!==`]`;){let{value:t,after:o}=E(e,a,n,r+1);i.push(t),a=A(e,M(e,o),`]`)}return{value:i,after:a+1}}
function A(e,t,r){let i=e.text[t];return i===`,`?M(e,t+1):(i!==r&&n(e,`${r} is missing`),t)}
function j(e){return e===`,`||e===`}`||e===`]`}
function M(e,t){let{text:r}=e,i=t;for(;;){for(;i<r.length&&s(r.charCodeAt(i));)i++;if(r[i]!==`#`||!s(r.charCodeAt(i-1)))break;let e=r.indexOf(`
`,i);i=e<0?r.length:e}return o(e,i),i>=r.length&&n(e,`a bracket is not closed`),i}
function N(e,t){let{text:r}=e;T.lastIndex=t,T.test(r);let i=T.lastIndex;for(;i<r.length;i++){let e=r[i];if(e===`
`||j(e)||e===`{`||e===`[`||e===`#`&&s(r.charCodeAt(i-1))||e===`:`&&(s(r.charCodeAt(i+1))||j(r[i+1])))break}let a=r.slice(t,i).trimEnd();return(a===``||"&*!%@`|>".includes(a.charAt(0)))&&n(e,`a value is missing or of a kind that no lockfile has`),{text:a,after:i}}
const P=/([\w/][^\s#:]*): +(?=[^\s'"{}[\]|>&*!%@`#][^\n#]*(?:\n|$))/y,F=/([\w/][^\s#:]*): +\{([\w-]+): (?:'([^'\n]*)'|([\w./+-][\w./+=^~-]*))\}[ \t\r]*(?=\n|$)/y;
function te(e,t,n){let{text:i,at:a,end:o,line:s}=e;P.lastIndex=a;let[c,l]=P.exec(i)??[];return c===void 0||l===void 0?!1:(r(e,t,l,s),t.set(l,v(e,i.slice(a+c.length,o),n)),!0)}
function I(e,t,n){let{text:a,at:o,line:s}=e;F.lastIndex=o;let[,c,l,u,d=``]=F.exec(a)??[];return c===void 0||l===void 0||n>60?!1:(r(e,t,c,s),t.set(c,{line:s,entries:new Map([[l,u??d]])}),i(e),!0)}
function L(e,r){let a=t(e,r);R(a);let o=[];for(i(a);a.indent>=0;){if(B(a,`...`)){i(a);continue}o.length===16&&n(a,`it has more than 16 documents`);let{line:e}=a;B(a,`---`)?i(a):o.length>0&&n(a,`it is indented less than what it belongs to`);let t=a.indent<0||z(a);o.push({line:e,value:t?null:V(a,a.line,-1,0)}),a.indent>=0&&!z(a)&&n(a,`it belongs to nothing before it`)}return{documents:o,duplicates:a.duplicates}}
function R(e){let t=e.text.search(/\r(?!\n)|[\x85\u2028\u2029]/);if(t<0)return;let r=e.text.slice(0,t).split(`
`).length;n({...e,line:r},`a line ends with something else than a line feed`)}
function z(e){return B(e,`---`)||B(e,`...`)}
function B(e,t){let{text:n,at:r,indent:i}=e;return i!==0||!n.startsWith(t,r)?!1:c(e,r+t.length)}
function V(e,t,r,i){return i>64&&n(e,`it is nested too deeply`),H(e)?G(e,i):U(e)?K(e,t,i):X(e,e.at,t,r,i)}
function H({text:e,at:t,end:n}){return e.charCodeAt(t)===45&&(t+1===n||e.charCodeAt(t+1)===32)}
function U(e){let{text:t,at:n,end:r}=e;switch(t.charCodeAt(n)){case 34:case 39:{let t={...e},{after:r}=p(t,n);return t.line===e.line&&W(e,r)}case 123:case 91:return!1;case 63:return n+1===r||t.charCodeAt(n+1)===32||b(e,n)>=0;default:return b(e,n)>=0}}
function W({text:e,end:t},n){let r=n;for(;r<t&&e.charCodeAt(r)===32;)r++;return e.charCodeAt(r)===58&&(r+1>=t||e.charCodeAt(r+1)<=32)}
function G(e,t){let{indent:r}=e,a=[];for(;e.indent===r&&H(e)&&!z(e);){let{line:n}=e;if(c(e,e.at+1)){i(e),a.push(e.indent>r?V(e,n,r,t+1):null);continue}let o=e.at;for(e.at+=1;e.text.charCodeAt(e.at)===32;)e.at++;e.indent+=e.at-o,a.push(V(e,n,r,t+1))}return e.indent>r&&n(e,`it is indented further than what stands beside it`),a}
function K(e,t,i){let{indent:a}=e,o=new Map;for(;e.indent===a&&!(a===0&&z(e));){let t=e.line;if(te(e,o,a)||I(e,o,i))continue;let{key:n,after:s}=q(e);r(e,o,n,t),o.set(n,Y(e,s,t,a,i))}return e.indent>a&&n(e,`it is indented further than what stands beside it`),{line:t,entries:o}}
function q(e){let{text:t,at:r}=e,i=t.charCodeAt(r);if(i===63&&t.charCodeAt(r+1)===32)return J(e);if(i===34||i===39){let{text:i,after:a}=p(e,r);return W(e,a)||n(e,`a key has no colon`),{key:i,after:t.indexOf(`:`,a)+1}}H(e)&&n(e,`a list item stands among keys`);let a=b(e,r);a<0&&n(e,`a key has no colon`),Q(e,r);let o=a;for(;t.charCodeAt(o-1)===32;)o--;return{key:t.slice(r,o),after:a+1}}
function J(e){let{indent:t,text:r}=e,i=e.at+1;for(;r.charCodeAt(i)===32;)i++;let a=X(e,i,e.line,t,64),o=e.indent===t&&r.charCodeAt(e.at)===58;return typeof a==`string`&&o||n(e,`a key has no colon`),{key:a,after:e.at+1}}
function Y(e,t,n,r,a){if(!c(e,t)){let i=t;for(;e.text.charCodeAt(i)===32;)i++;return X(e,i,n,r,a+1)}return i(e),e.indent>r?V(e,n,r,a+1):e.indent===r&&H(e)?G(e,a+1):null}
function X(e,t,n,r,i){switch(e.text.charCodeAt(t)){case 34:case 39:{let{text:n,after:r}=p(e,t);return Z(e,r),n}case 123:case 91:{let{value:r,after:a}=E(e,t,n,i);return Z(e,a),r}case 124:case 62:return x(e,t,r);default:return Q(e,t),_(e,t,r)}}
function Z(e,t){c(e,t)||n(e,`something stands behind a value`),i(e)}
function Q(e,t){let r=e.text[t]??``;"&*!%@`".includes(r)&&n(e,`no lockfile has ${r} there`)}
function $(e){return typeof e==`object`&&!!e&&`entries`in e&&`line`in e}
function ne(e,t){let n=e?.entries.get(t);return $(n)?n:void 0}
function re(e,t){let n=e?.entries.get(t);return typeof n==`string`&&n!==``?n:void 0}
function ie(e,t){let n=e?.entries.get(t);return typeof n==`string`?[n]:Array.isArray(n)?n.filter(e=>typeof e==`string`):[]}
export{L as a,ie as i,ne as n,re as r,$ as t};
