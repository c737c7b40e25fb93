function be(e,t){return e?.kind===`map`?e.entries.find(e=>e.key.text===t):void 0}
function q(e,t){return be(e,t)?.value}
function ee(e){return e?.kind===`scalar`?e.text:void 0}
const Yy=Error(``);
function E({faults:e},t,n){e.length<100&&e.push({offset:t,message:n})}
function v(e,t,n){throw e.faults.push({offset:t,message:n}),Yy}
function Py(e,t){return v(e,t,`it is indented with a tab; only spaces indent`)}
function P(e,t){return v(e,t,`a node has one anchor and one tag`)}
function x(e){return!(e>32)&&(Number.isNaN(e)||e===32||e>=9&&e<=13)}
function I(e,t){let n=t;for(;e.text.charCodeAt(n)===32;)n++;return e.line++,e.lineStart=t,e.indent=n-t,n}
function S(e){let{text:t}=e,{lineStart:n,first:r}=e,{at:i}=e,a=i===r;for(;;){let n=t.charCodeAt(i);if(n===10)i=I(e,i+1);else if(n===32||n===9||n===13)i++;else{if(n!==35||i!==e.lineStart&&!x(t.charCodeAt(i-1)))break;i=jb(e,i)}}e.at=i,(a||e.lineStart!==n)&&(e.first=i)}
function jb({text:e,comments:t,line:n},r){let i=e.indexOf(`
`,r),a=i<0?e.length:i-+(e.charCodeAt(i-1)===13);return t?.push({text:e.slice(r+1,a).trim(),span:{start:r,end:a},line:n}),a}
function D({at:e,first:t}){return e===t}
function T(e){let{at:t,lineStart:n,text:r}=e;return t>=r.length||t===n&&j(r,t)?-1:t-n}
function j(e,t){let n=e.charCodeAt(t);return(n===45||n===46)&&e.charCodeAt(t+1)===n&&e.charCodeAt(t+2)===n&&x(e.charCodeAt(t+3))}
function y({text:e,at:t},n){return e.charCodeAt(t)===n&&x(e.charCodeAt(t+1))}
function O(e){D(e)&&e.at-e.lineStart!==e.indent&&Py(e,e.lineStart+e.indent)}
function A(e){e.depth++,e.depth>e.reach&&(e.reach=e.depth),e.depth>e.maxDepth&&v(e,e.at,`this is nested too deeply; at most ${e.maxDepth} levels are read`),_(e,1)}
function _(e,t){e.count+=t,e.count>e.maxNodes&&v(e,e.at,`more than ${e.maxNodes} values are read, those that aliases repeat counted each time`)}
const Ky=/[^\s,[\]{}]*/y,wb=/!<[^>\s]*>/y;
function Iy(e,t,n){return e.lastIndex=n,e.exec(t)?.[0]}
function N(e){return e===38||e===33}
function zy(e){let{text:t,at:n}=e,r={start:n,end:n,tagStart:n,count:e.count,reach:e.reach};e.reach=e.depth;let{line:i}=e;for(;i===e.line&&N(t.charCodeAt(e.at));){let{at:n}=e,i=t[n]===`&`,a=(i?void 0:Iy(wb,t,n))??Iy(Ky,t,n)??``;i?(/[^&:]$/.test(a)||v(e,n,`this is no anchor's name`),r.anchor!==void 0&&P(e,n),r.anchor=a.slice(1)):(r.tag!==void 0&&P(e,n),r.tag=Fb(a),r.tagStart=n),e.at=r.end=n+a.length,!x(t.charCodeAt(e.at))&&!`,]}`.includes(t.charAt(e.at))&&v(e,e.at,`a blank is missing`),S(e)}return r}
function Fb(e){return e.startsWith(`!<`)?e.slice(2,-1):e.startsWith(`!!`)?`tag:yaml.org,2002:`+e.slice(2):e}
function b(e,t,n){if(e.end=t.end,t.node!==void 0)return n!==void 0&&t.collection===void 0&&v(e,n.start,`an alias can't have an anchor or a tag`),k(e,t.node,n,t.collection);_(e,1);let r=e.build.scalar(e,t,n);return n!==void 0&&pb(e,r,n),r}
function k(e,t,n,r=`map`){if(n===void 0)return t;let{tag:i=`!`}=n;return i!==`!`&&i!==`tag:yaml.org,2002:`+r&&vb(e,n),pb(e,t,n),t}
function vb(e,{tag:t,tagStart:n}){E(e,n,`Unresolved tag: ${t}; !!str, !!int, !!float, !!bool, !!null, !!map and !!seq are read`)}
function pb(e,t,{anchor:n,start:r,count:i,reach:a}){n!==void 0&&!((e.anchors.get(n)?.start??-1)>r)&&e.anchors.set(n,{node:t,start:r,count:e.count-i,height:e.reach-e.depth}),e.reach=Math.max(e.reach,a)}
function lb(e){let{text:t,at:n}=e,r=(Iy(Ky,t,n)??``).slice(1),i=e.anchors.get(r);i===void 0&&v(e,n,`Unresolved alias: *${r}; an anchor &${r} must end before it`);let a=n+1+r.length;e.at=a,_(e,i.count);let o=e.depth+i.height;return o>e.reach&&(e.reach=o),o>e.maxDepth&&v(e,n,`this is nested too deeply; at most ${e.maxDepth} levels are read`),e.aliases.push({node:i.node,span:{start:n,end:a}}),{start:n,end:a,text:``,style:`plain`,node:i.node}}
function C(e){return{start:e,end:e,text:``,style:`plain`}}
const Eb=/^(?:~|null|Null|NULL|)$/,Ob=/^(?:true|True|TRUE)$/,yb=/^(?:false|False|FALSE)$/,Wy=/^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+)$/,bb=/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/,xb=/^[-+]?\.(?:inf|Inf|INF)$/,Tb=/^\.(?:nan|NaN|NAN)$/,Db=/^(?:[-+.\d~nNtTfF]|$)/;
function Zy(e,t,n){let{text:r,style:i}=t,a=n?.tag;if(n===void 0||a===void 0)return i===`plain`&&Db.test(r)?mb(r):r;let o=a.startsWith(`tag:yaml.org,2002:`)?a.slice(18):``;if(a===`!`||o===`str`)return r;if(!/^(?:int|float|bool|null)$/.test(o))return vb(e,n),r;let s=mb(r);return((s===null?`null`:typeof s==`boolean`?`bool`:typeof s)!==(o===`int`||o===`float`?`number`:o)||o===`int`&&!Wy.test(r))&&E(e,t.start,`this is tagged !!${o} and is no such value`),s}
function mb(e){return Eb.test(e)?null:!!Ob.test(e)||!yb.test(e)&&(Wy.test(e)?e.startsWith(`0o`)?Number.parseInt(e.slice(2),8):Number(e):bb.test(e)?Number(e):xb.test(e)?e.startsWith(`-`)?-1/0:1/0:Tb.test(e)?NaN:e)}
const Uy=/[|>](?:([1-9])([+-]?)|([+-])([1-9]?))?(?=[ \t\r]*(?:\n|$)|[ \t]+#)/y;
function Ab(e){return e.at=I(e,e.at+1),e.first=e.at,e}
const Sb=/[^\n:#]*/y,Cb=/[^\n:#,[\]{}]*/y;
function ob(e,t,n){let r=n?Cb:Sb;for(let i=t;;i++){r.lastIndex=i,r.test(e),i=r.lastIndex;let t=e.charCodeAt(i);if(t===58){if(F(e,i+1,n))return i}else if(t!==35||x(e.charCodeAt(i-1)))return i}}
function Vy(e,t,n){let r=n;for(;r>t&&x(e.charCodeAt(r-1));)r--;return r}
function ab(e,t,n,r){let{text:i,at:a}=e;((e,t)=>{let n=e.text.charAt(e.at);"%@`,[]{}|>#".includes(n)&&v(e,e.at,`a text can't start with ${n}; write it in quotes`),`-?:`.includes(n)&&F(e.text,e.at+1,t)&&v(e,e.at,`a text can't be ${n} alone; write it in quotes`)})(e,n),e.at=ob(i,a,n);let o=Vy(i,a,e.at),s=i.slice(a,o);for(;!r&&i.charCodeAt(e.at)===10;){let r=gb(e),a=e.at;if(e.indent<=t||a===e.lineStart&&j(i,a))break;let c=ob(i,a,n);if(c===a){!n&&i.charCodeAt(a)===58&&fb(e,a);break}!n&&i.charCodeAt(c)===58&&fb(e,a),e.at=c,o=Vy(i,a,c),s+=(r===1?` `:`
`.repeat(r-1))+i.slice(a,o)}return{start:a,end:o,text:s,style:`plain`}}
function fb(e,t){return v(e,t,`a key stands where a text goes on`)}
function F(e,t,n){return x(e.charCodeAt(t))||n&&`,[]{}`.includes(e.charAt(t))}
function gb(e){let{text:t}=e,n=0,{at:r}=e;for(;;r++){let i=t.charCodeAt(r);if(i===10)n++,r=I(e,r+1)-1;else if(!x(i)||Number.isNaN(i))break}return e.at=r,n>0&&(e.first=r),n}
const Hy={x:2,u:4,U:8},kb={'"':/[^"\\\n]*/y,"'":/[^'\n]*/y};
function cb(e,t){let{text:n,at:r}=e,i=n.charAt(r),a=kb[i],o=``,s=r+1;for(;;){a.lastIndex=s,a.test(n);let c=a.lastIndex,l=n.slice(s,c),u=n.charCodeAt(c);if(u===10){o+=n.slice(s,Vy(n,s,c)),e.at=c;let i=rb(e,r,t);o+=i===1?` `:`
`.repeat(i-1),s=e.at}else if(u===92)o+=l+Mb(e,c,r,t),s=e.at;else if(Number.isNaN(u))v(e,r,`this ${i} is not closed`);else{if(i!==`'`||n.charAt(c+1)!==`'`)return e.at=c+1,{start:r,end:c+1,text:o+l,style:i===`'`?`single`:`double`};o+=`${l}'`,s=c+2}}}
function rb(e,t,n){let r=gb(e),{at:i,text:a}=e;return(i>=a.length||i===e.lineStart&&j(a,i))&&v(e,t,`this ${a[t]} is not closed`),e.indent<=n&&(O(e),v(e,i,`a text in quotes is indented too little`)),r}
function Mb(e,t,n,r){let{text:i}=e,a=i.charAt(t+1);if(a===`
`||a===`\r`&&i.charAt(t+2)===`
`)return e.at=a===`
`?t+1:t+2,`
`.repeat(rb(e,n,r)-1);let o=Object.hasOwn(Hy,a)?Hy[a]??0:0,s=i.slice(t+2,t+2+o);if(e.at=t+2+o,o===0){let e=a===``?-1:`0abt	nvfre "/\\N_LP`.indexOf(a);if(e>=0)return`\0\x07\b		
\v\f\r\x1B "/\\\xA0\u2028\u2029`.charAt(e)}else if(s.length===o&&/^[\da-f]+$/i.test(s)){let e=Number.parseInt(s,16);if(e<=1114111)return String.fromCodePoint(e)}return v(e,t,`\\${a}${/^\w*$/.test(s)?s:``} is no escape; a backslash is \\\\`)}
function Qy(e,t){let{text:n,at:r,build:i}=e,a=n[r]===`{`,o=a?`}`:`]`,s=a?i.map(e,r,!0):i.list(e,r,!0);for(A(e),e.at++,w(e,r,t,o);n[e.at]!==o;){a?_y(e,s,r,t,o,void 0):Pb(e,s,r,t);let i=n.charAt(e.at);i===`,`?(e.at++,w(e,r,t,o)):i!==o&&v(e,e.at,`${Ly(a)} has ${JSON.stringify(i)} where a comma or ${o} must stand`)}e.depth--;let c=++e.at;return i.close(s,c),{start:r,end:c,text:``,style:`plain`,node:s,collection:a?`map`:`seq`}}
function Ly(e){return e?`Flow map`:`Flow sequence`}
function w(e,t,n,r=``){S(e);let{text:i,at:a}=e,o=D(e);(a>=i.length||o&&a===e.lineStart&&j(i,a))&&v(e,t,`${Ly(i[t]===`{`)} is not closed: ${i[t]===`{`?`}`:`]`} is missing`),!o||e.indent>n||(e.indent!==n||a!==e.lineStart+n||i[a]!==r)&&(O(e),v(e,a,`${Ly(i[t]===`{`)} is indented too little`))}
function Pb(e,t,n,r){let{build:i,at:a,line:o}=e;if(y(e,63))return void ib(e,t,n,r,void 0);let{part:s,properties:c}=Fy(e,r,n);w(e,n,r,`]`),$y(e,s)?((e.line!==o||e.at-a>1024)&&v(e,a,`a key and its colon stand on one line, within 1024 characters`),ib(e,t,n,r,{part:s,properties:c})):(s.start===s.end&&c===void 0&&v(e,a,`a value is missing`),i.push(t,b(e,s,c)))}
function ib(e,t,n,r,i){let a=e.build.map(e,i?.part.start??e.at,!0);A(e),e.build.close(a,_y(e,a,n,r,`]`,i)),e.depth--,e.build.push(t,a)}
function _y(e,t,n,r,i,a){let{at:o,build:s}=e,c=a===void 0&&y(e,63);c&&(e.at++,w(e,n,r,i)),e.owner=e.line;let{part:l,properties:u}=a??Fy(e,r,n);a===void 0&&w(e,n,r,i);let d=c?o:l.start,f=$y(e,l);!f&&!c&&l.start===l.end&&u===void 0&&v(e,e.at,`a key is missing`);let p,m=b(e,l,u),h=C(l.end);if(f){let t=++e.at;w(e,n,r,i),{part:h,properties:p}=Fy(e,r,n,t),w(e,n,r,i)}return s.put(e,t,tb(e,l,m),b(e,h,p),d,h.end),h.end}
function tb(e,t,n){return t.node!==void 0&&t.collection===void 0?e.build.keyOfAlias(n,t.start,t.end):n}
function $y(e,{style:t,collection:n}){let{text:r,at:i}=e;return r.charCodeAt(i)===58&&(t!==`plain`||n!==void 0||F(r,i+1,!0))}
function Fy(e,t,n,r=e.at){let i,{text:a}=e,o=r;N(a.charCodeAt(e.at))&&(i=zy(e),o=i.end,w(e,n,t,a[e.at]));let s=a.charAt(e.at);return s===`[`||s===`{`?{part:Qy(e,t),properties:i}:s===`"`||s===`'`?{part:cb(e,t),properties:i}:s===`*`?{part:lb(e),properties:i}:(N(a.charCodeAt(e.at))&&P(e,e.at),{part:`,]}`.includes(s)||s===`:`&&F(a,e.at+1,!0)?C(o):ab(e,t,!0,!1),properties:i})}
const qy=/([\w/][^\s#:]*): +([\w./^~(][^\n#:]*)\n(?:[ \r]*\n)*( *)(?=[^\s#])/y,Jy=/([\w/][^\s#:]*): +\{([\w-]+): (?:'([^'\n]*)'|([\w./+^~][\w./+^~=-]*))\}(?=\s)/y,Gy=/[\w/][^\s#:]*:[ \n]/y;
function Rb(e,t,n){let{text:r,at:i,build:a}=e;qy.lastIndex=i;let[,o,s,c]=qy.exec(r)??[];if(o===void 0||s===void 0||c===void 0)return((e,t)=>{let{text:n,at:r,build:i}=e;Jy.lastIndex=r;let[a,o,s,c,l=c]=Jy.exec(n)??[];if(a===void 0||o===void 0||s===void 0||l===void 0)return!1;let u=r+a.length,d=n.indexOf(`{`,r+o.length),f=M(e,o,r),p=i.map(e,d,!0);A(e);let m=M(e,s,d+1),h=u-1-l.length,g=c===void 0?M(e,l,h):b(e,{start:h-2,end:u-1,text:l,style:`single`});return i.put(e,p,m,g,d+1,u-1),e.depth--,i.close(p,u),i.put(e,t,f,p,r,u),e.end=e.at=u,!0})(e,t);if(c.length>n)return!1;let l=r.indexOf(`
`,i),u=M(e,o,i),d=M(e,s.trimEnd(),l-s.length);return a.put(e,t,u,d,i,e.end),e.at=l,!0}
function M(e,t,n){return b(e,{start:n,end:n+t.length,text:t,style:`plain`})}
function z(e,t,n,r=t){let{text:i}=e;O(e);let a,o,s=n,c=e.at;for(;N(i.charCodeAt(e.at));){c=e.at,o=zy(e);let n=T(e);if(n>=0&&!D(e)||(a=nb(e,a,o),o=void 0,s=!0,c=e.at,n>r&&y(e,45)))break;if(n<=t)return b(e,C(a.end),a);O(e)}let l=c-e.lineStart;if(s&&o===void 0&&(({text:e,at:t})=>(Gy.lastIndex=t,Gy.test(e)))(e))return By(e,c),k(e,R(e,l,c),a);let u=y(e,45);if(u||y(e,63)||y(e,58))return(!s||o!==void 0&&!y(e,58))&&v(e,e.at,`${i[e.at]} must stand at the start of a line here`),By(e,c),u?k(e,Xy(e,l),a,`seq`):k(e,R(e,l,c,y(e,58)?{part:C(o?.end??e.at),properties:o}:void 0),a);let{line:d}=e,f=db(e,t,!1);return eb(e,c,d)?(s||v(e,e.at,`a map starts on a line of its own, a text with a colon in quotes`),By(e,c),k(e,R(e,l,c,{part:f,properties:o}),a)):b(e,f,nb(e,a,o))}
function nb(e,t,n){if(t===void 0||n===void 0)return t??n;let{anchor:r=t.anchor,tag:i=t.tag}=n;(t.anchor&&n.anchor||t.tag&&n.tag)&&P(e,n.start);let a=n.tag===void 0?t.tagStart:n.tagStart;return{...t,end:n.end,tagStart:a,...r&&{anchor:r},...i&&{tag:i}}}
function By(e,t){if(e.first!==t)for(let n=t-1;n>e.lineStart&&x(e.text.charCodeAt(n));n--)e.text[n]===`	`&&Py(e,n)}
function db(e,t,n){switch(e.text[e.at]){case`"`:case`'`:return cb(e,t);case`[`:case`{`:return Qy(e,t);case`*`:return lb(e);case`|`:case`>`:return((e,t)=>{let{text:n,at:r}=e;Uy.lastIndex=r;let i=Uy.exec(n);i===null&&v(e,r,`behind ${n[r]} stand only 1 to 9, + or -, and a comment`);let a=i[2]||i[3],o=Number(i[1]||i[4]||0),s=n[r]===`>`;e.at=r+i[0].length,(e=>{let{text:t}=e,n=t.indexOf(`
`,e.at),r=n<0?t.length:n,i=t.slice(e.at,r).indexOf(`#`);if(i>=0){let n=e.at+i,a=t[r-1]===`\r`?r-1:r,o=t.slice(n+1,a).trim();e.comments?.push({text:o,span:{start:n,end:a},line:e.line})}e.at=r})(e);let c=e.at,{lines:l,ends:u}=((e,t,n)=>{let{text:r}=e,i=n===0?-1:Math.max(t,0)+n,a=[],o=0,s=[];for(;r.charCodeAt(e.at)===10;){let{lineStart:n,at:c}=Ab(e),l=r.indexOf(`
`,c);l<0&&(l=r.length);let u=r.charCodeAt(l-1)===13&&l>c?l-1:l,d=c>=u,f=i<0?e.indent<=t:e.indent<i;if(f&&r[c]===`	`&&Py(e,c),d){if(l===r.length&&(i<0||e.indent<=i)){e.at=l;break}i<0&&e.indent>o&&(o=e.indent)}else{if(f||c===n&&j(r,c))break;i<0&&(i=e.indent,o>i&&v(e,n,`a blank line before the text is indented further`))}a.push(i>=0?r.slice(Math.min(n+i,u),u):``),s.push(l),e.at=l}return{lines:a,ends:s}})(e,t,o),d=l.length;for(;d>0&&l[d-1]===``;)d--;let f=Math.min((u[(a===`+`?l.length:d)-1]??c)+1,n.length),p=s?(e=>{let t,n=``,r=0;for(let i of e){if(i!==``){let e=x(i.charCodeAt(0));n+=t===void 0||t||e?`
`.repeat(r):r===1?` `:`
`.repeat(r-1),n+=i,t=e,r=0}r++}return n})(l.slice(0,d)):l.slice(0,d).join(`
`);return a===`+`?p+=`
`.repeat(l.length-d+ +(d>0)):a!==`-`&&d>0&&(p+=`
`),{start:r,end:f,text:p,style:s?`folded`:`literal`}})(e,t);default:return ab(e,t,!1,n)}}
function eb(e,t,n){if(D(e))return!1;let{text:r,at:i}=e,a=i;for(;r.charCodeAt(a)===32||r.charCodeAt(a)===9;)a++;return!(r.charCodeAt(a)!==58||!x(r.charCodeAt(a+1))||(e.at=a,(e.line!==n||a-t>1024)&&v(e,t,`a key and its colon stand on one line, within 1024 characters`),0))}
function Ry(e,t){S(e);let n=T(e);return!(n<0)&&(D(e)||v(e,e.at,`only a comment stands behind a value`),O(e),n>t&&v(e,e.at,`this is indented further than what stands beside it`),n===t)}
function Xy(e,t){let{build:n,at:r}=e,i=n.list(e,r,!1);A(e);do{if(!y(e,45))break;e.owner=e.line,n.push(i,L(e,t,!0,t))}while(Ry(e,t));return e.depth--,n.close(i,e.end),i}
function L(e,t,n,r){let i=++e.at;S(e);let a=T(e);return!D(e)&&a>=0?z(e,t,n,r):a>t?z(e,t,!0,r):a===t&&r<t&&y(e,45)?(O(e),Xy(e,t)):b(e,C(i))}
function R(e,t,n,r){let{build:i}=e,a=i.map(e,n,!1);A(e);let o=r;do if(e.owner=e.line,o!==void 0||!Rb(e,a,t)){if(o===void 0&&y(e,63))Nb(e,a,t);else{let{part:n,properties:r}=o??Ib(e,t),s=tb(e,n,b(e,n,r)),c=L(e,t,!1,t-1);i.put(e,a,s,c,n.start,e.end)}o=void 0}while(Ry(e,t));return e.depth--,i.close(a,e.end),a}
function Ib(e,t){let{at:n,line:r,text:i}=e,a=N(i.charCodeAt(n))?zy(e):void 0;if(e.line===r&&y(e,58))return{part:C(a?.end??e.at),properties:a};y(e,45)&&v(e,e.at,`a list item stands among keys`);let o=db(e,t,!0);return eb(e,n,r)||v(e,n,`a key has no colon behind it`),{part:o,properties:a}}
function Nb(e,t,n){let{at:r,build:i,text:a}=e,o=L(e,n,!0,n),s=a.slice(r+1,e.end).search(/[^ \t]/)+r+1,c=a[s]===`*`?i.keyOfAlias(o,s,e.end):o,l=Ry(e,n)&&y(e,58)?L(e,n,!0,n-1):b(e,C(e.end));i.put(e,t,c,l,r,e.end)}
function hb(e,t,n){return{text:e,build:t,maxDepth:Math.min(n.maxDepth,500),maxNodes:n.maxNodes,at:0,end:0,line:0,lineStart:-1,indent:0,first:0,owner:1,depth:0,reach:0,count:0,anchors:new Map,comments:n.comments?[]:void 0,aliases:[],faults:[]}}
function ub(e,t){let n=[];try{for((e=>{let t=e.text.search(/\r(?!\n)|[\x85\u2028\u2029]/);t>=0&&v(e,t,`a line ends with something else than a line feed`)})(e),e.at=e.first=I(e,+!!e.text.startsWith(`﻿`));Lb(e,n,t););}catch(e){if(e!==Yy)throw e}return n}
function Lb(e,t,n){S(e);let{text:r}=e,i=(e=>{let{text:t}=e,n=!1;for(;t[e.at]===`%`&&e.at===e.lineStart;){n=!0;let[r=``,i]=/^%\S*[ \t]*(\S*)[^\n#]*/.exec(t.slice(e.at,e.at+1e3))??[];r.startsWith(`%YAML `)&&/^\d+\.\d+$/.test(i??``)||E(e,e.at,`of directives only %YAML is read`),e.at+=r.length,S(e)}return n})(e);for(;!i&&r.startsWith(`...`,e.at)&&T(e)<0&&e.at<r.length;){let{line:t}=e;e.at+=3,S(e),e.line===t&&e.at<r.length&&v(e,e.at,`behind ... stands only a comment`)}let{at:a,line:o}=e,s=r.startsWith(`---`,a)&&T(e)<0&&a<r.length;if(!s&&i&&v(e,a,`behind directives stands ---`),a>=r.length)return!1;t.length===n&&v(e,a,n===1?`a second document begins; only one is read`:`it has more than ${n} documents`),s&&(e.at+=3,S(e)),e.anchors.clear(),e.owner=e.line;let c=T(e)<0?b(e,C(a+(s?3:0))):z(e,-1,e.first===e.at);return t.push({line:o,node:c}),S(e),!(e.at>=r.length||(T(e)>=0&&v(e,e.at,`this belongs to nothing before it`),0))}
function sb(e){let t;return n=>{t??=(e=>{let t=[+!!e.startsWith(`﻿`)];for(let n=e.indexOf(`
`);n>=0;n=e.indexOf(`
`,n+1))t.push(n+1);return t})(e);let r=0,i=t.length-1;for(;r<i;){let e=r+i+1>>1;(t[e]??0)<=n?r=e:i=e-1}return{line:r+1,column:Math.max(0,n-(t[r]??0))+1}}}
function xn(e,t={}){let{maxDepth:n=64,maxNodes:r=5e4}=t,i=sb(e),a=hb(e,(e=>{let t=new Map;return{scalar(e,t,n){let{text:r,style:i,start:a,end:o}=t,s={kind:`scalar`,value:Zy(e,t,n),text:r,style:i,span:{start:a,end:o}};return n?.anchor===void 0?s:{...s,anchor:n.anchor}},map:(e,t,n)=>({kind:`map`,entries:[],flow:n,span:{start:t,end:t}}),list:(e,t,n)=>({kind:`list`,items:[],flow:n,span:{start:t,end:t}}),put(n,r,i,a,o,s){if(i.kind!==`scalar`)return void E(n,i.span.start,`keys must be strings: this one is a map or a list`);let c=((e,n)=>{let{entries:r}=e;if(r.length<=8)return r.find(({key:e})=>e.text===n)?.key.span.start;let i=t.get(e)??new Map(r.map(({key:e})=>[e.text,e.span.start]));return t.set(e,i),i.get(n)})(r,i.text);if(c===void 0)t.get(r)?.set(i.text,i.span.start);else{let t=`the key \`${i.text}\` is already given in line ${e(c)}`;E(n,i.span.start,t)}r.entries.push({key:i,value:a,span:{start:o,end:s}})},push:(e,t)=>e.items.push(t),close(e,n){t.delete(e),e.span.end=n},keyOfAlias:(e,t,n)=>({...e,span:{start:t,end:n}})}})(e=>i(e).line),{maxDepth:n,maxNodes:r,comments:!0}),[o]=ub(a,1);return{root:o?.node,comments:a.comments??[],problems:a.faults.map(({offset:e,message:t})=>({message:t,...i(e)})),aliases:a.aliases,position:i}}
function gm(e,t=16){let n=[],r=hb(e,(e=>({scalar(e,t,n){if(n?.tag!==void 0)Zy(e,t,n);else if(t.text===``&&t.style===`plain`)return null;return t.text},map:({owner:e})=>({line:e,entries:new Map}),list:()=>[],put(t,n,r,i,a){let o=n.entries;if(typeof r!=`string`)E(t,a,`a key is no text`);else if(r===`<<`)E(t,a,`YAML 1.2 has no merge key, and the file means one`);else{let{size:t}=o;o.set(r,i).size===t&&e.push({key:r,start:a})}},push:(e,t)=>e.push(t),close(){},keyOfAlias:e=>e}))(n),{maxDepth:64,maxNodes:5e4+2*e.length,comments:!1}),i=ub(r,t),a=sb(e);return{documents:i.map(({line:e,node:t})=>({line:e,value:t})),duplicates:n.map(({key:e,start:t})=>({key:e,line:a(t).line})),problems:r.faults.map(({offset:e,message:t})=>({message:t,...a(e)}))}}
export{q,ee,xn,be,gm};
