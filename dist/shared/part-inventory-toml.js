import{r as TomlError,t as parse}from"./npm-smol-toml.js";
import{Xt as UsageError,_n as isRecord}from"./part-base.js";
function headersOf(e,t){let n=`[[${t}]]`;return e.includes(`"""`)||e.includes(`'''`)?headersOutsideStrings(e,n):headersIn(e,n)}
function headersIn(e,t){let n=[],r=1,i=0;for(let a=e.indexOf(t);a>=0;a=e.indexOf(t,a+t.length)){for(let t=e.indexOf(`
`,i);t>=0&&t<a;r++)i=t+1,t=e.indexOf(`
`,i);e.slice(i,a).trim()===``&&n.push({at:i,line:r})}return n}
function headersOutsideStrings(e,t){let n=[],r,i=0;for(let[a,o]of e.split(`
`).entries())r===void 0&&o.trimStart().startsWith(t)&&n.push({at:i,line:a+1}),r=openString(o,r),i+=o.length+1;return n}
function openString(e,t){if(t===void 0&&!e.includes(`"""`)&&!e.includes(`'''`))return;let n=t;for(let t=0;t<e.length;t++){let r=e.slice(t,t+3);if(n===void 0&&e[t]===`#`)return;n===`"""`&&e[t]===`\\`?t++:n===void 0&&(r===`"""`||r===`'''`)?(n=r,t+=2):r===n&&(n=void 0,t+=2)}return n}
const ODD=/[\x00-\x08\x0b-\x1f\x7f]/,TEXT_PAIR=/([\w-]+)[ \t]*=[ \t]*"([^"\\\n]*)"(?!")/y,KEY=/[\w-]+/y,SPACE=/[ \t]*/y,LINE_END=/[ \t]*(?:#[^\n]*)?(?:\n|$)/y,GAP=/(?:[ \t\n]|#[^\n]*\n)*/y,COMMA=/[ \t]*,[ \t]*/y,LIST_COMMA=/,(?:[ \t\n]|#[^\n]*\n)*/y,QUOTED=/"((?:[^"\\\n]|\\["\\])*)"(?!")/y,LITERAL=/'([^'\n]*)'(?!')/y,NUMBER=/(?:0|-?[1-9]\d{0,14})(?=[ \t\n,\]}#]|$)/y,WORD=/(?:true|false)(?=[ \t\n,\]}#]|$)/y,BEYOND=Error(`beyond plain TOML`);
function parsePlainToml(e){if(!ODD.test(e))try{return readDocument({text:e,at:0})}catch(e){if(e===BEYOND||e instanceof RangeError)return;throw e}}
function readDocument(e){let t={},n={headers:new Set([t]),dotted:new Set},r=t,{text:i}=e;for(;;){if(skip(e,GAP),e.at>=i.length)return t;i[e.at]===`[`?r=readHeader(e,t,n):readPair(e,r,n,0),read(e,LINE_END)}}
function readHeader(e,t,{headers:n}){let r=e.text[e.at+1]===`[`;e.at+=r?2:1;let i=t,a=keyOf(e);for(;take(e,`.`);)i=below(i,a,n),a=keyOf(e);if(!take(e,`]`)||r&&!take(e,`]`))throw BEYOND;let o={};n.add(o);let s=Object.hasOwn(i,a)?i[a]:void 0;if(s===void 0){let e=[o];r&&n.add(e),put(i,a,r?e:o)}else if(r&&Array.isArray(s)&&n.has(s))s.push(o);else throw BEYOND;return o}
function below(e,t,n){if(!Object.hasOwn(e,t)){let r={};return n.add(r),put(e,t,r),r}let r=e[t];if(typeof r!=`object`||!r||!n.has(r))throw BEYOND;return Array.isArray(r)?r.at(-1):r}
function readPair(e,t,n,r){TEXT_PAIR.lastIndex=e.at;let i=TEXT_PAIR.exec(e.text);if(i!==null){e.at=TEXT_PAIR.lastIndex,put(t,i[1]??``,i[2]);return}let a=t,o=keyOf(e);for(;take(e,`.`);)a=dotted(a,o,n),o=keyOf(e);if(skip(e,SPACE),!take(e,`=`))throw BEYOND;skip(e,SPACE),put(a,o,readValue(e,r))}
function dotted(e,t,n){if(n===void 0)throw BEYOND;let r=Object.hasOwn(e,t)?e[t]:void 0;if(r===void 0){let r={};return n.dotted.add(r),put(e,t,r),r}if(typeof r!=`object`||!r||!n.dotted.has(r))throw BEYOND;return r}
function put(e,t,n){if(t===`__proto__`||Object.hasOwn(e,t))throw BEYOND;e[t]=n}
function keyOf(e){return e.text[e.at]===`"`?readQuoted(e):read(e,KEY)}
function readValue(e,t){switch(e.text[e.at]){case`"`:return readQuoted(e);case`'`:return read(e,LITERAL).slice(1,-1);case`[`:return readList(e,t+1);case`{`:return readInline(e,t+1);case`t`:case`f`:return read(e,WORD)===`true`;default:return Number(read(e,NUMBER))}}
function readQuoted(e){let t=read(e,QUOTED).slice(1,-1);return t.includes(`\\`)?t.replace(/\\(.)/g,`$1`):t}
function readList(e,t){if(t>16)throw BEYOND;e.at++;let n=[];for(skip(e,GAP);!take(e,`]`)&&(n.push(readValue(e,t)),skip(e,GAP),!take(e,`]`));)read(e,LIST_COMMA);return n}
function readInline(e,t){if(t>16)throw BEYOND;e.at++;let n={};if(skip(e,SPACE),take(e,`}`))return n;for(;;){if(readPair(e,n,void 0,t),skip(e,SPACE),take(e,`}`))return n;read(e,COMMA)}}
function take(e,t){return e.text[e.at]===t&&(e.at++,!0)}
function skip(e,t){t.lastIndex=e.at,t.test(e.text)&&(e.at=t.lastIndex)}
function read(e,t){let n=e.at;if(t.lastIndex=n,!t.test(e.text))throw BEYOND;return e.at=t.lastIndex,e.text.slice(n,e.at)}
function parseToml(e,t,n){try{return parsePlainToml(t)??parse(t,{maxDepth:64})}catch(t){if(!(t instanceof TomlError))throw t;let[r=``]=t.message.split(`
`),i=r.replace(/^Invalid TOML document: /,``);throw new UsageError(`${e} is no TOML (line ${t.line}: ${i})`,n===void 0?{}:{hint:n})}}
function tablesOf(e){return Array.isArray(e)?e.map(e=>isRecord(e)?e:void 0):[]}
function textOf(e){return typeof e==`string`&&e!==``?e:void 0}
function textsOf(e){return Array.isArray(e)?e.filter(e=>typeof e==`string`):[]}
function tableOf(e){return isRecord(e)?e:{}}
function parseTableList(e,t,n,r,i){let a=headersOf(t,n);return inParts(t,n,a,r)??asAWhole(e,t,n,a,r,i)}
function inParts(e,t,n,r){let i=new Map,a=[],o=[0,...n.map(({at:e})=>e)];for(let[s,c]of o.entries()){let l=parsePart(e.slice(c,o[s+1]));if(l===void 0)return;let{[t]:u,...d}=l;for(let[e,t]of Object.entries(d)){if(i.has(e))return;i.set(e,t)}let f=tablesOf(u);if(s===0?u!==void 0:f.length!==1)return;for(let e of f)a.push(r({table:e,line:n[s-1]?.line}))}return{rest:Object.fromEntries(i),taken:a}}
function parsePart(e){try{return parsePlainToml(e)??parse(e,{maxDepth:64})}catch(e){if(e instanceof TomlError)return;throw e}}
function asAWhole(e,t,n,r,i,a){let o=parseToml(e,t,a),s=tablesOf(o[n]),c=s.length===r.length?r:[];return{rest:o,taken:s.map((e,t)=>i({table:e,line:c[t]?.line}))}}
export{textOf as a,tablesOf as i,parseToml as n,textsOf as o,tableOf as r,parseTableList as t};
