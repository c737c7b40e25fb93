import{Jt,te,$e,oe,ii,Fe,Ht,wt,ut,wc,Se,Dc,xr}from"./48-base.js";
import{zc,Cr}from"./36-git-changes.js";
const {createHash:me}=process.getBuiltinModule("node:crypto");
const {delimiter:dr,dirname:Oe,join:ce,relative:Re,resolve:fe,sep:ct}=process.getBuiltinModule("node:path");
const {closeSync:Wt,constants:_e,copyFileSync:Ed,fstatSync:En,mkdirSync:cr,mkdtempSync:Ad,openSync:an,readFileSync:zt,readdirSync:st,renameSync:Hn,rmSync:yt,symlinkSync:Hs,writeFileSync:Dn}=process.getBuiltinModule("node:fs");
const {isUtf8:Bi}=process.getBuiltinModule("node:buffer");
const {devNull:on,tmpdir:On}=process.getBuiltinModule("node:os");
const hv=/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/,Y=/^(?:0{40}|0{64})$/,ff=`0`.repeat(40);
function fn(e){return typeof e==`string`&&hv.test(e)}
function Uc(e){return Y.test(e)}
function ft(e){return e.slice(0,10)}
function rr(e){let t=Buffer.from(e.buffer,e.byteOffset,e.length);if(Bi(t))return t.toString(`utf8`);let n=``;for(let e=0;e<t.length;){let r=Dv(t,e);n+=r===0?String.fromCharCode(56320+(t[e]??0)):t.toString(`utf8`,e,e+r),e+=Math.max(r,1)}return n}
function Dv(e,t){for(let n=1;n<=4&&t+n<=e.length;n++)if(Bi(e.subarray(t,t+n)))return n;return 0}
async function h(e,t){return G(e,t)}
function G(e,t){let n=_e.O_RDONLY|(_e.O_NONBLOCK??0),r;try{r=an(e,n);let i=En(r);return i.isFile()&&i.size<=t?zt(r):void 0}catch{return}finally{r!==void 0&&Wt(r)}}
function ay(e,t,n){let r,i=async i=>{let a,o=new Promise((i,o)=>{a=setTimeout(()=>{r=new oe(`${n} printed nothing for ${Math.round(t/1e3)} s and was stopped`,{hint:"Run `git fsck` in the clone, and check that its disk answers."}),e.kill(),o(r)},t)});try{return await Promise.race([i,o])}catch(e){throw r??e}finally{clearTimeout(a)}};async function*a(){let t=e.stdout[Symbol.asyncIterator]();try{for(;;){let{done:e,value:n}=await i(t.next());if(e===!0)return;yield n}}finally{r===void 0&&await t.return?.()}}let o;return{stdout:a(),get ended(){return o??=i(e.ended),o},kill:()=>e.kill()}}
function jv({program:e,variables:t},{root:n,processes:r,signal:i,quietMs:a=6e5}){let o=({env:e,...r})=>({...r,cwd:n,env:{...t,...e},...i===void 0?{}:{signal:i}}),s=(t,n={})=>r.run(e,[`--no-pager`,...t],{maxBytes:1073741824,timeoutMs:a,...o(n)});return{run:s,read:async(e,t)=>{let n=await s(e,t);if(n.exitCode!==0)throw v(e[0]??`git`,n);return Buffer.from(n.stdout)},stream:(t,n={})=>ay(r.stream(e,[`--no-pager`,...t],o(n)),a,`git ${t[0]??``}`)}}
function v(e,{exitCode:t,stderr:n}){let r=n.trim().split(`
`).slice(0,5);return new oe(`git ${e} ${t===0?`complained`:`ended with exit code ${t}`}: ${r[0]||`it said nothing`}`,{problems:r.slice(1),hint:"Run `git fsck` in the clone; check it out again with `fetch-depth: 0` where objects are missing."})}
const yv=/^\[\s*([\w.-]+)(?:\s+"((?:[^"\\\n]|\\[^\n])*)")?\s*\]/,mv=/^([A-Za-z][A-Za-z0-9-]*)[ \t]*/,Z={n:`
`,t:`	`,b:`\b`};
function Zv(e){let t=[],n=e.replace(/^\ufeff/,``).replaceAll(`\r
`,`
`),r=``;for(;;){if(n=n.replace(/^(?:\s+|[#;][^\n]*)+/,``),n===``)return t;let e=yv.exec(n);if(e!==null){let[t,i=``,a]=e,o=a===void 0?``:`.${a.replace(/\\(.)/g,`$1`)}`;r=`${i.toLowerCase()}${o}`,n=n.slice(t.length);continue}let i=mv.exec(n);if(i===null||r===``)return t;n=n.slice(i[0].length);let a=`${r}.${(i[1]??``).toLowerCase()}`;if(!n.startsWith(`=`)){t.push({key:a,value:`true`});continue}let{value:o,length:s}=ny(n.slice(1));t.push({key:a,value:o}),n=n.slice(1+s)}}
function ny(e){let t=``,n=0,r=!1,i=0;for(;i<e.length&&e[i]!==`
`;i++){let a=e[i]??``;if(a===`"`)r=!r,n=t.length;else if(a===`\\`){let r=e[++i]??``;r!==`
`&&(t+=Z[r]??r),n=t.length}else if(!r&&(a===`#`||a===`;`)){let r=e.indexOf(`
`,i);return{value:t.slice(0,n),length:r<0?e.length:r}}else(r||t!==``||!/\s/.test(a))&&(t+=a,(r||!/\s/.test(a))&&(n=t.length))}return{value:t.slice(0,n),length:i}}
const Sv=new Set([`noop`,`noop-v1`,`preciousobjects`,`relativeworktrees`,`worktreeconfig`]);
async function $v(e){let t=Zv((await h(ce(e,`config`),16777216))?.toString(`utf8`)??``),n=new Map(t.map(({key:e,value:t})=>[e,t])),r=Number(n.get(`core.repositoryformatversion`)??0),i={objectFormat:n.get(`extensions.objectformat`)??`sha1`,refStorage:(n.get(`extensions.refstorage`)??`files`).replace(/:.*$/s,``)},a=t.find(({key:e})=>r>0&&e.startsWith(`extensions.`)&&!Lv(e));if(r!==0&&r!==1||i.objectFormat!==`sha1`&&i.objectFormat!==`sha256`||i.refStorage!==`files`&&i.refStorage!==`reftable`||a!==void 0)throw new oe(`The repository has a format that is not known: ${a?.key??`version ${r}, ${i.objectFormat}, ${i.refStorage}`}`,{hint:`Check it out again with git's default format, or update Assay.`});return{objectFormat:i.objectFormat===`sha256`?`sha256`:`sha1`,refStorage:i.refStorage===`reftable`?`reftable`:`files`,partial:t.some(({key:e,value:t})=>e===`extensions.partialclone`||/^remote\..*\.promisor$/s.test(e)&&!/^(?:false|no|off|0)$/i.test(t)),origin:n.get(`remote.origin.url`)}}
function Lv(e){let t=e.slice(11);return Sv.has(t)||[`objectformat`,`compatobjectformat`,`refstorage`,`partialclone`].includes(t)}
const xv=[`SystemRoot`,`PATHEXT`,`TEMP`,`TMP`];
async function Ko(e,t){let n={PATH:await Fv(e,await ii(t,e)),LC_ALL:`C`,GIT_DIR:on,GIT_CONFIG_GLOBAL:on,GIT_CONFIG_SYSTEM:on,GIT_CONFIG_NOSYSTEM:`1`,GIT_ATTR_NOSYSTEM:`1`,GIT_GRAFT_FILE:on,GIT_NO_REPLACE_OBJECTS:`1`,GIT_NO_LAZY_FETCH:`1`,GIT_ALLOW_PROTOCOL:`none`,GIT_LITERAL_PATHSPECS:`1`,GIT_OPTIONAL_LOCKS:`0`,GIT_TERMINAL_PROMPT:`0`};for(let t of xv){let r=e[t];r!==void 0&&(n[t]=r)}return n}
async function Rv(e,t){let n=await ii(t,e);for await(let{path:r,real:i}of wc(`git`,e))if(!xr(n,i))return{program:r,variables:await Ko(e,t)};throw new oe(`The program git was not found`,{hint:`Install git and put it on PATH; in a container job, install it in the image before the checkout.`})}
async function Fv(e,t){let n=Dc(e),r=n.map(e=>ut(e)??e);return n.filter((e,n)=>!xr(t,r[n]??e)).join(dr)}
const j=65536,gv=/^(?:[A-Z_]+_HEAD|HEAD|branches|commondir|config(?:\.worktree)?|description|FETCH_HEAD|gc\.(?:log|pid)|hooks|info|lfs|logs|modules|objects|packed-refs|refs|reftable|remotes|rr-cache|shallow|svn|worktrees)$/;
async function Gv(e,t){for(let t=e;;t=Oe(t)){let e=wt(ce(t,`.git`));if(e!==void 0)return Kv(t,e.isFile());if(Oe(t)===t)break}if(!(t!==void 0&&t!==e&&Fe(t,e))&&L(e)&&st(e).find(e=>!gv.test(e))===void 0)return{gitFolder:e,commonFolder:e}}
function Qv({workTree:e=``},t){let n=e===``?``:Re(e,t).split(ct).join(`/`);return n===``?``:`${n}/`}
async function Kv(e,t){let n=t?await Jv(e):ce(e,`.git`),r=ut(n);if(r===void 0||R(e,r))throw C(e);let i=await h(ce(r,`commondir`),j),a=i===void 0?r:fe(r,V(i)),o=ut(a);if(o===void 0||R(e,o)||!L(o))throw C(e);return{gitFolder:r,commonFolder:o,workTree:e}}
async function Jv(e){let t=await h(ce(e,`.git`),j),n=/^gitdir: (.+)$/s.exec(t===void 0?``:V(t))?.[1];if(n===void 0)throw C(e);return fe(e,n)}
function R(e,t){return Fe(e,t)&&!Re(e,t).split(ct).includes(`.git`)}
function L(e){let t=t=>Ht(ce(e,t))?.isDirectory()===!0;return Ht(ce(e,`HEAD`))?.isFile()===!0&&t(`objects`)&&t(`refs`)}
function V(e){return e.toString(`utf8`).replace(/\r?\n$/,``)}
function C(e){return new te(`There is a \`.git\` in ${e}, and no git repository behind it`,{hint:"Check the repository out again, or remove the `.git`."})}
const x=268435456,$=/^(?:ref: refs\/[^\n]+|[0-9a-f]{40}|[0-9a-f]{64})\n?$/,bv=[[`core`,`alternateRefsCommand`,`exit 0 #`],[`core`,`askPass`,``],[`core`,`bigFileThreshold`,`512m`],[`core`,`fsmonitor`,`false`],[`core`,`hooksPath`,on],[`core`,`logAllRefUpdates`,`false`],[`core`,`quotePath`,`false`],[`core`,`warnAmbiguousRefs`,`false`],[`advice`,`graftFileDeprecated`,`false`],[`credential`,`helper`,``],[`diff`,`renames`,`true`],[`diff`,`suppressBlankEmpty`,`false`],[`fetch`,`recurseSubmodules`,`false`],[`gc`,`auto`,`0`],[`http`,`followRedirects`,`false`],[`http`,`lowSpeedLimit`,`1`],[`http`,`lowSpeedTime`,`120`],[`http`,`sslVerify`,`true`],[`i18n`,`logOutputEncoding`,`UTF-8`],[`log`,`follow`,`false`],[`log`,`showRoot`,`true`],[`log`,`showSignature`,`false`],[`maintenance`,`auto`,`false`],[`protocol "ext"`,`allow`,`never`]];
async function qv({gitFolder:e,commonFolder:t,workTree:n},r){let i=(await h(ce(e,`HEAD`),65536))?.toString(`utf8`);if(i===void 0||!$.test(i))throw new te(`The repository's HEAD names neither a branch nor a commit`,{hint:`Check the repository out again.`});if(r.refStorage===`reftable`&&e!==t)throw new oe(`The repository is a linked work tree with reftable, which is not read`,{hint:"Run in the main work tree, or clone with `--ref-format=files`."});let a=Yv(),o=await h(ce(t,`shallow`),x),s=[`refs`,`worktrees`,...r.refStorage===`reftable`?[`reftable`]:[]],c=st(e),l=e===t?c:st(t);Dn(ce(a,`config`),kv(r,n===void 0)),Dn(ce(a,`HEAD`),i),o!==void 0&&Dn(ce(a,`shallow`),o);for(let e of s.filter(e=>l.includes(e)))Hs(ce(t,e),ce(a,e),`junction`);l.includes(`packed-refs`)&&H(t,a,`packed-refs`);for(let t of c.filter(e=>e.startsWith(`sharedindex.`)))H(e,a,t);return{GIT_DIR:a,GIT_OBJECT_DIRECTORY:ce(t,`objects`),...n===void 0?{}:{GIT_WORK_TREE:n,GIT_INDEX_FILE:ce(e,`index`)}}}
function kv(e,t){return[...bv,[`core`,`bare`,String(t)],[`core`,`repositoryFormatVersion`,`1`],[`extensions`,`objectFormat`,e.objectFormat],...e.refStorage===`files`?[]:[[`extensions`,`refStorage`,e.refStorage]],...e.partial?[[`extensions`,`partialClone`,`origin`],[`remote "origin"`,`promisor`,`true`]]:[]].map(([e,t,n])=>`[${e}]\n\t${t} = "${Nv(n)}"\n`).join(``)}
function Nv(e){return e.replace(/[\\"]/g,`\\$&`)}
let D,Av=0;
function Yv(){if(D===void 0){let e=Ad(ce(On(),`assay-git-`));process.once(`exit`,()=>yt(e,{recursive:!0,force:!0})),D=e}let e=ce(D,String(Av++));return cr(e),e}
function H(e,t,n){try{Hs(ce(e,n),ce(t,n),`file`)}catch{Ed(ce(e,n),ce(t,n))}}
const g={major:2,minor:32},N=new WeakMap;
function iy(e,{processes:t,signal:n}){let r=N.get(t)??new Map;N.set(t,r);let i=r.get(e.program)??Tv(e,t,n);return r.set(e.program,i),i}
async function Tv({program:e,variables:t},n,r){let{stdout:i}=await n.run(e,[`version`],{env:t,timeoutMs:6e4,...r===void 0?{}:{signal:r}}),a=Buffer.from(i).toString().trim(),o=/(\d+)\.(\d+)/.exec(a),[s,c]=[Number(o?.[1]??0),Number(o?.[2]??0)];if(!(s>g.major||s===g.major&&c>=g.minor))throw new oe(`"${a}" is too old`,{hint:`Install git ${g.major}.${g.minor} or later: older ones can't be kept apart from the machine's configuration.`})}
async function Zt(e){let t=await pa(e);if(t!==void 0)return t;throw new te(`The folder belongs to no git repository`,{hint:"Run actions/checkout before this step, and check `working-directory`."})}
const U=new WeakMap;
function pa(e){let{signal:t,root:n,quietMs:r,environment:i}=e;if(t===void 0)return I(e);let a=U.get(t)??new Map;U.set(t,a);let o=JSON.stringify([n,r,i.GITHUB_WORKSPACE,i.PATH]),s=a.get(o)??I(e);return a.set(o,s),s}
async function I(e){let t=ut(e.root);if(t===void 0||Ht(t)?.isDirectory()!==!0)throw new te(`The folder ${e.root} does not exist`);let n=e.environment.GITHUB_WORKSPACE??``,r=await Gv(t,ut(n));if(r===void 0)return;let i=await $v(r.commonFolder),a=await Rv(e.environment,t),o=qv(r,i);o.catch(()=>{}),await iy(a,e);let s={...a.variables,...await o};return{...jv({...a,variables:s},{...e,root:t}),root:t,prefix:Qv(r,t),bare:r.workTree===void 0,objectFormat:i.objectFormat,partial:i.partial,configuredOrigin:i.origin,folders:{git:r.gitFolder,common:r.commonFolder},variables:s}}
function Go(e){return ce(e.variables.GIT_DIR??e.folders.common,`shallow`)}
async function Wc(e,t=`HEAD`){let n=[`log`,`-1`,`--no-patch`,`--format=%H %ct`,t,`--`],r=await e.run(n);if(r.exitCode!==0){if(await Qe(e,t)===void 0)return;throw v(`log`,r)}let[i=``,a=``]=Buffer.from(r.stdout).toString().trim().split(` `);return{sha:i,committedAt:Xc(a)}}
function Xc(e){return new Date(/^-?\d{1,12}$/.test(e)?Number(e)*1e3:0).toISOString().replace(/\.\d+Z$/,`Z`)}
async function Qe(e,t){let[n]=await ma(e,[t]);return n}
const w=new WeakMap;
async function ma(e,t){let n=w.get(e)??new Set;if(w.set(e,n),t.every(e=>n.has(e)))return t;let r=t.map(e=>/[\n\r\0]|@\{/.test(e)||e===``?`^{commit}`:`${e}^{commit}`),i=(await e.read([`cat-file`,`--batch-check=%(objecttype) %(objectname)`],{input:`${r.join(`
`)}\n`})).toString().split(`
`),a=t.map((e,t)=>/^commit ([0-9a-f]+)$/.exec(i[t]??``)?.[1]);for(let e of a)e!==void 0&&n.add(e);return a}
async function ir(e,t){let n=await Qe(e,t);if(n!==void 0)return n;throw new te(`The clone has no commit "${t}"`,{hint:"Check the name; where the clone is shallow, set `fetch-depth: 0` on actions/checkout."})}
async function Xt(e,t,n){if(t===n&&w.get(e)?.has(t))return t;let r=await e.run([`merge-base`,`--end-of-options`,t,n]);if(r.exitCode===0)return Buffer.from(r.stdout).toString().trim();if(r.exitCode!==1||r.stderr!==``)throw/not a valid|bad object/i.test(r.stderr)?new te(`No merge-base of ${ft(t)} and ${ft(n)}: a commit is missing`,{hint:"Set `fetch-depth: 0` on actions/checkout."}):v(`merge-base`,r)}
async function Hc(e,t,n){return t===n||await Qe(e,n)&&await Xt(e,t,n)===n?!0:`\n${(await e.read([`cat-file`,`commit`,t])).toString(`latin1`).split(`

`,1)[0]}\n`.includes(`\nparent ${n}\n`)}
async function wr(e){return Ht(Go(e))!==void 0}
const _=[`exhaustive rename detection was skipped`,`inexact rename detection was skipped`,`only found copies from modified paths`,`you may want to set your diff.renameLimit`,`See "git help gc" for manual housekeeping`,`Auto packing the repository in background for optimum performance`];
async function Jo(e,t){let n=await e.ended,r=n.stderr.split(`
`).filter(e=>e.trim()!==``).filter(e=>!_.some(t=>e.includes(t)));if(n.exitCode!==0)throw v(t,n);if(r.length>0)throw v(t,{...n,stderr:r.join(`
`)})}
function Ut(e){return new oe(`git printed something that can't be read: ${e}`,{hint:`Report this with the version of git: nothing is scanned past such a place.`})}
function Zo(e){return Buffer.from(e.buffer,e.byteOffset,e.length)}
const A=268435456;
function Yc(){let e=[],t=0,n={chunk:Buffer.alloc(0),at:0,field(r){let{chunk:i,at:a}=n,o=i.indexOf(r,a),s=i.subarray(a,o<0?i.length:o);if(n.at=o<0?i.length:o+1,o>=0&&t===0)return s;if(e.push(s),t+=s.length,t>A)throw Ut(`a field of more than ${A} bytes`);if(o<0)return;let c=Buffer.concat(e);return e=[],t=0,c},get isInside(){return t>0}};return n}
async function*Gc(e,t,n){if(t.length===0)return;let r=t.find(e=>!fn(e));if(r!==void 0)throw new Jt(`"${r}" is no object name`);let i=e.stream([`cat-file`,`--batch`,`--buffer`],{input:`${t.join(`
`)}\n`}),a=Mv(n),o=0,s=!1;try{for await(let e of i.stdout)for(let t of a(Zo(e)))o++,yield t;s=!0}finally{s||i.kill()}if(await Jo(i,`cat-file`),o<t.length)throw new oe(`git cat-file printed ${o} of ${t.length} objects`)}
function Mv(e){let t=Yc(),n,r=0;return function*(i){for(t.chunk=i,t.at=0;t.at<i.length;){if(n===void 0){let i=t.field(10);if(i===void 0)return;n=Cv(i.toString(`latin1`),e),r=0}let a=Math.min(n.size-r,i.length-t.at);if(n.bytes!==void 0&&i.copy(n.bytes,r,t.at,t.at+a),r+=a,t.at+=a,r<n.size||t.at>=i.length)continue;t.at++;let o=n;n=void 0,yield o}}}
function Cv(e,t){let[n=``,r=``,i]=e.split(` `);if(i===void 0)throw new oe(`The object ${n} is ${r} from the clone`,{hint:"Check out again with `fetch-depth: 0` and without `filter`."});let a=Number(i);return{oid:n,type:r,size:a,bytes:a>t?void 0:Buffer.allocUnsafe(a)}}
const q=new WeakMap,B=new WeakMap;
async function vi(e,t){return[...(await y(e,t)).files.keys()].sort()}
async function Tr(e,t,n,r=104857600){let i=(await y(e,t)).files.get(n);if(i!==void 0){if(i.size>r)throw new te(`${n} in ${t} has ${i.size} bytes; at most ${r} are read`);return B.get(e)?.get(i.oid)??P(e,n,i)??e.read([`cat-file`,`blob`,i.oid])}}
async function Xo(e,t,n,r){let{files:i}=await y(e,t),a=new Map,o=[],s=r;for(let t of n){let n=i.get(t);if(n===void 0)continue;if(s-=n.size,s<0)break;let r=P(e,t,n);r===void 0?o.push([t,n.oid]):a.set(t,r)}let c=o.map(([,e])=>e),l=new Map;for await(let{oid:t,bytes:n}of Gc(e,c,r))n!==void 0&&l.set(t,n);for(let[e,t]of o){let n=l.get(t);n!==void 0&&a.set(e,n)}return l.size>0&&B.set(e,l),a}
function P({root:e,bare:t,objectFormat:n},r,{oid:i,size:a}){if(t)return;let o=G(ce(e,r),a);if(o?.length===a)return me(n).update(`blob ${a}\0`).update(o).digest(`hex`)===i?o:void 0}
async function hf(e,t){return(await y(e,t)).links}
async function Yo(e){let t=new Set;for(let n of Er(await e.read([`ls-files`,`-z`,`--stage`])))z(n)&&t.add(rr(n.subarray(n.indexOf(9)+1)));return[...t].sort()}
async function y(e,t){let n=await ir(e,t),r=q.get(e)??new Map;q.set(e,r);let i=r.get(n)??Uv(e,n);r.delete(n),r.set(n,i);for(let e of[...r.keys()].slice(0,-4))r.delete(e);return i}
async function Uv(e,t){let n=new Map,r=[];for(let i of Er(await e.read([`ls-tree`,`-r`,`-z`,`--long`,t]))){let e=i.indexOf(9);if(i.toString(`latin1`,0,6)===`120000`&&r.push(rr(i.subarray(e+1))),!z(i))continue;let[,,t=``,a]=i.toString(`latin1`,0,e).split(/ +/);n.set(rr(i.subarray(e+1)),{oid:t,size:Number(a)})}return{files:n,links:r.sort()}}
function z(e){return e.toString(`latin1`,0,3)===`100`}
function*Er(e){for(let t=0;t<e.length;){let n=e.indexOf(0,t);if(n<0)return;yield e.subarray(t,n),t=n+1}}
async function zv(e,t){let n=ce(e.folders.common,`shallow`),[r,i]=await Promise.all([h(Go(e),x),h(n,x)]);if(!(r===i||i!==void 0&&r?.equals(i)))try{ry(n,r)}catch(e){t.debug(`the clone keeps its depth: ${e instanceof Error?e.message:e}`)}}
function ry(e,t){let n=`${e}.lock`,r=an(n,`wx`);try{Dn(r,t??``),t===void 0?yt(e,{force:!0}):Hn(n,e)}finally{Wt(r),yt(n,{force:!0})}}
const X=[`http_proxy`,`https_proxy`,`all_proxy`,`no_proxy`,`HTTPS_PROXY`,`ALL_PROXY`,`NO_PROXY`,`SSL_CERT_FILE`,`SSL_CERT_DIR`,`GIT_SSL_CAINFO`],ee=new Set([`localhost`,`127.0.0.1`,`[::1]`]);
async function Kc(e,{remote:t,offline:n,environment:r}){if(n)return;if(t?.token!==void 0&&t.token!==``)return cy(t,t.token,r);let i=e.configuredOrigin,a=i===void 0?void 0:await Wv(e,i,r);if(i!==void 0&&a!==void 0)return{url:i,env:{GIT_ALLOW_PROTOCOL:a}}}
function gf({configuredOrigin:e}){if(e===void 0||!URL.canParse(e))return e;let t=new URL(e);return t.username=t.password=``,t.href}
async function Wv(e,t,n){let r=URL.canParse(t)?new URL(t):void 0;if(r?.protocol===`http:`&&ee.has(r.hostname))return`http`;let i=t.startsWith(`/`)?t:r?.protocol===`file:`&&r.host===``?decodeURIComponent(r.pathname):void 0,a=i===void 0?void 0:ut(i);if(!(a===void 0||xr(await ii(e.root,n),a)))return`file`}
function cy({serverUrl:e,repository:t},n,r){let i=URL.canParse(e)?new URL(e):void 0,a=i?.protocol.slice(0,-1);if(i===void 0||a!==`https`&&a!==`http`)throw new te(`The server "${e}" is no http(s) address`);if(!/^[\w.-]+\/[\w.-]+$/.test(t))throw new te(`The repository "${t}" is not of the form owner/name`);let o=`${i.origin}${i.pathname.replace(/\/$/,``)}`,s={GIT_ALLOW_PROTOCOL:a,GIT_CONFIG_COUNT:`1`,GIT_CONFIG_KEY_0:`http.${i.origin}/.extraheader`,GIT_CONFIG_VALUE_0:`Authorization: Basic ${Buffer.from(`x-access-token:${n}`).toString(`base64`)}`};for(let e of X){let t=r[e];t!==void 0&&(s[e]=t)}return{url:`${o}/${t}`,env:s}}
async function qc(e,{url:t,env:n},r,i){i.debug(`git fetch ${r.options.join(` `)} (${r.refs.length} refs or commits)`);let a=await e.run([`fetch`,`--quiet`,`--no-tags`,`--no-write-fetch-head`,`--no-recurse-submodules`,`--upload-pack=git-upload-pack`,`--stdin`,...r.options,`--end-of-options`,t],{env:n,input:`${r.refs.join(`
`)}\n`,timeoutMs:6e5});return a.exitCode===0&&await zv(e,i),a}
const S=/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
async function ga(e){let t=await W(ce(e.folders.git,`HEAD`));if(S.test(t))return{commit:t};let n=/^ref: (refs\/heads\/[^\\]+)$/.exec(t)?.[1],r=n===void 0||n.includes(`..`)?``:await Ov(e,n);return n!==void 0&&S.test(r)?{commit:r,ref:n}:wv(e)}
async function Ov({folders:e},t){let n=ce(e.common,t);if(wt(n)?.isDirectory()===!1)return W(n);let r=(await h(ce(e.common,`packed-refs`),16777216))?.toString(`utf8`)??``,i=r.indexOf(` ${t}\n`);return i<0?``:r.slice(r.lastIndexOf(`
`,i)+1,i)}
async function W(e){return(await h(e,4096))?.toString(`utf8`).trim()??``}
async function wv(e){let t=await e.run([`rev-parse`,`HEAD`,`--symbolic-full-name`,`HEAD`]);if(t.exitCode!==0)return{};let[n=``,r=``]=Buffer.from(t.stdout).toString().trim().split(`
`);return{...S.test(n)&&{commit:n},...r.startsWith(`refs/`)&&{ref:r}}}
const Q=/^([0-9a-f]{40}|[0-9a-f]{64}) \d+ (\d+) (\d+)$/;
async function Vv(e,t,n,r){let i=new Map;if(r.length===0)return i;let a=[`--incremental`,`-w`,`--first-parent`,`--root`,..._v(r)],o=e.stream([`blame`,...a,t,`--`,n]),s=new Map,c=!1,l=setTimeout(()=>{c=!0,o.kill()},2e4),u=``,d=0,f=0,p=e=>{let t=Q.exec(e);if(t!==null)[u,d,f]=[t[1]??``,Number(t[2]),Number(t[3])];else if(e.startsWith(`committer-time `))s.set(u,e.slice(15));else if(e.startsWith(`filename `)){let e={commit:u,seconds:s.get(u)??``};for(let t=d;t<d+f;t++)i.set(t,e)}},m=``;try{for await(let e of o.stdout){let t=(m+Zo(e).toString(`latin1`)).split(`
`);m=t.pop()??``;for(let e of t)p(e)}c||await Jo(o,`blame`)}catch(e){if(!c)throw e}finally{clearTimeout(l)}return i}
function _v(e){return[...new Set(e)].sort((e,t)=>e-t).flatMap(e=>[`-L`,`${e},${e}`])}
function F(e,{line:t,name:n,version:r}){if(r===void 0)return t!==void 0&&t<=e.length?t:void 0;if(t!==void 0){let n=J(e,t-1,r);return n===void 0?void 0:n+1}if(n!==``)for(let t=0;t<e.length;t++){if(e[t]?.includes(n)!==!0)continue;let i=J(e,t,r);if(i!==void 0)return i+1}}
function J(e,t,n){let r=T(e[t]??``);for(let i=t;i<Math.min(e.length,t+400);i++){let a=e[i]??``,o=a.trim()===``||T(a)<r;if(i>t&&(o||T(a)===r&&/^\s*[\]})]/.test(a)))return;if(Iv(a,n))return i}}
function T(e){return e.length-e.trimStart().length}
function Iv(e,t){for(let n=e.indexOf(t);n>=0;n=e.indexOf(t,n+1)){let r=e[n-1]??``,i=e[n+t.length]??``;if(!/[\d.]/.test(r)&&!/\d/.test(i))return!0}return!1}
async function qo(e,t,n){let r=new Map;if(t.length===0)return r;try{let{root:i,processes:a,environment:o,signal:s}=e,c=await pa({root:i,processes:a,environment:o,signal:s}),l=n??(c&&(await ga(c)).commit);if(c===void 0||l===void 0)return r;let u=await zc(c),d=performance.now();for(let[n,i]of Se(t,e=>e.path)){if(performance.now()-d>6e4)break;let t=await Hv(c,l,n,i),a=await Vv(c,l,n,[...t.values()]);for(let[n,i]of t){let t=a.get(i);if(t===void 0||!/^\d{1,12}$/.test(t.seconds))continue;let o=Math.min(Number(t.seconds)*1e3,e.clock.wall().getTime()),{commit:s}=t,c=u.has(s)?`shallow`:`introduced`;r.set(n,{at:new Date(o).toISOString(),commit:s,source:c})}}}catch(t){let n=$e(t);if(n.kind===`internal`||e.signal.aborted)throw t;e.logger.warning(`The history of lockfiles could not be read: ${n.message}`)}return r}
async function mf(e,t){let n=new Map;for(let e of t){let{location:t,subject:r,firstSeen:i,change:a}=e;if(i!==void 0||a===`new`||t?.commit!==void 0||t?.startLine===void 0||r===void 0)continue;let{name:o,version:s}=r;n.set(e,{path:t.path,line:t.startLine,name:o,...s!==void 0&&{version:s}})}let r=await qo(e,[...n.values()]);return t.map(e=>{let t=n.get(e),i=t&&r.get(t);return i===void 0?e:{...e,firstSeen:i.at,clockSource:i.source}})}
async function Hv(e,t,n,r){let i=new Map,a=await Tr(e,t,n,67108864);if(a===void 0)return i;let o=Buffer.from(a).toString(`utf8`).split(`
`),s=0;for(let e of r){let{line:t,...n}=e,r=e.version!==void 0&&s<100,a=F(o,e)??(r?F(o,n):void 0);a===void 0?s++:i.set(e,a)}return i}
async function pf(e,t,n){let r=Cr(t);return r===void 0?[]:(await e.read([`log`,`-z`,`--no-mailmap`,`--max-count=${n}`,`--format=%an <%ae>%n%cn <%ce>`,...r.options],{input:r.input})).toString().split(`\0`).filter(e=>e!==``).map(e=>{let[t=``,n=``]=e.split(`
`);return{author:t,committer:n}})}
const O=16384,k=4095;
function ey(e,t){if(e.length<12+t||e.readUInt32BE(0)!==1145655875)return;let n=e.readUInt32BE(4),r=e.readUInt32BE(8),i=e.length-t;if(n<2||n>4)return;let a=[],o=Buffer.alloc(0),s=0,c=12;for(let l=0;l<r;l++){let r=c;if(c+=40+t+2,c>i)return;let l=e.readUInt32BE(r+24),u=e.readUInt16BE(c-2),d=u&O?e.readUInt16BE(c):0;u&O&&(c+=2);let f=o;if(n===4){let t=ty(e,c),n=e.indexOf(0,t.end);if(n<0||n>=i||t.value>f.length)return;let r=f.subarray(0,f.length-t.value);o=Buffer.concat([r,e.subarray(t.end,n)]),c=n+1}else{let t=u&k,n=t<k?c+t:e.indexOf(0,c);if(n<c||n>=i)return;o=e.subarray(c,n),c=r+(n-r+8&-8)}if(s+=o.length,l===16384||s>268435456)return;if(o.equals(f))continue;let p=l===57344?`submodule`:d&16384?`sparse`:`file`;a.push({path:o,kind:p})}return oy(e,c,i)?a:void 0}
function oy(e,t,n){let r=t;for(;r+8<=n;r+=8+e.readUInt32BE(r+4)){let t=e[r]??0;if(t<65||t>90)return!1}return r===n}
function ty(e,t){let n=t,r=e[n++]??0,i=r&127;for(;r&128&&n<e.length;)r=e[n++]??0,i=(i+1)*128+(r&127);return{value:i,end:n}}
const M=1023,b=Buffer.from(`.gitattributes`),vv=/^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\n(?:[a-z0-9.-]+ [^\n]*\n)*?oid sha256:[0-9a-f]{64}\n(?:[a-z0-9.-]+ [^\n]*\n)*$/;
function ha(e){return e.length<=M&&vv.test(e)}
async function Bv(e,t){if(!await sy(e,t))return[];let n=Buffer.concat(t.flatMap(e=>[e,Buffer.of(0)])),r=[...Er(await e.read([`check-attr`,`-z`,`--stdin`,`filter`],{input:n}))],i=[];for(let t=0;t+2<r.length;t+=3){let[n,a]=[r[t],r[t+2]];if(n===void 0||a?.toString(`latin1`)!==`lfs`)continue;let o=await K(e,n,M);o!==void 0&&ha(o)&&i.push(rr(n))}return i}
async function sy(e,t){let n=t.filter(e=>{let t=e.length-b.length;return t>=0&&e.subarray(t).equals(b)}),r=e.prefix.split(`/`).length-1,i=Array.from({length:r},(e,t)=>Buffer.concat([Buffer.from(`../`.repeat(t+1)),b]));for(let t of[...i,...n]){let n=await K(e,t,1048576);if(n!==void 0&&/\bfilter=lfs\b/.test(n))return!0}return!1}
async function K(e,t,n){return(await h(Buffer.concat([Buffer.from(`${e.root}/`),t]),n))?.toString(`latin1`)}
async function Jc(e){if(e.bare)return[];let t=await Xv(e)??await Ev(e),n=[],r=new Map,i=t=>{let n=t.toString(`latin1`),i=r.get(n)??E(e,t);return r.set(n,i),i};for(let{path:r,kind:a}of t)a!==`file`&&((a===`submodule`?E(e,Buffer.concat([r,Buffer.from(`/.git`)])):i(Pv(r))&&E(e,r))||n.push({path:rr(r),kind:a}));let a=await Bv(e,t.filter(({kind:e})=>e===`file`).map(({path:e})=>e));return n.push(...a.map(e=>({path:e,kind:`lfs`}))),n.sort((e,t)=>e.path<t.path?-1:1)}
const yi={sparse:`the sparse checkout leaves it out`,submodule:`a submodule that is not checked out`,lfs:`a Git LFS pointer: the content is not in the clone`};
async function Xv(e){let t=await h(ce(e.folders.git,`index`),536870912),n=e.objectFormat===`sha256`?32:20,r=t===void 0?void 0:ey(t,n);if(e.prefix===``)return r;let i=Buffer.from(e.prefix);return r?.filter(({path:e})=>e.subarray(0,i.length).equals(i)).map(({path:e,kind:t})=>({path:e.subarray(i.length),kind:t}))}
async function Ev(e){let t=[],n;for(let r of Er(await e.read([`ls-files`,`-z`,`-t`,`--stage`]))){let e=r.indexOf(9),[i,a]=r.toString(`latin1`,0,e).split(` `),o=r.subarray(e+1);n?.equals(o)||(n=o,t.push({path:o,kind:a===`160000`?`submodule`:i===`S`?`sparse`:`file`}))}return t}
function Pv(e){return e.subarray(0,Math.max(e.lastIndexOf(`/`),0))}
function E(e,t){return wt(Buffer.concat([Buffer.from(`${e.root}/`),t]))!==void 0}
export{pa,ma,wr,Hc,rr,Uc,fn,Go,Ko,Xt,ff,ft,Qe,Wc,Gc,qo,Jo,Kc,Tr,vi,Yo,Xo,pf,Zt,ir,qc,Er,Jc,mf,hf,ha,ga,yi,gf,Yc,Xc,Ut,Zo};
