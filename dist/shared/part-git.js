import{Bt as e,Gt as t,Ht as n,Kt as r,Mt as i,Rt as a,Wt as o,dn as s,jt as c,ln as l,un as u}from"./part-base.js";
const {delimiter:d,dirname:f,join:p,relative:m,resolve:h,sep:g}=process.getBuiltinModule("node:path");
const {closeSync:ee,constants:_,copyFileSync:te,fstatSync:ne,mkdirSync:re,mkdtempSync:ie,openSync:v,readFileSync:ae,readdirSync:y,renameSync:oe,rmSync:b,symlinkSync:x,writeFileSync:S}=process.getBuiltinModule("node:fs");
const {isUtf8:se}=process.getBuiltinModule("node:buffer");
const {devNull:C,tmpdir:ce}=process.getBuiltinModule("node:os");
const le=/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/,ue=/^(?:0{40}|0{64})$/,de=`0`.repeat(40);
function w(e){return typeof e==`string`&&le.test(e)}
function fe(e){return ue.test(e)}
function T(e){return e.slice(0,10)}
function E(e){let t=Buffer.from(e.buffer,e.byteOffset,e.length);if(se(t))return t.toString(`utf8`);let n=``;for(let e=0;e<t.length;){let r=pe(t,e);n+=r===0?String.fromCharCode(56320+(t[e]??0)):t.toString(`utf8`,e,e+r),e+=Math.max(r,1)}return n}
function pe(e,t){for(let n=1;n<=4&&t+n<=e.length;n++)if(se(e.subarray(t,t+n)))return n;return 0}
function me(e,t,n){let r,i=async i=>{let a,o=new Promise((i,o)=>{a=setTimeout(()=>{r=new l(`${n} printed nothing for ${Math.round(t/1e3)} s and was stopped`,{hint:"Run `git fsck` in the clone, and check that its disk answers."}),e.kill(),o(r)},t)});try{return await Promise.race([i,o])}catch(e){throw r??e}finally{clearTimeout(a)}};async function*a(){let t=e.stdout[Symbol.asyncIterator]();try{for(;;){let{done:e,value:n}=await i(t.next());if(e===!0)return;yield n}}finally{r===void 0&&await t.return?.()}}let o;return{stdout:a(),get ended(){return o??=i(e.ended),o},kill:()=>e.kill()}}
function he({program:e,variables:t},{root:n,processes:r,signal:i,quietMs:a=6e5}){let o=({env:e,...r})=>({...r,cwd:n,env:{...t,...e},...i===void 0?{}:{signal:i}}),s=(t,n={})=>r.run(e,[`--no-pager`,...t],{maxBytes:1073741824,timeoutMs:a,...o(n)});return{run:s,read:async(e,t)=>{let n=await s(e,t);if(n.exitCode!==0)throw D(e[0]??`git`,n);return Buffer.from(n.stdout)},stream:(t,n={})=>me(r.stream(e,[`--no-pager`,...t],o(n)),a,`git ${t[0]??``}`)}}
function D(e,{exitCode:t,stderr:n}){let r=n.trim().split(`
`).slice(0,5);return new l(`git ${e} ${t===0?`complained`:`ended with exit code ${t}`}: ${r[0]||`it said nothing`}`,{problems:r.slice(1),hint:"Run `git fsck` in the clone; check it out again with `fetch-depth: 0` where objects are missing."})}
const ge=/^\[\s*([\w.-]+)(?:\s+"((?:[^"\\\n]|\\[^\n])*)")?\s*\]/,_e=/^([A-Za-z][A-Za-z0-9-]*)[ \t]*/,ve={n:`
`,t:`	`,b:`\b`};
function ye(e){let t=[],n=e.replace(/^\ufeff/,``).replaceAll(`\r
`,`
`),r=``;for(;;){if(n=n.replace(/^(?:\s+|[#;][^\n]*)+/,``),n===``)return t;let e=ge.exec(n);if(e!==null){let[t,i=``,a]=e,o=a===void 0?``:`.${a.replace(/\\(.)/g,`$1`)}`;r=`${i.toLowerCase()}${o}`,n=n.slice(t.length);continue}let i=_e.exec(n);if(i===null||r===``)return t;n=n.slice(i[0].length);let a=`${r}.${(i[1]??``).toLowerCase()}`;if(!n.startsWith(`=`)){t.push({key:a,value:`true`});continue}let{value:o,length:s}=be(n.slice(1));t.push({key:a,value:o}),n=n.slice(1+s)}}
function be(e){let t=``,n=0,r=!1,i=0;for(;i<e.length&&e[i]!==`
`;i++){let a=e[i]??``;if(a===`"`)r=!r,n=t.length;else if(a===`\\`){let r=e[++i]??``;r!==`
`&&(t+=ve[r]??r),n=t.length}else if(!r&&(a===`#`||a===`;`)){let r=e.indexOf(`
`,i);return{value:t.slice(0,n),length:r<0?e.length:r}}else(r||t!==``||!/\s/.test(a))&&(t+=a,(r||!/\s/.test(a))&&(n=t.length))}return{value:t.slice(0,n),length:i}}
async function O(e,t){let n=_.O_RDONLY|(_.O_NONBLOCK??0),r;try{r=v(e,n);let i=ne(r);return i.isFile()&&i.size<=t?ae(r):void 0}catch{return}finally{r!==void 0&&ee(r)}}
const xe=new Set([`noop`,`noop-v1`,`preciousobjects`,`relativeworktrees`,`worktreeconfig`]);
async function Se(e){let t=ye((await O(p(e,`config`),16777216))?.toString(`utf8`)??``),n=new Map(t.map(({key:e,value:t})=>[e,t])),r=Number(n.get(`core.repositoryformatversion`)??0),i={objectFormat:n.get(`extensions.objectformat`)??`sha1`,refStorage:(n.get(`extensions.refstorage`)??`files`).replace(/:.*$/s,``)},a=t.find(({key:e})=>r>0&&e.startsWith(`extensions.`)&&!Ce(e));if(r!==0&&r!==1||i.objectFormat!==`sha1`&&i.objectFormat!==`sha256`||i.refStorage!==`files`&&i.refStorage!==`reftable`||a!==void 0)throw new l(`The repository has a format that is not known: ${a?.key??`version ${r}, ${i.objectFormat}, ${i.refStorage}`}`,{hint:`Check it out again with git's default format, or update Assay.`});return{objectFormat:i.objectFormat===`sha256`?`sha256`:`sha1`,refStorage:i.refStorage===`reftable`?`reftable`:`files`,partial:t.some(({key:e,value:t})=>e===`extensions.partialclone`||/^remote\..*\.promisor$/s.test(e)&&!/^(?:false|no|off|0)$/i.test(t)),origin:n.get(`remote.origin.url`)}}
function Ce(e){let t=e.slice(11);return xe.has(t)||[`objectformat`,`compatobjectformat`,`refstorage`,`partialclone`].includes(t)}
const we=[`SystemRoot`,`PATHEXT`,`TEMP`,`TMP`];
async function k(e,t){let n={PATH:await Ee(e,await a(t,e)),LC_ALL:`C`,GIT_DIR:C,GIT_CONFIG_GLOBAL:C,GIT_CONFIG_SYSTEM:C,GIT_CONFIG_NOSYSTEM:`1`,GIT_ATTR_NOSYSTEM:`1`,GIT_GRAFT_FILE:C,GIT_NO_REPLACE_OBJECTS:`1`,GIT_NO_LAZY_FETCH:`1`,GIT_ALLOW_PROTOCOL:`none`,GIT_LITERAL_PATHSPECS:`1`,GIT_OPTIONAL_LOCKS:`0`,GIT_TERMINAL_PROMPT:`0`};for(let t of we){let r=e[t];r!==void 0&&(n[t]=r)}return n}
async function Te(t,n){let r=await a(n,t);for await(let{path:a,real:o}of i(`git`,t))if(!e(r,o))return{program:a,variables:await k(t,n)};throw new l(`The program git was not found`,{hint:`Install git and put it on PATH; in a container job, install it in the image before the checkout.`})}
async function Ee(t,n){let r=c(t),i=r.map(e=>o(e)??e);return r.filter((t,r)=>!e(n,i[r]??t)).join(d)}
const A=65536,De=/^(?:[A-Z_]+_HEAD|HEAD|branches|commondir|config(?:\.worktree)?|description|FETCH_HEAD|gc\.(?:log|pid)|hooks|info|lfs|logs|modules|objects|packed-refs|refs|reftable|remotes|rr-cache|shallow|svn|worktrees)$/;
async function Oe(e,r){for(let n=e;;n=f(n)){let e=t(p(n,`.git`));if(e!==void 0)return Ae(n,e.isFile());if(f(n)===n)break}if(!(r!==void 0&&r!==e&&n(r,e))&&M(e)&&y(e).find(e=>!De.test(e))===void 0)return{gitFolder:e,commonFolder:e}}
function ke({workTree:e=``},t){let n=e===``?``:m(e,t).split(g).join(`/`);return n===``?``:`${n}/`}
async function Ae(e,t){let n=t?await je(e):p(e,`.git`),r=o(n);if(r===void 0||j(e,r))throw P(e);let i=await O(p(r,`commondir`),A),a=i===void 0?r:h(r,N(i)),s=o(a);if(s===void 0||j(e,s)||!M(s))throw P(e);return{gitFolder:r,commonFolder:s,workTree:e}}
async function je(e){let t=await O(p(e,`.git`),A),n=/^gitdir: (.+)$/s.exec(t===void 0?``:N(t))?.[1];if(n===void 0)throw P(e);return h(e,n)}
function j(e,t){return n(e,t)&&!m(e,t).split(g).includes(`.git`)}
function M(e){let t=t=>r(p(e,t))?.isDirectory()===!0;return r(p(e,`HEAD`))?.isFile()===!0&&t(`objects`)&&t(`refs`)}
function N(e){return e.toString(`utf8`).replace(/\r?\n$/,``)}
function P(e){return new s(`There is a \`.git\` in ${e}, and no git repository behind it`,{hint:"Check the repository out again, or remove the `.git`."})}
const F=268435456,Me=/^(?:ref: refs\/[^\n]+|[0-9a-f]{40}|[0-9a-f]{64})\n?$/,Ne=[[`core`,`alternateRefsCommand`,`exit 0 #`],[`core`,`askPass`,``],[`core`,`bigFileThreshold`,`512m`],[`core`,`fsmonitor`,`false`],[`core`,`hooksPath`,C],[`core`,`logAllRefUpdates`,`false`],[`core`,`quotePath`,`false`],[`core`,`warnAmbiguousRefs`,`false`],[`advice`,`graftFileDeprecated`,`false`],[`credential`,`helper`,``],[`diff`,`renames`,`true`],[`diff`,`suppressBlankEmpty`,`false`],[`fetch`,`recurseSubmodules`,`false`],[`gc`,`auto`,`0`],[`http`,`followRedirects`,`false`],[`http`,`lowSpeedLimit`,`1`],[`http`,`lowSpeedTime`,`120`],[`http`,`sslVerify`,`true`],[`i18n`,`logOutputEncoding`,`UTF-8`],[`log`,`follow`,`false`],[`log`,`showRoot`,`true`],[`log`,`showSignature`,`false`],[`maintenance`,`auto`,`false`],[`protocol "ext"`,`allow`,`never`]];
async function Pe({gitFolder:e,commonFolder:t,workTree:n},r){let i=(await O(p(e,`HEAD`),65536))?.toString(`utf8`);if(i===void 0||!Me.test(i))throw new s(`The repository's HEAD names neither a branch nor a commit`,{hint:`Check the repository out again.`});if(r.refStorage===`reftable`&&e!==t)throw new l(`The repository is a linked work tree with reftable, which is not read`,{hint:"Run in the main work tree, or clone with `--ref-format=files`."});let a=Re(),o=await O(p(t,`shallow`),F),c=[`refs`,`worktrees`,...r.refStorage===`reftable`?[`reftable`]:[]],u=y(e),d=e===t?u:y(t);S(p(a,`config`),Fe(r,n===void 0)),S(p(a,`HEAD`),i),o!==void 0&&S(p(a,`shallow`),o);for(let e of c.filter(e=>d.includes(e)))x(p(t,e),p(a,e),`junction`);d.includes(`packed-refs`)&&L(t,a,`packed-refs`);for(let t of u.filter(e=>e.startsWith(`sharedindex.`)))L(e,a,t);return{GIT_DIR:a,GIT_OBJECT_DIRECTORY:p(t,`objects`),...n===void 0?{}:{GIT_WORK_TREE:n,GIT_INDEX_FILE:p(e,`index`)}}}
function Fe(e,t){return[...Ne,[`core`,`bare`,String(t)],[`core`,`repositoryFormatVersion`,`1`],[`extensions`,`objectFormat`,e.objectFormat],...e.refStorage===`files`?[]:[[`extensions`,`refStorage`,e.refStorage]],...e.partial?[[`extensions`,`partialClone`,`origin`],[`remote "origin"`,`promisor`,`true`]]:[]].map(([e,t,n])=>`[${e}]\n\t${t} = "${Ie(n)}"\n`).join(``)}
function Ie(e){return e.replace(/[\\"]/g,`\\$&`)}
let I,Le=0;
function Re(){if(I===void 0){let e=ie(p(ce(),`assay-git-`));process.once(`exit`,()=>b(e,{recursive:!0,force:!0})),I=e}let e=p(I,String(Le++));return re(e),e}
function L(e,t,n){try{x(p(e,n),p(t,n),`file`)}catch{te(p(e,n),p(t,n))}}
const R={major:2,minor:32},z=new WeakMap;
function ze(e,{processes:t,signal:n}){let r=z.get(t)??new Map;z.set(t,r);let i=r.get(e.program)??Be(e,t,n);return r.set(e.program,i),i}
async function Be({program:e,variables:t},n,r){let{stdout:i}=await n.run(e,[`version`],{env:t,timeoutMs:6e4,...r===void 0?{}:{signal:r}}),a=Buffer.from(i).toString().trim(),o=/(\d+)\.(\d+)/.exec(a),[s,c]=[Number(o?.[1]??0),Number(o?.[2]??0)];if(!(s>R.major||s===R.major&&c>=R.minor))throw new l(`"${a}" is too old`,{hint:`Install git ${R.major}.${R.minor} or later: older ones can't be kept apart from the machine's configuration.`})}
async function Ve(e){let t=await B(e);if(t!==void 0)return t;throw new s(`The folder belongs to no git repository`,{hint:"Run actions/checkout before this step, and check `working-directory`."})}
async function B(e){let t=o(e.root);if(t===void 0||r(t)?.isDirectory()!==!0)throw new s(`The folder ${e.root} does not exist`);let n=e.environment.GITHUB_WORKSPACE??``,i=await Oe(t,o(n));if(i===void 0)return;let a=await Se(i.commonFolder),c=await Te(e.environment,t),l=Pe(i,a);l.catch(()=>{}),await ze(c,e);let u={...c.variables,...await l};return{...he({...c,variables:u},{...e,root:t}),root:t,prefix:ke(i,t),bare:i.workTree===void 0,objectFormat:a.objectFormat,partial:a.partial,configuredOrigin:a.origin,folders:{git:i.gitFolder,common:i.commonFolder},variables:u}}
function V(e){return p(e.variables.GIT_DIR??e.folders.common,`shallow`)}
async function He(e,t=`HEAD`){let n=[`log`,`-1`,`--no-patch`,`--format=%H %ct`,t,`--`],r=await e.run(n);if(r.exitCode!==0){if(await U(e,t)===void 0)return;throw D(`log`,r)}let[i=``,a=``]=Buffer.from(r.stdout).toString().trim().split(` `);return{sha:i,committedAt:H(a)}}
function H(e){return new Date(/^-?\d{1,12}$/.test(e)?Number(e)*1e3:0).toISOString().replace(/\.\d+Z$/,`Z`)}
async function U(e,t){let[n]=await W(e,[t]);return n}
async function W(e,t){let n=t.map(e=>/[\n\r\0]|@\{/.test(e)||e===``?`^{commit}`:`${e}^{commit}`),r=(await e.read([`cat-file`,`--batch-check=%(objecttype) %(objectname)`],{input:`${n.join(`
`)}\n`})).toString().split(`
`);return t.map((e,t)=>/^commit ([0-9a-f]+)$/.exec(r[t]??``)?.[1])}
async function G(e,t){let n=await U(e,t);if(n!==void 0)return n;throw new s(`The clone has no commit "${t}"`,{hint:"Check the name; where the clone is shallow, set `fetch-depth: 0` on actions/checkout."})}
async function Ue(e,t,n){let r=await e.run([`merge-base`,`--end-of-options`,t,n]);if(r.exitCode===0)return Buffer.from(r.stdout).toString().trim();if(r.exitCode!==1||r.stderr!==``)throw/not a valid|bad object/i.test(r.stderr)?new s(`No merge-base of ${T(t)} and ${T(n)}: a commit is missing`,{hint:"Set `fetch-depth: 0` on actions/checkout."}):D(`merge-base`,r)}
async function We(e){return r(V(e))!==void 0}
const Ge=[`exhaustive rename detection was skipped`,`inexact rename detection was skipped`,`only found copies from modified paths`,`you may want to set your diff.renameLimit`,`See "git help gc" for manual housekeeping`,`Auto packing the repository in background for optimum performance`];
async function K(e,t){let n=await e.ended,r=n.stderr.split(`
`).filter(e=>e.trim()!==``).filter(e=>!Ge.some(t=>e.includes(t)));if(n.exitCode!==0)throw D(t,n);if(r.length>0)throw D(t,{...n,stderr:r.join(`
`)})}
function q(e){return new l(`git printed something that can't be read: ${e}`,{hint:`Report this with the version of git: nothing is scanned past such a place.`})}
function J(e){return Buffer.from(e.buffer,e.byteOffset,e.length)}
const Ke=268435456;
function qe(){let e=[],t=0,n={chunk:Buffer.alloc(0),at:0,field(r){let{chunk:i,at:a}=n,o=i.indexOf(r,a),s=i.subarray(a,o<0?i.length:o);if(n.at=o<0?i.length:o+1,o>=0&&t===0)return s;if(e.push(s),t+=s.length,t>Ke)throw q(`a field of more than ${Ke} bytes`);if(o<0)return;let c=Buffer.concat(e);return e=[],t=0,c},get isInside(){return t>0}};return n}
async function*Je(e,t,n){if(t.length===0)return;let r=t.find(e=>!w(e));if(r!==void 0)throw new u(`"${r}" is no object name`);let i=e.stream([`cat-file`,`--batch`,`--buffer`],{input:`${t.join(`
`)}\n`}),a=Ye(n),o=0,s=!1;try{for await(let e of i.stdout)for(let t of a(J(e)))o++,yield t;s=!0}finally{s||i.kill()}if(await K(i,`cat-file`),o<t.length)throw new l(`git cat-file printed ${o} of ${t.length} objects`)}
function Ye(e){let t=qe(),n,r=0;return function*(i){for(t.chunk=i,t.at=0;t.at<i.length;){if(n===void 0){let i=t.field(10);if(i===void 0)return;n=Xe(i.toString(`latin1`),e),r=0}let a=Math.min(n.size-r,i.length-t.at);if(n.bytes!==void 0&&i.copy(n.bytes,r,t.at,t.at+a),r+=a,t.at+=a,r<n.size||t.at>=i.length)continue;t.at++;let o=n;n=void 0,yield o}}}
function Xe(e,t){let[n=``,r=``,i]=e.split(` `);if(i===void 0)throw new l(`The object ${n} is ${r} from the clone`,{hint:"Check out again with `fetch-depth: 0` and without `filter`."});let a=Number(i);return{oid:n,type:r,size:a,bytes:a>t?void 0:Buffer.allocUnsafe(a)}}
const Ze=new WeakMap;
async function Qe(e,t){return[...(await Y(e,t)).keys()].sort()}
async function $e(e,t,n,r=104857600){let i=(await Y(e,t)).get(n);if(i!==void 0){if(i.size>r)throw new s(`${n} in ${t} has ${i.size} bytes; at most ${r} are read`);return e.read([`cat-file`,`blob`,i.oid])}}
async function et(e,t,n,r){let i=await Y(e,t),a=[],o=r;for(let e of n){let t=i.get(e);if(t!==void 0){if(o-=t.size,o<0)break;a.push([e,t.oid])}}let s=new Map,c=a.map(([,e])=>e);for await(let{bytes:t}of Je(e,c,r)){let e=a[s.size]?.[0];e!==void 0&&t!==void 0&&s.set(e,t)}return s}
async function tt(e,t){let n=await G(e,t),r=[];for(let t of X(await e.read([`ls-tree`,`-r`,`-z`,n])))t.toString(`latin1`,0,6)===`120000`&&r.push(E(t.subarray(t.indexOf(9)+1)));return r.sort()}
async function Y(e,t){let n=await G(e,t),r=Ze.get(e)??new Map;Ze.set(e,r);let i=r.get(n)??nt(e,n);r.delete(n),r.set(n,i);for(let e of[...r.keys()].slice(0,-4))r.delete(e);return i}
async function nt(e,t){let n=new Map;for(let r of X(await e.read([`ls-tree`,`-r`,`-z`,`--long`,t]))){if(!rt(r))continue;let e=r.indexOf(9),[,,t=``,i]=r.toString(`latin1`,0,e).split(/ +/);n.set(E(r.subarray(e+1)),{oid:t,size:Number(i)})}return n}
function rt(e){return e.toString(`latin1`,0,3)===`100`}
function*X(e){for(let t=0;t<e.length;){let n=e.indexOf(0,t);if(n<0)return;yield e.subarray(t,n),t=n+1}}
async function it(e,t){let n=p(e.folders.common,`shallow`),[r,i]=await Promise.all([O(V(e),F),O(n,F)]);if(!(r===i||i!==void 0&&r?.equals(i)))try{at(n,r)}catch(e){t.debug(`the clone keeps its depth: ${e instanceof Error?e.message:e}`)}}
function at(e,t){let n=`${e}.lock`,r=v(n,`wx`);try{S(r,t??``),t===void 0?b(e,{force:!0}):oe(n,e)}finally{ee(r),b(n,{force:!0})}}
const ot=[`http_proxy`,`https_proxy`,`all_proxy`,`no_proxy`,`HTTPS_PROXY`,`ALL_PROXY`,`NO_PROXY`,`SSL_CERT_FILE`,`SSL_CERT_DIR`,`GIT_SSL_CAINFO`],st=new Set([`localhost`,`127.0.0.1`,`[::1]`]);
async function ct(e,{remote:t,offline:n,environment:r}){if(n)return;if(t?.token!==void 0&&t.token!==``)return dt(t,t.token,r);let i=e.configuredOrigin,a=i===void 0?void 0:await ut(e,i,r);if(i!==void 0&&a!==void 0)return{url:i,env:{GIT_ALLOW_PROTOCOL:a}}}
function lt({configuredOrigin:e}){if(e===void 0||!URL.canParse(e))return e;let t=new URL(e);return t.username=t.password=``,t.href}
async function ut(t,n,r){let i=URL.canParse(n)?new URL(n):void 0;if(i?.protocol===`http:`&&st.has(i.hostname))return`http`;let s=n.startsWith(`/`)?n:i?.protocol===`file:`&&i.host===``?decodeURIComponent(i.pathname):void 0,c=s===void 0?void 0:o(s);if(!(c===void 0||e(await a(t.root,r),c)))return`file`}
function dt({serverUrl:e,repository:t},n,r){let i=URL.canParse(e)?new URL(e):void 0,a=i?.protocol.slice(0,-1);if(i===void 0||a!==`https`&&a!==`http`)throw new s(`The server "${e}" is no http(s) address`);if(!/^[\w.-]+\/[\w.-]+$/.test(t))throw new s(`The repository "${t}" is not of the form owner/name`);let o=`${i.origin}${i.pathname.replace(/\/$/,``)}`,c={GIT_ALLOW_PROTOCOL:a,GIT_CONFIG_COUNT:`1`,GIT_CONFIG_KEY_0:`http.${i.origin}/.extraheader`,GIT_CONFIG_VALUE_0:`Authorization: Basic ${Buffer.from(`x-access-token:${n}`).toString(`base64`)}`};for(let e of ot){let t=r[e];t!==void 0&&(c[e]=t)}return{url:`${o}/${t}`,env:c}}
async function ft(e,{url:t,env:n},r,i){i.debug(`git fetch ${r.options.join(` `)} (${r.refs.length} refs or commits)`);let a=await e.run([`fetch`,`--quiet`,`--no-tags`,`--no-write-fetch-head`,`--no-recurse-submodules`,`--upload-pack=git-upload-pack`,`--stdin`,...r.options,`--end-of-options`,t],{env:n,input:`${r.refs.join(`
`)}\n`,timeoutMs:6e5});return a.exitCode===0&&await it(e,i),a}
const Z=/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
async function pt(e){let t=await ht(p(e.folders.git,`HEAD`));if(Z.test(t))return{commit:t};let n=/^ref: (refs\/heads\/[^\\]+)$/.exec(t)?.[1],r=n===void 0||n.includes(`..`)?``:await mt(e,n);return n!==void 0&&Z.test(r)?{commit:r,ref:n}:gt(e)}
async function mt({folders:e},n){let r=p(e.common,n);if(t(r)?.isDirectory()===!1)return ht(r);let i=(await O(p(e.common,`packed-refs`),16777216))?.toString(`utf8`)??``,a=i.indexOf(` ${n}\n`);return a<0?``:i.slice(i.lastIndexOf(`
`,a)+1,a)}
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
async function Ot(e){if(e.bare)return[];let t=await At(e)??await jt(e),n=[],r=new Map,i=t=>{let n=t.toString(`latin1`),i=r.get(n)??$(e,t);return r.set(n,i),i};for(let{path:r,kind:a}of t)a!==`file`&&((a===`submodule`?$(e,Buffer.concat([r,Buffer.from(`/.git`)])):i(Mt(r))&&$(e,r))||n.push({path:E(r),kind:a}));let a=await Tt(e,t.filter(({kind:e})=>e===`file`).map(({path:e})=>e));return n.push(...a.map(e=>({path:e,kind:`lfs`}))),n.sort((e,t)=>e.path<t.path?-1:1)}
const kt={sparse:`the sparse checkout leaves it out`,submodule:`a submodule that is not checked out`,lfs:`a Git LFS pointer: the content is not in the clone`};
async function At(e){let t=await O(p(e.folders.git,`index`),536870912),n=e.objectFormat===`sha256`?32:20,r=t===void 0?void 0:yt(t,n);if(e.prefix===``)return r;let i=Buffer.from(e.prefix);return r?.filter(({path:e})=>e.subarray(0,i.length).equals(i)).map(({path:e,kind:t})=>({path:e.subarray(i.length),kind:t}))}
async function jt(e){let t=[],n;for(let r of X(await e.read([`ls-files`,`-z`,`-t`,`--stage`]))){let e=r.indexOf(9),[i,a]=r.toString(`latin1`,0,e).split(` `),o=r.subarray(e+1);n?.equals(o)||(n=o,t.push({path:o,kind:a===`160000`?`submodule`:i===`S`?`sparse`:`file`}))}return t}
function Mt(e){return e.subarray(0,Math.max(e.lastIndexOf(`/`),0))}
function $(e,n){return t(Buffer.concat([Buffer.from(`${e.root}/`),n]))!==void 0}
export{E as A,Ue as C,V as D,Ve as E,w as M,T as N,k as O,We as S,B as T,q as _,ct as a,H as b,$e as c,X as d,et as f,K as g,J as h,pt as i,fe as j,de as k,Qe as l,qe as m,Ot as n,ft as o,Je as p,wt as r,lt as s,kt as t,tt as u,U as v,G as w,He as x,W as y};
