import{Qt as e,Ut as t,Wt as n,Xt as r,_n as i,en as a,vn as o,yn as s}from"./part-base.js";
const {access:c,copyFile:l,lstat:u,open:d,readdir:f,realpath:p,rename:ee,rm:m,stat:te,symlink:h,writeFile:g}=process.getBuiltinModule("node:fs/promises");
const {delimiter:ne,dirname:_,join:v,relative:y,resolve:b,sep:x}=process.getBuiltinModule("node:path");
const {constants:S,mkdirSync:re,mkdtempSync:ie,rmSync:ae}=process.getBuiltinModule("node:fs");
const {isUtf8:oe}=process.getBuiltinModule("node:buffer");
const {devNull:C,tmpdir:se}=process.getBuiltinModule("node:os");
const ce=/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/,le=/^(?:0{40}|0{64})$/,ue=`0`.repeat(40);
function w(e){return typeof e==`string`&&ce.test(e)}
function de(e){return le.test(e)}
function T(e){return e.slice(0,10)}
function E(e){let t=Buffer.from(e.buffer,e.byteOffset,e.length);if(oe(t))return t.toString(`utf8`);let n=``;for(let e=0;e<t.length;){let r=fe(t,e);n+=r===0?String.fromCharCode(56320+(t[e]??0)):t.toString(`utf8`,e,e+r),e+=Math.max(r,1)}return n}
function fe(e,t){for(let n=1;n<=4&&t+n<=e.length;n++)if(oe(e.subarray(t,t+n)))return n;return 0}
function pe(e,t,n){let r,a=async a=>{let o,s=new Promise((a,s)=>{o=setTimeout(()=>{r=new i(`${n} printed nothing for ${Math.round(t/1e3)} s and was stopped`,{hint:"Run `git fsck` in the clone, and check that its disk answers."}),e.kill(),s(r)},t)});try{return await Promise.race([a,s])}catch(e){throw r??e}finally{clearTimeout(o)}};async function*o(){let t=e.stdout[Symbol.asyncIterator]();try{for(;;){let{done:e,value:n}=await a(t.next());if(e===!0)return;yield n}}finally{r===void 0&&await t.return?.()}}let s;return{stdout:o(),get ended(){return s??=a(e.ended),s},kill:()=>e.kill()}}
function me({program:e,variables:t},{root:n,processes:r,signal:i,quietMs:a=6e5}){let o=({env:e,...r})=>({...r,cwd:n,env:{...t,...e},...i===void 0?{}:{signal:i}}),s=(t,n={})=>r.run(e,[`--no-pager`,...t],{maxBytes:1073741824,timeoutMs:a,...o(n)});return{run:s,read:async(e,t)=>{let n=await s(e,t);if(n.exitCode!==0)throw D(e[0]??`git`,n);return Buffer.from(n.stdout)},stream:(t,n={})=>pe(r.stream(e,[`--no-pager`,...t],o(n)),a,`git ${t[0]??``}`)}}
function D(e,{exitCode:t,stderr:n}){let r=n.trim().split(`
`).slice(0,5);return new i(`git ${e} ${t===0?`complained`:`ended with exit code ${t}`}: ${r[0]||`it said nothing`}`,{problems:r.slice(1),hint:"Run `git fsck` in the clone; check it out again with `fetch-depth: 0` where objects are missing."})}
const he=/^\[\s*([\w.-]+)(?:\s+"((?:[^"\\\n]|\\[^\n])*)")?\s*\]/,ge=/^([A-Za-z][A-Za-z0-9-]*)[ \t]*/,_e={n:`
`,t:`	`,b:`\b`};
function ve(e){let t=[],n=e.replace(/^\ufeff/,``).replaceAll(`\r
`,`
`),r=``;for(;;){if(n=n.replace(/^(?:\s+|[#;][^\n]*)+/,``),n===``)return t;let e=he.exec(n);if(e!==null){let[t,i=``,a]=e,o=a===void 0?``:`.${a.replace(/\\(.)/g,`$1`)}`;r=`${i.toLowerCase()}${o}`,n=n.slice(t.length);continue}let i=ge.exec(n);if(i===null||r===``)return t;n=n.slice(i[0].length);let a=`${r}.${(i[1]??``).toLowerCase()}`;if(!n.startsWith(`=`)){t.push({key:a,value:`true`});continue}let{value:o,length:s}=ye(n.slice(1));t.push({key:a,value:o}),n=n.slice(1+s)}}
function ye(e){let t=``,n=0,r=!1,i=0;for(;i<e.length&&e[i]!==`
`;i++){let a=e[i]??``;if(a===`"`)r=!r,n=t.length;else if(a===`\\`){let r=e[++i]??``;r!==`
`&&(t+=_e[r]??r),n=t.length}else if(!r&&(a===`#`||a===`;`)){let r=e.indexOf(`
`,i);return{value:t.slice(0,n),length:r<0?e.length:r}}else(r||t!==``||!/\s/.test(a))&&(t+=a,(r||!/\s/.test(a))&&(n=t.length))}return{value:t.slice(0,n),length:i}}
async function O(e,t){let n=S.O_RDONLY|(S.O_NONBLOCK??0),r=await d(e,n).catch(()=>void 0);if(r!==void 0)try{let e=await r.stat();return!e.isFile()||e.size>t?void 0:await r.readFile()}catch{return}finally{await r.close()}}
const be=new Set([`noop`,`noop-v1`,`preciousobjects`,`relativeworktrees`,`worktreeconfig`]);
async function xe(e){let t=ve((await O(v(e,`config`),16777216))?.toString(`utf8`)??``),n=new Map(t.map(({key:e,value:t})=>[e,t])),r=Number(n.get(`core.repositoryformatversion`)??0),a={objectFormat:n.get(`extensions.objectformat`)??`sha1`,refStorage:(n.get(`extensions.refstorage`)??`files`).replace(/:.*$/s,``)},o=t.find(({key:e})=>r>0&&e.startsWith(`extensions.`)&&!Se(e));if(r!==0&&r!==1||a.objectFormat!==`sha1`&&a.objectFormat!==`sha256`||a.refStorage!==`files`&&a.refStorage!==`reftable`||o!==void 0)throw new i(`The repository has a format that is not known: ${o?.key??`version ${r}, ${a.objectFormat}, ${a.refStorage}`}`,{hint:`Check it out again with git's default format, or update Assay.`});return{objectFormat:a.objectFormat===`sha256`?`sha256`:`sha1`,refStorage:a.refStorage===`reftable`?`reftable`:`files`,partial:t.some(({key:e,value:t})=>e===`extensions.partialclone`||/^remote\..*\.promisor$/s.test(e)&&!/^(?:false|no|off|0)$/i.test(t)),origin:n.get(`remote.origin.url`)}}
function Se(e){let t=e.slice(11);return be.has(t)||[`objectformat`,`compatobjectformat`,`refstorage`,`partialclone`].includes(t)}
const Ce=[`SystemRoot`,`PATHEXT`,`TEMP`,`TMP`];
async function k(e,t){let n={PATH:await Te(e,await r(t,e)),LC_ALL:`C`,GIT_DIR:C,GIT_CONFIG_GLOBAL:C,GIT_CONFIG_SYSTEM:C,GIT_CONFIG_NOSYSTEM:`1`,GIT_ATTR_NOSYSTEM:`1`,GIT_GRAFT_FILE:C,GIT_NO_REPLACE_OBJECTS:`1`,GIT_NO_LAZY_FETCH:`1`,GIT_ALLOW_PROTOCOL:`none`,GIT_LITERAL_PATHSPECS:`1`,GIT_OPTIONAL_LOCKS:`0`,GIT_TERMINAL_PROMPT:`0`};for(let t of Ce){let r=e[t];r!==void 0&&(n[t]=r)}return n}
async function we(t,a){let o=await r(a,t);for await(let{path:r,real:i}of n(`git`,t))if(!e(o,i))return{program:r,variables:await k(t,a)};throw new i(`The program git was not found`,{hint:`Install git and put it on PATH; in a container job, install it in the image before the checkout.`})}
async function Te(n,r){let i=t(n),a=await Promise.all(i.map(e=>p(e).catch(()=>e)));return i.filter((t,n)=>!e(r,a[n]??t)).join(ne)}
const A=65536,Ee=/^(?:[A-Z_]+_HEAD|HEAD|branches|commondir|config(?:\.worktree)?|description|FETCH_HEAD|gc\.(?:log|pid)|hooks|info|lfs|logs|modules|objects|packed-refs|refs|reftable|remotes|rr-cache|shallow|svn|worktrees)$/;
async function De(e,t){for(let t=e;;t=_(t)){let e=await N(v(t,`.git`),u);if(e!==void 0)return ke(t,e.isFile());if(_(t)===t)break}if(!(t!==void 0&&t!==e&&a(t,e))&&await M(e)&&(await f(e)).find(e=>!Ee.test(e))===void 0)return{gitFolder:e,commonFolder:e}}
function Oe({workTree:e=``},t){let n=e===``?``:y(e,t).split(x).join(`/`);return n===``?``:`${n}/`}
async function ke(e,t){let n=t?await Ae(e):v(e,`.git`),r=await p(n).catch(()=>void 0);if(r===void 0||j(e,r))throw F(e);let i=await O(v(r,`commondir`),A),a=i===void 0?r:b(r,P(i)),o=await p(a).catch(()=>void 0);if(o===void 0||j(e,o)||!await M(o))throw F(e);return{gitFolder:r,commonFolder:o,workTree:e}}
async function Ae(e){let t=await O(v(e,`.git`),A),n=/^gitdir: (.+)$/s.exec(t===void 0?``:P(t))?.[1];if(n===void 0)throw F(e);return b(e,n)}
function j(e,t){return a(e,t)&&!y(e,t).split(x).includes(`.git`)}
async function M(e){let[t,n,r]=await Promise.all([`HEAD`,`objects`,`refs`].map(t=>N(v(e,t),te)));return t?.isFile()===!0&&n?.isDirectory()===!0&&r?.isDirectory()===!0}
function N(e,t){return t(e).catch(()=>void 0)}
function P(e){return e.toString(`utf8`).replace(/\r?\n$/,``)}
function F(e){return new s(`There is a \`.git\` in ${e}, and no git repository behind it`,{hint:"Check the repository out again, or remove the `.git`."})}
const I=268435456,je=/^(?:ref: refs\/[^\n]+|[0-9a-f]{40}|[0-9a-f]{64})\n?$/,Me=[[`core`,`alternateRefsCommand`,`exit 0 #`],[`core`,`askPass`,``],[`core`,`bigFileThreshold`,`512m`],[`core`,`fsmonitor`,`false`],[`core`,`hooksPath`,C],[`core`,`logAllRefUpdates`,`false`],[`core`,`quotePath`,`false`],[`core`,`warnAmbiguousRefs`,`false`],[`advice`,`graftFileDeprecated`,`false`],[`credential`,`helper`,``],[`diff`,`renames`,`true`],[`diff`,`suppressBlankEmpty`,`false`],[`fetch`,`recurseSubmodules`,`false`],[`gc`,`auto`,`0`],[`http`,`followRedirects`,`false`],[`http`,`lowSpeedLimit`,`1`],[`http`,`lowSpeedTime`,`120`],[`http`,`sslVerify`,`true`],[`i18n`,`logOutputEncoding`,`UTF-8`],[`log`,`follow`,`false`],[`log`,`showRoot`,`true`],[`log`,`showSignature`,`false`],[`maintenance`,`auto`,`false`],[`protocol "ext"`,`allow`,`never`]];
async function Ne({gitFolder:e,commonFolder:t,workTree:n},r){let a=(await O(v(e,`HEAD`),65536))?.toString(`utf8`);if(a===void 0||!je.test(a))throw new s(`The repository's HEAD names neither a branch nor a commit`,{hint:`Check the repository out again.`});if(r.refStorage===`reftable`&&e!==t)throw new i(`The repository is a linked work tree with reftable, which is not read`,{hint:"Run in the main work tree, or clone with `--ref-format=files`."});let o=Le(),c=await O(v(t,`shallow`),I),l=[`refs`,`worktrees`,...r.refStorage===`reftable`?[`reftable`]:[]],u=await f(e),d=e===t?u:await f(t);return await Promise.all([g(v(o,`config`),Pe(r,n===void 0)),g(v(o,`HEAD`),a),...c===void 0?[]:[g(v(o,`shallow`),c)],...l.filter(e=>d.includes(e)).map(e=>h(v(t,e),v(o,e),`junction`)),...d.includes(`packed-refs`)?[R(t,o,`packed-refs`)]:[],...u.filter(e=>e.startsWith(`sharedindex.`)).map(t=>R(e,o,t))]),{GIT_DIR:o,GIT_OBJECT_DIRECTORY:v(t,`objects`),...n===void 0?{}:{GIT_WORK_TREE:n,GIT_INDEX_FILE:v(e,`index`)}}}
function Pe(e,t){return[...Me,[`core`,`bare`,String(t)],[`core`,`repositoryFormatVersion`,`1`],[`extensions`,`objectFormat`,e.objectFormat],...e.refStorage===`files`?[]:[[`extensions`,`refStorage`,e.refStorage]],...e.partial?[[`extensions`,`partialClone`,`origin`],[`remote "origin"`,`promisor`,`true`]]:[]].map(([e,t,n])=>`[${e}]\n\t${t} = "${Fe(n)}"\n`).join(``)}
function Fe(e){return e.replace(/[\\"]/g,`\\$&`)}
let L,Ie=0;
function Le(){if(L===void 0){let e=ie(v(se(),`assay-git-`));process.once(`exit`,()=>ae(e,{recursive:!0,force:!0})),L=e}let e=v(L,String(Ie++));return re(e),e}
async function R(e,t,n){await h(v(e,n),v(t,n),`file`).catch(()=>l(v(e,n),v(t,n)))}
const z={major:2,minor:32},B=new WeakMap;
function Re(e,{processes:t,signal:n}){let r=B.get(t)??new Map;B.set(t,r);let i=r.get(e.program)??ze(e,t,n);return r.set(e.program,i),i}
async function ze({program:e,variables:t},n,r){let{stdout:a}=await n.run(e,[`version`],{env:t,timeoutMs:6e4,...r===void 0?{}:{signal:r}}),o=Buffer.from(a).toString().trim(),s=/(\d+)\.(\d+)/.exec(o),[c,l]=[Number(s?.[1]??0),Number(s?.[2]??0)];if(!(c>z.major||c===z.major&&l>=z.minor))throw new i(`"${o}" is too old`,{hint:`Install git ${z.major}.${z.minor} or later: older ones can't be kept apart from the machine's configuration.`})}
async function Be(e){let t=await V(e);if(t!==void 0)return t;throw new s(`The folder belongs to no git repository`,{hint:"Run actions/checkout before this step, and check `working-directory`."})}
async function V(e){let t=await p(e.root).catch(()=>void 0);if(t===void 0||!(await te(t)).isDirectory())throw new s(`The folder ${e.root} does not exist`);let n=e.environment.GITHUB_WORKSPACE??``,r=await De(t,await p(n).catch(()=>void 0));if(r===void 0)return;let i=await xe(r.commonFolder),a=await we(e.environment,t),o=Ne(r,i);o.catch(()=>{}),await Re(a,e);let c={...a.variables,...await o};return{...me({...a,variables:c},{...e,root:t}),root:t,prefix:Oe(r,t),bare:r.workTree===void 0,objectFormat:i.objectFormat,partial:i.partial,configuredOrigin:i.origin,folders:{git:r.gitFolder,common:r.commonFolder},variables:c}}
function H(e){return v(e.variables.GIT_DIR??e.folders.common,`shallow`)}
async function Ve(e,t=`HEAD`){let n=[`log`,`-1`,`--no-patch`,`--format=%H %ct`,t,`--`],r=await e.run(n);if(r.exitCode!==0){if(await U(e,t)===void 0)return;throw D(`log`,r)}let[i=``,a=``]=Buffer.from(r.stdout).toString().trim().split(` `);return{sha:i,committedAt:He(a)}}
function He(e){return new Date(/^-?\d{1,12}$/.test(e)?Number(e)*1e3:0).toISOString().replace(/\.\d+Z$/,`Z`)}
async function U(e,t){let[n]=await W(e,[t]);return n}
async function W(e,t){let n=t.map(e=>/[\n\r\0]|@\{/.test(e)||e===``?`^{commit}`:`${e}^{commit}`),r=(await e.read([`cat-file`,`--batch-check=%(objecttype) %(objectname)`],{input:`${n.join(`
`)}\n`})).toString().split(`
`);return t.map((e,t)=>/^commit ([0-9a-f]+)$/.exec(r[t]??``)?.[1])}
async function G(e,t){let n=await U(e,t);if(n!==void 0)return n;throw new s(`The clone has no commit "${t}"`,{hint:"Check the name; where the clone is shallow, set `fetch-depth: 0` on actions/checkout."})}
async function Ue(e,t,n){let r=await e.run([`merge-base`,`--end-of-options`,t,n]);if(r.exitCode===0)return Buffer.from(r.stdout).toString().trim();if(r.exitCode!==1||r.stderr!==``)throw/not a valid|bad object/i.test(r.stderr)?new s(`No merge-base of ${T(t)} and ${T(n)}: a commit is missing`,{hint:"Set `fetch-depth: 0` on actions/checkout."}):D(`merge-base`,r)}
async function We(e){return c(H(e)).then(()=>!0,()=>!1)}
const Ge=[`exhaustive rename detection was skipped`,`inexact rename detection was skipped`,`only found copies from modified paths`,`you may want to set your diff.renameLimit`,`See "git help gc" for manual housekeeping`,`Auto packing the repository in background for optimum performance`];
async function K(e,t){let n=await e.ended,r=n.stderr.split(`
`).filter(e=>e.trim()!==``).filter(e=>!Ge.some(t=>e.includes(t)));if(n.exitCode!==0)throw D(t,n);if(r.length>0)throw D(t,{...n,stderr:r.join(`
`)})}
function q(e){return new i(`git printed something that can't be read: ${e}`,{hint:`Report this with the version of git: nothing is scanned past such a place.`})}
function J(e){return Buffer.from(e.buffer,e.byteOffset,e.length)}
const Ke=268435456;
function qe(){let e=[],t=0,n={chunk:Buffer.alloc(0),at:0,field(r){let{chunk:i,at:a}=n,o=i.indexOf(r,a),s=i.subarray(a,o<0?i.length:o);if(n.at=o<0?i.length:o+1,o>=0&&t===0)return s;if(e.push(s),t+=s.length,t>Ke)throw q(`a field of more than ${Ke} bytes`);if(o<0)return;let c=Buffer.concat(e);return e=[],t=0,c},get isInside(){return t>0}};return n}
async function*Je(e,t,n){if(t.length===0)return;let r=t.find(e=>!w(e));if(r!==void 0)throw new o(`"${r}" is no object name`);let a=e.stream([`cat-file`,`--batch`,`--buffer`],{input:`${t.join(`
`)}\n`}),s=Ye(n),c=0,l=!1;try{for await(let e of a.stdout)for(let t of s(J(e)))c++,yield t;l=!0}finally{l||a.kill()}if(await K(a,`cat-file`),c<t.length)throw new i(`git cat-file printed ${c} of ${t.length} objects`)}
function Ye(e){let t=qe(),n,r=0;return function*(i){for(t.chunk=i,t.at=0;t.at<i.length;){if(n===void 0){let i=t.field(10);if(i===void 0)return;n=Xe(i.toString(`latin1`),e),r=0}let a=Math.min(n.size-r,i.length-t.at);if(n.bytes!==void 0&&i.copy(n.bytes,r,t.at,t.at+a),r+=a,t.at+=a,r<n.size||t.at>=i.length)continue;t.at++;let o=n;n=void 0,yield o}}}
function Xe(e,t){let[n=``,r=``,a]=e.split(` `);if(a===void 0)throw new i(`The object ${n} is ${r} from the clone`,{hint:"Check out again with `fetch-depth: 0` and without `filter`."});let o=Number(a);return{oid:n,type:r,size:o,bytes:o>t?void 0:Buffer.allocUnsafe(o)}}
const Ze=new WeakMap;
async function Qe(e,t){return[...(await Y(e,t)).keys()].sort()}
async function $e(e,t,n,r=104857600){let i=(await Y(e,t)).get(n);if(i!==void 0){if(i.size>r)throw new s(`${n} in ${t} has ${i.size} bytes; at most ${r} are read`);return e.read([`cat-file`,`blob`,i.oid])}}
async function et(e,t,n,r){let i=await Y(e,t),a=[],o=r;for(let e of n){let t=i.get(e);if(t!==void 0){if(o-=t.size,o<0)break;a.push([e,t.oid])}}let s=new Map,c=a.map(([,e])=>e);for await(let{bytes:t}of Je(e,c,r)){let e=a[s.size]?.[0];e!==void 0&&t!==void 0&&s.set(e,t)}return s}
async function tt(e,t){let n=await G(e,t),r=[];for(let t of X(await e.read([`ls-tree`,`-r`,`-z`,n])))t.toString(`latin1`,0,6)===`120000`&&r.push(E(t.subarray(t.indexOf(9)+1)));return r.sort()}
async function Y(e,t){let n=await G(e,t),r=Ze.get(e)??new Map;Ze.set(e,r);let i=r.get(n)??nt(e,n);r.delete(n),r.set(n,i);for(let e of[...r.keys()].slice(0,-4))r.delete(e);return i}
async function nt(e,t){let n=new Map;for(let r of X(await e.read([`ls-tree`,`-r`,`-z`,`--long`,t]))){if(!rt(r))continue;let e=r.indexOf(9),[,,t=``,i]=r.toString(`latin1`,0,e).split(/ +/);n.set(E(r.subarray(e+1)),{oid:t,size:Number(i)})}return n}
function rt(e){return e.toString(`latin1`,0,3)===`100`}
function*X(e){for(let t=0;t<e.length;){let n=e.indexOf(0,t);if(n<0)return;yield e.subarray(t,n),t=n+1}}
async function it(e,t){let n=v(e.folders.common,`shallow`),[r,i]=await Promise.all([O(H(e),I),O(n,I)]);if(!(r===i||i!==void 0&&r?.equals(i)))try{await at(n,r)}catch(e){t.debug(`the clone keeps its depth: ${e instanceof Error?e.message:e}`)}}
async function at(e,t){let n=`${e}.lock`,r=await d(n,`wx`);try{await r.writeFile(t??``),t===void 0?await m(e,{force:!0}):await ee(n,e)}finally{await r.close(),await m(n,{force:!0})}}
const ot=[`http_proxy`,`https_proxy`,`all_proxy`,`no_proxy`,`HTTPS_PROXY`,`ALL_PROXY`,`NO_PROXY`,`SSL_CERT_FILE`,`SSL_CERT_DIR`,`GIT_SSL_CAINFO`],st=new Set([`localhost`,`127.0.0.1`,`[::1]`]);
async function ct(e,{remote:t,offline:n,environment:r}){if(n)return;if(t?.token!==void 0&&t.token!==``)return dt(t,t.token,r);let i=e.configuredOrigin,a=i===void 0?void 0:await ut(e,i,r);if(i!==void 0&&a!==void 0)return{url:i,env:{GIT_ALLOW_PROTOCOL:a}}}
function lt({configuredOrigin:e}){if(e===void 0||!URL.canParse(e))return e;let t=new URL(e);return t.username=t.password=``,t.href}
async function ut(t,n,i){let a=URL.canParse(n)?new URL(n):void 0;if(a?.protocol===`http:`&&st.has(a.hostname))return`http`;let o=n.startsWith(`/`)?n:a?.protocol===`file:`&&a.host===``?decodeURIComponent(a.pathname):void 0,s=o===void 0?void 0:await p(o).catch(()=>void 0);if(!(s===void 0||e(await r(t.root,i),s)))return`file`}
function dt({serverUrl:e,repository:t},n,r){let i=URL.canParse(e)?new URL(e):void 0,a=i?.protocol.slice(0,-1);if(i===void 0||a!==`https`&&a!==`http`)throw new s(`The server "${e}" is no http(s) address`);if(!/^[\w.-]+\/[\w.-]+$/.test(t))throw new s(`The repository "${t}" is not of the form owner/name`);let o=`${i.origin}${i.pathname.replace(/\/$/,``)}`,c={GIT_ALLOW_PROTOCOL:a,GIT_CONFIG_COUNT:`1`,GIT_CONFIG_KEY_0:`http.${i.origin}/.extraheader`,GIT_CONFIG_VALUE_0:`Authorization: Basic ${Buffer.from(`x-access-token:${n}`).toString(`base64`)}`};for(let e of ot){let t=r[e];t!==void 0&&(c[e]=t)}return{url:`${o}/${t}`,env:c}}
async function ft(e,{url:t,env:n},r,i){i.debug(`git fetch ${r.options.join(` `)} (${r.refs.length} refs or commits)`);let a=await e.run([`fetch`,`--quiet`,`--no-tags`,`--no-write-fetch-head`,`--no-recurse-submodules`,`--upload-pack=git-upload-pack`,`--stdin`,...r.options,`--end-of-options`,t],{env:n,input:`${r.refs.join(`
`)}\n`,timeoutMs:6e5});return a.exitCode===0&&await it(e,i),a}
const Z=/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
async function pt(e){let t=await ht(v(e.folders.git,`HEAD`));if(Z.test(t))return{commit:t};let n=/^ref: (refs\/heads\/[^\\]+)$/.exec(t)?.[1],r=n===void 0||n.includes(`..`)?``:await mt(e,n);return n!==void 0&&Z.test(r)?{commit:r,ref:n}:gt(e)}
async function mt({folders:e},t){let n=v(e.common,t);if(await u(n).then(e=>!e.isDirectory(),()=>!1))return ht(n);let r=(await O(v(e.common,`packed-refs`),16777216))?.toString(`utf8`)??``,i=r.indexOf(` ${t}\n`);return i<0?``:r.slice(r.lastIndexOf(`
`,i)+1,i)}
async function ht(e){return(await O(e,4096))?.toString(`utf8`).trim()??``}
async function gt(e){let t=await e.run([`rev-parse`,`HEAD`,`--symbolic-full-name`,`HEAD`]);if(t.exitCode!==0)return{};let[n=``,r=``]=Buffer.from(t.stdout).toString().trim().split(`
`);return{...Z.test(n)&&{commit:n},...r.startsWith(`refs/`)&&{ref:r}}}
const _t=16384,vt=4095;
function yt(e,t){if(e.length<12+t||e.readUInt32BE(0)!==1145655875)return;let n=e.readUInt32BE(4),r=e.readUInt32BE(8),i=e.length-t;if(n<2||n>4)return;let a=[],o=Buffer.alloc(0),s=0,c=12;for(let l=0;l<r;l++){let r=c;if(c+=40+t+2,c>i)return;let l=e.readUInt32BE(r+24),u=e.readUInt16BE(c-2),d=u&_t?e.readUInt16BE(c):0;u&_t&&(c+=2);let f=o;if(n===4){let t=xt(e,c),n=e.indexOf(0,t.end);if(n<0||n>=i||t.value>f.length)return;let r=f.subarray(0,f.length-t.value);o=Buffer.concat([r,e.subarray(t.end,n)]),c=n+1}else{let t=u&vt,n=t<vt?c+t:e.indexOf(0,c);if(n<c||n>=i)return;o=e.subarray(c,n),c=r+(n-r+8&-8)}if(s+=o.length,l===16384||s>268435456)return;if(o.equals(f))continue;let p=l===57344?`submodule`:d&16384?`sparse`:`file`;a.push({path:o,kind:p})}return bt(e,c,i)?a:void 0}
function bt(e,t,n){let r=t;for(;r+8<=n;r+=8+e.readUInt32BE(r+4)){let t=e[r]??0;if(t<65||t>90)return!1}return r===n}
function xt(e,t){let n=t,r=e[n++]??0,i=r&127;for(;r&128&&n<e.length;)r=e[n++]??0,i=(i+1)*128+(r&127);return{value:i,end:n}}
const St=1023,Q=Buffer.from(`.gitattributes`),Ct=/^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\n(?:[a-z0-9.-]+ [^\n]*\n)*?oid sha256:[0-9a-f]{64}\n(?:[a-z0-9.-]+ [^\n]*\n)*$/;
function wt(e){return e.length<=St&&Ct.test(e)}
async function Tt(e,t){if(!await Et(e,t))return[];let n=Buffer.concat(t.flatMap(e=>[e,Buffer.of(0)])),r=[...X(await e.read([`check-attr`,`-z`,`--stdin`,`filter`],{input:n}))],i=[];for(let t=0;t+2<r.length;t+=3){let[n,a]=[r[t],r[t+2]];if(n===void 0||a?.toString(`latin1`)!==`lfs`)continue;let o=await Dt(e,n,St);o!==void 0&&wt(o)&&i.push(E(n))}return i}
async function Et(e,t){let n=t.filter(e=>{let t=e.length-Q.length;return t>=0&&e.subarray(t).equals(Q)}),r=e.prefix.split(`/`).length-1,i=Array.from({length:r},(e,t)=>Buffer.concat([Buffer.from(`../`.repeat(t+1)),Q]));for(let t of[...i,...n]){let n=await Dt(e,t,1048576);if(n!==void 0&&/\bfilter=lfs\b/.test(n))return!0}return!1}
async function Dt(e,t,n){return(await O(Buffer.concat([Buffer.from(`${e.root}/`),t]),n))?.toString(`latin1`)}
async function Ot(e){if(e.bare)return[];let t=await At(e)??await jt(e),n=[],r=new Map,i=t=>{let n=t.toString(`latin1`),i=r.get(n)??$(e,t);return r.set(n,i),i};for(let{path:r,kind:a}of t)a!==`file`&&((a===`submodule`?await $(e,Buffer.concat([r,Buffer.from(`/.git`)])):await i(Mt(r))&&await $(e,r))||n.push({path:E(r),kind:a}));let a=await Tt(e,t.filter(({kind:e})=>e===`file`).map(({path:e})=>e));return n.push(...a.map(e=>({path:e,kind:`lfs`}))),n.sort((e,t)=>e.path<t.path?-1:1)}
const kt={sparse:`the sparse checkout leaves it out`,submodule:`a submodule that is not checked out`,lfs:`a Git LFS pointer: the content is not in the clone`};
async function At(e){let t=await O(v(e.folders.git,`index`),536870912),n=e.objectFormat===`sha256`?32:20,r=t===void 0?void 0:yt(t,n);if(e.prefix===``)return r;let i=Buffer.from(e.prefix);return r?.filter(({path:e})=>e.subarray(0,i.length).equals(i)).map(({path:e,kind:t})=>({path:e.subarray(i.length),kind:t}))}
async function jt(e){let t=[],n;for(let r of X(await e.read([`ls-files`,`-z`,`-t`,`--stage`]))){let e=r.indexOf(9),[i,a]=r.toString(`latin1`,0,e).split(` `),o=r.subarray(e+1);n?.equals(o)||(n=o,t.push({path:o,kind:a===`160000`?`submodule`:i===`S`?`sparse`:`file`}))}return t}
function Mt(e){return e.subarray(0,Math.max(e.lastIndexOf(`/`),0))}
async function $(e,t){return u(Buffer.concat([Buffer.from(`${e.root}/`),t])).then(()=>!0,()=>!1)}
export{E as A,Ue as C,H as D,Be as E,w as M,T as N,k as O,We as S,V as T,q as _,ct as a,He as b,$e as c,X as d,et as f,K as g,J as h,pt as i,de as j,ue as k,Qe as l,qe as m,Ot as n,ft as o,Je as p,wt as r,lt as s,kt as t,tt as u,U as v,G as w,Ve as x,W as y};
