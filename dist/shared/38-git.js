import{te,_e,ce,Bt,Se,Me,Js,nn,Ui,mt,ht,qi,sc}from"./51-base.js";
import{Cc,sr}from"./37-git-changes.js";
const {delimiter:Xn,dirname:Oe,join:le,relative:Fe,resolve:me,sep:nt}=process.getBuiltinModule("node:path");
const {closeSync:Pt,constants:qe,copyFileSync:qu,fstatSync:yn,mkdirSync:Jn,mkdtempSync:Zu,openSync:Zt,readFileSync:At,readdirSync:tt,renameSync:Tr,rmSync:bt,symlinkSync:ys,writeFileSync:Yn}=process.getBuiltinModule("node:fs");
const {isUtf8:gi}=process.getBuiltinModule("node:buffer");
const {devNull:Pn,tmpdir:Dr}=process.getBuiltinModule("node:os");
const _=/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/,G=/^(?:0{40}|0{64})$/,Pd=`0`.repeat(40);
function sn(e){return typeof e==`string`&&_.test(e)}
function Dc(e){return G.test(e)}
function it(e){return e.slice(0,10)}
function cr(e){let t=Buffer.from(e.buffer,e.byteOffset,e.length);if(gi(t))return t.toString(`utf8`);let n=``;for(let e=0;e<t.length;){let r=Ng(t,e);n+=r===0?String.fromCharCode(56320+(t[e]??0)):t.toString(`utf8`,e,e+r),e+=Math.max(r,1)}return n}
function Ng(e,t){for(let n=1;n<=4&&t+n<=e.length;n++)if(gi(e.subarray(t,t+n)))return n;return 0}
function fv(e,t,n){let r,i=async i=>{let a,o=new Promise((i,o)=>{a=setTimeout(()=>{r=new ce(`${n} printed nothing for ${Math.round(t/1e3)} s and was stopped`,{hint:"Run `git fsck` in the clone, and check that its disk answers."}),e.kill(),o(r)},t)});try{return await Promise.race([i,o])}catch(e){throw r??e}finally{clearTimeout(a)}};async function*a(){let t=e.stdout[Symbol.asyncIterator]();try{for(;;){let{done:e,value:n}=await i(t.next());if(e===!0)return;yield n}}finally{r===void 0&&await t.return?.()}}let o;return{stdout:a(),get ended(){return o??=i(e.ended),o},kill:()=>e.kill()}}
function Lg({program:e,variables:t},{root:n,processes:r,signal:i,quietMs:a=6e5}){let o=({env:e,...r})=>({...r,cwd:n,env:{...t,...e},...i===void 0?{}:{signal:i}}),s=(t,n={})=>r.run(e,[`--no-pager`,...t],{maxBytes:1073741824,timeoutMs:a,...o(n)});return{run:s,read:async(e,t)=>{let n=await s(e,t);if(n.exitCode!==0)throw v(e[0]??`git`,n);return Buffer.from(n.stdout)},stream:(t,n={})=>fv(r.stream(e,[`--no-pager`,...t],o(n)),a,`git ${t[0]??``}`)}}
function v(e,{exitCode:t,stderr:n}){let r=n.trim().split(`
`).slice(0,5);return new ce(`git ${e} ${t===0?`complained`:`ended with exit code ${t}`}: ${r[0]||`it said nothing`}`,{problems:r.slice(1),hint:"Run `git fsck` in the clone; check it out again with `fetch-depth: 0` where objects are missing."})}
const Tg=/^\[\s*([\w.-]+)(?:\s+"((?:[^"\\\n]|\\[^\n])*)")?\s*\]/,Q=/^([A-Za-z][A-Za-z0-9-]*)[ \t]*/,q={n:`
`,t:`	`,b:`\b`};
function rv(e){let t=[],n=e.replace(/^\ufeff/,``).replaceAll(`\r
`,`
`),r=``;for(;;){if(n=n.replace(/^(?:\s+|[#;][^\n]*)+/,``),n===``)return t;let e=Tg.exec(n);if(e!==null){let[t,i=``,a]=e,o=a===void 0?``:`.${a.replace(/\\(.)/g,`$1`)}`;r=`${i.toLowerCase()}${o}`,n=n.slice(t.length);continue}let i=Q.exec(n);if(i===null||r===``)return t;n=n.slice(i[0].length);let a=`${r}.${(i[1]??``).toLowerCase()}`;if(!n.startsWith(`=`)){t.push({key:a,value:`true`});continue}let{value:o,length:s}=lv(n.slice(1));t.push({key:a,value:o}),n=n.slice(1+s)}}
function lv(e){let t=``,n=0,r=!1,i=0;for(;i<e.length&&e[i]!==`
`;i++){let a=e[i]??``;if(a===`"`)r=!r,n=t.length;else if(a===`\\`){let r=e[++i]??``;r!==`
`&&(t+=q[r]??r),n=t.length}else if(!r&&(a===`#`||a===`;`)){let r=e.indexOf(`
`,i);return{value:t.slice(0,n),length:r<0?e.length:r}}else(r||t!==``||!/\s/.test(a))&&(t+=a,(r||!/\s/.test(a))&&(n=t.length))}return{value:t.slice(0,n),length:i}}
async function h(e,t){let n=qe.O_RDONLY|(qe.O_NONBLOCK??0),r;try{r=Zt(e,n);let i=yn(r);return i.isFile()&&i.size<=t?At(r):void 0}catch{return}finally{r!==void 0&&Pt(r)}}
const Og=new Set([`noop`,`noop-v1`,`preciousobjects`,`relativeworktrees`,`worktreeconfig`]);
async function ov(e){let t=rv((await h(le(e,`config`),16777216))?.toString(`utf8`)??``),n=new Map(t.map(({key:e,value:t})=>[e,t])),r=Number(n.get(`core.repositoryformatversion`)??0),i={objectFormat:n.get(`extensions.objectformat`)??`sha1`,refStorage:(n.get(`extensions.refstorage`)??`files`).replace(/:.*$/s,``)},a=t.find(({key:e})=>r>0&&e.startsWith(`extensions.`)&&!Ug(e));if(r!==0&&r!==1||i.objectFormat!==`sha1`&&i.objectFormat!==`sha256`||i.refStorage!==`files`&&i.refStorage!==`reftable`||a!==void 0)throw new ce(`The repository has a format that is not known: ${a?.key??`version ${r}, ${i.objectFormat}, ${i.refStorage}`}`,{hint:`Check it out again with git's default format, or update Assay.`});return{objectFormat:i.objectFormat===`sha256`?`sha256`:`sha1`,refStorage:i.refStorage===`reftable`?`reftable`:`files`,partial:t.some(({key:e,value:t})=>e===`extensions.partialclone`||/^remote\..*\.promisor$/s.test(e)&&!/^(?:false|no|off|0)$/i.test(t)),origin:n.get(`remote.origin.url`)}}
function Ug(e){let t=e.slice(11);return Og.has(t)||[`objectformat`,`compatobjectformat`,`refstorage`,`partialclone`].includes(t)}
const Dg=[`SystemRoot`,`PATHEXT`,`TEMP`,`TMP`];
async function Oc(e,t){let n={PATH:await Vg(e,await qi(t,e)),LC_ALL:`C`,GIT_DIR:Pn,GIT_CONFIG_GLOBAL:Pn,GIT_CONFIG_SYSTEM:Pn,GIT_CONFIG_NOSYSTEM:`1`,GIT_ATTR_NOSYSTEM:`1`,GIT_GRAFT_FILE:Pn,GIT_NO_REPLACE_OBJECTS:`1`,GIT_NO_LAZY_FETCH:`1`,GIT_ALLOW_PROTOCOL:`none`,GIT_LITERAL_PATHSPECS:`1`,GIT_OPTIONAL_LOCKS:`0`,GIT_TERMINAL_PROMPT:`0`};for(let t of Dg){let r=e[t];r!==void 0&&(n[t]=r)}return n}
async function Gg(e,t){let n=await qi(t,e);for await(let{path:r,real:i}of sc(`git`,e))if(!Ui(n,i))return{program:r,variables:await Oc(e,t)};throw new ce(`The program git was not found`,{hint:`Install git and put it on PATH; in a container job, install it in the image before the checkout.`})}
async function Vg(e,t){let n=Js(e),r=n.map(e=>ht(e)??e);return n.filter((e,n)=>!Ui(t,r[n]??e)).join(Xn)}
const j=65536,$=/^(?:[A-Z_]+_HEAD|HEAD|branches|commondir|config(?:\.worktree)?|description|FETCH_HEAD|gc\.(?:log|pid)|hooks|info|lfs|logs|modules|objects|packed-refs|refs|reftable|remotes|rr-cache|shallow|svn|worktrees)$/;
async function Qg(e,t){for(let t=e;;t=Oe(t)){let e=mt(le(t,`.git`));if(e!==void 0)return _g(t,e.isFile());if(Oe(t)===t)break}if(!(t!==void 0&&t!==e&&Me(t,e))&&I(e)&&tt(e).find(e=>!$.test(e))===void 0)return{gitFolder:e,commonFolder:e}}
function iv({workTree:e=``},t){let n=e===``?``:Fe(e,t).split(nt).join(`/`);return n===``?``:`${n}/`}
async function _g(e,t){let n=t?await ev(e):le(e,`.git`),r=ht(n);if(r===void 0||L(e,r))throw C(e);let i=await h(le(r,`commondir`),j),a=i===void 0?r:me(r,R(i)),o=ht(a);if(o===void 0||L(e,o)||!I(o))throw C(e);return{gitFolder:r,commonFolder:o,workTree:e}}
async function ev(e){let t=await h(le(e,`.git`),j),n=/^gitdir: (.+)$/s.exec(t===void 0?``:R(t))?.[1];if(n===void 0)throw C(e);return me(e,n)}
function L(e,t){return Me(e,t)&&!Fe(e,t).split(nt).includes(`.git`)}
function I(e){let t=t=>nn(le(e,t))?.isDirectory()===!0;return nn(le(e,`HEAD`))?.isFile()===!0&&t(`objects`)&&t(`refs`)}
function R(e){return e.toString(`utf8`).replace(/\r?\n$/,``)}
function C(e){return new te(`There is a \`.git\` in ${e}, and no git repository behind it`,{hint:"Check the repository out again, or remove the `.git`."})}
const x=268435456,X=/^(?:ref: refs\/[^\n]+|[0-9a-f]{40}|[0-9a-f]{64})\n?$/,Eg=[[`core`,`alternateRefsCommand`,`exit 0 #`],[`core`,`askPass`,``],[`core`,`bigFileThreshold`,`512m`],[`core`,`fsmonitor`,`false`],[`core`,`hooksPath`,Pn],[`core`,`logAllRefUpdates`,`false`],[`core`,`quotePath`,`false`],[`core`,`warnAmbiguousRefs`,`false`],[`advice`,`graftFileDeprecated`,`false`],[`credential`,`helper`,``],[`diff`,`renames`,`true`],[`diff`,`suppressBlankEmpty`,`false`],[`fetch`,`recurseSubmodules`,`false`],[`gc`,`auto`,`0`],[`http`,`followRedirects`,`false`],[`http`,`lowSpeedLimit`,`1`],[`http`,`lowSpeedTime`,`120`],[`http`,`sslVerify`,`true`],[`i18n`,`logOutputEncoding`,`UTF-8`],[`log`,`follow`,`false`],[`log`,`showRoot`,`true`],[`log`,`showSignature`,`false`],[`maintenance`,`auto`,`false`],[`protocol "ext"`,`allow`,`never`]];
async function $g({gitFolder:e,commonFolder:t,workTree:n},r){let i=(await h(le(e,`HEAD`),65536))?.toString(`utf8`);if(i===void 0||!X.test(i))throw new te(`The repository's HEAD names neither a branch nor a commit`,{hint:`Check the repository out again.`});if(r.refStorage===`reftable`&&e!==t)throw new ce(`The repository is a linked work tree with reftable, which is not read`,{hint:"Run in the main work tree, or clone with `--ref-format=files`."});let a=tv(),o=await h(le(t,`shallow`),x),s=[`refs`,`worktrees`,...r.refStorage===`reftable`?[`reftable`]:[]],c=tt(e),l=e===t?c:tt(t);Yn(le(a,`config`),Fg(r,n===void 0)),Yn(le(a,`HEAD`),i),o!==void 0&&Yn(le(a,`shallow`),o);for(let e of s.filter(e=>l.includes(e)))ys(le(t,e),le(a,e),`junction`);l.includes(`packed-refs`)&&z(t,a,`packed-refs`);for(let t of c.filter(e=>e.startsWith(`sharedindex.`)))z(e,a,t);return{GIT_DIR:a,GIT_OBJECT_DIRECTORY:le(t,`objects`),...n===void 0?{}:{GIT_WORK_TREE:n,GIT_INDEX_FILE:le(e,`index`)}}}
function Fg(e,t){return[...Eg,[`core`,`bare`,String(t)],[`core`,`repositoryFormatVersion`,`1`],[`extensions`,`objectFormat`,e.objectFormat],...e.refStorage===`files`?[]:[[`extensions`,`refStorage`,e.refStorage]],...e.partial?[[`extensions`,`partialClone`,`origin`],[`remote "origin"`,`promisor`,`true`]]:[]].map(([e,t,n])=>`[${e}]\n\t${t} = "${zg(n)}"\n`).join(``)}
function zg(e){return e.replace(/[\\"]/g,`\\$&`)}
let D,Ig=0;
function tv(){if(D===void 0){let e=Zu(le(Dr(),`assay-git-`));process.once(`exit`,()=>bt(e,{recursive:!0,force:!0})),D=e}let e=le(D,String(Ig++));return Jn(e),e}
function z(e,t,n){try{ys(le(e,n),le(t,n),`file`)}catch{qu(le(e,n),le(t,n))}}
const g={major:2,minor:32},N=new WeakMap;
function dv(e,{processes:t,signal:n}){let r=N.get(t)??new Map;N.set(t,r);let i=r.get(e.program)??jg(e,t,n);return r.set(e.program,i),i}
async function jg({program:e,variables:t},n,r){let{stdout:i}=await n.run(e,[`version`],{env:t,timeoutMs:6e4,...r===void 0?{}:{signal:r}}),a=Buffer.from(i).toString().trim(),o=/(\d+)\.(\d+)/.exec(a),[s,c]=[Number(o?.[1]??0),Number(o?.[2]??0)];if(!(s>g.major||s===g.major&&c>=g.minor))throw new ce(`"${a}" is too old`,{hint:`Install git ${g.major}.${g.minor} or later: older ones can't be kept apart from the machine's configuration.`})}
async function En(e){let t=await Ao(e);if(t!==void 0)return t;throw new te(`The folder belongs to no git repository`,{hint:"Run actions/checkout before this step, and check `working-directory`."})}
const B=new WeakMap;
function Ao(e){let{signal:t,root:n,quietMs:r,environment:i}=e;if(t===void 0)return F(e);let a=B.get(t)??new Map;B.set(t,a);let o=JSON.stringify([n,r,i.GITHUB_WORKSPACE,i.PATH]),s=a.get(o)??F(e);return a.set(o,s),s}
async function F(e){let t=ht(e.root);if(t===void 0||nn(t)?.isDirectory()!==!0)throw new te(`The folder ${e.root} does not exist`);let n=e.environment.GITHUB_WORKSPACE??``,r=await Qg(t,ht(n));if(r===void 0)return;let i=await ov(r.commonFolder),a=await Gg(e.environment,t),o=$g(r,i);o.catch(()=>{}),await dv(a,e);let s={...a.variables,...await o};return{...Lg({...a,variables:s},{...e,root:t}),root:t,prefix:iv(r,t),bare:r.workTree===void 0,objectFormat:i.objectFormat,partial:i.partial,configuredOrigin:i.origin,folders:{git:r.gitFolder,common:r.commonFolder},variables:s}}
function ko(e){return le(e.variables.GIT_DIR??e.folders.common,`shallow`)}
async function Lc(e,t=`HEAD`){let n=[`log`,`-1`,`--no-patch`,`--format=%H %ct`,t,`--`],r=await e.run(n);if(r.exitCode!==0){if(await Ye(e,t)===void 0)return;throw v(`log`,r)}let[i=``,a=``]=Buffer.from(r.stdout).toString().trim().split(` `);return{sha:i,committedAt:Ec(a)}}
function Ec(e){return new Date(/^-?\d{1,12}$/.test(e)?Number(e)*1e3:0).toISOString().replace(/\.\d+Z$/,`Z`)}
async function Ye(e,t){let[n]=await $i(e,[t]);return n}
const w=new WeakMap;
async function $i(e,t){let n=w.get(e)??new Set;if(w.set(e,n),t.every(e=>n.has(e)))return t;let r=t.map(e=>/[\n\r\0]|@\{/.test(e)||e===``?`^{commit}`:`${e}^{commit}`),i=(await e.read([`cat-file`,`--batch-check=%(objecttype) %(objectname)`],{input:`${r.join(`
`)}\n`})).toString().split(`
`),a=t.map((e,t)=>/^commit ([0-9a-f]+)$/.exec(i[t]??``)?.[1]);for(let e of a)e!==void 0&&n.add(e);return a}
async function Zr(e,t){let n=await Ye(e,t);if(n!==void 0)return n;throw new te(`The clone has no commit "${t}"`,{hint:"Check the name; where the clone is shallow, set `fetch-depth: 0` on actions/checkout."})}
async function on(e,t,n){if(t===n&&w.get(e)?.has(t))return t;let r=await e.run([`merge-base`,`--end-of-options`,t,n]);if(r.exitCode===0)return Buffer.from(r.stdout).toString().trim();if(r.exitCode!==1||r.stderr!==``)throw/not a valid|bad object/i.test(r.stderr)?new te(`No merge-base of ${it(t)} and ${it(n)}: a commit is missing`,{hint:"Set `fetch-depth: 0` on actions/checkout."}):v(`merge-base`,r)}
async function kc(e,t,n){return t===n||await Ye(e,n)&&await on(e,t,n)===n?!0:`\n${(await e.read([`cat-file`,`commit`,t])).toString(`latin1`).split(`

`,1)[0]}\n`.includes(`\nparent ${n}\n`)}
async function Xr(e){return nn(ko(e))!==void 0}
const Y=[`exhaustive rename detection was skipped`,`inexact rename detection was skipped`,`only found copies from modified paths`,`you may want to set your diff.renameLimit`,`See "git help gc" for manual housekeeping`,`Auto packing the repository in background for optimum performance`];
async function No(e,t){let n=await e.ended,r=n.stderr.split(`
`).filter(e=>e.trim()!==``).filter(e=>!Y.some(t=>e.includes(t)));if(n.exitCode!==0)throw v(t,n);if(r.length>0)throw v(t,{...n,stderr:r.join(`
`)})}
function Mt(e){return new ce(`git printed something that can't be read: ${e}`,{hint:`Report this with the version of git: nothing is scanned past such a place.`})}
function Mo(e){return Buffer.from(e.buffer,e.byteOffset,e.length)}
const A=268435456;
function Ac(){let e=[],t=0,n={chunk:Buffer.alloc(0),at:0,field(r){let{chunk:i,at:a}=n,o=i.indexOf(r,a),s=i.subarray(a,o<0?i.length:o);if(n.at=o<0?i.length:o+1,o>=0&&t===0)return s;if(e.push(s),t+=s.length,t>A)throw Mt(`a field of more than ${A} bytes`);if(o<0)return;let c=Buffer.concat(e);return e=[],t=0,c},get isInside(){return t>0}};return n}
async function*Pc(e,t,n){if(t.length===0)return;let r=t.find(e=>!sn(e));if(r!==void 0)throw new Bt(`"${r}" is no object name`);let i=e.stream([`cat-file`,`--batch`,`--buffer`],{input:`${t.join(`
`)}\n`}),a=Rg(n),o=0,s=!1;try{for await(let e of i.stdout)for(let t of a(Mo(e)))o++,yield t;s=!0}finally{s||i.kill()}if(await No(i,`cat-file`),o<t.length)throw new ce(`git cat-file printed ${o} of ${t.length} objects`)}
function Rg(e){let t=Ac(),n,r=0;return function*(i){for(t.chunk=i,t.at=0;t.at<i.length;){if(n===void 0){let i=t.field(10);if(i===void 0)return;n=kg(i.toString(`latin1`),e),r=0}let a=Math.min(n.size-r,i.length-t.at);if(n.bytes!==void 0&&i.copy(n.bytes,r,t.at,t.at+a),r+=a,t.at+=a,r<n.size||t.at>=i.length)continue;t.at++;let o=n;n=void 0,yield o}}}
function kg(e,t){let[n=``,r=``,i]=e.split(` `);if(i===void 0)throw new ce(`The object ${n} is ${r} from the clone`,{hint:"Check out again with `fetch-depth: 0` and without `filter`."});let a=Number(i);return{oid:n,type:r,size:a,bytes:a>t?void 0:Buffer.allocUnsafe(a)}}
const U=new WeakMap;
async function Nc(e,t){return[...(await y(e,t)).files.keys()].sort()}
async function Oo(e,t,n,r=104857600){let i=(await y(e,t)).files.get(n);if(i!==void 0){if(i.size>r)throw new te(`${n} in ${t} has ${i.size} bytes; at most ${r} are read`);return e.read([`cat-file`,`blob`,i.oid])}}
async function Fd(e,t,n,r){let{files:i}=await y(e,t),a=[],o=r;for(let e of n){let t=i.get(e);if(t!==void 0){if(o-=t.size,o<0)break;a.push([e,t.oid])}}let s=new Map,c=a.map(([,e])=>e);for await(let{bytes:t}of Pc(e,c,r)){let e=a[s.size]?.[0];e!==void 0&&t!==void 0&&s.set(e,t)}return s}
async function Rd(e,t){return(await y(e,t)).links}
async function y(e,t){let n=await Zr(e,t),r=U.get(e)??new Map;U.set(e,r);let i=r.get(n)??Xg(e,n);r.delete(n),r.set(n,i);for(let e of[...r.keys()].slice(0,-4))r.delete(e);return i}
async function Xg(e,t){let n=new Map,r=[];for(let i of Qr(await e.read([`ls-tree`,`-r`,`-z`,`--long`,t]))){let e=i.indexOf(9);if(i.toString(`latin1`,0,6)===`120000`&&r.push(cr(i.subarray(e+1))),!Wg(i))continue;let[,,t=``,a]=i.toString(`latin1`,0,e).split(/ +/);n.set(cr(i.subarray(e+1)),{oid:t,size:Number(a)})}return{files:n,links:r.sort()}}
function Wg(e){return e.toString(`latin1`,0,3)===`100`}
function*Qr(e){for(let t=0;t<e.length;){let n=e.indexOf(0,t);if(n<0)return;yield e.subarray(t,n),t=n+1}}
async function Kg(e,t){let n=le(e.folders.common,`shallow`),[r,i]=await Promise.all([h(ko(e),x),h(n,x)]);if(!(r===i||i!==void 0&&r?.equals(i)))try{uv(n,r)}catch(e){t.debug(`the clone keeps its depth: ${e instanceof Error?e.message:e}`)}}
function uv(e,t){let n=`${e}.lock`,r=Zt(n,`wx`);try{Yn(r,t??``),t===void 0?bt(e,{force:!0}):Tr(n,e)}finally{Pt(r),bt(n,{force:!0})}}
const K=[`http_proxy`,`https_proxy`,`all_proxy`,`no_proxy`,`HTTPS_PROXY`,`ALL_PROXY`,`NO_PROXY`,`SSL_CERT_FILE`,`SSL_CERT_DIR`,`GIT_SSL_CAINFO`],Z=new Set([`localhost`,`127.0.0.1`,`[::1]`]);
async function Mc(e,{remote:t,offline:n,environment:r}){if(n)return;if(t?.token!==void 0&&t.token!==``)return hv(t,t.token,r);let i=e.configuredOrigin,a=i===void 0?void 0:await Zg(e,i,r);if(i!==void 0&&a!==void 0)return{url:i,env:{GIT_ALLOW_PROTOCOL:a}}}
function zd({configuredOrigin:e}){if(e===void 0||!URL.canParse(e))return e;let t=new URL(e);return t.username=t.password=``,t.href}
async function Zg(e,t,n){let r=URL.canParse(t)?new URL(t):void 0;if(r?.protocol===`http:`&&Z.has(r.hostname))return`http`;let i=t.startsWith(`/`)?t:r?.protocol===`file:`&&r.host===``?decodeURIComponent(r.pathname):void 0,a=i===void 0?void 0:ht(i);if(!(a===void 0||Ui(await qi(e.root,n),a)))return`file`}
function hv({serverUrl:e,repository:t},n,r){let i=URL.canParse(e)?new URL(e):void 0,a=i?.protocol.slice(0,-1);if(i===void 0||a!==`https`&&a!==`http`)throw new te(`The server "${e}" is no http(s) address`);if(!/^[\w.-]+\/[\w.-]+$/.test(t))throw new te(`The repository "${t}" is not of the form owner/name`);let o=`${i.origin}${i.pathname.replace(/\/$/,``)}`,s={GIT_ALLOW_PROTOCOL:a,GIT_CONFIG_COUNT:`1`,GIT_CONFIG_KEY_0:`http.${i.origin}/.extraheader`,GIT_CONFIG_VALUE_0:`Authorization: Basic ${Buffer.from(`x-access-token:${n}`).toString(`base64`)}`};for(let e of K){let t=r[e];t!==void 0&&(s[e]=t)}return{url:`${o}/${t}`,env:s}}
async function Fc(e,{url:t,env:n},r,i){i.debug(`git fetch ${r.options.join(` `)} (${r.refs.length} refs or commits)`);let a=await e.run([`fetch`,`--quiet`,`--no-tags`,`--no-write-fetch-head`,`--no-recurse-submodules`,`--upload-pack=git-upload-pack`,`--stdin`,...r.options,`--end-of-options`,t],{env:n,input:`${r.refs.join(`
`)}\n`,timeoutMs:6e5});return a.exitCode===0&&await Kg(e,i),a}
const S=/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
async function jo(e){let t=await V(le(e.folders.git,`HEAD`));if(S.test(t))return{commit:t};let n=/^ref: (refs\/heads\/[^\\]+)$/.exec(t)?.[1],r=n===void 0||n.includes(`..`)?``:await Pg(e,n);return n!==void 0&&S.test(r)?{commit:r,ref:n}:Ag(e)}
async function Pg({folders:e},t){let n=le(e.common,t);if(mt(n)?.isDirectory()===!1)return V(n);let r=(await h(le(e.common,`packed-refs`),16777216))?.toString(`utf8`)??``,i=r.indexOf(` ${t}\n`);return i<0?``:r.slice(r.lastIndexOf(`
`,i)+1,i)}
async function V(e){return(await h(e,4096))?.toString(`utf8`).trim()??``}
async function Ag(e){let t=await e.run([`rev-parse`,`HEAD`,`--symbolic-full-name`,`HEAD`]);if(t.exitCode!==0)return{};let[n=``,r=``]=Buffer.from(t.stdout).toString().trim().split(`
`);return{...S.test(n)&&{commit:n},...r.startsWith(`refs/`)&&{ref:r}}}
const J=/^([0-9a-f]{40}|[0-9a-f]{64}) \d+ (\d+) (\d+)$/;
async function Jg(e,t,n,r){let i=new Map;if(r.length===0)return i;let a=[`--incremental`,`-w`,`--first-parent`,`--root`,...av(r)],o=e.stream([`blame`,...a,t,`--`,n]),s=new Map,c=!1,l=setTimeout(()=>{c=!0,o.kill()},2e4),u=``,d=0,f=0,p=e=>{let t=J.exec(e);if(t!==null)[u,d,f]=[t[1]??``,Number(t[2]),Number(t[3])];else if(e.startsWith(`committer-time `))s.set(u,e.slice(15));else if(e.startsWith(`filename `)){let e={commit:u,seconds:s.get(u)??``};for(let t=d;t<d+f;t++)i.set(t,e)}},m=``;try{for await(let e of o.stdout){let t=(m+Mo(e).toString(`latin1`)).split(`
`);m=t.pop()??``;for(let e of t)p(e)}c||await No(o,`blame`)}catch(e){if(!c)throw e}finally{clearTimeout(l)}return i}
function av(e){return[...new Set(e)].sort((e,t)=>e-t).flatMap(e=>[`-L`,`${e},${e}`])}
function P(e,{line:t,name:n,version:r}){if(r===void 0)return t!==void 0&&t<=e.length?t:void 0;if(t!==void 0){let n=W(e,t-1,r);return n===void 0?void 0:n+1}if(n!==``)for(let t=0;t<e.length;t++){if(e[t]?.includes(n)!==!0)continue;let i=W(e,t,r);if(i!==void 0)return i+1}}
function W(e,t,n){let r=T(e[t]??``);for(let i=t;i<Math.min(e.length,t+400);i++){let a=e[i]??``,o=a.trim()===``||T(a)<r;if(i>t&&(o||T(a)===r&&/^\s*[\]})]/.test(a)))return;if(Hg(a,n))return i}}
function T(e){return e.length-e.trimStart().length}
function Hg(e,t){for(let n=e.indexOf(t);n>=0;n=e.indexOf(t,n+1)){let r=e[n-1]??``,i=e[n+t.length]??``;if(!/[\d.]/.test(r)&&!/\d/.test(i))return!0}return!1}
async function jc(e,t,n){let r=new Map;if(t.length===0)return r;try{let{root:i,processes:a,environment:o,signal:s}=e,c=await Ao({root:i,processes:a,environment:o,signal:s}),l=n??(c&&(await jo(c)).commit);if(c===void 0||l===void 0)return r;let u=await Cc(c),d=performance.now();for(let[n,i]of Se(t,e=>e.path)){if(performance.now()-d>6e4)break;let t=await Yg(c,l,n,i),a=await Jg(c,l,n,[...t.values()]);for(let[n,i]of t){let t=a.get(i);if(t===void 0||!/^\d{1,12}$/.test(t.seconds))continue;let o=Math.min(Number(t.seconds)*1e3,e.clock.wall().getTime()),{commit:s}=t,c=u.has(s)?`shallow`:`introduced`;r.set(n,{at:new Date(o).toISOString(),commit:s,source:c})}}}catch(t){let n=_e(t);if(n.kind===`internal`||e.signal.aborted)throw t;e.logger.warning(`The history of lockfiles could not be read: ${n.message}`)}return r}
async function Ld(e,t){let n=new Map;for(let e of t){let{location:t,subject:r,firstSeen:i,change:a}=e;if(i!==void 0||a===`new`||t?.commit!==void 0||t?.startLine===void 0||r===void 0)continue;let{name:o,version:s}=r;n.set(e,{path:t.path,line:t.startLine,name:o,...s!==void 0&&{version:s}})}let r=await jc(e,[...n.values()]);return t.map(e=>{let t=n.get(e),i=t&&r.get(t);return i===void 0?e:{...e,firstSeen:i.at,clockSource:i.source}})}
async function Yg(e,t,n,r){let i=new Map,a=await Oo(e,t,n,67108864);if(a===void 0)return i;let o=Buffer.from(a).toString(`utf8`).split(`
`),s=0;for(let e of r){let{line:t,...n}=e,r=e.version!==void 0&&s<100,a=P(o,e)??(r?P(o,n):void 0);a===void 0?s++:i.set(e,a)}return i}
async function Id(e,t,n){let r=sr(t);return r===void 0?[]:(await e.read([`log`,`-z`,`--no-mailmap`,`--max-count=${n}`,`--format=%an <%ae>%n%cn <%ce>`,...r.options],{input:r.input})).toString().split(`\0`).filter(e=>e!==``).map(e=>{let[t=``,n=``]=e.split(`
`);return{author:t,committer:n}})}
const O=16384,k=4095;
function sv(e,t){if(e.length<12+t||e.readUInt32BE(0)!==1145655875)return;let n=e.readUInt32BE(4),r=e.readUInt32BE(8),i=e.length-t;if(n<2||n>4)return;let a=[],o=Buffer.alloc(0),s=0,c=12;for(let l=0;l<r;l++){let r=c;if(c+=40+t+2,c>i)return;let l=e.readUInt32BE(r+24),u=e.readUInt16BE(c-2),d=u&O?e.readUInt16BE(c):0;u&O&&(c+=2);let f=o;if(n===4){let t=cv(e,c),n=e.indexOf(0,t.end);if(n<0||n>=i||t.value>f.length)return;let r=f.subarray(0,f.length-t.value);o=Buffer.concat([r,e.subarray(t.end,n)]),c=n+1}else{let t=u&k,n=t<k?c+t:e.indexOf(0,c);if(n<c||n>=i)return;o=e.subarray(c,n),c=r+(n-r+8&-8)}if(s+=o.length,l===16384||s>268435456)return;if(o.equals(f))continue;let p=l===57344?`submodule`:d&16384?`sparse`:`file`;a.push({path:o,kind:p})}return pv(e,c,i)?a:void 0}
function pv(e,t,n){let r=t;for(;r+8<=n;r+=8+e.readUInt32BE(r+4)){let t=e[r]??0;if(t<65||t>90)return!1}return r===n}
function cv(e,t){let n=t,r=e[n++]??0,i=r&127;for(;r&128&&n<e.length;)r=e[n++]??0,i=(i+1)*128+(r&127);return{value:i,end:n}}
const M=1023,b=Buffer.from(`.gitattributes`),ee=/^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\n(?:[a-z0-9.-]+ [^\n]*\n)*?oid sha256:[0-9a-f]{64}\n(?:[a-z0-9.-]+ [^\n]*\n)*$/;
function ea(e){return e.length<=M&&ee.test(e)}
async function qg(e,t){if(!await mv(e,t))return[];let n=Buffer.concat(t.flatMap(e=>[e,Buffer.of(0)])),r=[...Qr(await e.read([`check-attr`,`-z`,`--stdin`,`filter`],{input:n}))],i=[];for(let t=0;t+2<r.length;t+=3){let[n,a]=[r[t],r[t+2]];if(n===void 0||a?.toString(`latin1`)!==`lfs`)continue;let o=await H(e,n,M);o!==void 0&&ea(o)&&i.push(cr(n))}return i}
async function mv(e,t){let n=t.filter(e=>{let t=e.length-b.length;return t>=0&&e.subarray(t).equals(b)}),r=e.prefix.split(`/`).length-1,i=Array.from({length:r},(e,t)=>Buffer.concat([Buffer.from(`../`.repeat(t+1)),b]));for(let t of[...i,...n]){let n=await H(e,t,1048576);if(n!==void 0&&/\bfilter=lfs\b/.test(n))return!0}return!1}
async function H(e,t,n){return(await h(Buffer.concat([Buffer.from(`${e.root}/`),t]),n))?.toString(`latin1`)}
async function Ic(e){if(e.bare)return[];let t=await nv(e)??await Mg(e),n=[],r=new Map,i=t=>{let n=t.toString(`latin1`),i=r.get(n)??E(e,t);return r.set(n,i),i};for(let{path:r,kind:a}of t)a!==`file`&&((a===`submodule`?E(e,Buffer.concat([r,Buffer.from(`/.git`)])):i(Bg(r))&&E(e,r))||n.push({path:cr(r),kind:a}));let a=await qg(e,t.filter(({kind:e})=>e===`file`).map(({path:e})=>e));return n.push(...a.map(e=>({path:e,kind:`lfs`}))),n.sort((e,t)=>e.path<t.path?-1:1)}
const _r={sparse:`the sparse checkout leaves it out`,submodule:`a submodule that is not checked out`,lfs:`a Git LFS pointer: the content is not in the clone`};
async function nv(e){let t=await h(le(e.folders.git,`index`),536870912),n=e.objectFormat===`sha256`?32:20,r=t===void 0?void 0:sv(t,n);if(e.prefix===``)return r;let i=Buffer.from(e.prefix);return r?.filter(({path:e})=>e.subarray(0,i.length).equals(i)).map(({path:e,kind:t})=>({path:e.subarray(i.length),kind:t}))}
async function Mg(e){let t=[],n;for(let r of Qr(await e.read([`ls-files`,`-z`,`-t`,`--stage`]))){let e=r.indexOf(9),[i,a]=r.toString(`latin1`,0,e).split(` `),o=r.subarray(e+1);n?.equals(o)||(n=o,t.push({path:o,kind:a===`160000`?`submodule`:i===`S`?`sparse`:`file`}))}return t}
function Bg(e){return e.subarray(0,Math.max(e.lastIndexOf(`/`),0))}
function E(e,t){return mt(Buffer.concat([Buffer.from(`${e.root}/`),t]))!==void 0}
export{En,Ec,on,Xr,Dc,sn,it,Oc,Pd,Zr,cr,$i,kc,Ac,jc,Mt,Mc,Oo,Nc,Pc,Fd,Id,ko,Ao,Fc,Qr,Ic,Ld,Rd,ea,jo,_r,zd,Mo,Lc,Ye,No};
