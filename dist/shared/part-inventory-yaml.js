import{Xt as UsageError}from"./part-base.js";
function cursorOver(e,t){return{path:e,text:t,line:0,at:0,end:0,indent:-1,next:0,duplicates:[]}}
function fail({path:e,line:t},n){throw new UsageError(`${e} can't be understood from line ${t} on: ${n}`)}
function advance(e){for(;advanceRaw(e);){if(e.at===e.end)continue;let t=e.text.charCodeAt(e.at);if(t!==35){t===9&&fail(e,`it is indented with a tab`);return}}}
function advanceRaw(e){let{text:t,next:n}=e;if(n>=t.length)return e.at=e.end=t.length,e.indent=-1,!1;let r=t.indexOf(`
`,n),i=r<0?t.length:r,a=n;for(;a<i&&t.charCodeAt(a)===32;)a++;for(;i>a&&isBlank(t.charCodeAt(i-1));)i--;return e.line+=1,e.indent=a-n,e.at=a,e.end=i,e.next=r<0?t.length:r+1,!0}
function goTo(e,t){for(;t>=e.next&&advanceRaw(e););}
function isBlank(e){return e===32||e===9||e===13||e===10}
function isRestEmpty({text:e,end:t},n){let r=n;for(;r<t&&isBlank(e.charCodeAt(r));)r++;return r>=t||e.charCodeAt(r)===35&&r>n}
const ESCAPES=new Map([[`0`,`\0`],[`a`,`\x07`],[`b`,`\b`],[`t`,`	`],[`	`,`	`],[`n`,`
`],[`v`,`\v`],[`f`,`\f`],[`r`,`\r`],[`e`,`\x1B`],[` `,` `],[`"`,`"`],[`/`,`/`],[`\\`,`\\`],[`N`,``],[`_`,`\xA0`],[`L`,`\u2028`],[`P`,`\u2029`]]),CODE_DIGITS=new Map([[`x`,2],[`u`,4],[`U`,8]]);
function quotedText(e,t){let n=e.text.charCodeAt(t)===34,r=n?closingDouble(e.text,t):closingSingle(e.text,t);r<0&&fail(e,`a quoted text is not closed`);let i=e.text.slice(t+1,r),a=i.includes(`
`)?foldLines(i):i,o=n?unescapeDouble(e,a):a.replaceAll(`''`,`'`);return goTo(e,r),{text:o,after:r+1}}
function closingDouble(e,t){let n=e.indexOf(`"`,t+1);for(;n>=0;){let t=0;for(;e.charCodeAt(n-1-t)===92;)t++;if(t%2==0)return n;n=e.indexOf(`"`,n+1)}return-1}
function closingSingle(e,t){let n=e.indexOf(`'`,t+1);for(;n>=0&&e[n+1]===`'`;)n=e.indexOf(`'`,n+2);return n}
function foldLines(e){let t=e.split(`
`),n=[],r=0;for(let[e,i]of t.entries()){let a=e===0?i.trimEnd():e===t.length-1?i.trimStart():i.trim();e>0&&r++,a===``&&e>0&&e<t.length-1||(e>0&&n.push(r===1?` `:`
`.repeat(r-1)),r=0,n.push(a))}return n.join(``)}
function unescapeDouble(e,t){return t.includes(`\\`)?t.replace(/\\([xuU])([0-9a-fA-F]{0,8})|\\([\s\S]?)/g,(t,n,r,i)=>{if(n===void 0)return ESCAPES.get(i)??fail(e,`${JSON.stringify(t)} is no escape`);let a=CODE_DIGITS.get(n)??0,o=Number.parseInt(r.slice(0,a),16);return(r.length<a||o>1114111)&&fail(e,`${JSON.stringify(t)} is no escape`),String.fromCodePoint(o)+r.slice(a)}):t}
function plainText(e,t,n){let r=plainLine(e,t);if(advance(e),e.indent<=n)return r;let i=[r];for(;e.indent>n;)keyEnd(e,e.at)>=0&&fail(e,`a key stands where a text goes on`),i.push(plainLine(e,e.at)),advance(e);return i.join(` `)}
function plainLine({text:e,end:t},n){let r=e.slice(n,t);if(!r.includes(`#`))return r;let i=/\s#/.exec(r);return i===null?r:r.slice(0,i.index).trimEnd()}
function keyEnd({text:e,end:t},n){for(let r=n;r<t;r++){let i=e.charCodeAt(r);if(i===58&&(r+1===t||isBlank(e.charCodeAt(r+1))))return r;if(i===35&&r>n&&isBlank(e.charCodeAt(r-1)))return-1}return-1}
function blockText(e,t,n){let[r=``,i,a=``,o=``]=/^([|>])([+-]?)([1-9]?)(?:[+-]?)/.exec(e.text.slice(t,t+4))??[];isRestEmpty(e,t+r.length)||fail(e,`the head of a block of text has more than it may`);let s=r.endsWith(`-`)||a===`-`?`-`:r.endsWith(`+`)||a===`+`?`+`:``,c=o===``?-1:Math.max(n,0)+Number(o),l=[],u=advanceRaw(e);for(;u;u=advanceRaw(e)){let{text:t,at:r,end:i}=e;if(r===i)l.push(``);else{if(c<0&&(c=e.indent),e.indent<=n||e.indent<c)break;l.push(` `.repeat(e.indent-c)+t.slice(r,i))}}return u&&e.text.charCodeAt(e.at)===35&&advance(e),chomped(i===`|`?l.join(`
`):folded(l),s)}
function folded(e){return foldLines(e.join(`
`).replace(/\n*$/,``))+`
`.repeat(trailing(e))}
function trailing(e){return e.length-1-e.findLastIndex(e=>e!==``)}
function chomped(e,t){if(t===`+`)return`${e}\n`;let n=e.replace(/\n+$/,``);return t===`-`||n===``?n:`${n}\n`}
function flowValue(e,t,n,r){switch(r>64&&fail(e,`it is nested too deeply`),e.text[t]){case`{`:return flowMap(e,t,n,r);case`[`:return flowList(e,t,n,r);case`"`:case`'`:{let{text:n,after:r}=quotedText(e,t);return{value:n,after:r}}default:{let{text:n,after:r}=plain(e,t);return{value:n,after:r}}}}
function flowMap(e,t,n,r){let i=new Map,a=skip(e,t+1);for(;e.text[a]!==`}`;){let{key:t,after:o}=flowKey(e,a);if(i.has(t)&&e.duplicates.push({key:t,line:e.line}),a=skip(e,o),e.text[a]===`:`){if(a=skip(e,a+1),isEnd(e.text[a]))i.set(t,null);else{let o=flowValue(e,a,n,r+1);i.set(t,o.value),a=skip(e,o.after)}}else i.set(t,null);a=next(e,a,`}`)}return{value:{line:n,entries:i},after:a+1}}
function flowKey(e,t){let n=e.text[t];(n===`{`||n===`[`)&&fail(e,`a key is no text`);let{text:r,after:i}=n===`"`||n===`'`?quotedText(e,t):plain(e,t);return{key:r,after:i}}
function flowList(e,t,n,r){let i=[],a=skip(e,t+1);for(;e.text[a]!==`]`;){let{value:t,after:o}=flowValue(e,a,n,r+1);i.push(t),a=next(e,skip(e,o),`]`)}return{value:i,after:a+1}}
function next(e,t,n){let r=e.text[t];return r===`,`?skip(e,t+1):(r!==n&&fail(e,`${n} is missing`),t)}
function isEnd(e){return e===`,`||e===`}`||e===`]`}
function skip(e,t){let{text:n}=e,r=t;for(;;){for(;r<n.length&&isBlank(n.charCodeAt(r));)r++;if(n[r]!==`#`||!isBlank(n.charCodeAt(r-1)))break;let e=n.indexOf(`
`,r);r=e<0?n.length:e}return goTo(e,r),r>=n.length&&fail(e,`a bracket is not closed`),r}
function plain(e,t){let{text:n}=e,r=t;for(;r<n.length;r++){let e=n[r];if(e===`
`||isEnd(e)||e===`{`||e===`[`||e===`#`&&isBlank(n.charCodeAt(r-1))||e===`:`&&(isBlank(n.charCodeAt(r+1))||isEnd(n[r+1])))break}let i=n.slice(t,r).trimEnd();return(i===``||"&*!%@`|>".includes(i.charAt(0)))&&fail(e,`a value is missing or of a kind that no lockfile has`),{text:i,after:r}}
function readYaml(e,t){let n=cursorOver(e,t),r=[];for(advance(n);n.indent>=0;){if(isMarker(n,`...`)){advance(n);continue}r.length===16&&fail(n,`it has more than 16 documents`);let{line:e}=n;isMarker(n,`---`)?advance(n):r.length>0&&fail(n,`it is indented less than what it belongs to`);let t=n.indent<0||isAnyMarker(n);r.push({line:e,value:t?null:blockValue(n,n.line,-1,0)}),n.indent>=0&&!isAnyMarker(n)&&fail(n,`it belongs to nothing before it`)}return{documents:r,duplicates:n.duplicates}}
function isAnyMarker(e){return isMarker(e,`---`)||isMarker(e,`...`)}
function isMarker(e,t){let{text:n,at:r,indent:i}=e;return i!==0||!n.startsWith(t,r)?!1:isRestEmpty(e,r+t.length)}
function blockValue(e,t,n,r){return r>64&&fail(e,`it is nested too deeply`),isItem(e)?list(e,r):startsKey(e)?mapping(e,t,r):inlineValue(e,e.at,t,n,r)}
function isItem({text:e,at:t,end:n}){return e.charCodeAt(t)===45&&(t+1===n||e.charCodeAt(t+1)===32)}
function startsKey(e){let{text:t,at:n,end:r}=e;switch(t.charCodeAt(n)){case 34:case 39:{let t={...e},{after:r}=quotedText(t,n);return t.line===e.line&&isColonNext(e,r)}case 123:case 91:return!1;case 63:return n+1===r||t.charCodeAt(n+1)===32||keyEnd(e,n)>=0;default:return keyEnd(e,n)>=0}}
function isColonNext({text:e,end:t},n){let r=n;for(;r<t&&e.charCodeAt(r)===32;)r++;return e.charCodeAt(r)===58&&(r+1>=t||e.charCodeAt(r+1)<=32)}
function list(e,t){let{indent:n}=e,r=[];for(;e.indent===n&&isItem(e)&&!isAnyMarker(e);){let{line:i}=e;if(isRestEmpty(e,e.at+1)){advance(e),r.push(e.indent>n?blockValue(e,i,n,t+1):null);continue}let a=e.at;for(e.at+=1;e.text.charCodeAt(e.at)===32;)e.at++;e.indent+=e.at-a,r.push(blockValue(e,i,n,t+1))}return e.indent>n&&fail(e,`it is indented further than what stands beside it`),r}
function mapping(e,t,n){let{indent:r}=e,i=new Map;for(;e.indent===r&&!(r===0&&isAnyMarker(e));){let t=e.line,{key:a,after:o}=keyOf(e);i.has(a)&&e.duplicates.push({key:a,line:t}),i.set(a,valueBehind(e,o,t,r,n))}return e.indent>r&&fail(e,`it is indented further than what stands beside it`),{line:t,entries:i}}
function keyOf(e){let{text:t,at:n}=e,r=t.charCodeAt(n);if(r===63&&t.charCodeAt(n+1)===32)return longKey(e);if(r===34||r===39){let{text:r,after:i}=quotedText(e,n);return isColonNext(e,i)||fail(e,`a key has no colon`),{key:r,after:t.indexOf(`:`,i)+1}}isItem(e)&&fail(e,`a list item stands among keys`);let i=keyEnd(e,n);i<0&&fail(e,`a key has no colon`),refuse(e,n);let a=i;for(;t.charCodeAt(a-1)===32;)a--;return{key:t.slice(n,a),after:i+1}}
function longKey(e){let{indent:t,text:n}=e,r=e.at+1;for(;n.charCodeAt(r)===32;)r++;let i=inlineValue(e,r,e.line,t,64),a=e.indent===t&&n.charCodeAt(e.at)===58;return typeof i==`string`&&a||fail(e,`a key has no colon`),{key:i,after:e.at+1}}
function valueBehind(e,t,n,r,i){if(!isRestEmpty(e,t)){let a=t;for(;e.text.charCodeAt(a)===32;)a++;return inlineValue(e,a,n,r,i+1)}return advance(e),e.indent>r?blockValue(e,n,r,i+1):e.indent===r&&isItem(e)?list(e,i+1):null}
function inlineValue(e,t,n,r,i){switch(e.text.charCodeAt(t)){case 34:case 39:{let{text:n,after:r}=quotedText(e,t);return endLine(e,r),n}case 123:case 91:{let{value:r,after:a}=flowValue(e,t,n,i);return endLine(e,a),r}case 124:case 62:return blockText(e,t,r);default:return refuse(e,t),plainText(e,t,r)}}
function endLine(e,t){isRestEmpty(e,t)||fail(e,`something stands behind a value`),advance(e)}
function refuse(e,t){let n=e.text[t]??``;"&*!%@`".includes(n)&&fail(e,`no lockfile has ${n} there`)}
function isYamlMap(e){return typeof e==`object`&&!!e&&`entries`in e&&`line`in e}
function mapAt(e,t){let n=e?.entries.get(t);return isYamlMap(n)?n:void 0}
function textAt(e,t){let n=e?.entries.get(t);return typeof n==`string`&&n!==``?n:void 0}
function textsAt(e,t){let n=e?.entries.get(t);return typeof n==`string`?[n]:Array.isArray(n)?n.filter(e=>typeof e==`string`):[]}
export{readYaml as a,textsAt as i,mapAt as n,textAt as r,isYamlMap as t};
