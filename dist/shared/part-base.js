import{r as e}from"./rolldown-runtime.js";
import{t}from"./npm-picomatch.js";
import{createHash as n,randomBytes as r,randomInt as i}from"node:crypto";
import{access as a,constants as o,copyFile as s,lstat as c,open as l,readFile as u,readdir as d,readlink as f,realpath as p,rename as m,rm as h,stat as g,symlink as _,writeFile as v}from"node:fs/promises";
import{basename as y,delimiter as b,dirname as x,isAbsolute as ee,join as S,parse as te,relative as C,resolve as w,sep as T}from"node:path";
import{closeSync as ne,constants as re,fstatSync as ie,mkdirSync as ae,mkdtempSync as oe,openSync as se,readFileSync as ce,readdirSync as le,realpathSync as ue,renameSync as de,rmSync as fe,statSync as pe,writeFileSync as me}from"node:fs";
import{setImmediate as he,setTimeout as ge}from"node:timers/promises";
import{isUtf8 as _e}from"node:buffer";
import{devNull as ve,tmpdir as ye}from"node:os";
import{setFlagsFromString as be}from"node:v8";
function xe(){let e=new Map;return{once(t,n){let r=e.get(t);if(r!==void 0)return r;let i=n();return e.set(t,i),i}}}
function E(e){return typeof e==`object`&&!!e&&!Array.isArray(e)}
const Se={kind:`trusted`};
function Ce(e){if(e===null)return Se;let{payload:t}=e,n=()=>Ae({branch:D(t,`repository.default_branch`)});switch(e.name){case`pull_request`:case`pull_request_review`:case`pull_request_review_comment`:return Ee(O(t,`pull_request`),n());case`pull_request_target`:{let{base:e}=je(Ee(O(t,`pull_request`),n()));return{kind:`outside-change`,base:e}}case`merge_group`:return{kind:`inside-change`,base:Me(D(t,`merge_group.base_ref`),D(t,`merge_group.base_sha`))};case`issue_comment`:return E(O(t,`issue.pull_request`))?n():Se;case`workflow_run`:return Oe(t,n());case`check_run`:return ke(O(t,`check_run.check_suite.pull_requests`),n());case`check_suite`:return ke(O(t,`check_suite.pull_requests`),n());case`deployment`:case`deployment_status`:case`status`:return n();default:return E(O(t,`pull_request`))?Ee(O(t,`pull_request`),n()):Se}}
function we(e){return Ce(e).kind===`outside-change`}
function Te(e){let t=Ne(O(e,`base.repo`));return t===void 0||Ne(O(e,`head.repo`))!==t}
function Ee(e,t){if(!E(O(e,`base`)))return t;let n=Me(D(e,`base.ref`),D(e,`base.sha`)),r=D(e,`user.login`)===`dependabot[bot]`;return{kind:Te(e)||r?`outside-change`:`inside-change`,base:n}}
const De=new Map([[`pull_request`,`inside-change`],[`pull_request_review`,`inside-change`],[`pull_request_review_comment`,`inside-change`],[`merge_group`,`inside-change`],[`pull_request_target`,`outside-change`],[`issue_comment`,`outside-change`],[`workflow_run`,`outside-change`],[`check_run`,`outside-change`],[`check_suite`,`outside-change`],[`deployment`,`outside-change`],[`deployment_status`,`outside-change`],[`status`,`outside-change`]]);
function Oe(e,t){let n=O(e,`workflow_run`),r=Ne(O(e,`repository`));if(r===void 0||Ne(O(n,`head_repository`))!==r)return t;let i=De.get(D(n,`event`)??``);if(i===void 0)return D(n,`event`)===void 0?t:Se;let[a]=Pe(n,`pull_requests`),{base:o}=je(t);return{kind:D(n,`actor.login`)===`dependabot[bot]`?`outside-change`:i,base:a===void 0?o:Me(D(a,`base.ref`),D(a,`base.sha`))}}
function ke(e,t){let[n,...r]=Array.isArray(e)?e:[],i=D(n,`base.repo.url`);return i===void 0||D(n,`head.repo.url`)!==i||r.length>0?t:{kind:`inside-change`,base:Me(D(n,`base.ref`),D(n,`base.sha`))}}
function Ae(e){return{kind:`outside-change`,base:Me(e.branch,void 0)}}
function je(e){return e.kind===`trusted`?{base:{}}:e}
function Me(e,t){let n=e?.replace(/^refs\/heads\//,``);return{...n!==void 0&&{branch:n},...t!==void 0&&{sha:t}}}
function Ne(e){return D(e,`full_name`)?.toLowerCase()}
function D(e,t){let n=O(e,t);return typeof n==`string`&&n!==``?n:void 0}
function Pe(e,t){let n=O(e,t);return Array.isArray(n)?n:[]}
function O(e,t){return t.split(`.`).reduce((e,t)=>E(e)&&Object.hasOwn(e,t)?e[t]:void 0,e)}
function Fe(e){return e}
const k=[`critical`,`high`,`medium`,`low`,`info`];
function Ie(e,t){return k.indexOf(e)-k.indexOf(t)}
function Le(e,t){return Ie(e,t)<=0}
const Re={text:{file:`report.txt`,stdout:!0},json:{file:`report.json`,stdout:!0},sarif:{file:`report.sarif`,stdout:!0},summary:{file:`summary.md`,stdout:!0},comment:{file:`comment.md`,stdout:!1},html:{file:`report.html`,stdout:!0},junit:{file:`report.junit.xml`,stdout:!0}},ze=Object.keys(Re),Be=ze.filter(e=>Re[e].stdout);
function Ve(e){return Re[e].file}
const He={config:{type:`path`,outside:!0,description:"The config file, which may lie anywhere. Where it is not given, `.github/assay.yml` or `assay.yml` is read if it is there; both at once are an error."},"working-directory":{type:`path`,default:`.`,outside:!0,description:"The folder to look at. Other paths are relative to it, but for `report-directory`."},"fail-on":{type:`choice`,choices:[...k,`never`],default:`medium`,configKey:`fail-on`,loosened:{toward:[...k.toReversed(),`never`]},description:`The least severity of a finding that fails the run.`},rule:{type:`list`,default:[],description:"What findings of a rule count as, each as `id=severity` or `id=off`, such as `licenses.unknown=low` or `licenses.*=low`. It goes before `rules` in the config file."},baseline:{type:`path`,outside:!0,configKey:`baseline`,description:"A JSON report of an earlier run, which may lie anywhere where an input names it. Findings that stand in it are reported and do not fail the run, until the deadline for their fix (`slo`) has passed."},offline:{type:`boolean`,default:!1,configKey:`offline`,environment:`ASSAY_OFFLINE`,description:`Open no socket at all.`},"report-formats":{type:`list`,choices:ze,default:[`json`,`sarif`,`html`],configKey:`report.formats`,loosened:`removed`,description:"The reports that are written to `report-directory`."},"report-directory":{type:`path`,outside:!0,configKey:`report.directory`,description:"Where reports and documents are written, relative to the folder that the run starts in (in the config file: to the working directory). Without it the CLI writes none, and an action writes to a folder of its step below `RUNNER_TEMP`."}},Ue={input:`working-directory`,term:`[folder]`},{"fail-on":We,rule:Ge,baseline:Ke,...qe}=He,Je=qe,Ye={token:{type:`string`,secret:!0,host:`action`,actionDefault:"${{ github.token }}",description:`The workflow's token: deepens a shallow clone, comments, uploads SARIF.`},comment:{type:`boolean`,default:!1,host:`action`,configKey:`report.comment`,loosened:`off`,description:`Keep one comment on the pull request up to date with the result.`},"comment-id":{type:`string`,host:`action`,environment:`GITHUB_JOB`,description:`What distinguishes this step's comment from others of the same command and folder. By default the id of the job; the jobs of a matrix share theirs, so that each of them needs one of its own.`},"upload-sarif":{type:`boolean`,default:!1,host:`action`,configKey:`report.upload-sarif`,loosened:`off`,description:`Upload the SARIF report to code scanning.`}},Xe={outcome:{description:"`pass`, `fail` or `error`."},"findings-count":{description:`Open findings, suppressed ones not counted.`},"report-directory":{description:`The folder that holds the reports and documents.`},"report-path":{description:`The JSON report.`},"sarif-path":{description:`The SARIF report, where that format was asked for.`}},Ze=[{scope:`contents`,level:`read`,reason:`to read the repository`},{scope:`pull-requests`,level:`write`,reason:`to keep one comment on the pull request`,when:`comment`},{scope:`security-events`,level:`write`,reason:`to upload the SARIF report to code scanning`,when:`upload-sarif`}];
function Qe(e){let t=new Set(e.map(({scope:e})=>e));return[...e,...Ze.filter(({scope:e})=>!t.has(e))]}
function $e(e,t){let n=([e,t])=>et(t)?0:Object.hasOwn(He,e)||t.host!==void 0?2:1;return Object.entries(e).filter(([,e])=>e.host===void 0||e.host===t).sort((e,t)=>n(e)-n(t))}
function et(e){return e.required===!0&&tt(e)===void 0}
function tt(e){if(`default`in e&&e.default!==void 0)return typeof e.default==`object`?e.default.length===0?void 0:e.default.join(`, `):e.default===``?void 0:String(e.default)}
function nt(e,t){let n=Object.keys(e).map(e=>[rt(e),t[e]]);return Object.fromEntries(n)}
function rt(e){return e.replace(/-(\w)/g,(e,t)=>t.toUpperCase())}
const it={section:()=>void 0,value:()=>void 0,place:()=>void 0};
function at({path:e,startLine:t,startColumn:n}){return[e,t,n].filter(e=>e!==void 0).join(`:`)}
const ot=[`.github/assay.yml`,`assay.yml`],st={pass:0,policy:1,usage:2,external:3,internal:70},ct=2e3;
function lt(e){return e.length<=ct?e:`${e.slice(0,ct).toWellFormed()}…`}
var ut=class extends Error{hint;problems;places;constructor(e,t={}){super(lt(e),t.cause===void 0?void 0:{cause:t.cause}),this.name=new.target.name,this.hint=t.hint,this.problems=(t.problems??[]).map(lt),this.places=t.places??new Map}},A=class extends ut{kind=`usage`},j=class extends ut{kind=`external`},dt=class extends ut{kind=`internal`};
function ft(e){return e instanceof ut?e:new dt(e instanceof Error?e.message:String(e),{cause:e,hint:`Report this with the log of the failed run: it is a defect of Assay, not of your repository.`})}
function pt(e){return st[e.kind]}
const mt=36e5,ht=new Map([[`h`,mt],[`d`,24*mt],[`w`,168*mt]]),gt=3660;
function _t(e,t){if(e===`none`)return;let n=/^(\d{1,6})([hdw])$/.exec(e),r=ht.get(n?.[2]??``),i=Number(n?.[1])*(r??NaN);if(i>0&&i<=gt*24*mt)return i;throw new A(`${t} is "${e.slice(0,60)}", which is no duration`,{hint:`Write a whole number above zero with h, d or w ("24h", "7d", "2w"; at most ${gt} days), or "none".`})}
const vt=864e5;
function yt(e){return new Date(e.getTime()+180*vt).toISOString().slice(0,10)}
function bt(e){if(!/^\d{4}-\d{2}-\d{2}$/.test(e))return;let t=Date.parse(`${e}T00:00:00.000Z`);if(!(Number.isNaN(t)||new Date(t).toISOString().slice(0,10)!==e))return t+vt}
function xt(e,...t){return n(`sha256`).update([e,...t].map(e=>e.replaceAll(`\0`,`�`)).join(`\0`)).digest(`hex`)}
function M(e,t){return e<t?-1:+(e>t)}
function St(e,t){return Ie(e.severity,t.severity)||M(e.check,t.check)||M(e.ruleId,t.ruleId)||(e.priority??0)-(t.priority??0)||M(e.location?.path??``,t.location?.path??``)||(e.location?.startLine??0)-(t.location?.startLine??0)||(e.location?.startColumn??0)-(t.location?.startColumn??0)||M(e.fingerprint,t.fingerprint)}
function Ct(e){return Object.fromEntries(e.map(e=>[e.id,e]))}
const wt=`0.1.0`,Tt=`https://github.com/assay-ci/assay`;
function Et(e){return`${Tt}/blob/main/docs/reference/rules.md#${Dt(e)}`}
function Dt(e){return e.toLowerCase().replace(/[^a-z0-9 _-]/g,``).replaceAll(` `,`-`)}
const Ot={critical:{answer:`24h`,fix:`7d`},high:{answer:`48h`,fix:`14d`},medium:{answer:`1w`,fix:`30d`},low:{answer:`none`,fix:`none`},info:{answer:`none`,fix:`none`}};
function kt(e,t){let n=new Map(k.map(t=>[t,{answer:_t(e[t].answer,`slo.${t}.answer`),fix:_t(e[t].fix,`slo.${t}.fix`)}]));return(e,r)=>{let{answer:i,fix:a}=n.get(e)??{answer:void 0,fix:void 0},o=a??i,s=Math.min(Date.parse(r),t.getTime());if(o===void 0||Number.isNaN(s))return;let c=s+o-t.getTime();return{startedAt:new Date(s).toISOString(),...i!==void 0&&{answerDue:new Date(s+i).toISOString()},...a!==void 0&&{fixDue:new Date(s+a).toISOString()},state:c<0?`breached`:c<=o*.2?`due-soon`:`ok`}}}
function At(e){return JSON.stringify(e).replaceAll(/[^\x20-\x7e]/g,e=>`\\u${e.charCodeAt(0).toString(16).padStart(4,`0`)}`)}
const jt=/[*?[\]{}()!+@\\]/;
function Mt({ruleId:e,fingerprint:t,location:n},r){let i=n===void 0||jt.test(n.path)?void 0:n.path;return{label:`Entry to paste`,value:[`suppressions:`,`  - rule: ${At(e)}`,...i===void 0?[]:[`    path: ${At(i)}`],`    fingerprint: ${At(t)}`,`    reason: "why it is acceptable"`,`    owner: "who answers for it"`,`    expires: ${At(yt(r))}`].join(`
`),verbatim:!0}}
function Nt(e,t){let n=0,r=0,i=-1,a=0;for(;r<t.length;)if(e[n]===`*`)i=n++,a=r;else if(n<e.length&&e[n]===t[r])n++,r++;else if(i>=0)n=i+1,r=++a;else return!1;for(;e[n]===`*`;)n++;return n===e.length}
function Pt(e){let t=new Date(e).getTime();return{now:()=>new Date(t),wall:()=>new Date(t)}}
function Ft(e){let t=e.SOURCE_DATE_EPOCH,n=()=>new Date;if(t===void 0||t===``)return{now:n,wall:n};if(!/^\d{1,12}$/.test(t))throw new A(`SOURCE_DATE_EPOCH is "${t}"; it must be whole seconds since 1970`,{hint:"Set it to the output of `git log -1 --format=%ct`, or unset it."});return{now:Pt(Number(t)*1e3).now,wall:n}}
const It=104857600;
async function Lt(e){let t=await p(e).catch(()=>void 0);if(t===void 0)throw new A(`The folder ${e} does not exist`,{hint:"Check `working-directory`, and that the repository was checked out before this step."});if(!(await g(t)).isDirectory()){let t=/\.ya?ml$/i.test(e);throw new A(`${e} is a file, and a folder is looked at`,{hint:`Give the folder that holds it.${t?` Did you mean \`--config ${y(e)}\`?`:``}`})}let n=e=>{let n=Rt(w(t,e),e);if(n!==void 0&&!N(t,n))throw Wt(e);return n},r=async e=>{let r=n(e);if(r!==void 0)return r;throw await f(w(t,e)).then(()=>!0,()=>!1)?Ht(e):new A(`The file ${e} does not exist`,{hint:`Check the path; a relative one begins at the working directory.`})};return{root:t,resolve:r,read:async(e,t=It)=>zt(e,await r(e),t),readIfPresent:async(e,t=It)=>{let r=n(e);return r===void 0?void 0:zt(e,r,t)}}}
function Rt(e,t){try{return ue.native(e)}catch(e){if(Vt(e))return;throw Ut(t,e)}}
function zt(e,t,n){let r=Bt(e,t);try{let t=ie(r);if(!t.isFile())throw new A(`${e} is not a regular file`,{hint:`Name a file: folders, pipes and devices are not read.`});if(t.size>n)throw new A(`${e} has ${t.size} bytes; at most ${n} are read`,{hint:`Make the file smaller, or name another one.`});return ce(r)}finally{ne(r)}}
function Bt(e,t){let n=re.O_RDONLY|(re.O_NONBLOCK??0);try{return se(t,n)}catch(t){throw Ut(e,t)}}
function N(e,t){let n=C(e,t);return n===``||n!==`..`&&!n.startsWith(`..${T}`)&&!ee(n)}
function Vt(e){return e instanceof Error&&`code`in e&&/^(ENOENT|ENOTDIR)$/.test(String(e.code))}
function Ht(e){return new A(`${e} is a symbolic link to nothing`,{hint:`Remove the link, or create the file that it leads to.`})}
function Ut(e,t){return new A(`The file ${e} can't be read${t instanceof Error&&`code`in t?` (${String(t.code)})`:``}`,{hint:`Check that the user who runs this may read it, and that its links lead to a file.`,cause:t})}
function Wt(e){return new A(`The path ${e} leads out of the working directory`,{hint:"Give a path below `working-directory`; symbolic links may not lead out of it either."})}
async function Gt(e){for(let t of Jt(e))if(await Yt(S(t,`.git`)))return t;return e}
async function Kt(e,t){let n=[...Jt(e)],r=t.HOME??t.USERPROFILE,i=new Set([n.at(-1),await Xt(r)]),a=[];for(let t of n)await Yt(S(t,`.git`))&&(t===e||!i.has(t))&&a.push(t);let o=[await Xt(t.GITHUB_WORKSPACE),...await Promise.all(n.map(e=>Xt(S(e,`node_modules`))))].filter(e=>e!==void 0&&x(e)!==e);return[...new Set([a.at(-1)??e,...o])]}
function qt(e,t){return e.some(e=>N(e,t))}
function*Jt(e){for(let t=e;;t=x(t))if(yield t,x(t)===t)return}
async function Yt(e){return c(e).then(()=>!0,()=>!1)}
async function Xt(e){if(e!==void 0&&ee(e))return p(e).catch(()=>void 0)}
var Zt=e(t(),1);
function Qt(e){let t=e.filter(e=>!e.startsWith(`!`)),n=e.filter(e=>e.startsWith(`!`)).map(e=>e.slice(1)),r=(0,Zt.default)(t,{dot:!0}),i=n.length===0?()=>!1:(0,Zt.default)(n,{dot:!0});return e=>r(e)&&!i(e)}
const $t={update(){},finish(){}};
function en(e){return{debug:t=>e(`debug`,t),info:t=>e(`info`,t),notice:t=>e(`notice`,t),warning:t=>e(`warning`,t),error:t=>e(`error`,t),group:(t,n)=>(e(`info`,t),n())}}
function tn(e){return(e.PATH??e.Path??``).split(b).filter(ee)}
async function*nn(e,t){for(let n of tn(t))for(let r of rn(t)){let t=S(n,`${e}${r}`);await an(t)&&(yield{path:t,real:await p(t)})}}
function rn(e,t=process.platform){if(t!==`win32`)return[``];let n=(e.PATHEXT??`.COM;.EXE`).split(`;`).map(e=>e.toLowerCase()).filter(e=>e===`.exe`||e===`.com`);return n.length===0?[`.exe`]:n}
async function an(e){try{return await a(e,re.X_OK),(await g(e)).isFile()}catch{return!1}}
async function on(e,t=()=>!0){let n=[],r=[],i=[],a=[``],o=0;for(let s=a.pop();s!==void 0;s=a.pop()){o++,o%500==0&&await he();let c;try{c=le(S(e,s),{withFileTypes:!0})}catch(e){i.push({path:s,reason:`it can't be listed${sn(e)}`});continue}for(let e of c){let i=s===``?e.name:`${s}/${e.name}`;e.isFile()?n.push(i):e.isDirectory()?e.name!==`.git`&&t(i)&&a.push(i):r.push(i)}}return{files:n.sort(),irregular:r.sort(),unreadable:i}}
function sn(e){return e instanceof Error&&`code`in e?` (${String(e.code)})`:``}
function cn(e){return{from:`work-tree`,addedMarksCount:!0,async read(t,{named:n=!1,maxBytes:r}={}){let i=w(e.root,t);if(n&&!N(e.root,i))return ln(i,t,e.root,r);let a=await e.readIfPresent(t,r);if(a===void 0&&await un(i))throw Ht(t);return a}}}
async function ln(e,t,n,r){let i=await Gt(n),a=await p(e).catch(e=>{if(!Vt(e))throw Ut(t,e)});if(a===void 0){if(await un(e))throw Ht(t)}else{if(N(i,e)&&!N(i,a))throw new A(`The path ${t} leads out of the checkout through a symbolic link`,{hint:`Name the file that the link leads to.`});return(await Lt(x(a))).read(y(a),r)}}
function un(e){return c(e).then(()=>!0,e=>!Vt(e))}
function dn(e,t){return e.decisionReason===fn(``,e.severity,t)}
function fn(e,t,n){let r=`${e===``?`Severity`:`${e}severity`} ${t}`;return n===`never`?`${r} is reported only: \`fail-on\` is never.`:`${r} ${Le(t,n)?`is at or above`:`is below`} \`fail-on: ${n}\`.`}
function P(e,t){if(e.length<=t)return e;let n=Math.max(0,t-1),r=n,i=e.lastIndexOf(` `,n);return i>=n*.8?r=i:mn(e.charCodeAt(r-1))&&r--,`${e.slice(0,r).trimEnd()}…`.slice(0,t)}
function pn(e,t){if(e.length<=t)return e;let n=e.slice(e.length-Math.max(0,t-1));return`…${hn(n.charCodeAt(0))?n.slice(1):n}`}
function mn(e){return e>=55296&&e<=56319}
function hn(e){return e>=56320&&e<=57343}
function gn(e,t){for(let n=e.indexOf(`"`,t+1);n>=0;n=e.indexOf(`"`,n+1)){let t=n;for(;e[t-1]===`\\`;)--t;if((n-t)%2==0)return n}return e.length}
const _n=/##(?=[\w.]{0,40}\[)/g;
function vn(e){return e.replace(/^(\s*)::/gm,`$1​::`).replace(_n,`##​`)}
const yn=/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;
function F(e){return e.toWellFormed().replace(/\r\n|[\n\r\t]/g,` `).replace(yn,e=>`\\u{${(e.codePointAt(0)??0).toString(16)}}`)}
function bn(e){return Tn(F(e))}
function xn(e){return Tn(F(e))}
function Sn(e){return F(e).split(/(`[^`]+`)/).map((e,t)=>t%2==1?I(e.slice(1,-1)):wn(Cn(e))).join(``)}
function I(e){return`<code>${Cn(F(e))}</code>`}
function Cn(e){return e.replace(/[\\`*_[\]|~!<>&$^]|:(?! |$)/g,e=>`&#${e.charCodeAt(0)};`).replace(/(?<!&)[@#]/g,e=>`&#${e.charCodeAt(0)};<!-- -->`).replace(/www\./gi,e=>`${e.slice(0,3)}&#46;`).replace(/\bGH-(?=\d)/gi,`$&<!-- -->`)}
function wn(e){return e.replace(/\b[0-9a-f]{6}(?=[0-9a-f]{1,34}\b)/g,`$&<!-- -->`)}
function Tn(e){return e.replaceAll(`&`,`&amp;`).replaceAll(`<`,`&lt;`).replaceAll(`>`,`&gt;`).replaceAll(`"`,`&quot;`).replaceAll(`'`,`&#39;`).replace(_n,`#&#35;`)}
const En=[/(\/\/)([^\s/@"'<>]{1,500})(?=@)/g,/((?:passw(?:or)?d|passphrase|secret|token|api[-_]?key|credentials?|authorization)["']?\s{0,5}[:=]\s{0,5}["']?(?:(?:bearer|basic|token)\s{1,5})?)([^\s"',;]{4,})/gi,/(\b(?:bearer|basic)\s{1,5})([\w+/=.~-]{8,})/gi,/(\b(?:gh[pousr]_|github_pat_|glpat-|npm_|xox[abp]-|AKIA|ASIA|sk-|sk_live_|eyJ))([\w.-]{10,})/g];
function Dn(e){return En.reduce((e,t)=>e.replace(t,(e,t,n)=>t+`*`.repeat(n.length)),e)}
const On=/^(?:"[^"\n]*"|'[^'\n]*'|[^\s:,[\]{}#"']+)/;
function kn(e,t,n){let r=t===void 0?0:Pn(t-1,0,e.length),i=t===void 0?0:Pn(n===void 0?An(e,r):n-1,r,e.length),a=Math.max(0,r-800),o=Math.min(e.length,Math.max(i,r)+400),s=Dn(e.slice(a,o)),c=F(s.slice(0,r-a)),l=F(s.slice(r-a,i-a)),u=F(s.slice(i-a)).trimEnd(),d={text:c+l+u,markStart:c.length,markEnd:c.length+l.length};return jn(a>0?Mn(d):d,200)}
function An(e,t){let n=On.exec(e.slice(t,t+200))?.[0]??``;return t+Math.max(1,n.length)}
function jn(e,t){let{text:n,markStart:r,markEnd:i}=e;if(n.length<=t)return e;let a=Math.min(i-r,t-2),o=Math.max(0,Math.min(r-Math.floor((t-a)/2),n.length-t)),s=o===0?0:Nn(n,o+1),c=Nn(n,Math.min(n.length,o+t-+(o+t<n.length))),l=s===0?``:`…`,u=c===n.length?``:`…`,d=e=>Pn(e-s,0,c-s)+l.length;return{text:l+n.slice(s,c)+u,markStart:i===0?0:d(r),markEnd:i===0?0:d(i)}}
function Mn({text:e,markStart:t,markEnd:n}){return{text:`…${e}`,markStart:t+1,markEnd:n+1}}
function Nn(e,t){let n=e.charCodeAt(t);return n>=56320&&n<=57343?t+1:t}
function Pn(e,t,n){return Number.isFinite(e)?Math.min(Math.max(Math.trunc(e),t),n):t}
function Fn(e,t){if(e.length>100)return;let n=e.toLowerCase(),r=Math.max(1,Math.floor(n.length/3)),i,a=r+1;for(let e of t){if(e.length>100)continue;let t=Ln(n,e.toLowerCase());t<a&&(a=t,i=e)}return i}
function In(e,t){let n=Fn(e,t);return n===void 0?``:`; did you mean "${n}"?`}
function Ln(e,t){let n=[],r=Array.from({length:t.length+1},(e,t)=>t);for(let i=1;i<=e.length;i++){let a=[i];for(let o=1;o<=t.length;o++){let s=e[i-1]===t[o-1]?0:1,c=Math.min(Rn(r,o)+1,Rn(a,o-1)+1,Rn(r,o-1)+s);i>1&&o>1&&e[i-1]===t[o-2]&&e[i-2]===t[o-1]&&(c=Math.min(c,Rn(n,o-2)+1)),a.push(c)}n=r,r=a}return Rn(r,t.length)}
function Rn(e,t){return e[t]??1/0}
function L(e){return String(e).replace(/\B(?=(\d{3})+(?!\d))/g,`,`)}
function R(e,t){return`${L(e)} ${t}${e===1?``:`s`}`}
const zn=/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
function Bn({startLine:e,excerpt:t},n=1/0){if(t===void 0)return[];let r=String(e??``),{text:i,markStart:a,markEnd:o}=jn(t,Math.max(30,n-r.length-3)),s=`${r} | ${i}`;if(o<=a)return[s];let c=` `.repeat(Vn(i.slice(0,a))),l=`^`.repeat(Math.max(1,Vn(i.slice(a,o))));return[s,`${` `.repeat(r.length)} | ${c}${l}`]}
function Vn(e){return[...e].reduce((e,t)=>e+(zn.test(t)?2:1),0)}
function z(e,t,n){let r=Math.max(20,t-n),i=` `.repeat(n),a=[],o=``;for(let t of e.split(` `))t!==``&&(o!==``&&Hn(o)+1+Hn(t)>r?(a.push(i+o),o=t):o=o===``?t:`${o} ${t}`);return o!==``&&a.push(i+o),a}
function Hn(e){return[...e].length}
function Un(e){let t=new Set(e.filter(e=>e.startsWith(`*.`)).map(e=>e.slice(2))),n=e.filter(e=>!e.startsWith(`*.`)),r=new Set(n.flatMap(qn));return{check(n,i){let a=Gn(n,i),[,o]=/^https:\/\/[^.]+\.(.+):443$/.exec(Kn(a))??[];if(r.has(Kn(a))||t.has(o??``))return a;let s=i===void 0?``:` (${Wn(i)} redirected there)`,c=e.length===0?`none`:[...e].sort().join(`, `);throw new A(`The host ${a.protocol===`https:`?a.host:`${a.protocol}//${a.host}`}${s} may not be reached; allowed: ${c}`,{hint:"Only the hosts that the command's inputs name are reached: set the input that holds the address of this service, or run with `offline`."})}}}
function Wn(e){let t=typeof e==`string`?URL.canParse(e)?new URL(e):void 0:e;return t===void 0?`(malformed URL)`:`${t.origin}${t.pathname}`}
function Gn(e,t){let n=URL.canParse(e,t?.href)?new URL(e,t):void 0;if(n===void 0||n.protocol!==`https:`&&n.protocol!==`http:`)throw new A(`A service's address is no http(s) URL${n===void 0?``:`, but ${n.protocol}`}`,{hint:`Write it as https://host/path.`});if(n.username!==``||n.password!==``)throw new A(`The URL ${Wn(n)} holds a user name or password`,{hint:`Take them out of the URL, and give the secret by the input that is meant for it.`});return n}
function Kn(e){return`${e.protocol}//${e.hostname}:${e.port||(e.protocol===`https:`?`443`:`80`)}`}
function qn(e){let t=e.includes(`://`)?e:`https://${e}`,n=URL.canParse(t)?new URL(t):void 0;if(n===void 0||!/^https?:$/.test(n.protocol)||n.pathname!==`/`)throw new A(`"${e}" is no host`,{hint:`Write host, host:port or http://host:port.`});if(e.includes(`://`))return[Kn(n)];let r=Jn(n.hostname)?[Kn(new URL(`http://${e}`))]:[];return[Kn(n),...r]}
function Jn(e){let t=e.toLowerCase();return t===`localhost`||t===`::1`||t===`[::1]`||/^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(t)}
function Yn(){return{run:Qn,stream:Xn}}
function Xn(e,t,n={}){let{spawn:r}=process.getBuiltinModule(`node:child_process`),i=r(e,t,{cwd:n.cwd,env:{...n.env},stdio:[`pipe`,`pipe`,`pipe`],shell:!1,windowsHide:!0,timeout:n.timeoutMs,killSignal:`SIGKILL`,signal:n.signal});i.stdin.on(`error`,()=>{}),i.stdin.end(n.input);let a=[],o=0;i.stderr.on(`data`,e=>{o<1048576&&a.push(e),o+=e.length});let s=!1,c=new Promise((t,r)=>{i.on(`error`,t=>{r(n.signal?.aborted===!0?er(e,t):$n(e,t))}),i.on(`close`,(o,c)=>{let l=i.killed&&!s&&!n.signal?.aborted;o===null?r(tr(e,c,l,n)):t({exitCode:o,stderr:Buffer.concat(a).toString(`utf8`)})})});return c.catch(()=>{}),i.on(`exit`,(e,t)=>{if(t!==null)for(let e of[i.stdout,i.stderr])e.destroy()}),{stdout:Zn(i.stdout,c),ended:c,kill:()=>{s=!0,i.kill(`SIGKILL`)}}}
async function*Zn(e,t){try{yield*e}catch(e){throw await t,e}}
async function Qn(e,t,n={}){let r=Xn(e,t,n),i=n.maxBytes??67108864,a=[],o=0;for await(let t of r.stdout){if(o+=t.length,o>i)throw r.kill(),new j(`${e} printed more than ${i} bytes`);a.push(t)}let{exitCode:s,stderr:c}=await r.ended;return{exitCode:s,stdout:Buffer.concat(a),stderr:c}}
function $n(e,t){let n=`code`in t&&t.code===`ENOENT`;return new j(n?`The program ${e} was not found`:`${e} could not be started: ${t.message}`,{cause:t,...n?{hint:`Install ${e} or put it on PATH.`}:{}})}
function er(e,t){return new j(`${e} was stopped with the run`,{cause:t})}
function tr(e,t,n,{timeoutMs:r}){return n?new j(`${e} did not end within ${r} ms and was stopped`):new j(`${e} was stopped by ${t??`a signal`}`,{hint:`Where nobody stopped it, look at whether the machine ran out of memory.`})}
function nr(e,t){let n=new Map;return{begin(r){let i=n.get(r)??{open:0,since:0,before:0};return n.set(r,i),i.open===0&&(i.since=t()),i.open+=1,{left:()=>e-i.before-(t()-i.since),answered:()=>{i.before=0,i.since=t()},ended:()=>{--i.open,i.open===0&&(i.before+=t()-i.since)}}}}}
function rr(e,t){if(Jn(e.hostname)||ar(e,ir(t,`no_proxy`)))return;let n=e.protocol===`https:`?`https_proxy`:`http_proxy`,r=ir(t,n)===``?`all_proxy`:n,i=ir(t,r);if(i===``)return;let a=i.includes(`://`)?i:`http://${i}`,o=URL.canParse(a)?new URL(a):void 0;if(o===void 0||!/^https?:$/.test(o.protocol))throw new A(`${r.toUpperCase()} is no http:// or https:// address of a proxy`,{hint:`Write it as http://host:port; SOCKS proxies are not supported.`});return o}
function ir(e,t){return(e[t]||e[t.toUpperCase()]||``).trim()}
function ar(e,t){let n=e.hostname.toLowerCase(),r=e.port||(e.protocol===`https:`?`443`:`80`);return t.toLowerCase().split(/[\s,]+/).filter(e=>e!==``).some(e=>{if(e===`*`)return!0;let[,t=e,i]=/^(.+?)(?::(\d{1,5}))?$/.exec(e)??[];if(i!==void 0&&i!==r)return!1;let a=t.replace(/^\*?\./,``);return n===a||n.endsWith(`.${a}`)})}
const or=new Set([408,429,500,502,503,504]);
function sr(e){return or.has(e)}
function cr(e){let t=e.method??`GET`;return e.retryUnsafe===!0||t!==`POST`&&t!==`PATCH`}
function lr(e,t){return Math.round(t*Math.min(2e4,500*2**e))}
function ur(e,t){let n=e.headers[`retry-after`]?.trim();if(n===void 0||n===``)return;let r=/^\d{1,9}$/.test(n)?Number(n)*1e3:Date.parse(n)-t.getTime();if(!Number.isNaN(r))return r>12e4?`too long`:Math.max(0,r)}
var dr=class extends Error{transient;refused;hint;constructor(e,t,n,r=!1){super(e),this.transient=t,this.refused=r,this.hint=n}};
function fr(e,t,n,r){let i=n.timeoutMs??3e4,a=n.maxBytes??67108864;return new Promise((o,s)=>{let c=()=>new dr(`the run was stopped`,!1);if(r?.aborted)return s(c());let l=e(),u=e=>{clearTimeout(f),r?.removeEventListener(`abort`,d),s(e),l.destroy()},d=()=>u(c()),f=setTimeout(()=>u(new dr(`no full answer within ${i} ms`,!0)),i);r?.addEventListener(`abort`,d),l.on(`error`,e=>u(_r(e))),l.on(`proxyConnect`,e=>{e.statusCode!==200&&u(vr(e.statusCode))}),l.on(`response`,e=>{pr(e,a).then(n=>{clearTimeout(f),r?.removeEventListener(`abort`,d),o(mr(t,e,n))},u)}),l.end(n.body)})}
async function pr(e,t){let n=new dr(`the answer has more than ${t} bytes`,!1);if(Number(e.headers[`content-length`]??0)>t)throw n;let r=[],i=0;try{for await(let a of e){if(i+=a.length,i>t)throw n;r.push(a)}}catch(e){throw e instanceof dr?e:_r(e)}return Buffer.concat(r)}
function mr(e,t,n){let r=Object.create(null);for(let[e,n]of Object.entries(t.headers))n!==void 0&&(r[e]=Array.isArray(n)?n.join(`, `):n);return{status:t.statusCode??0,headers:r,body:n,text:()=>n.toString(`utf8`),json:()=>hr(e,t,n)}}
function hr(e,t,n){try{if(_e(n))return JSON.parse(n.toString(`utf8`))}catch{}throw new j(`${Wn(e)} answered ${t.statusCode} with ${n.length} bytes that are no JSON (${t.headers[`content-type`]??`no content type`})`,{hint:`Check that the address is the service's API and not a page of a portal or proxy.`})}
const gr=/^(ENOTFOUND|ERR_TLS_|ERR_SSL_|ERR_INVALID_|HPE_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/;
function _r(e){let t=typeof e==`object`&&e&&`code`in e?String(e.code):``,n=e instanceof AggregateError?e.errors[0]:void 0,r=e instanceof Error?e.message:``,i=n instanceof Error&&`code`in n?String(n.code):``,a=r||(n instanceof Error?n.message:``),o=a.includes(t)?a:`${a} (${t})`,s=/CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_/.test(t);return new dr(o||`connection failed`,!gr.test(t),s?"If a proxy or server here has a certificate of your own authority, set NODE_EXTRA_CA_CERTS to the authority's PEM file before the program starts (in a workflow: in the step's `env`).":void 0,t===`ECONNREFUSED`||i===`ECONNREFUSED`)}
function vr(e){return new dr(`the proxy refused the connection with status ${e}`,e>=500,e===407?`Put the proxy's user and password into the address in HTTPS_PROXY.`:`Ask whoever runs the proxy to allow this host, or add it to NO_PROXY.`)}
const yr=new Set([301,302,303,307,308]),br=new Set([`accept`,`range`,`user-agent`]);
function xr(e){let t=Un(e.hosts),n=Er(e.environment),r=e.sleep??(t=>ge(t,void 0,{signal:e.signal})),a=e.random??(()=>i(2**32)/2**32),o=e.patienceMs??3e5,s=nr(o,e.elapsed??(()=>performance.now())),c=async(e,t)=>{let n=s.begin(e.origin);try{let r=await l(e,t,n);return sr(r.status)||n.answered(),r}finally{n.ended()}},l=async(t,i,s)=>{let c=cr(i)?Math.max(1,i.tries??4):1,l=`${i.method??`GET`} ${Wn(t)}`;for(let d=1;;d++){if(s.left()<=0)throw Tr(l,d-1,Sr(o));let f=Math.min(i.timeoutMs??3e4,s.left()),p={...i,timeoutMs:Math.ceil(f)},{response:m,failure:h}=await u(await n(t,i),t,p),g=h?.refused===!0?Math.min(c,4):c,_=d<g&&(h?.transient??sr(m?.status??0)),v=m===void 0?void 0:ur(m,e.clock.wall()),y=v===`too long`?v:v??lr(d,a()),b=s.left();if(!_||y===`too long`||y>=b){if(_&&e.logger.info(`${l}: given up on, ${Cr(b)} before its deadline`),m!==void 0)return m;throw Tr(l,d,h)}let x=h?.message??`status ${m?.status}`;e.logger.info(`${l}: ${x}; trying again in ${y} ms (${d} of ${g}; ${Cr(b)} left)`),await r(y).catch(()=>{throw Tr(l,d,new dr(`the run was stopped`,!1))})}},u=async(t,n,r)=>{try{return{response:await fr(t,n,r,e.signal)}}catch(e){if(e instanceof dr)return{failure:e};throw e}};return{async request(n){if(e.offline)throw new A(`${Wn(n.url)} is needed, and this run is offline`,{hint:"Turn `offline` off, or give what is needed as a file."});let r=t.check(n.url),i=n;for(let e=0;;e++){let a=await c(r,i),o=a.headers.location;if(!(yr.has(a.status)&&o!==void 0)||!/^(GET|HEAD)$/.test(i.method??`GET`))return a;if(e===5)throw new j(`${Wn(n.url)} redirected more than 5 times`);let s=t.check(o,r);s.origin!==r.origin&&(i=wr(i)),r=s}}}}
function Sr(e){return new dr(`this run has waited ${Cr(e)} for it already and asks no more`,!1,`Run the step again when the service is up.`)}
function Cr(e){return`${Math.max(0,Math.round(e/1e3))} s`}
function wr(e){let t=Object.entries(e.headers??{}).filter(([e])=>br.has(e.toLowerCase()));return{...e,headers:Object.fromEntries(t)}}
function Tr(e,t,n){return new j(`${e} gave no answer${t<=1?``:` after ${t} tries`}: ${n?.message??`unknown`}`,{hint:n?.hint??`Check that the service is up and that this machine may reach it; HTTPS_PROXY and NO_PROXY are honoured.`})}
function Er(e){let t=new Map,n=(e,n)=>{let r=n?.href??e.protocol,i=t.get(r)??Or(e,n,!0);return t.set(r,i),i};return async(t,r)=>{let i=rr(t,e),a=cr(r)?await n(t,i):await Or(t,i,!1),o=t.protocol===`https:`?(await import(`node:https`)).request:(await import(`node:http`)).request,s={"user-agent":`assay`,...r.body===void 0?{}:{"content-length":Dr(r.body)},...r.headers};return()=>o(t,{method:r.method??`GET`,headers:s,agent:a})}}
function Dr(e){return String(Buffer.byteLength(e))}
async function Or(e,t,n){if(t!==void 0){let{HttpsProxyAgent:e}=await import("./npm-https-proxy-agent.js").then(m=>({HttpsProxyAgent:m.t}));return new e(t,{keepAlive:n})}let{Agent:r}=e.protocol===`https:`?await import(`node:https`):await import(`node:http`);return new r({keepAlive:n})}
function kr(e){let t=e.subject.workingDirectory;if(t===`.`||t===``||t.startsWith(`..`))return e;let n=e=>/^(?:\/|\.\.|[A-Za-z]:)/.test(e.path)?e:{...e,path:`${t}/${e.path}`},r=e.findings.map(({location:e,relatedLocations:t,...r})=>({...r,...e!==void 0&&{location:n(e)},...t!==void 0&&{relatedLocations:t.map(n)}})),i=e.checks.map(e=>{let t=e.error?.places?.map(e=>({...e,location:n(e.location)}));return e.error===void 0||t===void 0?e:{...e,error:{...e.error,places:t}}}),a=e.acts.map(e=>({...e,failures:e.failures.map(({location:e,...t})=>({...t,...e!==void 0&&{location:n(e)}}))}));return{...e,checks:i,acts:a,findings:r}}
function Ar(e){let t=new Map;for(let n of e){let{ruleId:e,decisionReason:r,cause:i}=n,a=i===void 0?{message:Pr(n)}:{cause:i},o=JSON.stringify([e,r,a]),s=t.get(o);s===void 0?t.set(o,[n]):s.push(n)}return[...t.values()]}
function jr(e){let t=Ar(e);return[...t.filter(Mr),...t.filter(e=>!Mr(e))]}
function Mr([e]){return e.decision===`block`}
function Nr(e){return e.reduce((e,t)=>e+t.length,0)}
function Pr({message:e,subject:t,location:n}){let{name:r=``,version:i}=t??{},a=i===void 0?r:`${r}@${i}`;return[e.includes(a)?a:r,n?.path??``].filter(e=>e!==``).reduce((e,t)=>e.replace(t,()=>`…`),e)}
function Fr(e){let t=e.startLine===void 0?``:`:${e.startLine}`,n=e.commit===void 0?``:` in commit ${e.commit.slice(0,12)}`;return`${e.path}${t}${n}`}
function Ir(e){return e.location===void 0?Lr(e):Fr(e.location)}
function Lr({subject:e}){if(e!==void 0)return e.version===void 0?e.name:`${e.name}@${e.version}`}
function Rr(e){let t=Lr(e),n=e.subject?.scope;return t===void 0||n===void 0?t:`${t} (${n})`}
function zr({subject:e}){let[t=[]]=e?.paths??[];if(!(t.length<3))return(t.length<6?t:[...t.slice(0,3),`…`,...t.slice(-1)]).join(` › `)}
function Br({counts:e,suppressed:t,error:n}){let r=k.filter(t=>e[t]>0).map(t=>`${L(e[t])} ${t}`).join(`, `);return r===``?n===void 0?t>0?`no open findings`:`no findings`:`no result`:r}
function Vr({coverage:e}){return Object.entries(e.inspected).map(([e,t])=>Ur(e,t).join(` `)).join(`, `)||`nothing`}
function Hr(e){return e.coverage.summary.trim()||Vr(e)}
function Ur(e,t){if(e!==`bytes`||t<1e3)return[L(t),Wr(t,e)];let n=Math.min(3,Math.floor(Math.log10(t)/3));return[(t/1e3**n).toFixed(1),[`bytes`,`kB`,`MB`,`GB`][n]??e]}
function Wr(e,t){return e===1?t.endsWith(`ies`)?`${t.slice(0,-3)}y`:t.replace(/(?<=[^s])s$/,``):t}
const Gr={pass:`Pass`,fail:`Fail`,error:`Error`};
function Kr(e){if(e.outcome===`pass`)return;let t=e.acts.flatMap(e=>e.failures);if(e.outcome===`error`)return[...e.checks.flatMap(({error:e})=>e??[]),...t].find(e=>e.hint!==void 0)?.hint??`Fix what kept the checks from their work, then run again.`;let n=e.findings.filter(({decision:e})=>e===`block`);if(n.length===0)return t.find(({hint:e})=>e!==void 0)?.hint;let[r]=Ar(n.filter(({severity:e})=>e===n[0]?.severity)).toSorted((e,t)=>t.length-e.length);return r?.[0].remediation===void 0?`Fix the findings, or accept one with a suppression that has a reason, an owner and an expiry day.`:qr(r,n.length)}
function qr([e,...t],n){let{message:r,remediation:i=``}=e;return t.length>0&&t.every(e=>e.remediation===i)?`${i} (${L(t.length+1)} of ${R(n,`finding`)})`:n===1||i.includes(Lr(e)??r)?i:`${r.replace(/[^.!?…]$/,`$&.`)} ${i}`}
function Jr(e){return e.findings.filter(({status:e})=>e===`open`)}
function Yr(e){return e.findings.filter(({status:e})=>e===`suppressed`)}
function Xr({checks:e,acts:t}){return e.length===0&&t.length>0}
function Zr(e){let t=kr(e),n=[...t.checks.flatMap(({title:e,error:n})=>n===void 0?[]:[{level:`error`,title:P(F(`${e} could not do its work`),120),message:ri([n.message,...n.problems??[],n.hint]),...ti(t.subject,{location:n.places?.[0]?.location})}]),...t.acts.flatMap(({title:e,failures:n})=>n.map(n=>({level:`error`,title:P(F(`${e}: ${n.item}`),120),message:ri([n.message,n.hint,n.ruleId]),...ti(t.subject,n)}))),...Jr(t).map(e=>$r(t,e))];return[`error`,`warning`,`notice`].flatMap(e=>Qr(e,n.filter(t=>t.level===e)))}
function Qr(e,t){if(t.length<=10)return t;let n=t.slice(0,9),r=t.length-n.length;return[...n,{level:e,title:`Assay: ${r} more`,message:`…and ${r} more of level ${e}. The job summary and the reports have all of them.`}]}
function $r(e,t){let n=Object.hasOwn(e.rules,t.ruleId)?e.rules[t.ruleId]:void 0;return{level:t.decision===`block`?`error`:t.severity===`low`||t.severity===`info`?`notice`:`warning`,title:P(F(`${t.severity}: ${n?.title??t.ruleId}`),120),message:ri([t.message,ei(e.subject,t),t.remediation,t.ruleId]),...ti(e.subject,t)}}
function ei(e,t){let{location:n}=t;if(n?.commit!==void 0&&!ni(e,n.commit))return`Found at ${Fr(n)}`;let r=Rr(t);return r===void 0||t.message.includes(r)?void 0:`About ${r}`}
function ti(e,{location:t}){if(t===void 0||t.commit!==void 0&&!ni(e,t.commit))return{};let{path:n,startLine:r,startColumn:i,endColumn:a}=t,o=F(n);if(r===void 0)return{file:o};let s=Math.max(r,t.endLine??r);return s!==r||i===void 0?{file:o,startLine:r,endLine:s}:{file:o,startLine:r,endLine:s,startColumn:i,endColumn:Math.max(i,(a??i+1)-1)}}
function ni({commit:e,headCommit:t},n){return n===e||n===t}
function ri(e){return P(e.filter(e=>e!==void 0).filter(e=>e!==``).map(e=>F(e).replace(/[^.!?…]$/,`$&.`)).join(` `),4096)}
const ii=e=>Buffer.byteLength(e,`utf8`),ai=e=>e.length;
function oi(e,t,n,r){let i=e.map(n),a=i.reduce((e,t)=>e+t,0);if(a<=t)return{text:e.join(``),room:t-a};let o=[],s=t-n(r(e.length));for(let[t,n]of e.entries()){let e=i[t]??0;if(e>s)break;o.push(n),s-=e}let c=r(e.length-o.length);if(n(c)>t)return{text:``,room:t};let l=o.join(``)+c;return{text:l,room:t-n(l)}}
const si=new Set([`pull_request_target`,`workflow_run`,`issue_comment`]);
function ci(e,t){let{server:n,repository:r,commit:i,event:a}=e;if(n===void 0||r===void 0)return;let o=t.commit??(a!==void 0&&si.has(a)?void 0:i),s=t.path.toWellFormed().split(`/`);if(!(o===void 0||t.path===``||s.includes(`..`)))return fi(`${n}/${r}/blob/${o}/${s.map(encodeURIComponent).join(`/`)}${li(t)}`)}
function li({startLine:e,endLine:t}){return e===void 0?``:t===void 0||t<=e?`#L${e}`:`#L${e}-L${t}`}
function ui({server:e,repository:t,commit:n}){if(e!==void 0&&t!==void 0&&n!==void 0)return fi(`${e}/${t}/commit/${n}`)}
function di(e=[]){return e.flatMap(({label:e,url:t})=>{let n=t.startsWith(`https://`)?fi(t):void 0;return n===void 0?[]:[{label:e,url:n}]})}
function fi(e){if(e.length>2e3||!URL.canParse(e))return;let t=new URL(e);if(/^https?:$/.test(t.protocol)&&t.username===``&&t.password===``)return t.href.replace(/[()<>"'\\`|]/g,e=>`%${e.charCodeAt(0).toString(16).toUpperCase()}`)}
const pi=/https:\/\/[^\s<>()"'`|\\]{1,500}[^\s<>()"'`|\\.,;:!?]/g,mi=RegExp(`^${Tt.replaceAll(`.`,`\\.`)}/(?:blob|tree|releases|issues)(?:/(?!\\.)[\\w.-]*[\\w-])*(?:#[\\w-]+)?$`);
function hi({rules:e}){let t=Object.values(e).filter(({helpUri:e})=>e!==void 0);return new Set(t.flatMap(({help:e})=>e.match(pi)??[]))}
function gi(e,t){let n=[],r=0;for(let i of e.matchAll(pi)){let[a]=i;(t.has(a)||mi.test(a))&&(n.push({text:e.slice(r,i.index),isLink:!1}),n.push({text:a,isLink:!0}),r=i.index+a.length)}return[...n,{text:e.slice(r),isLink:!1}]}
function _i(e){return e.replace(/\[([^[\]]*)\]\(([^()\s]*)\)/g,`$1 ($2)`).replaceAll(`](`,`] (`)}
const vi=new Set;
function B(e,t=vi){return yi(P(e,600),t)}
function V(e,t=240){return yi(P(e,t),vi)}
function yi(e,t){return e.split(/(`[^`]+`)/).map((e,n)=>n%2==1?Sn(e):bi(e,t)).join(``)}
function bi(e,t){return gi(e,t).map(e=>e.isLink?`<${e.text}>`:Sn(e.text)).join(``)}
function xi(e,t){return t===void 0?I(e):`[${I(e)}](${t})`}
function Si(e,t){return`[${Sn(P(e,120))}](${t})`}
function Ci(e,t){return xi(pn(Fr(t),120),ci(e,t))}
function wi(e,t){if(t.location!==void 0)return Ci(e,t.location);let n=Ir(t);return n===void 0?``:I(pn(n,120))}
function Ti(e,t){let n=t===void 0?void 0:fi(t);return n===void 0?void 0:Si(e,n)}
function Ei(e){let t=e.flatMap(e=>e.match(/`+/g)??[]).map(e=>e.length),n="`".repeat(Math.max(3,...t.map(e=>e+1)));return`${n}\n${e.join(`
`)}\n${n}\n\n`}
function Di(e,t=60){let n=e.replace(/\n$/,``).split(/\r\n|\n/,t+1),r=n.slice(0,t).map(e=>F(P(e,2e3)));return n.length>t?[...r,`…`]:r}
function Oi(e,t=60){let n=new Map;for(let{evidence:t=[]}of e)for(let{label:e,value:r,verbatim:i}of t){if(i!==!0)continue;let t=n.get(e);t===void 0?n.set(e,[r]):t.includes(r)||t.push(r)}return[...n].map(([e,n])=>{let r=ki(n,t),i=r<n.length?`, for the first ${r} of ${n.length}`:``;return{label:e,value:Ai(n.slice(0,r)),part:i}})}
function ki(e,t){let n=0,r=e.findIndex(e=>(n+=e.split(`
`).length,n>t));return r===-1?e.length:Math.max(1,r)}
function Ai([e=``,...t]){let n=e.replace(/\n$/,``).split(`
`),r=n.findIndex(e=>/^\s*- /.test(e)),i=n.slice(0,r).map(e=>`${e}\n`).join(``);return r<1||!t.every(e=>e.startsWith(i)&&/^\s*- /.test(e.slice(i.length)))?[e,...t].join(`
`):[n.join(`
`),...t.map(e=>e.slice(i.length).replace(/\n$/,``))].join(`
`)}
const ji=`| Severity | Finding | Where | Rule |
|---|---|---|---|
`;
function Mi(e,[t,...n]){let{scope:r}=t.subject??{},i=r===void 0?``:`<br>${r}`;return`| ${Vi(t)} | ${V(t.message)}${Fi(n)} | ${wi(e.subject,t)}${i} | ${Bi(e,t)} |\n`}
function Ni([e,...t]){let n=I(pn(Ir(e)??``,40)),r=t.length===0?``:` (+${L(t.length)})`;return`| ${Vi(e)} | ${V(e.message,60)}${r} | ${n} | ${I(e.ruleId)} |\n`}
function Pi(e){let t=new Map;for(let n of e){let e=t.get(n[0].ruleId);e===void 0?t.set(n[0].ruleId,{first:n[0],count:n.length}):e.count+=n.length}return[...t.values()].map(({first:e,count:t})=>`| ${Vi(e)} | ${L(t)} in all, such as: ${V(e.message,60)} | | ${I(P(e.ruleId,80))} |\n`)}
function Fi(e){if(e.length===0)return``;let t=e.slice(0,5).map(e=>I(pn(Lr(e)??Ir(e)??``,80))).filter((e,t,n)=>e!==I(``)&&n.indexOf(e)===t),n=t.length>0&&e.length>t.length?`, …`:``,r=t.length===0?``:`: ${t.join(`, `)}${n}`;return`<br>and ${L(e.length)} more of this kind${r}`}
function Ii(e,t){let[n,...r]=t,i=r.length===0?``:` (+${L(r.length)})`,a=Ri(e,n).map(([e,t])=>`- ${V(e)}: ${t}\n`),o=n.remediation===void 0?``:`**To do:** ${B(n.remediation,hi(e))}\n\n`,s=n.location===void 0?[]:Bn(n.location),c=Oi(t).map(({label:e,value:t,part:n})=>`${V(e)}${n}:\n\n${Ei(Di(t))}`),l=dn(n,e.failOn)?``:`${B(n.decisionReason)}\n\n`;return`<details><summary>${Vi(n)} ${B(n.message)}${i}</summary>\n\n${s.length===0?``:Ei(s)}${o}${c.join(``)}${l}${a.join(``)}${Li(e,r)}\n</details>\n`}
function Li(e,t){if(t.length===0)return``;let n=t.slice(0,50).map(t=>{let n=Rr(t);return`  - ${n===void 0||t.location===void 0?``:`${I(n)} `}${wi(e.subject,t)}\n`}),r=t.length-n.length,i=r>0?`  - …and ${L(r)} more in the JSON report\n`:``;return`- ${L(t.length)} more of this kind:\n${n.join(``)}${i}`}
function Ri(e,t){let{subject:n}=e,{location:r,relatedLocations:i=[],evidence:a=[],slo:o}=t,s=e=>e===void 0?void 0:I(P(e,600)),c=o?.state===`breached`?` (overdue)`:``,l=i.slice(0,5).map(e=>Ci(n,e)),u=i.length-l.length,d=u>0?` and ${u} more`:``,f=Rr(t);return[[`Where`,r&&Ci(n,r)],[`Also at`,l.length===0?void 0:`${l.join(`, `)}${d}`],[`About`,f!==void 0&&t.message.includes(f)?void 0:s(f)],[`Introduced by`,s(zr(t))],...a.filter(({verbatim:e})=>e!==!0).slice(0,12).map(({label:e,value:t})=>[e,s(t)]),[`Fix due`,o?.fixDue===void 0?void 0:s(`${o.fixDue.slice(0,10)}${c}`)],[`Rule`,Bi(e,t)],...di(t.links).map(({label:e,url:t})=>[`See`,Si(e,t)]),[`Fingerprint`,s(t.fingerprint)]].flatMap(([e,t])=>t===void 0?[]:[[e,t]])}
function zi(e,t){let n=t.suppression===void 0?``:` ${V(t.suppression.reason)}`;return`| ${Vi(t)} ${V(t.message)} | ${wi(e.subject,t)} | ${V(t.decisionReason)}${n} |\n`}
function Bi(e,{ruleId:t}){let n=Object.hasOwn(e.rules,t)?e.rules[t]?.helpUri:void 0;return xi(P(t,120),n)}
function Vi(e){return e.decision===`block`?`<b>${e.severity}</b>`:e.severity}
const Hi={pass:`✅`,fail:`❌`,error:`⚠️`};
function Ui({outcome:e,command:t,subject:n,headline:r}){let i=n.workingDirectory,a=i===`.`?``:` in ${I(P(i,80))}`;return`## ${Hi[e]} Assay ${Sn(P(t,60))}${a}: ${B(r)}\n\n`}
function Wi(e){let{checks:t,acts:n}=e;return Xr(e)?`| What | Result | Done | Looked at |\n|---|---|---|---|\n${n.map(e=>`| ${V(e.title)} | ${Hi[e.outcome]} ${Gr[e.outcome]} | ${Ki(e)} | ${V(Vr(e))} |\n`).join(``)}\n`:`| Check | Result | Open findings | Suppressed | Looked at |\n|---|---|---|---:|---|\n${[...t.map(e=>Gi(e,Br(e),String(e.suppressed),`${V(Vr(e))}${Qi(e)}`)),...n.map(e=>Gi(e,Ki(e),`–`,V(Vr(e))))].join(``)}\n`}
function Gi({title:e,outcome:t},n,r,i){return`| ${V(e)} | ${Hi[t]} ${Gr[t]} | ${n} | ${r} | ${i} |\n`}
function Ki({records:e,failures:t}){let n=t.length===0?``:`, ${t.length} failed`;return`${R(e.length,`record`)}${n}`}
function qi(e){let t=[...e.checks.flatMap(({title:e,error:t})=>{if(t===void 0)return[];let n=(t.problems??[]).slice(0,20).map(e=>`  - ${B(e)}${Ji(t,e)}\n`);return[`- **${V(e)}** could not do its work: ${B(t.message)}.${Ji(t,t.message)}${Yi(t.hint)}\n${n.join(``)}`]}),...e.acts.flatMap(({title:t,failures:n})=>n.map(({item:n,message:r,hint:i,ruleId:a})=>`- **${V(t)}** of ${I(P(n,120))} failed: ${B(r)} (${xi(a,e.rules[a]?.helpUri)})${Yi(i)}\n`))];return t.length===0?``:`${t.join(``)}\n`}
function Ji({places:e=[]},t){let n=e.find(e=>e.problem===t)?.location.excerpt?.text;return n===void 0?``:`<br>${I(n)}`}
function Yi(e){return e===void 0?``:` ${B(e)}`}
function Xi(e){let t=Kr(e);return t===void 0?``:`**Next:** ${B(t,hi(e))}\n\n`}
function Zi(e){let{subject:t,tool:n,failOn:r,settings:i,generatedAt:a}=e,{commit:o,repository:s,runUrl:c}=t,l=i.sources.map(({what:e,path:t,from:n})=>{let r=n===`base`?` (of the base branch)`:``;return`${Sn(P(e,40))} ${I(P(t,80))}${r}`});return`<sub>${[`Assay ${Sn(P(n.version,40))}`,...Xr(e)?[]:[I(`fail-on: ${r}`)],...s===void 0?[]:[I(P(s,120))],...o===void 0?[]:[`commit ${xi(o.slice(0,12),ui(t))}`],...[t.ref,t.event].flatMap(e=>e===void 0?[]:[I(P(e,120))]),...l.slice(0,4),...[Ti(`run`,c)].filter(e=>e!==void 0),Sn(a)].join(` · `)}</sub>\n`}
function Qi({coverage:e}){return e.skipped.length===0?``:`; ${e.skipped.length} skipped`}
function $i(e,t,n){if(e.parts.length===0)return``;let r=n(e.head)+n(e.tail),{text:i}=oi(e.parts,Math.floor(t*e.share)-r,n,e.more);return i===``?``:`${e.head}${i}${e.tail}`}
function ea({signer:e,destination:t}){if(t!==void 0)return``;let{identity:n,issuer:r,keySha256:i}=e;return n===void 0?i===void 0?`not known`:`key ${i.slice(0,16)}…`:r===void 0?n:`${n}, by ${r}`}
function ta({time:e}){return e===void 0?void 0:`${e.at}, says the ${e.source}`}
function na({logEntries:e}){let t=e.map(({log:e,index:t})=>`${e}, index ${t}`);return t.length===0?void 0:t.join(`; `)}
function ra({subject:e}){return Object.entries(e.digests).map(([e,t])=>`${e}:${t}`).join(`, `)}
function ia(e){let{act:t,subject:n,destination:r,product:i=r,notes:a=[]}=e,o=[ta(e),na(e)].filter(e=>e!==void 0).join(`; `),s=i===void 0?``:I(pn(i,120)),c=a.length===0?``:`<br>${V(a.join(` `))}`;return`| ${t} | ${I(pn(n.name,120))}${c} | ${V(ea(e))} | ${V(o)} | ${s} |\n`}
function aa({verifyWith:e=[]}){return e.map(({tool:e,command:t})=>`To verify with ${e}:\n\n${Ei(Di(t))}`)}
function oa({columns:e}){let t=e.slice(0,8);return`| ${t.map(e=>V(e)).join(` | `)} |\n|${`---|`.repeat(t.length)}\n`}
function sa(e,{columns:t}){return`| ${t.slice(0,8).map((t,n)=>V(e[n]??``,160)).join(` | `)} |\n`}
function ca({checks:e,acts:t}){return[...e,...t].flatMap(({title:e,coverage:t})=>t.skipped.map(({item:t,reason:n})=>`| ${V(e)} | ${I(pn(t,160))} | ${V(n)} |\n`))}
function la({settings:e}){return e.loosened.map(({key:e,before:t,after:n})=>`| ${I(P(e,120))} | ${V(t)} | ${V(n)} |\n`)}
function ua(e){return[...e.notices.map(e=>`- ${B(e)}\n`),...[...e.checks,...e.acts].flatMap(({title:e,notices:t})=>t.map(t=>`- ${V(e)}: ${B(t)}\n`))]}
function da(e){return e.acts.flatMap(e=>[{head:`### ${V(e.title)}: ${R(e.records.length,`record`)}\n\n| What | Subject | By | When | Proof or place |
|---|---|---|---|---|
`,parts:e.records.map(ia),tail:`
`,share:.6,more:e=>`\n…and ${R(e,`record`)} more in the JSON report.\n`},{head:``,parts:aa(e),tail:``,share:.5,more:()=>``}])}
function fa(e){let t=Yr(e),n=ca(e),r=e=>t=>`\n…and ${R(t,e)} more in the JSON report.\n`;return[{head:`### Settings that the change loosens

| Setting | On the base branch | In the change |
|---|---|---|
`,parts:la(e),tail:`
`,share:.3,more:r(`setting`)},{head:`### Notices

`,parts:ua(e),tail:`
`,share:.3,more:e=>`- …and ${R(e,`notice`)} more.\n`},...e.checks.flatMap(({title:e,tables:t})=>t.map(t=>ma(pa(`${V(e)}: ${V(t.title)}`,t.rows.length,t.open),oa(t),t.rows.map(e=>sa(e,t)),r(`row`)))),ma(pa(`Not looked at`,n.length),`| Check | Item | Reason |
|---|---|---|
`,n,r(`item`)),ma(pa(`Suppressed`,t.length),`| Finding | Where | Why it does not count |
|---|---|---|
`,t.map(t=>zi(e,t)),r(`finding`))]}
function pa(e,t,n=!1){return{head:`<details${n?` open`:``}><summary>${e} (${L(t)})</summary>\n\n`,tail:`
</details>

`,share:.3}}
function ma(e,t,n,r){return{...e,head:e.head+t,parts:n,more:r}}
function ha(e,t){let n=kr(e),{limit:r,measure:i}=t,a=Zi(n),o=`${t.marker===void 0?``:`${t.marker}\n`}${Ui(n)}`,s=r-i(o)-i(a),c=jr(Jr(n)),l=c.filter(Mr),u=oi([Wi(n),qi(n),Xi(n)],l.length===0?s:Math.floor(s/2),i,()=>`The JSON report has the rest.

`);s-=i(u.text);let d=ga(n,l,s,i);s-=i(d);let f=o+u.text+d;for(let e of _a(n,c,t.rows)){let t=$i(e,s,i);f+=t,s-=i(t)}return f+a}
function ga(e,t,n,r){if(t.length===0)return``;let i=`### Findings that fail the run (${L(Nr(t))})\n\n${ji}`,a=r(i)+1,o=[()=>t.map(t=>Mi(e,t)),()=>t.map(Ni),()=>Pi(t)],s=[];for(let e of o)if(s=e(),s.reduce((e,t)=>e+r(t),a)<=n)break;let{text:c}=oi(s,n-a,r,e=>`\n…and ${R(e,`rule`)} more in the JSON report.\n`);return c===``?``:`${i}${c}\n`}
function _a(e,t,n){let r=t.filter(e=>!Mr(e)),i=Nr(r.slice(n));return[...da(e),{head:`### ${r.length<t.length?`Other findings`:`Findings`} (${L(Nr(r))})\n\n${ji}`,parts:r.slice(0,n).map(t=>Mi(e,t)),tail:`${i>0?`\n…and ${R(i,`finding`)} more in the JSON report.\n`:``}\n`,share:.5,more:e=>`\n…and ${R(e,`row`)} more in the JSON report.\n`},...fa(e),{head:`<details><summary>Findings in full</summary>

`,parts:t.map(t=>Ii(e,t)),tail:`
</details>

`,share:1,more:e=>`\n…and ${R(e,`kind`)} of findings more in the JSON report.\n`}]}
function va({command:e,workingDirectory:t,id:n}){return`<!-- assay:comment:2:${[e,t,n].map(e=>encodeURIComponent(e.toWellFormed()).replaceAll(`-`,`%2D`)).join(`:`)} -->`}
function ya(e){return`<!-- assay:comment:${e.toLowerCase().replace(/[^a-z0-9]+/g,`-`)} -->`}
function ba({command:e,subject:t},n){return{command:e,workingDirectory:t.workingDirectory,id:n}}
function xa(e,t=``,n=65536){return ha(e,{limit:n,measure:ai,marker:va(ba(e,t)),rows:20})}
const Sa=4e3;
function H(e){return bn(P(e,Sa))}
const Ca=new Set;
function U(e,t=Ca){return gi(P(e,Sa),t).map(e=>{let t=H(e.text);return e.isLink?wa(t,e.text):t}).join(``).replace(/`([^`]+)`/g,`<code>$1</code>`)}
function wa(e,t){return`<a href="${bn(t)}" rel="noopener noreferrer">${e}</a>`}
function Ta(e,t){let n=`<code>${H(Fr(t))}</code>`,r=ci(e,t);return r===void 0?n:wa(n,r)}
function Ea({startLine:e,excerpt:t}){if(t===void 0)return``;let{text:n,markStart:r,markEnd:i}=t,a=n.slice(r,i),o=a===``?``:`<mark>${H(a)}</mark>`;return`<pre class="source"><code><span class="line">${H(String(e??``))}</span>${H(n.slice(0,r))}${o}${H(n.slice(i))}</code></pre>`}
function Da(e){return e.split(/^```[a-z]*$/m).map((e,t)=>t%2==1?Oa(e):ka(e)).join(``)}
function Oa(e){return`<pre><code>${e.replace(/^\n|\n$/g,``).split(`
`).map(H).join(`
`)}</code></pre>`}
function ka(e){return e.split(/\n{2,}/).map(e=>e.trim()).filter(e=>e!==``).map(e=>{let t=e.split(`
`),n=t.filter(e=>/^(?:[-*]|\d+\.) /.test(e));if(n.length<t.length)return`<p>${Aa(e)}</p>`;let r=n.map(e=>`<li>${Aa(e.replace(/^\S+ /,``))}</li>`).join(``);return/^\d/.test(e)?`<ol>${r}</ol>`:`<ul>${r}</ul>`}).join(``)}
function Aa(e){return U(e.replace(/\[([^\]]{1,200})\]\(([^)\s]{1,500})\)/g,`$1 ($2)`)).replace(/\*\*([^*]+)\*\*/g,`<strong>$1</strong>`)}
const ja=2e3;
function Ma(e){return La(`suppressed`,`Suppressed`,[`Finding`,`Where`,`Reason`,`Owner`,`Until`],e.map(e=>[`${e.severity}: ${U(e.message)}`,za(Ir(e)),U(e.suppression?.reason??e.decisionReason),H(e.suppression?.owner??Ba(e)),H(e.suppression?.expires??e.slo?.fixDue?.slice(0,10)??`–`)]))}
function Na({checks:e}){return e.flatMap(({check:e,title:t,tables:n})=>n.map(({title:n,columns:r,rows:i},a)=>La(`table-${H(e)}-${a}`,`${H(t)}: ${H(n)}`,r.map(H),i.map(e=>r.map((t,n)=>U(e[n]??``)))))).join(``)}
function Pa({settings:e}){let t={"work-tree":`the checked files`,base:`the base branch`,input:`an input`};return[La(`loosened`,`Settings that the change loosens`,[`Setting`,`On the base branch`,`In the change`],e.loosened.map(({key:e,before:t,after:n})=>[`<code>${H(e)}</code>`,U(t),U(n)])),La(`settings`,`Settings`,[`What`,`File`,`From`,`Commit`],e.sources.map(({what:e,path:n,from:r,commit:i,judgement:a})=>[H(e),`<code>${H(n)}</code>`,`${t[r]}${a===`own`?`, judged a second time`:``}`,i===void 0?`–`:`<code>${H(i.slice(0,12))}</code>`]))].join(``)}
function Fa(e){return La(`skipped`,`Not looked at`,[`Check`,`Item`,`Reason`],[...e.checks,...e.acts].flatMap(({title:e,coverage:t})=>t.skipped.map(({item:t,reason:n})=>[H(e),`<code>${H(t)}</code>`,U(n)])))}
function Ia({artifacts:e}){return La(`artifacts`,`Documents`,[`Name`,`Media type`,`Bytes`,`SHA-256`],e.map(({name:e,mediaType:t,size:n,sha256:r})=>[`<code>${H(e)}</code>`,H(t),L(n),`<code>${H(r)}</code>`]))}
function La(e,t,n,r){if(r.length===0)return``;let i=n.map(e=>`<th scope="col">${e}</th>`).join(``),a=r.slice(0,ja).map(e=>`<tr>${e.map(e=>`<td${Ra(e)}>${e}</td>`).join(``)}</tr>\n`).join(``),o=r.length-ja,s=o>0?`<tr><td colspan="${n.length}">…and ${R(o,`row`)} more in the JSON report.</td></tr>`:``;return`<section aria-labelledby="${e}"><h2 id="${e}">${t} <small>${L(r.length)}</small></h2><div class="scroll" role="region" aria-labelledby="${e}" tabindex="0"><table><thead><tr>${i}</tr></thead><tbody>${a}${s}</tbody></table></div></section>`}
function Ra(e){return e.length<=12&&!e.includes(`<`)?` class="short"`:``}
function za(e){return e===void 0?`–`:`<code>${H(e)}</code>`}
function Ba({suppression:e}){return e?.by===`baseline`?`baseline`:e?.by===`inline`?`mark in the file`:`–`}
function Va(e){return e.map((e,t)=>Ua(e,`act-${t}`)).join(``)}
function Ha({title:e,outcome:t,coverage:n,records:r,failures:i,notices:a}){let o=i.length===0?``:` · ${L(i.length)} failed`;return`<article class="card"><header><h3>${H(e)}</h3><span class="pill ${t}">${Gr[t]}</span></header>
<p class="covers">${U(n.summary)}</p>
<p class="result">${R(r.length,`record`)}${o}</p>
${a.length===0?``:`<ul>${a.map(e=>`<li>${U(e)}</li>`).join(``)}</ul>`}</article>
`}
function Ua(e,t){let{title:n,records:r,failures:i,verifyWith:a=[]}=e,o=a.map(({tool:e,command:t})=>`<p>To verify with ${e}:</p><pre class="verbatim"><code>${Di(t).map(H).join(`
`)}</code></pre>`);return[La(`${t}-failures`,`${H(n)}: failed`,[`Item`,`What`,`Kind`],i.map(Ga)),La(`${t}-records`,`${H(n)}: records`,[`What`,`Subject`,`By`,`When`,`Proof or place`],r.map(Wa)),o.length===0?``:`<div class="commands">${o.join(``)}</div>`].join(``)}
function Wa(e){let{act:t,subject:n,destination:r,product:i=r,notes:a=[]}=e,o=[ta(e),na(e)].filter(e=>e!==void 0);return[t,[`<code>${H(n.name)}</code>`,`<code class="print">${H(ra(e))}</code>`,...a.map(e=>U(e))].join(`<br>`),H(ea(e)),o.map(H).join(`<br>`),i===void 0?`–`:`<code>${H(i)}</code>`]}
function Ga({item:e,message:t,hint:n,ruleId:r,kind:i,evidence:a=[]}){let o=a.map(({label:e,value:t})=>`${H(e)}: <code>${H(t)}</code>`);return[`<code>${H(e)}</code>`,[U(t),...o,...n===void 0?[]:[U(n)],H(r)].join(`<br>`),i]}
function Ka({checks:e,acts:t}){let n=[...e.map(qa),...t.map(Ha)].join(``);return`<section aria-labelledby="checks"><h2 id="checks">${e.length===0?`Results`:`Checks`}</h2><div class="checks">${n}</div></section>`}
function qa(e){let{outcome:t,coverage:n,notices:r}=e,i=Object.entries(n.inspected).map(([e,t])=>{let[n,r]=Ur(e,t);return`<div><dt>${H(r)}</dt><dd>${n}</dd></div>`});return`<article class="card"><header><h3>${H(e.title)}</h3><span class="pill ${t}">${Gr[t]}</span></header>
<p class="covers">${U(n.summary)}</p>
${i.length===0?``:`<dl class="units">${i.join(``)}</dl>`}
${e.error===void 0?``:Ya(e.error)}
<p class="result">${Ja(e)}</p>
${r.length===0?``:`<ul>${r.map(e=>`<li>${U(e)}</li>`).join(``)}</ul>`}</article>
`}
function Ja({counts:e,suppressed:t,coverage:n,error:r}){return[k.filter(t=>e[t]>0).map(t=>`<strong class="${t}">${L(e[t])} ${t}</strong>`).join(`, `)||(r===void 0?`No open findings`:`No result`),...t>0?[`${L(t)} suppressed`]:[],...n.skipped.length>0?[`${R(n.skipped.length,`item`)} not looked at`]:[]].join(` · `)}
function Ya(e){let{message:t,hint:n,problems:r=[]}=e,i=r.map(t=>`<li>${U(t)}${Xa(e,t)}</li>`);return`<div class="trouble"><strong>${U(t)}</strong>${Xa(e,t)}${i.length===0?``:`<ul>${i.join(``)}</ul>`}${n===void 0?``:`<div>${U(n)}</div>`}</div>`}
function Xa({places:e=[]},t){let n=e.find(e=>e.problem===t);return n===void 0?``:Ea(n.location)}
const Za=2e3;
function Qa(e,t){let[n,...r]=t,{severity:i,check:a,location:o}=n,s=Rr(n),c=o===void 0?s===void 0?``:`<code>${H(s)}</code>`:Ta(e.subject,o),l=n.remediation===void 0?``:`<p class="todo"><b>To do</b> ${U(n.remediation,hi(e))}</p>`,u=dn(n,e.failOn)?``:`${U(n.decisionReason)}<br>`;return`<article class="finding ${i}" data-severity="${i}" data-check="${H(a)}" data-count="${t.length}">
<div class="kind"><span class="badge">${i}</span><span>${H(n.ruleId)}</span>${$a(t)}${c===``?``:`<span class="place">${c}</span>`}</div>
<h3>${U(n.message)}</h3>${o===void 0?``:Ea(o)}${eo(e,n)}${l}${to(t)}${no(e,r)}${ro(e,n)}<p class="why">${u}Fingerprint <code class="print">${H(n.fingerprint)}</code></p></article>
`}
function $a(e){let[{decision:t,change:n,slo:r,subject:i}]=e;return[...t===`block`?[`<span class="tag">fails the run</span>`]:[],...e.length>1?[`<span class="tag">${L(e.length)} of this kind</span>`]:[],...i?.scope===void 0?[]:[`<span class="tag">${i.scope}</span>`],...n===`new`?[`<span class="tag">new</span>`]:[],...r===void 0||r.state===`ok`?[]:[`<span class="tag late">${r.state===`breached`?`overdue`:`due soon`}</span>`]].join(``)}
function eo(e,t){let{location:n,relatedLocations:r=[],subject:i,slo:a,evidence:o=[],links:s}=t,c=Lr(t),l=r.slice(0,10).map(t=>Ta(e.subject,t)),u=r.length-l.length,d=e=>`<code>${H(e)}</code>`,f=[...n===void 0||c===void 0||t.message.includes(c)?[]:[[`About`,d(c)]],...(i?.paths??[]).slice(0,3).filter(e=>e.length>2).map(e=>[`Introduced by`,d(e.join(` › `))]),...o.filter(({verbatim:e})=>e!==!0).map(({label:e,value:t})=>[e,d(t)]),...l.length===0?[]:[[`Also at`,`${l.join(`, `)}${u>0?` and ${u} more`:``}`]],...a?.fixDue===void 0?[]:[[`Fix due`,d(a.fixDue.slice(0,10))]],...di(s).map(({label:e,url:t})=>[`See`,wa(H(e),t)])].map(([e,t])=>`<dt>${H(e)}</dt><dd>${t}</dd>`);return f.length===0?``:`<dl class="facts">${f.join(``)}</dl>`}
function to(e){return Oi(e,Za).map(({label:t,value:n,part:r})=>{let i=r===``&&e.length>1?`, for all of them`:r,a=Di(n,Za).map(H).join(`
`);return`<details class="verbatim"><summary>${H(t)}${i}</summary><pre><code>${a}</code></pre></details>`}).join(``)}
function no(e,t){if(t.length===0)return``;let n=t.map(t=>{let{location:n,fingerprint:r}=t,i=Rr(t),a=zr(t);return`<tr>${[i===void 0?``:`<code>${H(i)}</code>`,n===void 0?``:Ta(e.subject,n),a===void 0?``:`<code>${H(a)}</code>`,`<code class="print">${H(r.slice(0,12))}</code>`].map(e=>`<td>${e}</td>`).join(``)}</tr>\n`}),r=[`About`,`Where`,`Introduced by`,`Fingerprint`].map(e=>`<th scope="col">${e}</th>`).join(``);return`<details class="alike"><summary>${L(t.length)} more of this kind</summary><div class="scroll"><table><thead><tr>${r}</tr></thead><tbody>${n.join(``)}</tbody></table></div></details>`}
function ro({rules:e},{ruleId:t}){let n=Object.hasOwn(e,t)?e[t]:void 0;if(n===void 0)return``;let r=n.helpUri===void 0?``:`<p>${wa(`This rule in the reference`,n.helpUri)}</p>`;return`<details><summary>About this rule: ${H(n.title)}</summary><p>${U(n.description)}</p>${Da(n.help)}${r}</details>`}
function io(e,t){let n=jr(t),r=`<h2 id="findings">Findings <small>${t.length===0?`none open`:`${L(t.length)} open, ${R(n.length,`kind`)}`}</small></h2>`;if(t.length===0)return`<section aria-labelledby="findings">${r}<p class="clean">No open findings in what was looked at.</p></section>`;let i=ao(n),a=t.length-Nr(i),o=a>0?`<p class="clean">…and ${R(a,`finding`)} more in the JSON report.</p>`:``,s=i.map(t=>Qa(e,t)).join(``);return`<section aria-labelledby="findings">${r}${i.length>1?oo(e,t):``}${s}${o}</section>`}
function ao(e){let t=2e3;return e.flatMap(([e,...n])=>{if(t<=0)return[];let r=[e,...n.slice(0,t-1)];return t-=r.length,[r]})}
function oo(e,t){let n=k.filter(e=>t.some(t=>t.severity===e)).map(e=>`<label class="chip ${e}"><input type="checkbox" value="${e}" checked>${e}</label>`),r=e.checks.filter(({check:e})=>t.some(t=>t.check===e)).map(({check:e,title:t})=>`<option value="${H(e)}">${H(t)}</option>`);return`<fieldset id="filter" hidden><legend class="sr">Filter findings</legend>${n.join(``)}
<label><span class="sr">Check</span><select><option value="">All checks</option>${r.join(``)}</select></label>
<label><span class="sr">Text</span><input type="search" placeholder="Search"></label>
<output id="filter-status" aria-live="polite"></output></fieldset>
`}
const so=`
(() => {
  const bar = document.getElementById("filter");
  const status = document.getElementById("filter-status");
  if (!bar || !status) return;
  const findings = [...document.querySelectorAll(".finding")];
  const apply = () => {
    const severities = new Set([...bar.querySelectorAll("input:checked")].map((box) => box.value));
    const check = bar.querySelector("select").value;
    const words = bar.querySelector("input[type=search]").value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    let all = 0;
    for (const finding of findings) {
      const text = finding.textContent.toLowerCase();
      const fits = severities.has(finding.dataset.severity)
        && (check === "" || finding.dataset.check === check)
        && words.every((word) => text.includes(word));
      finding.hidden = !fits;
      const count = Number(finding.dataset.count);
      all += count;
      if (fits) shown += count;
      const others = finding.querySelector("details.alike");
      if (others && fits && words.length > 0) others.open = words.some((word) => others.textContent.toLowerCase().includes(word));
    }
    status.textContent = shown + " of " + all + " shown";
  };
  bar.hidden = false;
  bar.addEventListener("input", apply);
  apply();
})();
`,co=`
:root {
  color-scheme: light dark;
  --page: #f6f5f2; --card: #ffffff; --line: #e1ded6; --text: #1d1c1a; --muted: #625f57; --code: #f1efe9;
  --critical: #8f1d5b; --high: #b3261e; --medium: #8a5a00; --low: #1f5fa8; --info: #5b5e66;
  --pass: #1c6b3c; --fail: #b3261e; --error: #8a5a00; --gold: #a67c1a;
  --pass-soft: #e6f3ea; --fail-soft: #fbeae8; --error-soft: #faf1de; --shadow: 0 1px 2px #0000000f, 0 4px 16px #0000000a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #141517; --card: #1d1f22; --line: #33363b; --text: #eceae5; --muted: #a5a29a; --code: #282b2f;
    --critical: #f08ac0; --high: #ff8a80; --medium: #f0bb5b; --low: #82b7f5; --info: #b3b6bd;
    --pass: #7fd49f; --fail: #ff8a80; --error: #f0bb5b; --gold: #d9b25a;
    --pass-soft: #1a2b21; --fail-soft: #331d1c; --error-soft: #30281a; --shadow: none;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text);
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.wrap { max-width: 1080px; margin: 0 auto; padding: 0 24px 64px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 8px; top: 8px; padding: 8px 12px; background: var(--card); color: var(--text); }
:focus-visible { outline: 2px solid var(--low); outline-offset: 2px; border-radius: 4px; }
header.top { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 14px; padding: 26px 0 18px; }
.mark { width: 34px; height: 34px; flex: none; }
.mark path { fill: none; stroke: var(--gold); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.brand { font-size: 20px; font-weight: 680; letter-spacing: -.01em; }
.brand span { color: var(--muted); font-weight: 450; }
.meta { margin-left: auto; color: var(--muted); font-size: 13px; text-align: right; }
h1, h2, h3, p, dl, dd, ul, ol { margin: 0; }
h2 { font-size: 17px; font-weight: 660; margin: 40px 0 14px; letter-spacing: -.005em; }
h2 small { color: var(--muted); font-weight: 450; font-size: 14px; margin-left: 6px; }
code, pre { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; font-size: .88em; }
code { background: var(--code); border-radius: 4px; padding: .1em .35em; overflow-wrap: anywhere; }
pre { background: var(--code); border-radius: 8px; padding: 10px 14px; overflow-x: auto; }
pre code { padding: 0; background: none; }
.verdict { border-radius: 14px; padding: 24px 28px; border: 1px solid; display: flex; gap: 20px; align-items: flex-start; }
.verdict .icon { flex: none; width: 44px; height: 44px; border-radius: 50%; display: grid; place-items: center; }
.verdict .icon path { fill: none; stroke: var(--card); stroke-width: 2.6; stroke-linecap: round; stroke-linejoin: round; }
.verdict h1 { font-size: 22px; line-height: 1.3; font-weight: 680; letter-spacing: -.012em; }
.verdict p { margin-top: 6px; color: var(--text); }
.verdict.pass { background: var(--pass-soft); border-color: var(--pass); } .verdict.pass .icon { background: var(--pass); } .verdict.pass h1 { color: var(--pass); }
.verdict.fail { background: var(--fail-soft); border-color: var(--fail); } .verdict.fail .icon { background: var(--fail); } .verdict.fail h1 { color: var(--fail); }
.verdict.error { background: var(--error-soft); border-color: var(--error); } .verdict.error .icon { background: var(--error); } .verdict.error h1 { color: var(--error); }
.tiles { display: grid; grid-template-columns: repeat(6, 1fr); gap: 10px; margin: 16px 0 0; padding: 0; list-style: none; }
.tiles li { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 10px 14px; box-shadow: var(--shadow); }
.tiles b { display: block; font-size: 24px; line-height: 1.2; font-weight: 660; font-variant-numeric: tabular-nums; }
.tiles span { color: var(--muted); font-size: 13px; }
.tiles .none b { color: var(--muted); font-weight: 450; }
.critical { --tone: var(--critical); } .high { --tone: var(--high); } .medium { --tone: var(--medium); } .low { --tone: var(--low); } .info { --tone: var(--info); }
.tiles li:not(.none) b { color: var(--tone, var(--text)); }
.checks { display: grid; grid-template-columns: repeat(auto-fill, minmax(310px, 1fr)); gap: 14px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 16px 18px; box-shadow: var(--shadow); break-inside: avoid; }
.card header { display: flex; align-items: center; gap: 10px; }
.card h3 { font-size: 15.5px; font-weight: 640; flex: 1; overflow-wrap: anywhere; }
.pill { border-radius: 999px; padding: 1px 11px; font-size: 12.5px; font-weight: 640; border: 1px solid currentColor; }
.pill.pass { color: var(--pass); } .pill.fail { color: var(--fail); } .pill.error { color: var(--error); }
.card .covers { color: var(--muted); margin-top: 6px; font-size: 13.5px; overflow-wrap: anywhere; }
.units { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 10px; }
.units div { display: flex; flex-direction: column-reverse; }
.units dd { font-size: 18px; font-weight: 620; font-variant-numeric: tabular-nums; line-height: 1.3; }
.units dt { color: var(--muted); font-size: 12.5px; }
.card .result { margin-top: 10px; padding-top: 10px; border-top: 1px solid var(--line); font-size: 13.5px; }
.card .result strong { color: var(--tone); font-weight: 640; }
.card ul { margin: 8px 0 0; padding-left: 18px; font-size: 13.5px; color: var(--muted); }
.card .trouble { margin-top: 10px; padding: 10px 12px; border-radius: 8px; background: var(--error-soft); font-size: 13.5px; overflow-wrap: anywhere; }
#filter { display: flex; flex-wrap: wrap; gap: 8px 10px; align-items: center; margin: 0 0 14px; padding: 0; border: 0; font-size: 13.5px; }
#filter[hidden], .finding[hidden] { display: none; }
#filter label.chip { display: inline-flex; gap: 6px; align-items: center; border: 1px solid var(--line); background: var(--card); border-radius: 999px; padding: 3px 12px 3px 9px; cursor: pointer; }
#filter input[type=checkbox] { accent-color: var(--tone); margin: 0; }
#filter select, #filter input[type=search] { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 4px 10px; }
#filter-status { color: var(--muted); margin-left: auto; font-variant-numeric: tabular-nums; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.finding { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 10px; padding: 14px 18px; margin: 0 0 12px; box-shadow: var(--shadow); break-inside: avoid; }
.finding .kind { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; font-size: 13px; color: var(--muted); }
.badge { color: var(--tone); font-weight: 680; text-transform: uppercase; letter-spacing: .05em; font-size: 11.5px; }
.tag { border: 1px solid var(--line); border-radius: 5px; padding: 0 7px; font-size: 12px; }
.tag.late { color: var(--fail); border-color: currentColor; }
.finding .place { margin-left: auto; text-align: right; }
.finding h3 { font-size: 15.5px; font-weight: 600; margin-top: 5px; overflow-wrap: anywhere; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 3px 16px; margin-top: 10px; font-size: 13.5px; }
.facts dt { color: var(--muted); }
.facts dd { overflow-wrap: anywhere; }
.facts code, .why .print { background: none; padding: 0; }
.why .print { color: var(--muted); font-size: 12px; }
.verbatim code { user-select: all; }
a { color: inherit; text-decoration-color: var(--muted); text-underline-offset: 2px; }
a:hover { text-decoration-color: currentColor; }
.source { margin-top: 10px; white-space: pre-wrap; overflow-wrap: anywhere; }
.source .line { color: var(--muted); margin-right: 1.2em; user-select: none; }
.source mark { background: none; color: inherit; text-decoration: underline wavy var(--tone); text-underline-offset: 3px; font-weight: 640; }
.commands { margin-top: 12px; font-size: 13.5px; }
details.alike > summary { font-weight: 560; }
details.alike table { min-width: 0; font-size: 13px; }
details.alike th, details.alike td { padding: 5px 12px; }
.todo { margin-top: 10px; padding: 9px 13px; border-radius: 8px; background: var(--code); overflow-wrap: anywhere; }
.todo code { background: var(--card); }
.todo b { color: var(--gold); font-weight: 680; margin-right: 4px; }
.why { margin-top: 8px; color: var(--muted); font-size: 13px; overflow-wrap: anywhere; }
details { margin-top: 8px; font-size: 13.5px; }
summary { cursor: pointer; color: var(--muted); }
details p, details ul, details ol, details pre { margin: 8px 0 0; }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); }
table { border-collapse: collapse; width: 100%; min-width: 640px; font-size: 13.5px; }
th, td { text-align: left; vertical-align: top; padding: 9px 14px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
tr:last-child td { border-bottom: 0; }
th { color: var(--muted); font-weight: 560; font-size: 12.5px; white-space: nowrap; }
td.short, th.short { white-space: nowrap; font-variant-numeric: tabular-nums; }
.clean { background: var(--card); border: 1px dashed var(--line); border-radius: 12px; padding: 22px; text-align: center; color: var(--muted); }
.notices { padding-left: 20px; }
footer { margin-top: 44px; color: var(--muted); font-size: 12.5px; }
@media (max-width: 720px) { .tiles { grid-template-columns: repeat(3, 1fr); } .meta { margin-left: 0; text-align: left; width: 100%; } .finding .place { margin-left: 0; } .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: 4px; } }
@media print { :root { --page: #fff; --shadow: none; } .wrap { max-width: none; padding: 0; } #filter, .skip { display: none; } details::details-content { content-visibility: visible; height: auto; } }
`,lo={pass:`M5 12.5l4.5 4.5L19 7.5`,fail:`M7 7l10 10M17 7L7 17`,error:`M12 6v7.5M12 17.5v.5`};
function uo(e){let t=kr(e),n=Jr(t),r=Yr(t),i=H(`Assay ${t.command}: ${t.headline}`);return`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${po()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${i}</title>
<style>${co}</style>
</head>
<body>
<a class="skip" href="#checks">To the results</a>
<div class="wrap">
${ho(t)}
<main>
${vo(t)}
${Xr(t)?``:yo(t,r.length)}
${Ka(t)}
${Va(t.acts)}
${Xr(t)?``:io(t,n)}
${Na(t)}
${Ma(r)}
${Fa(t)}
${Ia(t)}
${Pa(t)}
${bo(t)}
</main>
<footer>Assay ${H(t.tool.version)}${fo(t)} · made ${H(t.generatedAt)}</footer>
</div>
<script>${so}<\/script>
</body>
</html>
`}
function fo(e){if(Xr(e))return``;let{failOn:t}=e;return` · findings fail the run from ${t===`never`?`no severity`:`severity ${t}`} on`}
function po(){return[`default-src 'none'`,`style-src '${mo(co)}'`,`script-src '${mo(so)}'`,`base-uri 'none'`,`form-action 'none'`].join(`; `)}
function mo(e){return`sha256-${n(`sha256`).update(e).digest(`base64`)}`}
function ho({command:e,subject:t,generatedAt:n}){let r=[t.repository===void 0?void 0:`<strong>${H(t.repository)}</strong>`,t.workingDirectory===`.`?void 0:`<code>${H(t.workingDirectory)}</code>`,t.commit===void 0?void 0:go(t),t.event===void 0?void 0:H(t.event),t.ref===void 0?void 0:H(t.ref.replace(/^refs\/(?:heads|tags)\//,``)),t.runUrl===void 0?void 0:_o(`run`,t.runUrl),`<time datetime="${H(n)}">${H(`${n.slice(0,16).replace(`T`,` `)} UTC`)}</time>`].filter(e=>e!==void 0);return`<header class="top"><svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><path d="M16 2.5l11.5 4v9c0 6.5-4.6 11.6-11.5 14-6.9-2.4-11.5-7.5-11.5-14v-9z"/><path d="M10.5 21.5L16 9.5l5.500 12M12.5 17.5h7"/></svg><div class="brand">Assay <span>${H(e)}</span></div><div class="meta">${r.join(` · `)}</div></header>`}
function go(e){let t=`<code>${H((e.commit??``).slice(0,12))}</code>`,n=ui(e);return n===void 0?t:wa(t,n)}
function _o(e,t){let n=fi(t);return n===void 0?e:wa(e,n)}
function vo(e){let t=Kr(e);return`<section class="verdict ${e.outcome}" aria-label="Verdict"><span class="icon"><svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="${lo[e.outcome]}"/></svg></span><div><h1>${U(e.headline)}</h1>${t===void 0?``:`<p>Next: ${U(t,hi(e))}</p>`}</div></section>`}
function yo({checks:e},t){return`<ul class="tiles" aria-label="Open findings by severity">${k.map(t=>{let n=e.reduce((e,{counts:n})=>e+n[t],0);return`<li class="${t}${n===0?` none`:``}"><b>${L(n)}</b><span>${t}</span></li>`}).join(``)}<li class="${t===0?`none`:``}"><b>${L(t)}</b><span>suppressed</span></li></ul>`}
function bo({notices:e}){return e.length===0?``:`<section aria-labelledby="notices"><h2 id="notices">Notices</h2><ul class="notices">${e.map(e=>`<li>${U(e)}</li>`).join(``)}</ul></section>`}
const xo=/[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|(?<=#)#(?=[\w.]{0,40}\[)/g;
function So(e){return`${JSON.stringify(e,void 0,2).replace(xo,e=>`\\u${e.charCodeAt(0).toString(16).padStart(4,`0`)}`)}\n`}
const Co=new Map([[`schema`,`tool`,`name`,`version`,`command`,`outcome`,`headline`,`generatedAt`],[`failOn`,`subject`,`settings`,`checks`,`acts`,`findings`,`rules`,`artifacts`],[`server`,`repository`,`commit`,`headCommit`,`ref`,`event`,`pullRequest`,`runUrl`],[`workingDirectory`,`sources`,`loosened`,`what`,`from`,`key`,`before`,`after`],[`id`,`check`,`ruleId`,`severity`,`status`,`decision`,`decisionReason`,`title`],[`message`,`description`,`help`,`kind`,`hint`,`problems`,`places`],[`location`,`path`,`startLine`,`startColumn`,`endLine`,`endColumn`,`excerpt`,`text`,`markStart`,`markEnd`],[`relatedLocations`,`subjects`,`purl`,`ecosystem`,`scope`,`direct`,`paths`],[`fingerprint`,`aliases`,`evidence`,`label`,`value`,`verbatim`,`remediation`,`change`],[`firstSeen`,`suppression`,`by`,`reason`,`owner`,`expires`],[`slo`,`startedAt`,`answerDue`,`fixDue`,`state`,`mediaType`,`sha256`,`size`],[`coverage`,`inspected`,`skipped`,`item`,`summary`,`counts`,`suppressed`,`tags`],[`act`,`records`,`failures`,`item`,`digests`,`signer`,`identity`,`issuer`,`keySha256`],[`time`,`at`,`source`,`logEntries`,`log`,`index`,`product`,`destination`,`notes`,`verifyWith`],[`error`,`tables`,`open`,`columns`,`rows`,`notices`]].flat().map((e,t)=>[e,t]));
function wo(e){return So(To(``,e))}
function To(e,t){if(Array.isArray(t))return t.map(e=>To(``,e));if(typeof t!=`object`||!t||e===`inspected`)return t;let n=e=>Co.get(e)??Co.size;return Object.fromEntries(Object.entries(t).sort(([e],[t])=>n(e)-n(t)).map(([e,t])=>[e,To(e,t)]))}
const Eo={"work-tree":``,base:` of the base branch`,input:` of an input`};
function Do({subject:e,settings:t}){let{repository:n,commit:r,headCommit:i,ref:a,event:o,pullRequest:s,runUrl:c}=e,l=e.workingDirectory,u=t.sources.map(({what:e,path:t,from:n})=>`${e} ${t}${Eo[n]}`);return[[`Repository`,n],[`Commit`,r],[`Head commit`,i],[`Ref`,a],[`Event`,o],[`Pull request`,s===void 0?void 0:String(s)],[`Folder`,l===`.`?void 0:l],[`Run`,c],[`Settings`,u.length===0?void 0:[...new Set(u)].join(`, `)]].flatMap(([e,t])=>t===void 0?[]:[[e,t]])}
function Oo(e){let t=jr(e.findings).flat(),n=e.checks.map(e=>({check:e,findings:t.filter(t=>t.check===e.check)})),r=[...n.map(({check:e,findings:t})=>ko(e,t)),...e.acts.map(Mo)],i=e=>r.reduce((t,n)=>t+n[e],0);return`${[`<?xml version="1.0" encoding="UTF-8"?>`,`<testsuites name="${W(`assay ${e.command}`)}" tests="${i(`tests`)}" failures="${i(`failures`)}" errors="${i(`errors`)}" skipped="${i(`skipped`)}">`,...n.flatMap(({check:t,findings:n})=>Ao(e,t,n)),...e.acts.flatMap(t=>No(e,t)),`</testsuites>`].join(`
`)}\n`}
function ko(e,t){let n=+(e.error!==void 0||t.length===0);return{tests:t.length+n,failures:t.filter(({decision:e})=>e===`block`).length,errors:e.error===void 0?0:1,skipped:t.filter(({status:e})=>e===`suppressed`).length}}
function Ao(e,t,n){return[jo(e,t.title,ko(t,n)),...Po(t,n.length===0),...n.flatMap(Fo),`  </testsuite>`]}
function jo(e,t,n){let r=Do(e).map(([e,t])=>`      <property name="${W(e)}" value="${W(t)}"/>\n`),i=r.length===0?``:`\n    <properties>\n${r.join(``)}    </properties>`;return`  <testsuite name="${W(t)}" tests="${n.tests}" failures="${n.failures}" errors="${n.errors}" skipped="${n.skipped}" timestamp="${W(e.generatedAt)}">${i}`}
function Mo({records:e,failures:t}){let n=t.filter(({kind:e})=>e===`policy`).length;return{tests:e.length+t.length,failures:n,errors:t.length-n,skipped:0}}
function No(e,t){let n=(e,n)=>`    <testcase classname="${W(`assay.${t.act}`)}" name="${W(`${e}: ${n}`)}"`;return[jo(e,t.title,Mo(t)),...t.records.map(e=>`${n(e.act,e.subject.name)}/>`),...t.failures.flatMap(({item:e,kind:t,message:r,hint:i,ruleId:a})=>{let o=t===`policy`?`failure`:`error`,s=[r,i,`Rule: ${a}`].filter(e=>e!==void 0);return[`${n(`failed`,e)}>`,`      <${o} message="${W(r)}" type="${t}">${Io(s.join(`
`))}</${o}>`,`    </testcase>`]}),`  </testsuite>`]}
function Po(e,t){let n=W(`assay.${e.check}`);if(e.error!==void 0){let{message:t,hint:r,problems:i=[]}=e.error,a=[t,...i,r].filter(e=>e!==void 0).join(`
`);return[`    <testcase classname="${n}" name="The check does its work">`,`      <error message="${W(t)}" type="${e.error.kind}">${Io(a)}</error>`,`    </testcase>`]}return t?[`    <testcase classname="${n}" name="${W(`No findings (${Vr(e)} looked at)`)}"/>`]:[]}
function Fo(e){let t=Ir(e),n=W(t===void 0?e.message:`${t}: ${e.message}`),r=e.location===void 0?``:` file="${W(e.location.path)}"`,i=Io([e.message,t===void 0?void 0:`Where: ${t}`,e.subject?.scope===void 0?void 0:`Scope: ${e.subject.scope}`,e.remediation===void 0?void 0:`To do: ${e.remediation}`,`Decision: ${e.decisionReason}`,`Fingerprint: ${e.fingerprint}`].filter(e=>e!==void 0).join(`
`)),a=e.decision===`block`?`<failure message="${W(e.message)}" type="${e.severity}">${i}</failure>`:e.status===`suppressed`?`<skipped message="${W(e.decisionReason)}"/>`:`<system-out>${i}</system-out>`;return[`    <testcase classname="${W(e.ruleId)}" name="${n}"${r}>`,`      ${a}`,`    </testcase>`]}
function W(e){return xn(P(e,2e3))}
function Io(e){return e.split(`
`).map(W).join(`
`)}
function Lo(e){return{physicalLocation:{artifactLocation:{uri:Ro(e?.path??``),uriBaseId:`%SRCROOT%`},region:zo(e)}}}
function Ro(e){let t=e.toWellFormed().split(`/`).filter(e=>e!==``&&e!==`.`&&e!==`..`);return t.length===0?`.github/assay.yml`:t.map(encodeURIComponent).join(`/`)}
function zo(e){let t=Bo(1,e?.startLine),n=Bo(1,e?.startColumn),r=Bo(t,e?.endLine);return{startLine:t,startColumn:n,endLine:r,endColumn:Bo(r===t?n+1:1,e?.endColumn)}}
function Bo(e,t){return t!==void 0&&Number.isSafeInteger(t)?Math.max(e,t):e}
const Vo=1024,Ho={critical:`9.5`,high:`8.0`,medium:`5.5`,low:`2.5`,info:void 0},Uo={critical:`error`,high:`error`,medium:`warning`,low:`note`,info:`note`},Wo={error:`error`,warning:`warning`,note:`recommendation`};
function Go(e,t){let n=t.map(e=>e.severity).sort(Ie)[0]??e.severity,r=Uo[n],i=Ho[n],a=Jo(e.help,`See the message of the result.`);return{id:e.id,name:P(qo(e.id),255),shortDescription:{text:P(F(Jo(e.title,e.id)),Vo)},fullDescription:{text:P(F(Jo(e.description,Jo(e.title,e.id))),Vo)},...e.helpUri!==void 0&&{helpUri:e.helpUri},help:{text:_i(a),markdown:a},defaultConfiguration:{level:r},properties:{precision:`high`,"problem.severity":Wo[r],...i!==void 0&&{"security-severity":i},tags:Ko(e,i!==void 0)}}}
function Ko(e,t){return[...new Set([...t?[`security`]:[],`supply-chain`,...e.tags??[]])].filter(e=>e.trim()!==``).slice(0,10)}
function qo(e){return e.split(/[^A-Za-z0-9]+/).filter(e=>e!==``).map(e=>e.charAt(0).toUpperCase()+e.slice(1)).join(``)||`Rule`}
function Jo(e,t){return e.trim()===``?t:e}
const Yo=1e3;
function Xo(e){let t=(e.relatedLocations??[]).slice(0,50),n=e.subject?.purl,r={level:Uo[e.severity],message:{text:Qo(e)},locations:[Lo(e.location)],...t.length>0&&{relatedLocations:t.map((e,t)=>({id:t+1,...Lo(e)}))},partialFingerprints:{"assay/v1":e.fingerprint},...e.suppression!==void 0&&{suppressions:[ts(e)]},properties:{check:e.check,severity:e.severity,decision:e.decision,decisionReason:F(e.decisionReason),...e.subject?.scope!==void 0&&{scope:e.subject.scope},...n!==void 0&&n!==``&&{purl:F(n)}}};return{ruleId:e.ruleId,severity:e.severity,body:r}}
function Zo({act:e,failures:t}){return t.map(({item:t,ruleId:n,kind:r,message:i,hint:a,location:o})=>({ruleId:n,severity:`high`,body:{level:`error`,message:{text:$o([Jo(i,n),a])},locations:[Lo(o)],partialFingerprints:{"assay/v1":xt(n,t)},properties:{act:e,item:F(t),kind:r}}}))}
function Qo(e){let{location:t,relatedLocations:n=[],remediation:r}=e,i=[Jo(e.message,e.ruleId)];if(t===void 0){let t=Rr(e);t!==void 0&&!e.message.includes(t)&&i.push(`About: ${t}`)}else t.commit!==void 0&&i.push(`Found at ${Fr(t)}`);if(n.length>0){let e=n.slice(0,3).map(e=>P(Fr(e),200)),t=n.length-e.length;i.push(`Also at ${e.join(`, `)}${t>0?` and ${t} more`:``}`)}return $o([...i,r])}
function $o(e){return P(_i(e.filter(e=>e!==void 0&&e!==``).map(e=>es(F(e??``))).join(` `)),Yo)}
function es(e){return/[.!?…]$/.test(e)?e:`${e}.`}
function ts({suppression:e,decisionReason:t}){let n=e===void 0?``:e.reason;return{kind:e?.by===`inline`?`inSource`:`external`,status:`accepted`,justification:P(F(es(`${t} ${n}`.trim())),Yo)}}
const ns=5e3,rs=1e7;
function is(e,t=ns){let n=kr(e),{command:r,acts:i,findings:a,outcome:o,headline:s}=n;return os(n,{category:[r],acts:i,findings:a,outcome:o,headline:s},t)}
function as(e,{check:t,category:n},r=ns){let i=kr(e),a=i.findings.filter(e=>e.check===t),o=e.checks.find(e=>e.check===t),{outcome:s=`pass`,title:c=t}=o??{};return os(i,{category:n,acts:[],findings:a,outcome:s,headline:`${c}: ${o?.coverage.summary??R(a.length,`finding`)}`},r)}
function os(e,t,n){let r=[...t.findings.filter(({decision:e})=>e===`block`),...t.findings.filter(({status:e,decision:t})=>e===`open`&&t===`report`),...t.findings.filter(({status:e})=>e===`suppressed`)],i=[...t.acts.flatMap(Zo),...r.map(Xo)];for(let r=Math.min(i.length,n);;r=Math.floor(r/2)){let n=So(cs(e,t,i.slice(0,r)));if(n.length*3<rs||r===0||ss(n)<=rs)return n}}
function ss(e){return process.getBuiltinModule(`node:zlib`).gzipSync(e).byteLength}
function cs(e,t,n){let r=new Map;for(let e of n){let t=r.get(e.ruleId);t===void 0?r.set(e.ruleId,[e]):t.push(e)}let i=[...r.keys()].sort(M),a=new Map(i.map((e,t)=>[e,t]));return{$schema:`https://json.schemastore.org/sarif-2.1.0.json`,version:`2.1.0`,runs:[{tool:{driver:{name:`Assay`,informationUri:Tt,version:Jo(e.tool.version,`0`),semanticVersion:Jo(e.tool.version,`0.0.0`),rules:i.map(t=>Go(fs(e,t),r.get(t)??[]))}},automationDetails:{id:ds(t.category)},...us(e),columnKind:`utf16CodeUnits`,originalUriBaseIds:{"%SRCROOT%":{description:{text:`The root of the repository.`}}},results:n.map(({ruleId:e,body:t})=>({ruleId:e,ruleIndex:a.get(e)??0,...t})),properties:{outcome:t.outcome,headline:F(t.headline),subject:Object.fromEntries(Do(e).map(([e,t])=>[e,F(t)])),omittedResults:ls(t)-n.length}}]}}
function ls({acts:e,findings:t}){return e.reduce((e,{failures:t})=>e+t.length,t.length)}
function us({subject:e}){let{server:t,repository:n,commit:r,ref:i}=e;return t===void 0||n===void 0?{}:{versionControlProvenance:[{repositoryUri:`${t}/${n}`,...r!==void 0&&{revisionId:r},...i!==void 0&&{branch:i},mappedTo:{uriBaseId:`%SRCROOT%`}}]}}
function ds(e){return[`assay`,...e].map(e=>`${encodeURIComponent(e.toWellFormed())}/`).join(``)}
function fs(e,t){return(Object.hasOwn(e.rules,t)?e.rules[t]:void 0)??{id:t,title:t,description:t,help:``,severity:`medium`}}
function ps(e,t=1048576){return ha(e,{limit:t,measure:ii,rows:50})}
const ms=1e3,hs={bold:[1,22],dim:[2,22],red:[31,39],green:[32,39],yellow:[33,39],blue:[34,39],magenta:[35,39],cyan:[36,39]},gs=(e,t)=>t,_s=(e,t)=>{let[n,r]=hs[e];return`\u001b[${n}m${t}\u001b[${r}m`};
function vs(e,{width:t}){let[n=``,...r]=z(P(F(e),ms),t,4);return[`  - ${n.trimStart()}`,...r]}
const ys={critical:`magenta`,high:`red`,medium:`yellow`,low:`blue`,info:`dim`};
function bs(e,t,n){let r=e.slice(1),i=xs(e,t,n);if(r.length===0)return i;let a=r.slice(0,10).map(e=>{let t=Rr(e)??``,n=e.location===void 0?``:Fr(e.location),[r,i]=t===``||n===``?[t+n,``]:[t,n];return[F(r||e.message),F(i)]}),o=Math.max(...a.map(([e])=>e.length)),s=r.length-a.length;return[...i,`    ${L(r.length)} more of this kind:`,...a.map(([e,t])=>t===``?`      ${e}`:`      ${e.padEnd(o)}  ${n.paint(`cyan`,t)}`),...s>0?[`      …and ${s} more: \`--format html\` and \`--format json\` list all`]:[]]}
function xs(e,t,n){let{paint:r,width:i}=n,[a]=e,{severity:o,relatedLocations:s=[],evidence:c=[],remediation:l}=a,u=r(`bold`,r(ys[o],o)),d=Ir(a),f=d===void 0?``:`  ${r(`cyan`,F(d))}`,p=a.decision===`block`?``:r(`dim`,`  (does not block)`),m=e=>z(P(F(e),ms),i,4).map(e=>r(`dim`,e)),h=s.length-3,g=s.slice(0,3).map(Fr).join(`, `),_=zr(a),{location:v,subject:y}=a,b=y?.scope===void 0?``:r(`dim`,`  ${y.scope}`);return[`  ${u}  ${F(a.ruleId)}${f}${b}${p}`,...z(P(F(a.message),ms),i,4),...(v===void 0?[]:Bn(v,i-6)).map(e=>r(`blue`,`      ${e}`)),...g===``?[]:m(`also at ${g}${h>0?` and ${h} more`:``}`),..._===void 0?[]:m(`introduced by ${_}`),...c.filter(({verbatim:e})=>e!==!0).slice(0,8).flatMap(({label:e,value:t})=>m(`${e}: ${t}`)),...l===void 0?[]:z(`To do: ${P(F(l),ms)}`,i,4),...Ss(e,n),...dn(a,t)?[]:m(a.decisionReason)]}
function Ss(e,{paint:t}){let n=e.length<=4,r=Oi(n?e:e.slice(0,1)),i=n?``:`, for the first of ${e.length} (\`--format html\` has one for all)`;return r.flatMap(({label:e,value:n})=>[t(`dim`,`    ${F(e)}${i}:`),...Di(n).map(e=>`      ${e}`)])}
const Cs={pass:`green`,fail:`red`,error:`yellow`},ws={pass:`✓`,fail:`✗`,error:`!`};
function Ts(e,t,n){let{paint:r,width:i}=n,a=r(Cs[t.outcome],ws[t.outcome]),o=t.suppressed===0?``:`; ${t.suppressed} suppressed`,s=e.findings.filter(e=>e.check===t.check);return[`${a} ${r(`bold`,F(t.title))}: ${Br(t)}${o}`,...Es(t,n),...Ds(t,n),...t.notices.flatMap(e=>z(`Note: ${P(F(e),ms)}`,i,2).map(e=>r(`yellow`,e))),...Os(e,s,n),...ks(t,n),...As(s,n),...js(t,n)]}
function Es(e,{paint:t,width:n}){return e.error!==void 0&&Object.keys(e.coverage.inspected).length===0?[]:z(`Looked at: ${F(Hr(e)).replace(/\.$/,``)}.`,n,2).map(e=>t(`dim`,e))}
function Ds({error:e},t){if(e===void 0)return[];let{message:n,problems:r=[],hint:i}=e,a=n=>(e.places??[]).filter(e=>e.problem===n).flatMap(({location:e})=>Bn(e,t.width-4)).map(e=>t.paint(`blue`,`    ${e}`));return[...z(`Error: ${F(n)}`,t.width,2).map(e=>t.paint(`red`,e)),...a(n),...r.flatMap(e=>[...vs(e,t),...a(e)]),...i===void 0?[]:z(F(i),t.width,2)]}
function Os(e,t,n){let r=jr(t.filter(({status:e})=>e===`open`)),i=r.slice(0,Math.max(50,r.filter(Mr).length)),a=Nr(r)-Nr(i);return[...i.flatMap(t=>[``,...bs(t,e.failOn,n)]),...a>0?[``,`  …and ${R(a,`finding`)} more: \`--format json\` lists all`]:[]]}
function ks({tables:e},t){return e.flatMap(({title:e,open:n,columns:r,rows:i})=>{let a=n===!0?20:5,o=i.map(e=>e.filter(e=>e!==``).join(`; `)),s=o.length-a,c=s>0?[`…and ${L(s)} more: \`--format json\` lists all`]:[],l=r.map(e=>e.toLowerCase()).join(`; `);return Ms(`${e}: ${L(i.length)} (${l})`,[...o.slice(0,a),...c],t)})}
function As(e,t){let n=e.filter(({status:e})=>e===`suppressed`).map(({message:e,decisionReason:t})=>`${e}: ${t}`);return Ms(`Suppressed: ${R(n.length,`finding`)}`,n,t)}
function js({coverage:e},t){let n=new Map;for(let{item:t,reason:r}of e.skipped){let e=n.get(r);e===void 0?n.set(r,[t]):e.push(t)}let r=[...n].map(([e,t])=>{let n=t.length-3,r=n>0?` and ${L(n)} more`:``;return`${t.slice(0,3).join(`, `)}${r}: ${e}`});return Ms(`Not looked at: ${R(e.skipped.length,`item`)}`,r,t)}
function Ms(e,t,n){if(t.length===0)return[];let r=t.length-20;return[``,`  ${e}`,...t.slice(0,20).flatMap(e=>vs(e,n)),...r>0?[`  - …and ${L(r)} more: \`--format json\` lists all`]:[]].map(e=>e===``?e:n.paint(`dim`,e))}
function Ns(e,t){let{paint:n}=t,{title:r,outcome:i,records:a,failures:o,notices:s,verifyWith:c=[]}=e,l=n(Cs[i],ws[i]),u=o.length===0?``:`, ${L(o.length)} failed`,d=`${R(a.length,`record`)}${u}`,f=o.length-50,p=a.length-50;return[`${l} ${n(`bold`,F(r))}: ${d}`,...Es(e,t),...s.flatMap(e=>Is(`Note: ${e}`,2,t).map(e=>n(`yellow`,e))),...o.slice(0,50).flatMap(e=>[``,...Fs(e,t)]),...f>0?[`  …and ${L(f)} more: \`--format json\` lists all`]:[],...a.slice(0,50).flatMap(e=>[``,...Ps(e,t)]),...p>0?[``,`  …and ${L(p)} more: \`--format json\` lists all`]:[],...c.flatMap(({tool:e,command:t})=>[``,`  To verify with ${e}:`,...Di(t).map(e=>`    ${e}`)]),...js(e,t)]}
function Ps(e,t){let{act:n,subject:r,product:i,notes:a=[]}=e,o=[[`digest`,ra(e)],[`by`,ea(e)],[`when`,ta(e)],[`log`,na(e)],[`proof`,i],[`to`,e.destination],...a.map(e=>[`note`,e])];return[`  ${t.paint(`green`,n)}  ${F(r.name)}`,...o.flatMap(([e,n])=>n===void 0||n===``?[]:Is(`${e}: ${n}`,4,t))]}
function Fs(e,t){let{item:n,ruleId:r,message:i,hint:a,evidence:o=[]}=e;return[`  ${t.paint(`red`,`failed`)}  ${F(r)}  ${t.paint(`cyan`,F(n))}`,...Is(i,4,t),...o.flatMap(({label:e,value:n})=>Is(`${e}: ${n}`,4,t)),...a===void 0?[]:Is(`To do: ${a}`,4,t)]}
function Is(e,t,{width:n}){return z(P(F(e),ms),n,t)}
function Ls(e,t={}){let n={paint:t.colour===!0?_s:gs,width:Math.max(40,t.width??100)},{paint:r,width:i}=n,a=[...e.checks.flatMap(t=>[...Ts(e,t,n),``]),...e.acts.flatMap(e=>[...Ns(e,n),``])];if(e.notices.length>0){let t=e.notices.flatMap(e=>vs(e,n));a.push(r(`bold`,`Notices`),...t,``)}e.findings.some(Rs)&&a.push(...z("To accept a finding for a time, add its fingerprint to `suppressions`; `--format json` shows it.",i,0).map(e=>r(`dim`,e)),``),a.push(...zs(e,n));let o=z(F(e.headline),i,0).map(t=>r(`bold`,r(Cs[e.outcome],t))),s=Kr(e),c=s===void 0?[]:z(`Next: ${P(F(s),ms)}`,i,0);return`${[...a.length>50?[...o,``]:[],...a,...o,...c].join(`
`)}\n`}
function Rs({decision:e,evidence:t=[]}){return e===`block`&&!t.some(({verbatim:e})=>e===!0)}
function zs(e,{paint:t,width:n}){let r=Do(e).map(([e,t])=>`${e.toLowerCase()} ${t}`),i=e.settings.loosened.flatMap(({key:e,before:t,after:r})=>z(P(F(`The change loosens ${e}: ${t} becomes ${r}`),ms),n,0)),a=r.length===0?[]:z(F(`Of ${r.join(`, `)}`),n,0);return[...i.map(e=>t(`yellow`,e)),...a.map(e=>t(`dim`,e)),...r.length+i.length===0?[]:[``]]}
const Bs={text:e=>Ls(e),json:wo,sarif:e=>is(e),summary:e=>ps(e),comment:(e,{commentId:t})=>xa(e,t),html:uo,junit:Oo};
function Vs(e,t,n={}){return Bs[e](t,n)}
const Hs=Ct([{id:`suppressions.expired`,title:`Suppression past its expiry day`,description:`The day until which a suppression was granted is over. It no longer hides anything, and whoever owns it has to decide again.`,help:"Fix what it was granted for and remove the entry, or have its owner renew `expires` with a current `reason`.",severity:`medium`,tags:[`suppression`]},{id:`suppressions.expires-soon`,title:`Suppression about to expire`,description:`A suppression ends within 14 days. Findings that it hides will count again from the day after.`,help:"Plan the fix now, or have the owner renew `expires` before that day.",severity:`info`,tags:[`suppression`]},{id:`suppressions.unused`,title:`Suppression without a finding`,description:`An entry matched nothing in a run of the check that it is for. It may hide a finding that somebody brings back later.`,help:"Remove the entry. If it should match, compare its `rule`, `path` and `package` with the JSON report.",severity:`low`,tags:[`suppression`]},{id:`settings.loosened`,title:`Setting made less strict by a change`,description:`The change brings a setting that lets more pass than the one on the branch that it wants to go to: a higher threshold, a check less, a suppression more. Whoever writes a change should not be the only one to decide by what it is judged.`,help:"Have somebody who answers for the settings look at it. `settings.loosening: block` in the config file of the base branch makes it fail the run.",severity:`low`,tags:[`settings`]},{id:`settings.base-unreadable`,title:`Settings of the base branch could not be read`,description:`The settings of the change were not compared with those of the branch that it wants to go to, so nobody knows whether it loosens them.`,help:"Set `fetch-depth: 0` on actions/checkout, or give the step its `token`, so that the base branch can be fetched.",severity:`low`,tags:[`settings`]}]);
function Us(e,t){let{records:n,failures:r,coverage:i,notices:a=[]}=e,o=n.length===0&&r.length===0&&i.nothingToDo===void 0,s={item:t,ruleId:`${e.act}.nothing-done`,kind:`usage`,message:`${t}: nothing was done`,hint:"Check `working-directory` and what the command was asked to work on."},c=o?[s]:r;return{...e,title:t,failures:c,notices:a,outcome:Ws(c)}}
function Ws(e){return e.length===0?`pass`:e.every(({kind:e})=>e===`policy`)?`fail`:`error`}
function Gs({title:e,records:t,failures:n}){let r=`${e}: ${R(t.length,`file`)} done`;return n.length===0?r:`${r}, ${n.length} failed`}
function Ks(e,t){let n=t.filter(t=>t.check===e.check),r=Object.values(e.coverage.inspected).some(e=>e>0)||n.length>0||e.coverage.nothingToDo!==void 0?void 0:{kind:`usage`,message:`${e.title}: nothing was looked at`,hint:"Check `working-directory` and the paths in the config, or leave this check out if there is nothing for it here."};return{...$s(n),check:e.check,title:e.title,outcome:r===void 0?n.some(e=>e.decision===`block`)?`fail`:`pass`:`error`,coverage:ec(e.coverage),notices:e.notices??[],tables:e.tables??[],...r!==void 0&&{error:r}}}
function qs({check:e,title:t,error:n,note:r=``},i){return{...$s(i.filter(t=>t.check===e)),check:e,title:t,outcome:`error`,coverage:{inspected:{},skipped:[],summary:`The check failed before it was done`},notices:[],tables:[],error:{kind:n.kind,message:`${r} ${n.message===``?`The check failed without a message`:n.message}`.trim(),...n.hint!==void 0&&{hint:n.hint},...n.problems.length>0&&{problems:n.problems},...n.places.size>0&&{places:[...n.places].map(([e,t])=>({problem:e,location:t}))}}}}
function Js(e,t=[]){if(t.length===0&&e.every(Ys))return`error`;let n=[...e,...t];return n.some(({outcome:e})=>e===`error`)?`error`:n.some(({outcome:e})=>e===`fail`)?`fail`:`pass`}
function Ys({check:e}){return e===`suppressions`||e===`settings`}
function Xs(e){let{outcome:t,failOn:n,checks:r,acts:i=[],findings:a}=e,o=a.filter(e=>e.decision===`block`),s=a.filter(({status:e,decision:t})=>e===`open`&&t===`report`),c=a.filter(({status:e})=>e===`suppressed`).length,l=`${R(o.length,`finding`)} ${Zs(o,n)}${tc(o)}`;if(i.length>0&&r.every(Ys))return`${{pass:`Passes`,fail:`Fails`,error:`Error`}[t]}: ${[...i.map(Gs),...o.length>0?[l]:[]].join(`; `)}.`;let u=[];if(t===`error`){let e=[...r,...i],t=e.filter(e=>e.outcome===`error`).map(({title:e})=>e);u.push(t.length===0?`Error: no check ran`:`Error: ${Qs(t.length,e.length)} work (${t.join(`, `)})`),o.length>0&&u.push(l)}else t===`fail`?u.push(`Fails: ${l}`):u.push(n===`never`?"Passes: no finding fails the run, because `fail-on` is never":`Passes: no findings at or above ${n}`);return s.length>0&&t===`pass`&&u.push(`${L(s.length)}${n===`never`?` reported`:` below it`}${tc(s)}`),c>0&&u.push(`${L(c)} suppressed`),`${u.join(`; `)}.`}
function Zs(e,t){return e.some(({severity:e})=>t===`never`||!Le(e,t))?`that ${e.length===1?`blocks`:`block`}`:`at or above ${t}`}
function Qs(e,t){return t===1?`the check could not do its`:`${e} of ${t} checks could not do ${e===1?`its`:`their`}`}
function $s(e){let t=e.filter(({status:e})=>e===`open`),n=e=>t.filter(t=>t.severity===e).length;return{counts:{critical:n(`critical`),high:n(`high`),medium:n(`medium`),low:n(`low`),info:n(`info`)},suppressed:e.length-t.length}}
function ec(e){return{...e,skipped:e.skipped.toSorted((e,t)=>M(e.item,t.item)||M(e.reason,t.reason))}}
function tc(e){let t=k.map(t=>[e.filter(e=>e.severity===t).length,t]).filter(([e])=>e>0);return t.length===0?``:` (${t.map(([e,t])=>`${L(e)} ${t}`).join(`, `)})`}
const nc=[...k,`off`];
function rc(e){let t=new Set,n=Hs;for(let{rules:r={},check:i}of e)if(i!==!1)n={...n,...r};else for(let e of Object.keys(r))t.add(e.split(`.`,1)[0]??e);for(let e of Object.keys(n))t.delete(e.split(`.`,1)[0]??e);return{rules:n,acts:t}}
function ic(e,t,n=[]){let r=[t,...n].find(t=>Object.hasOwn(e,t));if(r!==void 0)return e[r];let i=`${uc(t)}.*`;return Object.hasOwn(e,i)?e[i]:void 0}
function ac(e,t){return Object.keys(t).filter(n=>e.endsWith(`.*`)?`${uc(n)}.*`===e:n===e||t[n]?.aliases?.includes(e))}
function oc(e,t,n){let r=uc(e);if(n.acts.has(r))return`${e} belongs to an act, which succeeds or fails: its rules have no level`;if(r===`settings`)return`${e} can't be set; \`settings.loosening\` says whether it fails the run`;if(r===`suppressions`&&t===`off`)return`${e} can't be switched off; fix or remove the suppressions that it is about`;if(ac(e,n.rules).length>0)return;let i=Fn(e,[...Object.keys(n.rules),...lc(n.rules)]);return`there is no rule ${JSON.stringify(e.slice(0,100))}${i===void 0?"; `assay explain` lists all rules":`; did you mean \`${i}\`?`}`}
function sc(e){let[t=``,n=``,...r]=e.split(`=`).map(e=>e.trim()),i=nc.find(e=>e===n);if(t!==``&&i!==void 0&&r.length===0)return{key:t,level:i};let a=Fn(n,nc);return{problem:`holds ${JSON.stringify(e.slice(0,100))}; each must be a rule and a level such as \`licenses.unknown=low\`, with one of ${nc.join(`, `)}${a===void 0?``:`; did you mean "${a}"?`}`}}
function cc(e,t){return e.flatMap(e=>{let n=sc(e);if(`problem`in n)return[`\`rule\` ${n.problem}`];let r=oc(n.key,n.level,t);return r===void 0?[]:[`\`rule\`: ${r}`]})}
function lc(e){return[...new Set(Object.keys(e).map(e=>`${uc(e)}.*`))]}
function uc(e){return e.split(`.`,1)[0]??e}
const dc=/^[a-z][a-z0-9.-]*$/,fc=`a letter, then letters, digits, . and -`,pc=/^[a-z][a-z0-9._-]*$/,mc=`a lower-case letter, then lower-case letters, digits, ., _ and -`,hc=/^[A-Za-z0-9._~:-]*$/;
function gc(e){return(e??``).split(`/`).filter(e=>e!==``)}
function _c(e){return gc(e).filter(e=>e!==`.`&&e!==`..`)}
function vc(e){return hc.test(e)?e:encodeURIComponent(e.toWellFormed()).replace(/[!'()*]/g,e=>`%${e.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll(`%3A`,`:`)}
function yc(e,t){if(!t.includes(`%`))return t;try{return decodeURIComponent(t)}catch{throw G(e,`"${bc(t)}"`,`UTF-8 in percent codes`)}}
function G(e,t,n){return new A(`"${bc(e)}" is no package URL: ${t} must be ${n}`,{hint:`Write it as pkg:type/namespace/name@version?qualifiers#subpath.`})}
function bc(e){return e.length>200?`${e.slice(0,200)}…`:e}
const K={namespace:`prohibited`},q={namespace:`required`},J=[`namespace`,`name`],xc=e=>e.replaceAll(`_`,`-`),Sc=new Map([[`alpm`,{...q,lowerCase:J}],[`apk`,{...q,lowerCase:J}],[`bazel`,K],[`bitbucket`,{...q,lowerCase:J}],[`bitnami`,{...K,lowerCase:[`name`]}],[`brew`,{lowerCase:J}],[`cargo`,K],[`chrome-extension`,{...K,lowerCase:[`name`],name:{pattern:/^[a-p]{32}$/,allowed:`32 letters from a to p`},version:{pattern:/^\d+(?:\.\d+){0,3}$/,allowed:`one to four numbers separated by dots`}}],[`cocoapods`,K],[`composer`,{...q,lowerCase:J}],[`conan`,{}],[`conda`,K],[`cpan`,{name:{pattern:/^(?!.*::)/,allowed:"a distribution (`URI-PackageURL`), not a module (`URI::PackageURL`)"}}],[`cran`,K],[`deb`,{...q,lowerCase:J}],[`docker`,{}],[`gem`,K],[`generic`,{}],[`git`,q],[`github`,{...q,lowerCase:J}],[`githubactions`,{...q,lowerCase:J}],[`golang`,{lowerCase:J}],[`hackage`,{...K,normalizeName:xc}],[`hex`,{lowerCase:J}],[`huggingface`,{...q,lowerCase:[`version`]}],[`julia`,{...K,requiredQualifiers:[`uuid`]}],[`luarocks`,{lowerCase:J}],[`maven`,q],[`mlflow`,K],[`npm`,{}],[`nuget`,K],[`oci`,{...K,lowerCase:[`name`,`version`]}],[`opam`,K],[`otp`,{...K,lowerCase:[`name`,`subpath`]}],[`pub`,{...K,lowerCase:[`name`],normalizeName:e=>e.replaceAll(/[^a-z0-9_]/g,`_`)}],[`pypi`,{...K,lowerCase:[`name`,`version`],normalizeName:xc}],[`qpkg`,{...q,lowerCase:[`namespace`]}],[`rpm`,{...q,lowerCase:[`namespace`]}],[`swid`,{requiredQualifiers:[`tag_id`]}],[`swift`,q],[`vcpkg`,K],[`vscode-extension`,{...q,lowerCase:[`namespace`,`name`,`version`]}],[`yocto`,{lowerCase:[`namespace`]}]]);
function Cc(e){let t=Sc.get(e.type);if(t===void 0)return e;let n=new Set(t.lowerCase),r=(e,t)=>n.has(e)?t.toLowerCase():t,{namespace:i,version:a,subpath:o}=e,s=r(`name`,e.name),c=e.type===`mlflow`&&e.qualifiers?.repository_url?.includes(`databricks`);return{...e,...i===void 0?{}:{namespace:r(`namespace`,i)},name:c?s.toLowerCase():t.normalizeName?.(s)??s,...a===void 0?{}:{version:r(`version`,a)},...o===void 0?{}:{subpath:r(`subpath`,o)}}}
function wc(e){let t=Sc.get(e.type);if(t===void 0)return;let{type:n,name:r,version:i,qualifiers:a}=e,o=e.namespace!==void 0&&e.namespace!==``;if(t.namespace===`prohibited`&&o)return{part:`the namespace`,allowed:`absent for the type ${n}`};if(t.namespace===`required`&&!o)return{part:`the namespace`,allowed:`there for the type ${n}`};if(t.name!==void 0&&!t.name.pattern.test(r))return{part:`the name`,allowed:t.name.allowed};if(t.version!==void 0&&i&&!t.version.pattern.test(i))return{part:`the version`,allowed:t.version.allowed};let s=t.requiredQualifiers?.find(e=>!a?.[e]);return s===void 0?void 0:{part:`the qualifier ${s}`,allowed:`there for the type ${n}`}}
function Tc(e){let t=Cc({...e,type:e.type.toLowerCase()}),{type:n,namespace:r,name:i,version:a,qualifiers:o,subpath:s}=t;if(!dc.test(n))throw G(n,`the type`,fc);if(i===``)throw G(`pkg:${n}/`,`the name`,`at least one character`);let c=wc(t),l=n===`git`?gc(i):[i],u=[n,...gc(r).map(vc),...l.map(vc)].join(`/`);if(c!==void 0)throw G(`pkg:${u}`,c.part,c.allowed);let d=o===void 0?``:Ec(o),f=_c(s).map(vc).join(`/`);return[`pkg:${u}`,a===void 0||a===``?``:`@${vc(a)}`,d===``?``:`?${d}`,f===``?``:`#${f}`].join(``)}
function Ec(e){return Object.entries(e).filter(([,e])=>e!==void 0&&e!==``).sort(([e],[t])=>e<t?-1:1).map(([e,t=``])=>{if(!pc.test(e))throw G(e,`a qualifier's key`,mc);return`${e}=${vc(t)}`}).join(`&`)}
function Dc(e){let t=e.split(`||`).map(e=>Oc(e.trim()));if(t.some(e=>e===void 0))return;let n=new Set(e.split(`||`).map(e=>e.trim().replace(/^=?v?/,``)));return e=>{if(n.has(e))return!0;let r=/^(\d+)\.(\d+)\.(\d+)(?:\+.*)?$/.exec(e);if(r===null)return!1;let i=Ic(r[1],r[2],r[3]);return t.some(e=>e?.every(e=>Fc(i,e)))}}
function Oc(e){let t=[],n=e.replaceAll(/(\^|~|[<>]=?|=)\s+/g,`$1`).split(/\s+/);for(let e of n){let n=Ac(e);if(n===void 0)return;t.push(...n)}return t}
const kc=/^(\^|~|[<>]=?|=)?v?(\d{1,9}|[xX*])(?:\.(\d{1,9}|[xX*]))?(?:\.(\d{1,9}|[xX*]))?(-[0-9A-Za-z.-]+)?$/;
function Ac(e){let t=kc.exec(e);if(t===null)return;let[,n=`=`,...r]=t,i=r.slice(0,3).findIndex(e=>e===void 0||/[xX*]/.test(e)),a=i===-1?3:i;if(t[5]!==void 0)return n===`=`&&a===3?jc:void 0;let o=r.slice(0,a),s=Ic(o[0],o[1],o[2]);if(a===0)return n===`<`||n===`>`?void 0:[];switch(n){case`<`:case`>=`:return[{operator:n,version:s}];case`>`:return[{operator:`>=`,version:Pc(s,a)}];case`<=`:return[{operator:`<`,version:Pc(s,a)}];case`^`:return Nc(s,Pc(s,Mc(s,a)));case`~`:return Nc(s,Pc(s,Math.min(a,2)));default:return Nc(s,Pc(s,a))}}
const jc=[{operator:`<`,version:[0,0,0]}];
function Mc([e,t],n){return e>0?1:Math.min(t>0?2:3,n)}
function Nc(e,t){return[{operator:`>=`,version:e},{operator:`<`,version:t}]}
function Pc([e,t,n],r){return r<=1?[e+1,0,0]:r===2?[e,t+1,0]:[e,t,n+1]}
function Fc(e,{operator:t,version:n}){let r=e[0]-n[0]||e[1]-n[1]||e[2]-n[2];return t===`<`?r<0:r>=0}
function Ic(e,t,n){return[Number(e??0),Number(t??0),Number(n??0)]}
function Lc(e){let t=e.split(`,`).map(e=>e.trim());if(!t.some(e=>e===``||/[\s|]/.test(e.replace(/^(?:\^|~|[<>]=?|=)\s+/,``))))return Dc(t.map(e=>/^\d/.test(e)?`^${e}`:e).join(` `))}
function Rc(e){let{type:t,path:n,version:r,query:i,subpath:a}=zc(e),o=gc(n).map(t=>Wc(e,t)),s=t===`git`?o.splice(1).join(`/`):o.pop()??``;if(s===``)throw G(e,`the name`,`at least one character`);let c=Cc({type:t,namespace:o.length===0?void 0:o.join(`/`),name:s,version:r===void 0||r===``?void 0:yc(e,r),qualifiers:i===void 0?void 0:Vc(e,i),subpath:a===void 0?void 0:Hc(e,a)}),l=wc(c);if(l!==void 0)throw G(e,l.part,l.allowed);return c}
function zc(e){let[t,n]=Uc(e,`#`),[r,i]=Uc(t,`?`),a=r.indexOf(`:`);if(r.slice(0,Math.max(a,0)).toLowerCase()!==`pkg`)throw G(e,`the scheme`,"`pkg:`");let o=r.slice(a+1).replace(/^\/+/,``),s=o.indexOf(`/`),c=o.slice(0,Math.max(s,0)).toLowerCase();if(!dc.test(c))throw G(e,`the type`,fc);let l=o.slice(s+1),u=Bc(l);if(u===void 0)return{type:c,path:l,query:i,subpath:n};let d=l.slice(0,u);if(d===``||d.endsWith(`/`))throw G(e,`the name`,`at least one character`);let f=l.slice(u+1);if(f.includes(`/`))throw G(e,`the version`,`without an unencoded slash`);return{type:c,path:d,version:f,query:i,subpath:n}}
function Bc(e){let t=e.lastIndexOf(`@`),n=(t===0||e[t-1]===`/`)&&e.indexOf(`/`,t)>t+1;return t<0||n?void 0:t}
function Vc(e,t){let n=new Map;for(let r of t.split(`&`)){if(r===``)continue;let t=r.indexOf(`=`),i=r.slice(0,Math.max(t,0));if(!pc.test(i))throw G(e,`the key of the qualifier "${r.slice(0,80)}"`,mc);if(n.has(i))throw G(e,`the qualifier "${i}"`,`there once`);n.set(i,yc(e,r.slice(t+1)))}let r=[...n].filter(([,e])=>e!==``);return r.length===0?void 0:Object.fromEntries(r)}
function Hc(e,t){return _c(gc(t).map(t=>Wc(e,t)).join(`/`)).join(`/`)||void 0}
function Uc(e,t){let n=e.lastIndexOf(t);return n<0?[e]:[e.slice(0,n),e.slice(n+1)]}
function Wc(e,t){let n=yc(e,t);if(n.includes(`/`))throw G(e,`the segment "${t.slice(0,80)}"`,`without an encoded slash`);return n}
const Gc=/^v?(?:(\d{1,9})!)?(\d{1,15}(?:\.\d{1,15}){0,63})(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d{0,15}))?(?:-(\d{1,15})|[-_.]?(post|rev|r)[-_.]?(\d{0,15}))?(?:[-_.]?(dev)[-_.]?(\d{0,15}))?(?:\+([a-z\d]{1,64}(?:[-_.][a-z\d]{1,64}){0,15}))?$/,Kc=new Map([[`a`,0],[`alpha`,0],[`b`,1],[`beta`,1],[`c`,2],[`rc`,2],[`pre`,2],[`preview`,2]]),qc=2**53-1;
function Jc(e){let t=Gc.exec(e.trim().toLowerCase());if(t===null)return;let[,n,r=``,i,a,o,s,c,l,u,d]=t,f=r.split(`.`).map(Number),p=o!==void 0||s!==void 0,m=i===void 0&&!p&&l!==void 0;return{epoch:Number(n??0),release:Yc(f),written:f,suffix:[i===void 0?m?-1:qc:Kc.get(i)??0,i===void 0?0:Number(a||0),p?Number(o??(c||0)):-1,l===void 0?qc:Number(u||0)],isPrerelease:i!==void 0||l!==void 0,isPostrelease:p,local:d?.split(/[-_.]/).map(e=>/^\d+$/.test(e)?Number(e):e)??[]}}
function Yc(e){return e.slice(0,e.findLastIndex(e=>e!==0)+1)}
function Xc(e,t){for(let n=0;n<Math.max(e.length,t.length);n++){let r=(e[n]??0)-(t[n]??0);if(r!==0)return r}return 0}
function Zc(e,t){return e.epoch-t.epoch||Xc(e.release,t.release)||Xc(e.suffix,t.suffix)}
function Qc(e,t){for(let n=0;n<Math.max(e.length,t.length);n++){let[r,i]=[e[n],t[n]];if(r!==i)return r===void 0?-1:i===void 0?1:typeof r==`number`&&typeof i==`number`?r-i:typeof r==typeof i?r<i?-1:1:typeof r==`number`?1:-1}return 0}
function $c(e,t){let[n,r]=[Jc(e),Jc(t)];if(n!==void 0&&r!==void 0)return Zc(n,r)||Qc(n.local,r.local)}
function el(e,{prereleases:t=!1}={}){let n=[],r=t;for(let t of e.split(`,`)){let e=/^\s*(===|==|!=|<=|>=|~=|<|>)\s*(\S+)\s*$/.exec(t),[,i=``,a=``]=e??[],o=e===null?void 0:tl(i,a);if(o===void 0)return;n.push(o),i!==`!=`&&Jc(a)?.isPrerelease===!0&&(r=!0)}let i=/^\s*===\s*(\S+)\s*$/.exec(e)?.[1]?.toLowerCase();return e=>{let t=Jc(e);return t===void 0?i===e.toLowerCase():t.isPrerelease&&!r?!1:n.every(n=>n(t,e))}}
function tl(e,t){if(e===`===`)return(e,n)=>n.toLowerCase()===t.toLowerCase();let n=t.endsWith(`.*`),r=Jc(n?t.slice(0,-2):t);if(!(r===void 0||n&&e!==`==`&&e!==`!=`))switch(e){case`==`:return n?rl(r):nl(r);case`!=`:{let e=n?rl(r):nl(r);return(t,n)=>!e(t,n)}case`>=`:return e=>Zc(e,r)>=0;case`<=`:return e=>Zc(e,r)<=0;case`>`:return e=>Zc(e,r)>0&&!il(e,r,`post`);case`<`:return e=>Zc(e,r)<0&&!il(e,r,`pre`);default:{if(r.written.length<2)return;let e=rl({...r,written:r.written.slice(0,-1)});return(t,n)=>Zc(t,r)>=0&&e(t,n)}}}
function nl(e){return t=>Zc(t,e)===0&&(e.local.length===0||Qc(t.local,e.local)===0)}
function rl({epoch:e,written:t}){return n=>n.epoch===e&&t.every((e,t)=>(n.written[t]??0)===e)}
function il(e,t,n){let r=e.epoch===t.epoch&&Xc(e.release,t.release)===0;return n===`post`?r&&e.isPostrelease&&!t.isPostrelease:r&&e.isPrerelease&&!t.isPrerelease}
const al={bazel:[`Bazel Central Registry`,`https://registry.bazel.build`],bitbucket:[`Bitbucket`,`https://bitbucket.org`],cargo:[`crates.io`,`https://crates.io`],cocoapods:[`CocoaPods`,`https://cocoapods.org`],composer:[`Packagist`,`https://packagist.org`],conan:[`ConanCenter`,`https://conan.io/center`],conda:[`Anaconda`,`https://anaconda.org`],cran:[`CRAN`,`https://cran.r-project.org`],gem:[`RubyGems.org`,`https://rubygems.org`],github:[`GitHub`,`https://github.com`],gitlab:[`GitLab`,`https://gitlab.com`],golang:[`Go module mirror`,`https://proxy.golang.org`],hackage:[`Hackage`,`https://hackage.haskell.org`],hex:[`Hex`,`https://hex.pm`],jsr:[`JSR`,`https://jsr.io`],julia:[`Julia General registry`,`https://github.com/JuliaRegistries/General`],maven:[`Maven Central`,`https://central.sonatype.com`],npm:[`npm registry`,`https://www.npmjs.com`],nuget:[`NuGet Gallery`,`https://www.nuget.org`],pub:[`pub.dev`,`https://pub.dev`],pypi:[`Python Package Index`,`https://pypi.org`]};
function ol(e){let t=Object.hasOwn(al,e)?al[e]:void 0;return t&&{name:t[0],url:t[1]}}
function sl(e){let t=Dc(e);return t&&(e=>t(e.replace(/^v/,``)))}
const cl=new Map([[`npm`,Dc],[`pypi`,e=>el(e)],[`cargo`,Lc],[`golang`,sl],[`julia`,Dc],[`pub`,Dc],[`swift`,Dc]]),ll=/^[\^~<>=!]|[<>=|\s,]/,ul=/^\d+(?:\.\d+)?$|^\d[\d.]*\.[xX]/;
function dl(e,t,n){if(ll.test(e)){let r=fl(e,t);if(r.size===0)throw ml(e,t,n);return(e,t)=>e!==void 0&&(r.get(t??``)?.(e)??!1)}let r=(t,n)=>t!==void 0&&Nt(pl(e,n),pl(t,n));if(!ul.test(e))return r;let i=fl(e,t);return(e,t)=>r(e,t)||e!==void 0&&(i.get(t??``)?.(e)??!1)}
function fl(e,t){let n=[...cl].filter(([e])=>t===void 0||t===e).map(([t,n])=>[t,n(e)]);return new Map(n.flatMap(([e,t])=>t===void 0?[]:[[e,t]]))}
function pl(e,t){return t===void 0?e:Cc({type:t,name:`-`,version:e}).version??``}
function ml(e,t,n){let r=[...cl.keys()].join(`, `),i=t===void 0||cl.has(t)?`can't be read`:`is of the type ${t}, and only ranges of ${r} are read`;return new A(`${n} has the range "${e.slice(0,80)}", which ${i}`,{hint:"Write an exact version, `*`, for npm, golang, pub or swift a range such as `^1.2`, `~1.2.3`, `1.x` or `>=1 <3`, for cargo one such as `^1.2` or `>=1, <3`, or for pypi one such as `>=1.2,<2` or `~=1.4`."})}
function hl(e,t){let n=e.trim();if(n===``)throw new A(`${t} is empty`,{hint:"Write a name, `name@version`, a package URL, or `*` for every package."});return/^pkg:/i.test(n)?vl(n,t):gl(n,t)}
function gl(e,t){let n=e.lastIndexOf(`@`),r=n>0&&n>e.lastIndexOf(`/`),i=r?e.slice(0,n):e,a=r?dl(e.slice(n+1),void 0,t):_l;return e=>{if(e===void 0)return!1;let t=Sl(e);return(Nt(i,e.name)||Nt(xl(i,t),xl(e.name,t)))&&a(e.version,t)}}
const _l=()=>!0;
function vl(e,t){let{type:n,path:r,version:i,qualifiers:a,subpath:o}=yl(e,t),s=i?dl(i,n,t):_l;return e=>{let t=Cl(e);if(t?.type!==n)return!1;let{namespace:i,name:c}=t;return Nt(r,i===void 0?c:`${i}/${c}`)&&s(t.version,n)&&a.every(([e,n])=>Nt(n,t.qualifiers?.[e]??``))&&(o===void 0||Nt(o,t.subpath??``))}}
function yl(e,t){try{let{type:t,path:n,version:r,query:i,subpath:a}=zc(e),o=gc(n).map(t=>yc(e,t));if(o.length===0)throw G(e,`the name`,`at least one character`);return{type:t,path:xl(o.join(`/`),t),version:r===void 0?void 0:yc(e,r),qualifiers:bl(e,i),subpath:a===void 0?void 0:yc(e,a)}}catch(e){throw e instanceof A?new A(`${t}: ${e.message}`,{hint:e.hint}):e}}
function bl(e,t){return(t??``).split(`&`).filter(e=>e!==``).map(t=>{let n=t.indexOf(`=`);if(n<=0)throw G(e,`each qualifier`,"`key=value`");return[t.slice(0,n),yc(e,t.slice(n+1))]})}
function xl(e,t){if(t===void 0)return e;let n=e.lastIndexOf(`/`),r=(e,n)=>n.split(`*`).map(n=>Cc({type:t,name:``,[e]:n})[e]??``).join(`*`),i=r(`name`,e.slice(n+1));return n<0?i:`${r(`namespace`,e.slice(0,n))}/${i}`}
function Sl({purl:e,ecosystem:t}){return/^pkg:([^/]+)\//.exec(e??``)?.[1]??t}
function Cl(e){if(e?.purl!==void 0)try{return Rc(e.purl)}catch{return}}
const wl=new Set([`cargo`,`golang`,`hex`,`npm`,`pub`,`swift`]),Tl=/^v?(\d{1,15})\.(\d{1,15})\.(\d{1,15})(?:-([0-9A-Za-z.-]{1,256}))?(?:\+[0-9A-Za-z.-]*)?$/,El=/^v?\d{1,15}(?:\.\d{1,15}){0,15}$/;
function Dl(e,t,n){return t===n?0:e===`pypi`?$c(t,n):El.test(t)&&El.test(n)?Al(Ol(t),Ol(n),`0`):wl.has(e??``)?kl(t,n):void 0}
function Ol(e){return e.replace(/^v/,``).split(`.`)}
function kl(e,t){let[n,r]=[Tl.exec(e),Tl.exec(t)];if(n===null||r===null)return;let i=Al(n.slice(1,4),r.slice(1,4)),[a,o]=[n[4],r[4]];return i!==0||a===o?i:a===void 0||o===void 0?a===void 0?1:-1:Al(a.split(`.`),o.split(`.`))}
function Al(e,t,n){for(let r=0;r<Math.max(e.length,t.length);r++){let[i,a]=[e[r]??n,t[r]??n];if(i===a)continue;if(i===void 0||a===void 0)return i===void 0?-1:1;let[o,s]=[/^\d+$/.test(i),/^\d+$/.test(a)];if(o&&s){let e=Number(i)-Number(a);if(e!==0)return e}else if(o!==s)return o?-1:1;else return i<a?-1:1}return 0}
function jl(e){let t=e.flatMap((e,t)=>Fl(e).map(e=>`suppressions[${t}]: ${e}`));if(t.length>0)throw new A(t.length===1?`A suppression is not valid`:`${t.length} faults in suppressions`,{problems:t,hint:`An entry has a fingerprint or a rule, and a reason, an owner and an expiry day.`});return e.map(e=>({entry:e,endsAt:bt(e.expires)??0,matches:Nl(e)}))}
function Ml(e){return[e.fingerprint===void 0?void 0:`fingerprint ${e.fingerprint.slice(0,12)}`,e.rule===void 0?void 0:`rule ${e.rule}`,e.path===void 0?void 0:`path ${e.path}`,e.package===void 0?void 0:`package ${e.package}`].filter(e=>e!==void 0).join(`, `)}
function Nl(e){let t=e.path===void 0?void 0:Qt([e.path]),n=e.package===void 0?void 0:hl(e.package,"`package`"),r=t=>e.rule===void 0||Nt(e.rule,t);return(i,a=[])=>e.fingerprint!==void 0&&!Pl(i).includes(e.fingerprint)||!r(i.ruleId)&&!a.some(r)||n!==void 0&&!n(i.subject)?!1:t===void 0||[i.location,...i.relatedLocations??[]].every(e=>e!==void 0&&t(e.path))}
function Pl({fingerprint:e,aliases:t=[]}){return[e,...t]}
function Fl(e){let t=[],{fingerprint:n,rule:r}=e;n===void 0&&r===void 0&&t.push("has neither `fingerprint` nor `rule`; give one of them"),n!==void 0&&!/^[0-9a-f]{64}$/.test(n)&&t.push("`fingerprint` must be the 64 lower-case hex digits that a report shows"),r?.includes(`*`)&&[n,e.path,e.package].every(e=>e===void 0)&&t.push(`\`rule: ${r}\` alone would hide too much; narrow it with \`path\` or \`package\``),r?.startsWith(`suppressions.`)&&t.push(`findings about suppressions can't be suppressed; fix or remove the entry`),r?.startsWith(`settings.`)&&t.push("findings about settings can't be suppressed; `settings.loosening` decides");for(let n of[`fingerprint`,`rule`,`path`,`package`])e[n]?.trim()===``&&t.push(`\`${n}\` is empty; leave it out`);if(e.package!==void 0&&e.package.trim()!==``)try{hl(e.package,"`package`")}catch(e){if(!(e instanceof A))throw e;t.push(e.message)}for(let n of[`reason`,`owner`])e[n].trim()===``&&t.push(`\`${n}\` is empty; it must say something`);return bt(e.expires)===void 0&&t.push(`\`expires\` is "${e.expires.slice(0,40)}"; write a day as YYYY-MM-DD, such as 2027-01-31`),t}
function Il(e,t,n){let{aliases:r}=Object.hasOwn(n.rules,t.ruleId)?n.rules[t.ruleId]??{}:{},i=ic(n.levels,t.ruleId,r),a=i===void 0||i===`off`?t:{...t,severity:i},{suppression:o,...s}=a,c=n.suppressions.filter(e=>e.matches(a,r)),l=c.find(e=>e.endsAt>n.now.getTime()),u=Pl(a).map(e=>n.baseline?.entries.get(e)).find(t=>t?.check===e),d=Ll(a,u,n.slo),f=a.firstSeen??u?.firstSeen??u?.acceptedAt,p={...s,check:e,...f!==void 0&&{firstSeen:f},...d!==void 0&&{slo:d}},m=(i===`off`?Bl(a.ruleId):void 0)??(l&&Vl(l))??(o!==void 0&&Ul(o,n.now)?o:void 0)??(u!==void 0&&!Rl(d)?Hl(u):void 0);if(m!==void 0)return{matched:c,finding:{...p,status:`suppressed`,suppression:m,decision:`report`,decisionReason:i===`off`?`${m.reason}.`:Wl(m,d)}};let h=n.failOn!==`never`&&Le(a.severity,n.failOn),g=[Gl(c[0]?.entry.expires??o?.expires,u,d),i===void 0?``:`${zl} ${a.severity} instead of ${t.severity}; `].join(``);return{matched:c,finding:{...p,status:`open`,decision:h?`block`:`report`,decisionReason:fn(g,a.severity,n.failOn)}}}
function Ll(e,t,n){let r=t?.acceptedAt??e.firstSeen;return r===void 0?void 0:n?.(e.severity,r)}
function Rl(e){return e?.fixDue!==void 0&&e.state===`breached`}
const zl="`rules` sets its severity to";
function Bl(e){return{by:`config`,reason:`The rule ${e} is switched off by \`rules\``}}
function Vl({entry:e}){return{by:`config`,reason:e.reason,owner:e.owner,expires:e.expires}}
function Hl(e){return{by:`baseline`,reason:`It was accepted on ${e.acceptedAt.slice(0,10)}`}}
function Ul(e,t){return e.expires===void 0||(bt(e.expires)??0)>t.getTime()}
function Wl(e,t){let{by:n,owner:r,expires:i}=e;if(n===`baseline`)return`It stands in the baseline${t?.fixDue===void 0?``:`; its fix is due by ${t.fixDue.slice(0,10)}`}.`;let a=n===`config`?`in the config`:`by a mark in the file`,o=i===void 0?``:` through ${i}`;return`Suppressed ${a}${r===void 0?``:` by ${r}`}${o}.`}
function Gl(e,t,n){return e===void 0?t===void 0||n?.fixDue===void 0?``:`It stands in the baseline, but its fix was due by ${n.fixDue.slice(0,10)}; `:`Its suppression expired on ${e}; `}
function Kl(e,t,n){let{mode:r,findings:i=[]}=e??{};return i.map(e=>{let{finding:i}=Il(`settings`,e,{failOn:t,levels:{},suppressions:[],baseline:void 0,slo:void 0,now:n,rules:{}});return e.ruleId===`settings.loosened`?r===`block`?{...i,decision:`block`,decisionReason:"`settings.loosening` on the base branch is block."}:{...i,decision:`report`,decisionReason:"It is reported only: `settings.loosening` on the base branch is not block."}:i})}
const ql="Make one with `assay check --report-formats json --report-directory reports` and point `baseline` at the JSON report in that folder.",Jl=new Set([1,2]);
async function Yl(e,t,n){if(t===void 0)return;let r=await e.read(t,{named:n});if(r===void 0)throw new A(`The baseline ${t} does not exist`,{hint:`\`baseline\` is relative to \`working-directory\`. ${ql}`});return Xl(new TextDecoder().decode(r),t)}
function Xl(e,t){let n;try{n=JSON.parse(e.startsWith(`﻿`)?e.slice(1):e)}catch{throw $l(t,e.trim()===``?`is empty`:`is not valid JSON`)}if(!E(n))throw $l(t,Array.isArray(n)?`is a JSON list (another tool's report?)`:`is no JSON object`);if(Array.isArray(n.runs))throw $l(t,`is a SARIF report`);let r=n.tool;if(!E(r)||r.name!==`assay`)throw $l(t,`was not written by Assay`);if(!Jl.has(n.schema))throw $l(t,`has report schema ${JSON.stringify(n.schema)?.slice(0,40)??`missing`}; this version reads ${[...Jl].join(` and `)}`);let{generatedAt:i,findings:a}=n;if(!eu(i))throw $l(t,"has no valid `generatedAt`");if(!Array.isArray(a))throw $l(t,`has no list of findings`);let o=new Map;for(let[e,n]of a.entries()){let r=Ql(n,i);if(r===void 0)throw $l(t,`has a faulty finding at findings[${e}] (fingerprint or check)`);r!==`excepted`&&o.set(r.fingerprint,r)}return{generatedAt:i,entries:o}}
function Zl(e,t,n){if(e===void 0)return[];let r=new Set(n.flatMap(({check:e,fingerprint:t,aliases:n=[]})=>[t,...n].map(t=>`${e}\0${t}`))),i=new Map;for(let{check:n,fingerprint:a}of e.entries.values())t.has(n)&&!r.has(`${n}\0${a}`)&&i.set(n,(i.get(n)??0)+1);return[...i].sort(([e],[t])=>M(e,t)).map(([e,t])=>t===1?`1 finding of the check ${e} in the baseline is gone. Make the baseline again, so that it can't come back unseen.`:`${t} findings of the check ${e} in the baseline are gone. Make the baseline again, so that they can't come back unseen.`)}
function Ql(e,t){if(!E(e))return;let{fingerprint:n,check:r,firstSeen:i,suppression:a,slo:o}=e;if(typeof n!=`string`||!/^[0-9a-f]{64}$/.test(n)||typeof r!=`string`)return;if(E(a)&&a.by!==`baseline`)return`excepted`;let s=E(a)&&E(o)&&eu(o.startedAt);return{fingerprint:n,check:r,...eu(i)&&{firstSeen:i},acceptedAt:s?String(o.startedAt):t}}
function $l(e,t){return new A(`The baseline ${e} ${t}`,{hint:ql})}
function eu(e){return typeof e==`string`&&e.length<=40&&!Number.isNaN(Date.parse(e))}
function tu(e,t){let n=[],r=0;for(let i of e){let e=t.used.has(i),a=e||nu(i.entry.rule,t.complete),o=i.endsAt<=t.now.getTime();!e&&i.entry.rule===void 0&&!o&&r++,o&&(a||i.entry.rule===void 0)?n.push(ru(i,e)):!o&&a&&!e?n.push(iu(i,t.rules)):e&&i.endsAt-t.now.getTime()<=12096e5&&n.push(au(i))}return{findings:n,notices:r===0?[]:[`${R(r,`suppression`)} by fingerprint alone matched nothing in this run. Add \`rule\` to each, so that Assay can tell when it is no longer needed.`]}}
function nu(e,t){if(e===void 0)return!1;let n=e.split(`.`,1)[0]??e;return[...t].some(e=>Nt(n,e))}
function ru(e,t){let{entry:n}=e,r=t?`it hides nothing any more`:`it matches nothing any more`;return{...ou(`suppressions.expired`,e),severity:t?`medium`:`low`,message:`The suppression of ${Ml(n)} expired on ${n.expires}: ${r}`,remediation:t?`Fix the finding, or have the owner renew the entry with a current reason.`:`Remove the entry.`}}
function iu(e,t){let{entry:n}=e,r=n.rule!==void 0&&!n.rule.includes(`*`)&&!Object.hasOwn(t,n.rule);return{...ou(`suppressions.unused`,e),severity:`low`,message:r?`The suppression of ${Ml(n)} matched nothing: there is no such rule`:`The suppression of ${Ml(n)} matched nothing`,remediation:r?`Correct the rule id, or remove the entry.`:`Remove the entry.`}}
function au(e){let{entry:t}=e;return{...ou(`suppressions.expires-soon`,e),severity:`info`,message:`The suppression of ${Ml(t)} ends with ${t.expires}`,remediation:`Fix what it hides before that day, or have the owner renew it.`}}
function ou(e,{entry:t}){let{fingerprint:n=``,rule:r=``,path:i=``,package:a=``}=t;return{ruleId:e,fingerprint:xt(e,n,r,i,a),...t.source!==void 0&&{location:t.source},evidence:[{label:`Owner`,value:t.owner},{label:`Reason`,value:t.reason},{label:`Expires`,value:t.expires}]}}
function su(e){let t=new Map;for(let n of e){let e=t.get(n.check);t.set(n.check,e===void 0?n:cu(e,n))}return[...t.values()]}
function cu(e,t){let n=new Map(Object.entries(e.coverage.inspected));for(let[e,r]of Object.entries(t.coverage.inspected))n.set(e,(n.get(e)??0)+r);let r=[e,t].some(e=>e.coverage.scope===`change`);return{check:e.check,title:e.title,findings:[...e.findings,...t.findings],artifacts:[...e.artifacts,...t.artifacts],coverage:{inspected:Object.fromEntries(n),skipped:[...e.coverage.skipped,...t.coverage.skipped],summary:[e,t].map(({coverage:e})=>e.summary).filter(e=>e!==``).join(`; `),...r&&{scope:`change`}},notices:[...e.notices??[],...t.notices??[]],tables:[...e.tables??[],...t.tables??[]],...(e.sensitive===!0||t.sensitive===!0)&&{sensitive:!0}}}
function lu({results:e,failures:t,policy:n},r,i){let a=jl(n.suppressions),o={failOn:n.failOn,levels:n.levels??{},suppressions:a,baseline:n.baseline,slo:n.slo&&kt(n.slo,i),now:i,rules:r},s=su(e),c=new Set(t.map(e=>e.check)),l=new Set(s.filter(({check:e,coverage:t})=>!c.has(e)&&t.scope!==`change`).map(({check:e})=>e)),u=new Set,d=[];for(let{check:e,findings:t}of s)for(let n of t){let t=Il(e,n,o);d.push(t.finding);for(let e of t.matched)u.add(e)}let f=tu(a,{used:u,complete:l,rules:r,now:i}),p={...o,suppressions:[]};for(let e of f.findings)d.push(Il(`suppressions`,e,p).finding);return{results:s,failures:t,findings:d,suppressions:a.length,notices:[...f.notices,...Zl(n.baseline,l,d)]}}
const uu=`By the settings that the change brings:`;
function du(e,t){let n=new Set(e.failures.map(({check:e})=>e)),r=[...t.failures,...fu(t)].filter(({check:e})=>!n.has(e)),i=new Set(e.results.map(({check:e})=>e));return{results:[...e.results,...t.results.filter(({check:e})=>!i.has(e))],failures:[...e.failures,...r.map(e=>({...e,note:uu}))],findings:pu(e.findings,t.findings),suppressions:Math.max(e.suppressions,t.suppressions),notices:e.notices}}
function fu({results:e,findings:t}){return e.flatMap(e=>{let{error:n}=Ks(e,t);if(n===void 0)return[];let{message:r,hint:i}=n,a=new A(r,{...i!==void 0&&{hint:i}});return[{check:e.check,title:e.title,error:a}]})}
function pu(e,t){let n=new Map;for(let e of t)e.decision===`block`&&n.set(gu(e),e);let r=new Set(e.map(gu));return[...e.map(e=>{let t=n.get(gu(e));return e.decision===`block`||t===void 0?e:mu(t)}),...t.filter(e=>e.status===`open`&&!r.has(gu(e))).map(mu)]}
function mu(e){return{...e,decisionReason:`${uu} ${hu(e.decisionReason)}`}}
function hu(e){return e.charAt(0).toLowerCase()+e.slice(1)}
function gu({check:e,ruleId:t,fingerprint:n,location:r,subject:i}){return JSON.stringify([e,t,n,r?.path,r?.startLine,r?.commit,i?.name,i?.version,i?.purl])}
function _u(e){let t=new Map;for(let n of e){let{check:e,ruleId:r,fingerprint:i,status:a,suppression:o}=n,s=JSON.stringify([e,r,i,a,o]),c=t.get(s);c===void 0?t.set(s,[n]):c.push(n)}return[...t.values()].map(e=>e.length===1?e[0]:vu(e))}
function vu(e){let t=e.reduce((e,t)=>xu(t.subject)<xu(e.subject)?t:e),n=e.reduce((e,t)=>yu(t,e)?t:e),r=[t,...e.filter(e=>e!==t)],[i,...a]=Su(r),o=Cu(r),[s]=e.flatMap(e=>e.firstSeen??[]).sort();return{...t,severity:n.severity,decision:n.decision,decisionReason:n.decisionReason,...n.slo!==void 0&&{slo:n.slo},...i!==void 0&&{location:i},...a.length>0&&{relatedLocations:a},...o.length>1&&{subjects:o},...s!==void 0&&{firstSeen:s},...Eu(t,o)}}
function yu(e,t){return e.decision===t.decision?Ie(e.severity,t.severity)<0:e.decision===`block`}
const bu=[`runtime`,`optional`,`development`];
function xu(e){return bu.indexOf(e?.scope??`runtime`)}
function Su(e){return wu(e.flatMap(({location:e,relatedLocations:t=[]})=>e===void 0?t:[e,...t]),({path:e,startLine:t,startColumn:n,commit:r})=>[e,t,n,r])}
function Cu(e){return wu(e.flatMap(({subject:e,subjects:t})=>t??(e===void 0?[]:[e])),({name:e,version:t,purl:n,scope:r,paths:i})=>[e,t,n,r,i])}
function wu(e,t){let n=new Map;for(let r of e){let e=JSON.stringify(t(r));n.has(e)||n.set(e,r)}return[...n.values()]}
const Tu=`Other versions`;
function Eu({subject:e,evidence:t=[]},n){let r=new Set(n.flatMap(({version:e})=>e??[]));return r.delete(e?.version??``),r.size===0?{}:{evidence:[...t.filter(({label:e})=>e!==Tu),{label:Tu,value:[...r].join(`, `)}]}}
function Du(e){let t=e.clock.wall(),n={...e.rules,...Hs},r=lu(e,n,t),{own:i}=e,a=i===void 0?r:du(r,lu(i,n,t)),{results:o,failures:s,suppressions:c}=a,l=ku(e.policy.failOn,i?.policy.failOn),u=Kl(e.review,l,t),d=_u([...a.findings,...u]).toSorted(St),f=new Set(s.map(({check:e})=>e)),p=[...o.filter(({check:e})=>!f.has(e)).map(e=>Ks(e,d)),...s.map(e=>qs(e,d))].sort((e,t)=>M(e.check,t.check));if(c>0){let e=`${c} ${c===1?`entry`:`entries`} of the config file`;p.push(Ks(Ou(`suppressions`,c,e),d))}u.length>0&&p.push(Ks(Ou(`settings`,u.length,`What the change does to settings, compared with its base`),d));let m=(e.acts??[]).map(e=>Us(e,e.title)),h=Js(p,m);return{schema:2,tool:{name:`assay`,version:e.version},command:e.command,outcome:h,headline:Xs({outcome:h,failOn:l,checks:p,acts:m,findings:d}),generatedAt:e.clock.now().toISOString(),failOn:l,subject:e.subject,settings:e.settings,checks:p,acts:m,findings:d,rules:ju([...d,...m.flatMap(Au)],n),artifacts:[...o.flatMap(e=>e.artifacts.map(Mu)),...e.products??[]].sort(Nu),notices:[...e.notices,...a.notices]}}
function Ou(e,t,n){return{check:e,title:e===`settings`?`Settings`:`Suppressions`,findings:[],artifacts:[],coverage:{inspected:{[e]:t},skipped:[],summary:n}}}
function ku(e,t=e){return e===`never`||t===`never`?e===`never`?t:e:Le(e,t)?t:e}
function Au({failures:e}){return e.map(({ruleId:e})=>({ruleId:e,severity:`high`}))}
function ju(e,t){let n=new Map;for(let{ruleId:r,severity:i}of e){if(n.has(r))continue;let e=Object.hasOwn(t,r)?t[r]:void 0;n.set(r,(e&&{...e,helpUri:Et(r)})??{id:r,title:r,description:`The rule ${r}, which has no description.`,help:`See the message of the finding.`,severity:i})}return Object.fromEntries([...n].sort(([e],[t])=>M(e,t)))}
function Mu({name:e,mediaType:t,bytes:r}){return{name:e,mediaType:t,sha256:n(`sha256`).update(r).digest(`hex`),size:r.byteLength}}
function Nu(e,t){return M(e.name,t.name)||M(e.sha256,t.sha256)}
const Pu=[`--no-opt`,`--no-maglev`,`--no-concurrent-sparkplug`];
function Fu(){for(let e of Pu)be(e)}
function Iu(e,t,{command:n,review:r,...i}){let{acts:a,products:o}=e.outcome;return Du({...i,command:n.name,...Lu(e,n),...t!==void 0&&{own:Lu(t,n)},...r!==void 0&&{review:r},acts:a,products:o,rules:{...t?.outcome.rules,...e.outcome.rules}})}
function Lu({outcome:{results:e,failures:t},judgement:{config:n,inputs:r,baseline:i}},{kind:a}){let o=a===`act`;return{results:e,failures:t,policy:{failOn:r[`fail-on`]??`medium`,levels:o?{}:Vu(n,r.rule),suppressions:o?[]:Bu(n),slo:Hu(n),...i!==void 0&&{baseline:i}}}}
const Ru=[`internal`,`usage`,`external`,`policy`];
function zu(e,t){let n=new Set([...t.map(e=>e.error.kind),...e.checks.flatMap(({error:e})=>e?.kind??[]),...e.acts.flatMap(e=>e.failures.map(({kind:e})=>e))]),r=Ru.find(e=>n.has(e));return r===void 0?e.outcome===`error`?st.external:e.outcome===`pass`?st.pass:st.policy:st[r]}
function Bu(e){return(e.section(`suppressions`)??[]).map((t,n)=>{let r=e.place(`suppressions.${n}`);return r===void 0?t:{...t,source:r}})}
function Vu(e,t=[]){let n=t.map(sc).flatMap(e=>`key`in e?[e]:[]);return{...e.section(`rules`),...Object.fromEntries(n.map(({key:e,level:t})=>[e,t]))}}
function Hu(e){let t=e.section(`slo`)??{},n=k.map(e=>[e,{...Ot[e],...t[e]}]);return Object.fromEntries(n)}
async function Uu(e,t,n){let r=new Set(e.findings.filter(({check:e})=>n.has(e)).flatMap(({location:e,relatedLocations:t=[]})=>[e,...t]).flatMap(e=>e===void 0?[]:Ku(e))),i=e.findings.filter(e=>e.status===`open`&&!n.has(e.check)&&Wu(e.location)&&!Ku(e.location).some(e=>r.has(e))),a=i.slice(0,500).flatMap(({location:e})=>e??[]),o=new Set(i),s=await qu(a,t),c=e=>{let{location:t}=e,n=t===void 0?void 0:s.get(Gu(t));if(t===void 0||n===void 0||!o.has(e))return e;let{startLine:r,startColumn:i,endLine:a,endColumn:c}=t,l=a===void 0||a===r?c:n.length+1;return{...e,location:{...t,excerpt:kn(n,i,l)}}};return{...e,findings:e.findings.map(c)}}
function Wu(e){if(e===void 0||e.excerpt!==void 0)return!1;let{commit:t,startLine:n}=e;return t===void 0&&n!==void 0&&Number.isSafeInteger(n)}
function Gu({path:e,startLine:t}){return`${e}\0${t}`}
function Ku({path:e,startLine:t=0,endLine:n=t}){let r=Math.min(Math.max(1,n-t+1),1e3);return Array.from({length:r},(n,r)=>`${e}\0${t+r}`)}
async function qu(e,t){let n=new Map;for(let{path:t,startLine:r=1}of e){let e=n.get(t);e===void 0?n.set(t,new Set([r])):e.add(r)}let r=new Map,i=104857600;for(let[e,a]of n){let n=await t.readIfPresent(e,Math.min(20971520,i)).catch(()=>void 0);if(n!==void 0){i-=n.length;for(let[t,i]of Ju(new TextDecoder().decode(n),a))i.includes(`\0`)||r.set(`${e}\0${t}`,i)}}return r}
function Ju(e,t){let n=Math.max(...t),r=[];for(let i=1,a=0;i<=n&&a<=e.length;i++){let n=e.indexOf(`
`,a),o=n<0?e.length:n;t.has(i)&&r.push([i,e.slice(a,o).replace(/\r$/,``)]),a=o+1}return r}
async function Yu(e,t=async()=>!1){let n=await Zu(e);return{top:n,async place(r){let i=await td(n,r);if(i===void 0)return;let a=await ed(n,x(i));if(a===void 0||N(a,e)||await t(nd(n,a)))return nd(n,i)}}}
async function Xu(e){let t=await Zu(e);return c(S(t,`.git`)).then(()=>t,()=>void 0)}
async function Zu(e){let t=await Gt(e);for(;await $u(S(t,`.git`));){let e=await Gt(x(t));if(await c(S(e,`.git`)).catch(()=>void 0)===void 0)return t;t=e}return t}
async function Qu(e){let t=te(e).root;for(let n of C(t,e).split(T).filter(Boolean)){let e=S(t,n);if((await c(e).catch(()=>void 0))?.isSymbolicLink()!==!0){t=e;continue}let r=await p(e),i=await Zu(t);if(await c(S(i,`.git`)).catch(()=>void 0)!==void 0&&await Zu(r)!==i)return e;t=r}}
function $u(e){return c(e).then(e=>e.isFile(),()=>!1)}
async function ed(e,t){for(let n=t;n!==e&&N(e,n);n=x(n))if((await c(S(n,`.git`)).catch(()=>void 0))?.isDirectory())return n}
async function td(e,t){let n;for(let r=t;;r=x(r)){let i=await p(r).catch(()=>void 0);if(i!==void 0&&N(e,i)&&(n=S(i,C(r,t))),x(r)===r)return n}}
function nd(e,t){return C(e,t).split(T).join(`/`)}
const rd=/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
async function id(e){let{event:t,remote:n,environment:r}=e,i=r.GITHUB_ACTIONS===`true`?r:{},a=n?.serverUrl??(i.GITHUB_SERVER_URL||void 0),o=n?.repository??(i.GITHUB_REPOSITORY||void 0),s=t===null?await ad(e):{},c=t?.payload.pull_request,l=E(c)?c.number:void 0,u=E(c)&&E(c.head)?c.head.sha:void 0,d=i.GITHUB_RUN_ID,f=i.GITHUB_RUN_ATTEMPT,p={server:a,repository:o,commit:t?.sha??s.commit,headCommit:typeof u==`string`&&rd.test(u)?u:void 0,ref:t?.ref??s.ref,event:t?.name??(i.GITHUB_EVENT_NAME||void 0),pullRequest:typeof l==`number`&&Number.isSafeInteger(l)?l:void 0,runUrl:a!==void 0&&o!==void 0&&/^\d+$/.test(d??``)?`${a}/${o}/actions/runs/${d}${/^\d+$/.test(f??``)?`/attempts/${f}`:``}`:void 0},m=Object.entries(p).filter(([,e])=>e!==void 0);return{...Object.fromEntries(m),workingDirectory:await od(e)}}
async function ad({root:e,processes:t,environment:n}){if(await Xu(e)===void 0)return{};try{let{checkedOut:r,openRepository:i}=await import("./part-base.js").then(m=>({checkedOut:m.c,findCommit:m.w,isInTree:m.h,mergeBase:m.D,openRepository:m.A}));return await r(await i({root:e,processes:t,environment:n}))}catch{return{}}}
async function od({root:e,cwd:t}){let n=await Xu(e)??w(t);return N(n,e)&&C(n,e).split(T).join(`/`)||`.`}
const sd=/^env:\/\/(\w+)$/;
function cd(e,t,n){return Object.entries(t).flatMap(([t,r])=>{if(typeof r!=`string`)return[];let i=sd.exec(r)?.[1],a=i===void 0?void 0:n[i];return[Object.hasOwn(e,t)&&e[t]?.secret===!0?r:void 0,a].filter(e=>e!==void 0&&e.trim()!==``)})}
function ld(e){return[`GITHUB_TOKEN`,`ACTIONS_ID_TOKEN_REQUEST_TOKEN`,`ACTIONS_RUNTIME_TOKEN`].map(t=>e[t]).filter(e=>e!==void 0&&e.trim()!==``)}
function ud(e){let t=e.trim(),n=t.split(/\r?\n/).map(e=>e.trim()),r=n.length===1?[]:n.filter(e=>!dd(e));return[...n.length===1?[e,t]:r,...fd(t),...[e,t].flatMap(e=>{let t=Buffer.from(e,`utf8`),n=t.toString(`base64`);return[n,n.replace(/=+$/,``),t.toString(`base64url`),encodeURIComponent(e.toWellFormed())]})]}
function dd(e){return e.length<6||/^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(e)}
function fd(e){let t=e.split(`.`);if(!(t.length===3&&t.every(e=>/^[\w-]+$/.test(e))))return[];let[n,r]=t;return[`${n}.${r}`,...t].filter(e=>e.length>=16)}
const pd=new Set([`act`,`check`,`command`,`decision`,`failOn`,`kind`,`mediaType`,`outcome`,`ruleId`,`severity`,`source`,`status`,`tool`]);
function md(){let e=new Set,t,n=e=>t===void 0?e:e.replace(t,`***`);return{add(n){for(let t of ud(n))t.length>=6&&e.add(t);if(e.size===0)return;let r=[...e].sort((e,t)=>t.length-e.length);t=new RegExp(r.map(hd).join(`|`),`g`)},text:n,report:e=>t===void 0?e:gd(e,n),logger:e=>({...en((t,r)=>e[t](n(r))),group:(t,r)=>e.group(n(t),r)})}}
function hd(e){return e.replace(/[\\^$.*+?()[\]{}|/-]/g,`\\$&`)}
function gd(e,t,n=``){return typeof e==`string`?pd.has(n)?e:t(e):Array.isArray(e)?e.map(e=>gd(e,t,n)):typeof e!=`object`||!e?e:Object.fromEntries(Object.entries(e).map(([e,n])=>[e,gd(n,t,e)]))}
function _d(e,{path:t,text:n}){if(!(e instanceof A)||t===void 0||n===void 0)return e;let r=n.split(/\r?\n/),i=[e.message,...e.problems].flatMap(e=>{let n=yd(e,t,r);return n===void 0?[]:[[e,n]]});if(i.length===0)return e;let{message:a,hint:o,problems:s,cause:c}=e;return new A(a,{...o!==void 0&&{hint:o},problems:s,cause:c,places:new Map([...e.places,...i])})}
function vd(e,t){try{return t()}catch(t){throw t instanceof A?_d(t,e):t}}
function yd(e,t,n){let r=e.indexOf(`${t}:`);if(r<0)return;let[,i,a]=/^(\d{1,7}):(\d{1,7})\b/.exec(e.slice(r+t.length+1))??[],o=n[Number(i)-1];if(a===void 0||o===void 0)return;let[s,c]=[Number(i),Number(a)];return{path:t,startLine:s,startColumn:c,excerpt:kn(o,c)}}
function bd(e,t,{root:n,fromConfig:r=!1}){switch(e.type){case`string`:return typeof t==`string`?t.trim()===``&&e.allowEmpty!==!0?Od(e,t,`must not be empty`):{value:t}:Od(e,t,`must be text`);case`path`:return Sd(e,t,e.outside===!0&&!r?void 0:n);case`boolean`:return Td(e,t);case`integer`:return Ed(e,t);case`choice`:{let n=typeof t==`string`?t.trim():t;return typeof n==`string`&&e.choices.includes(n)?{value:n}:Od(e,n,Ad(n,e.choices))}case`list`:return Dd(e,t)}}
function xd(e){let t=[],n=``,r=0;for(let i of e)i===`{`?r+=1:i===`}`&&(r=Math.max(0,r-1)),i===`
`||i===`,`&&r===0?(t.push(n),n=``,r=0):n+=i;return[...t,n].map(e=>e.trim()).filter(e=>e!==``)}
function Sd(e,t,n){return typeof t==`string`?t.trim()===``?Od(e,t,`must not be empty`):t.includes(`\0`)?{problem:`has a NUL character; a path must not`}:n!==void 0&&!N(n,w(n,t))?Od(e,t,`must not lead out of the working directory`):{value:t}:Od(e,t,`must be a path`)}
const Cd=[`true`,`True`,`TRUE`,`yes`,`Yes`,`YES`],wd=[`false`,`False`,`FALSE`,`no`,`No`,`NO`];
function Td(e,t){if(typeof t==`boolean`)return{value:t};let n=typeof t==`string`?t.trim():``;return Cd.includes(n)?{value:!0}:wd.includes(n)?{value:!1}:Od(e,t,`must be true or false (or yes, no)`)}
function Ed(e,t){let n=typeof t==`number`?String(t):typeof t==`string`?t.trim():``,r=/^-?\d{1,15}$/.test(n)?Number(n):NaN;return r>=e.minimum&&r<=e.maximum?{value:r}:Od(e,t,`must be a whole number from ${e.minimum} to ${e.maximum}`)}
function Dd(e,t){let n=typeof t==`string`?xd(t):t;if(!Array.isArray(n)||!n.every(e=>typeof e==`string`))return Od(e,t,`must be a list of texts`);let{choices:r}=e;if(r===void 0)return{value:n};let i=n.filter(e=>!r.includes(e));return i.length===0?{value:[...new Set(n)]}:{problem:i.map(t=>`${kd(e,t)}; each ${Ad(t,r)}`).join(` `)}}
function Od(e,t,n){return{problem:`${kd(e,t)}; it ${n}`}}
function kd(e,t){if(e.secret===!0)return`has a wrong value (not shown, for it is a secret)`;let n=typeof t==`string`?t:JSON.stringify(t)??String(t),r=JSON.stringify(n.length>100?`${n.slice(0,100)}…`:n);return e.type===`list`?`holds ${r}`:`is ${r}`}
function Ad(e,t){let n=typeof e==`string`?Fn(e,t):void 0,r=`must be one of ${t.join(`, `)}`;return n===void 0?r:`${r}; did you mean "${n}"?`}
function jd(e,t){let n=Fd(e,t),r={},i={};for(let[a,o]of Object.entries(e)){let e=Nd(a,o,t);if(i[a]=e.source,e.raw===void 0){let e=`default`in o?o.default:void 0;o.required===!0&&Bd(e)?n.push(zd(a,o,t.host)):r[a]=e;continue}let s=bd(o,e.raw,{root:t.root,fromConfig:e.source.from===`config`});`problem`in s?n.push(`${Ld(a,o,e.source,t.host)} ${s.problem}`):o.required===!0&&Bd(s.value)?n.push(zd(a,o,t.host)):r[a]=s.value}if(n.length>0)throw Md(n);return{values:r,sources:i}}
function Md(e,t=new Map){let[n]=e;return e.length===1&&n!==void 0?new A(n,{places:t}):new A(`${e.length} inputs are wrong`,{problems:e,places:t})}
function Nd(e,t,n){let r={from:`default`};if(!Id(t,n.host))return{source:r};let i=Object.hasOwn(n.explicit,e)?n.explicit[e]:void 0;if(i!==void 0&&(i!==``||n.host!==`action`))return{raw:i,source:{from:`input`}};let a=t.environment===void 0?``:n.environment[t.environment];if(a!==void 0&&a!==``)return{raw:a,source:{from:`environment`,detail:t.environment}};let o=t.configKey===void 0?void 0:n.config.value(t.configKey);return t.configKey!==void 0&&o!=null?{raw:o,source:{from:`config`,detail:Pd(t.configKey,n.config)}}:{source:r}}
function Pd(e,t){let n=t.place(e);return n===void 0?t.path:at(n)}
function Fd(e,{explicit:t,host:n}){let r=Object.keys(e).filter(t=>Id(e[t],n));return Object.keys(t).filter(e=>t[e]!==void 0&&!r.includes(e)).map(e=>`There is no input \`${e}\`${In(e,r)}`)}
function Id(e,t){return e?.host===void 0||e.host===t}
function Ld(e,t,n,r){return n.from===`environment`?`The variable ${n.detail} (input \`${e}\`)`:n.from===`config`?`${n.detail}: \`${t.configKey??e}\``:Rd(e,r)}
function Rd(e,t){return t===`cli`?`\`--${e}\``:`\`${e}\``}
function zd(e,t,n){let r=[n===`cli`?Rd(e,n):`the input ${Rd(e,n)}`,...t.environment===void 0?[]:[`the variable ${t.environment}`],...t.configKey===void 0?[]:[`\`${t.configKey}\` in the config file`]];return`${Rd(e,n)} is required: give ${r.join(` or `)}. ${t.description}`}
function Bd(e){return e===void 0||e===``||Array.isArray(e)&&e.length===0}
async function Vd(e,t,n){let r=[];for(let{name:i,destination:a,bytes:o}of e){let e=a===void 0?n:{folder:t,file:a};e!==void 0&&r.push({name:i,path:await Hd(e.folder,e.file??i,o)})}return r}
async function Hd(e,t,n){let r=w(e,t);if(ee(t)||r===w(e)||!N(w(e),r))throw new dt(`A document is named ${JSON.stringify(t)}, which leads out of its folder`);try{Ud(x(r));let[i,a]=[e,x(r)].map(e=>ue.native(e));if(i===void 0||a===void 0||!N(i,a))throw new j(`${t} was not written: a symbolic link leads its folder out of ${e}`);if(C(i,a).split(T).some(e=>e.toLowerCase()===`.git`))throw new j(`${t} was not written: its folder belongs to git`);return Gd(r,n),r}catch(e){throw e instanceof j?e:new j(`${r} could not be written: ${e instanceof Error?e.message:e}`,{hint:`Check that the folder may be written to and that the disk is not full.`,cause:e})}}
function Ud(e){if(Wd(e))return;let t=x(e);t!==e&&!Wd(t)&&Ud(t);try{ae(e)}catch(t){if(!Wd(e))throw t}}
function Wd(e){try{return pe(e).isDirectory()}catch{return!1}}
function Gd(e,t){let n=S(x(e),`.assay-${r(8).toString(`hex`)}.tmp`);try{let r=se(n,`wx`);try{me(r,t)}finally{ne(r)}de(n,e)}catch(e){throw fe(n,{force:!0}),e}}
function Kd(e){let t=[];return{written:t,async write({path:r,mediaType:i,bytes:a}){await Hd(e,r,a);let o=n(`sha256`).update(a).digest(`hex`);t.push({name:r,mediaType:i,sha256:o,size:a.byteLength})}}}
function qd(e,{label:t}){return{...e,title:e.title??t}}
function Jd(e){return e.filter(({check:t,findings:n},r)=>e.findIndex(e=>e.check===t&&e.findings===n)===r)}
async function Yd(e,t,n){let r=await e.parts?.(t)??[],i=r.length>1,a=await Promise.all([Zd(e,n,()=>t),...r.map(e=>{let{context:t}=n,r=i?{...t,logger:$d(t.logger,e.name),progress:$t}:t;return Zd(e,{...n,context:r},()=>Xd(e,n))})]);return{results:Jd(a.flatMap(e=>e.results)),acts:a.flatMap(e=>e.acts),products:a.flatMap(e=>e.products),failures:a.flatMap(e=>e.failures),outputs:Object.assign({},...a.map(e=>e.outputs)),rules:Object.assign({},...a.map(e=>e.rules))}}
function Xd(e,{config:t,host:n,context:r}){let{environment:i,root:a}=r;return jd(e.inputs,{explicit:{},environment:i,config:t,host:n,root:a}).values}
async function Zd(e,{context:t,config:n,hide:r,httpFor:i},a){let o=Kd(t.root);try{let s=a();for(let n of cd(e.inputs,s,t.environment))r(n);let c=e.hosts?.(s,t)??[];t.logger.debug(`Begins; may reach ${c.length===0?`no host`:c.join(`, `)}`);let l=i(c),u=await e.run({...t,http:l,config:n,products:o,mask:r},s),d=u.results.map(t=>qd(t,e)),f=(u.acts??[]).map(t=>({...t,title:t.title??e.label}));for(let{title:e,findings:n,coverage:r}of d){let{summary:i,skipped:a}=r;t.logger.debug(`${e}: ${i}; ${n.length} found, ${a.length} skipped`)}let p=Object.entries(u.outputs).filter(([,e])=>e!==void 0);return{results:d,acts:f,products:o.written,failures:[],outputs:Object.fromEntries(p),rules:e.rules}}catch(r){let i=t.signal.aborted?Qd(r):ft(r),a={check:e.name,title:e.label,error:_d(i,n)};return{results:[],acts:[],products:o.written,failures:[a],outputs:{},rules:e.rules}}}
function Qd(e){return new j(`The run was stopped before it was done`,{cause:e})}
function $d(e,t){return en((n,r)=>e[n](`${t}: ${r}`))}
function ef(e,t){if(t===void 0)return e;let n=new Set(e.results.flatMap(({artifacts:e})=>e.map(({name:e})=>e))),r=t.results.map(e=>({...e,artifacts:e.artifacts.filter(({name:e})=>!n.has(e))}));return{...e,results:[...e.results,...r.filter(({artifacts:e})=>e.length>0)],failures:[...e.failures,...t.failures],outputs:{...t.outputs,...e.outputs}}}
async function tf(e,t,{cwd:n,root:r}){let i=t?.from===`config`,a=w(i?r:n,e),o=i&&!N(r,a)?`it must not lead out of the working directory`:await nf(r,a);if(o===void 0)return a;throw new A(`${i?`${t.detail??`The config file`}: \`report.directory\``:"`report-directory`"} is ${JSON.stringify(e)}; ${o}`,{hint:"Give a folder without links with `report-directory`, such as one outside of the checkout."})}
async function nf(e,t){let n=await Gt(e);return af(n,await rf(n,t))}
async function rf(e,t){let n;for(let r=t;;r=x(r)){let i=await p(r).catch(()=>void 0);if(i!==void 0&&N(e,i)&&(n=[C(e,i),C(r,t)].flatMap(e=>e.split(T).filter(Boolean))),x(r)===r)return n}}
async function af(e,t){let n=e;for(let r of t??[]){if(n=S(n,r),r.toLowerCase()===`.git`)return`it must not lie in git's own folder`;let t=await c(n).catch(()=>void 0);if(t===void 0)return;if(t.isSymbolicLink())return`${C(e,n)} is a symbolic link, and nothing is written through links of the checkout`}}
async function of({documents:e},{inputs:t,reports:n,fallback:r,cwd:i,root:a}){if(e===void 0)return n===void 0?void 0:{folder:n};let o=t[e.output];if(o===`-`)return;if(typeof o!=`string`){let e=n??r;return e===void 0?void 0:{folder:e}}let s=w(i,o),c=t[e.formats],l=e.more!==void 0&&t[e.more]===!0||!Array.isArray(c)||new Set(c).size!==1||/[/\\]$/.test(o)||await sf(s),u=l?s:x(s),d=await nf(a,u);if(d!==void 0)throw new A(`\`${e.output}\` is ${JSON.stringify(o)}; ${d}`,{hint:`Give a file or folder without links on the way, such as one outside of the checkout.`});return l?{folder:u}:{folder:u,file:y(s)}}
function sf(e){return g(e).then(e=>e.isDirectory(),()=>!1)}
const cf=1048576;
async function lf(e,t,n){let r=await df(e,t);return r===void 0?it:uf(r,n)}
async function uf({path:e,bytes:t},n){let[{parseConfig:r},i]=await Promise.all([import(`./runtime-config-parse-config.js`),n()]);return r(e,ff(e,t),i)}
async function df(e,t){if(t!==void 0){let n=await e.read(t,{named:!0,maxBytes:cf});if(n!==void 0)return{path:t,bytes:n};throw new A(`The config file ${t} does not exist`,{hint:`Check \`config\`: it is relative to \`working-directory\`. Without it, ${ot.join(` or `)} is read.`})}let n=[];for(let t of ot){let r=await e.read(t,{maxBytes:cf});r!==void 0&&n.push({path:t,bytes:r})}if(n.length>1)throw new A(`There are two config files: ${ot.join(` and `)}`,{hint:"Put all settings into one of them and delete the other, or name the one to read with `config`."});return n[0]}
function ff(e,t){try{return new TextDecoder(`utf-8`,{fatal:!0}).decode(t)}catch(t){throw new A(`${e} is not UTF-8 text`,{hint:`Save it as UTF-8.`,cause:t})}}
function pf({kind:e,inputs:t}){return{...e===`act`?Je:He,...t}}
async function mf(e){let t=w(e.cwd??`.`),n=vf(e.explicit,()=>!0),{"working-directory":r,config:i}=He,a=_f({"working-directory":r},{...e,explicit:n},t),o=w(t,a[`working-directory`]),s=await Lt(o),{config:c}=_f({config:i},{...e,explicit:n},s.root);return{workspace:s,folder:o,cwd:t,explicit:n,configPath:c}}
async function hf(e,{workspace:t,cwd:n,explicit:r,configPath:i},a){let{environment:o,host:s,loadSections:c}=a,{root:l}=t,u=pf(a.command),d;try{d=await lf(e,i,c)}catch(e){let t=Object.entries(u).filter(([e])=>Object.hasOwn(r,e));throw bf(e,yf(()=>_f(Object.fromEntries(t),{...a,explicit:r},l)))}let{values:f,sources:p}=vd(d,()=>jd(u,{explicit:r,environment:o,config:d,host:s,root:l})),m=f,{rule:h=[]}=m;if(h.length>0){let e=cc(h,rc(await c()));if(e.length>0)throw Md(e)}return{workspace:t,config:d,inputs:m,sources:p,cwd:n}}
async function gf(e){let t=await mf(e);return hf(cn(t.workspace),t,e)}
function _f(e,{explicit:t,environment:n,host:r},i){return jd(e,{explicit:vf(t,t=>Object.hasOwn(e,t)),environment:n,config:it,host:r,root:i}).values}
function vf(e,t){return Object.fromEntries(Object.entries(e).filter(([e,n])=>n!==void 0&&t(e)))}
function yf(e){try{return e(),[]}catch(e){if(e instanceof A)return xf(e);throw e}}
function bf(e,t){if(!(e instanceof A))return e;let n=xf(e),r=t.filter(e=>!n.includes(e));return r.length===0?e:Md([...n,...r],e.places)}
function xf(e){return e.problems.length>0?e.problems:[e.message]}
const Sf=/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/,Cf=/^(?:0{40}|0{64})$/,wf=`0`.repeat(40);
function Y(e){return typeof e==`string`&&Sf.test(e)}
function Tf(e){return Cf.test(e)}
function X(e){return e.slice(0,10)}
function Ef(e){let t=Buffer.from(e.buffer,e.byteOffset,e.length);if(_e(t))return t.toString(`utf8`);let n=``;for(let e=0;e<t.length;){let r=Df(t,e);n+=r===0?String.fromCharCode(56320+(t[e]??0)):t.toString(`utf8`,e,e+r),e+=Math.max(r,1)}return n}
function Df(e,t){for(let n=1;n<=4&&t+n<=e.length;n++)if(_e(e.subarray(t,t+n)))return n;return 0}
function Of(e,t,n){let r,i=async i=>{let a,o=new Promise((i,o)=>{a=setTimeout(()=>{r=new j(`${n} printed nothing for ${Math.round(t/1e3)} s and was stopped`,{hint:"Run `git fsck` in the clone, and check that its disk answers."}),e.kill(),o(r)},t)});try{return await Promise.race([i,o])}catch(e){throw r??e}finally{clearTimeout(a)}};async function*a(){let t=e.stdout[Symbol.asyncIterator]();try{for(;;){let{done:e,value:n}=await i(t.next());if(e===!0)return;yield n}}finally{r===void 0&&await t.return?.()}}let o;return{stdout:a(),get ended(){return o??=i(e.ended),o},kill:()=>e.kill()}}
function kf({program:e,variables:t},{root:n,processes:r,signal:i,quietMs:a=6e5}){let o=({env:e,...r})=>({...r,cwd:n,env:{...t,...e},...i===void 0?{}:{signal:i}}),s=(t,n={})=>r.run(e,[`--no-pager`,...t],{maxBytes:1073741824,timeoutMs:a,...o(n)});return{run:s,read:async(e,t)=>{let n=await s(e,t);if(n.exitCode!==0)throw Af(e[0]??`git`,n);return Buffer.from(n.stdout)},stream:(t,n={})=>Of(r.stream(e,[`--no-pager`,...t],o(n)),a,`git ${t[0]??``}`)}}
function Af(e,{exitCode:t,stderr:n}){let r=n.trim().split(`
`).slice(0,5);return new j(`git ${e} ${t===0?`complained`:`ended with exit code ${t}`}: ${r[0]||`it said nothing`}`,{problems:r.slice(1),hint:"Run `git fsck` in the clone; check it out again with `fetch-depth: 0` where objects are missing."})}
const jf=/^\[\s*([\w.-]+)(?:\s+"((?:[^"\\\n]|\\[^\n])*)")?\s*\]/,Mf=/^([A-Za-z][A-Za-z0-9-]*)[ \t]*/,Nf={n:`
`,t:`	`,b:`\b`};
function Pf(e){let t=[],n=e.replace(/^\ufeff/,``).replaceAll(`\r
`,`
`),r=``;for(;;){if(n=n.replace(/^(?:\s+|[#;][^\n]*)+/,``),n===``)return t;let e=jf.exec(n);if(e!==null){let[t,i=``,a]=e,o=a===void 0?``:`.${a.replace(/\\(.)/g,`$1`)}`;r=`${i.toLowerCase()}${o}`,n=n.slice(t.length);continue}let i=Mf.exec(n);if(i===null||r===``)return t;n=n.slice(i[0].length);let a=`${r}.${(i[1]??``).toLowerCase()}`;if(!n.startsWith(`=`)){t.push({key:a,value:`true`});continue}let{value:o,length:s}=Ff(n.slice(1));t.push({key:a,value:o}),n=n.slice(1+s)}}
function Ff(e){let t=``,n=0,r=!1,i=0;for(;i<e.length&&e[i]!==`
`;i++){let a=e[i]??``;if(a===`"`)r=!r,n=t.length;else if(a===`\\`){let r=e[++i]??``;r!==`
`&&(t+=Nf[r]??r),n=t.length}else if(!r&&(a===`#`||a===`;`)){let r=e.indexOf(`
`,i);return{value:t.slice(0,n),length:r<0?e.length:r}}else(r||t!==``||!/\s/.test(a))&&(t+=a,(r||!/\s/.test(a))&&(n=t.length))}return{value:t.slice(0,n),length:i}}
async function Z(e,t){let n=re.O_RDONLY|(re.O_NONBLOCK??0),r=await l(e,n).catch(()=>void 0);if(r!==void 0)try{let e=await r.stat();return!e.isFile()||e.size>t?void 0:await r.readFile()}catch{return}finally{await r.close()}}
const If=new Set([`noop`,`noop-v1`,`preciousobjects`,`relativeworktrees`,`worktreeconfig`]);
async function Lf(e){let t=Pf((await Z(S(e,`config`),16777216))?.toString(`utf8`)??``),n=new Map(t.map(({key:e,value:t})=>[e,t])),r=Number(n.get(`core.repositoryformatversion`)??0),i={objectFormat:n.get(`extensions.objectformat`)??`sha1`,refStorage:(n.get(`extensions.refstorage`)??`files`).replace(/:.*$/s,``)},a=t.find(({key:e})=>r>0&&e.startsWith(`extensions.`)&&!Rf(e));if(r!==0&&r!==1||i.objectFormat!==`sha1`&&i.objectFormat!==`sha256`||i.refStorage!==`files`&&i.refStorage!==`reftable`||a!==void 0)throw new j(`The repository has a format that is not known: ${a?.key??`version ${r}, ${i.objectFormat}, ${i.refStorage}`}`,{hint:`Check it out again with git's default format, or update Assay.`});return{objectFormat:i.objectFormat===`sha256`?`sha256`:`sha1`,refStorage:i.refStorage===`reftable`?`reftable`:`files`,partial:t.some(({key:e,value:t})=>e===`extensions.partialclone`||/^remote\..*\.promisor$/s.test(e)&&!/^(?:false|no|off|0)$/i.test(t)),origin:n.get(`remote.origin.url`)}}
function Rf(e){let t=e.slice(11);return If.has(t)||[`objectformat`,`compatobjectformat`,`refstorage`,`partialclone`].includes(t)}
const zf=[`SystemRoot`,`PATHEXT`,`TEMP`,`TMP`];
async function Bf(e,t){let n={PATH:await Hf(e,await Kt(t,e)),LC_ALL:`C`,GIT_DIR:ve,GIT_CONFIG_GLOBAL:ve,GIT_CONFIG_SYSTEM:ve,GIT_CONFIG_NOSYSTEM:`1`,GIT_ATTR_NOSYSTEM:`1`,GIT_GRAFT_FILE:ve,GIT_NO_REPLACE_OBJECTS:`1`,GIT_NO_LAZY_FETCH:`1`,GIT_ALLOW_PROTOCOL:`none`,GIT_LITERAL_PATHSPECS:`1`,GIT_OPTIONAL_LOCKS:`0`,GIT_TERMINAL_PROMPT:`0`};for(let t of zf){let r=e[t];r!==void 0&&(n[t]=r)}return n}
async function Vf(e,t){let n=await Kt(t,e);for await(let{path:r,real:i}of nn(`git`,e))if(!qt(n,i))return{program:r,variables:await Bf(e,t)};throw new j(`The program git was not found`,{hint:`Install git and put it on PATH; in a container job, install it in the image before the checkout.`})}
async function Hf(e,t){let n=tn(e),r=await Promise.all(n.map(e=>p(e).catch(()=>e)));return n.filter((e,n)=>!qt(t,r[n]??e)).join(b)}
const Uf=65536,Wf=/^(?:[A-Z_]+_HEAD|HEAD|branches|commondir|config(?:\.worktree)?|description|FETCH_HEAD|gc\.(?:log|pid)|hooks|info|lfs|logs|modules|objects|packed-refs|refs|reftable|remotes|rr-cache|shallow|svn|worktrees)$/;
async function Gf(e,t){for(let t=e;;t=x(t)){let e=await Zf(S(t,`.git`),c);if(e!==void 0)return qf(t,e.isFile());if(x(t)===t)break}if(!(t!==void 0&&t!==e&&N(t,e))&&await Xf(e)&&(await d(e)).find(e=>!Wf.test(e))===void 0)return{gitFolder:e,commonFolder:e}}
function Kf({workTree:e=``},t){let n=e===``?``:C(e,t).split(T).join(`/`);return n===``?``:`${n}/`}
async function qf(e,t){let n=t?await Jf(e):S(e,`.git`),r=await p(n).catch(()=>void 0);if(r===void 0||Yf(e,r))throw $f(e);let i=await Z(S(r,`commondir`),Uf),a=i===void 0?r:w(r,Qf(i)),o=await p(a).catch(()=>void 0);if(o===void 0||Yf(e,o)||!await Xf(o))throw $f(e);return{gitFolder:r,commonFolder:o,workTree:e}}
async function Jf(e){let t=await Z(S(e,`.git`),Uf),n=/^gitdir: (.+)$/s.exec(t===void 0?``:Qf(t))?.[1];if(n===void 0)throw $f(e);return w(e,n)}
function Yf(e,t){return N(e,t)&&!C(e,t).split(T).includes(`.git`)}
async function Xf(e){let[t,n,r]=await Promise.all([`HEAD`,`objects`,`refs`].map(t=>Zf(S(e,t),g)));return t?.isFile()===!0&&n?.isDirectory()===!0&&r?.isDirectory()===!0}
function Zf(e,t){return t(e).catch(()=>void 0)}
function Qf(e){return e.toString(`utf8`).replace(/\r?\n$/,``)}
function $f(e){return new A(`There is a \`.git\` in ${e}, and no git repository behind it`,{hint:"Check the repository out again, or remove the `.git`."})}
const ep=268435456,tp=/^(?:ref: refs\/[^\n]+|[0-9a-f]{40}|[0-9a-f]{64})\n?$/,np=[[`core`,`alternateRefsCommand`,`exit 0 #`],[`core`,`askPass`,``],[`core`,`bigFileThreshold`,`512m`],[`core`,`fsmonitor`,`false`],[`core`,`hooksPath`,ve],[`core`,`logAllRefUpdates`,`false`],[`core`,`quotePath`,`false`],[`core`,`warnAmbiguousRefs`,`false`],[`advice`,`graftFileDeprecated`,`false`],[`credential`,`helper`,``],[`diff`,`renames`,`true`],[`diff`,`suppressBlankEmpty`,`false`],[`fetch`,`recurseSubmodules`,`false`],[`gc`,`auto`,`0`],[`http`,`followRedirects`,`false`],[`http`,`lowSpeedLimit`,`1`],[`http`,`lowSpeedTime`,`120`],[`http`,`sslVerify`,`true`],[`i18n`,`logOutputEncoding`,`UTF-8`],[`log`,`follow`,`false`],[`log`,`showRoot`,`true`],[`log`,`showSignature`,`false`],[`maintenance`,`auto`,`false`],[`protocol "ext"`,`allow`,`never`]];
async function rp({gitFolder:e,commonFolder:t,workTree:n},r){let i=(await Z(S(e,`HEAD`),65536))?.toString(`utf8`);if(i===void 0||!tp.test(i))throw new A(`The repository's HEAD names neither a branch nor a commit`,{hint:`Check the repository out again.`});if(r.refStorage===`reftable`&&e!==t)throw new j(`The repository is a linked work tree with reftable, which is not read`,{hint:"Run in the main work tree, or clone with `--ref-format=files`."});let a=cp(),o=await Z(S(t,`shallow`),ep),s=[`refs`,`worktrees`,...r.refStorage===`reftable`?[`reftable`]:[]],c=await d(e),l=e===t?c:await d(t);return await Promise.all([v(S(a,`config`),ip(r,n===void 0)),v(S(a,`HEAD`),i),...o===void 0?[]:[v(S(a,`shallow`),o)],...s.filter(e=>l.includes(e)).map(e=>_(S(t,e),S(a,e),`junction`)),...l.includes(`packed-refs`)?[lp(t,a,`packed-refs`)]:[],...c.filter(e=>e.startsWith(`sharedindex.`)).map(t=>lp(e,a,t))]),{GIT_DIR:a,GIT_OBJECT_DIRECTORY:S(t,`objects`),...n===void 0?{}:{GIT_WORK_TREE:n,GIT_INDEX_FILE:S(e,`index`)}}}
function ip(e,t){return[...np,[`core`,`bare`,String(t)],[`core`,`repositoryFormatVersion`,`1`],[`extensions`,`objectFormat`,e.objectFormat],...e.refStorage===`files`?[]:[[`extensions`,`refStorage`,e.refStorage]],...e.partial?[[`extensions`,`partialClone`,`origin`],[`remote "origin"`,`promisor`,`true`]]:[]].map(([e,t,n])=>`[${e}]\n\t${t} = "${ap(n)}"\n`).join(``)}
function ap(e){return e.replace(/[\\"]/g,`\\$&`)}
let op,sp=0;
function cp(){if(op===void 0){let e=oe(S(ye(),`assay-git-`));process.once(`exit`,()=>fe(e,{recursive:!0,force:!0})),op=e}let e=S(op,String(sp++));return ae(e),e}
async function lp(e,t,n){await _(S(e,n),S(t,n),`file`).catch(()=>s(S(e,n),S(t,n)))}
const up={major:2,minor:32},dp=new WeakMap;
function fp(e,{processes:t,signal:n}){let r=dp.get(t)??new Map;dp.set(t,r);let i=r.get(e.program)??pp(e,t,n);return r.set(e.program,i),i}
async function pp({program:e,variables:t},n,r){let{stdout:i}=await n.run(e,[`version`],{env:t,timeoutMs:6e4,...r===void 0?{}:{signal:r}}),a=Buffer.from(i).toString().trim(),o=/(\d+)\.(\d+)/.exec(a),[s,c]=[Number(o?.[1]??0),Number(o?.[2]??0)];if(!(s>up.major||s===up.major&&c>=up.minor))throw new j(`"${a}" is too old`,{hint:`Install git ${up.major}.${up.minor} or later: older ones can't be kept apart from the machine's configuration.`})}
async function mp(e){let t=await hp(e);if(t!==void 0)return t;throw new A(`The folder belongs to no git repository`,{hint:"Run actions/checkout before this step, and check `working-directory`."})}
async function hp(e){let t=await p(e.root).catch(()=>void 0);if(t===void 0||!(await g(t)).isDirectory())throw new A(`The folder ${e.root} does not exist`);let n=e.environment.GITHUB_WORKSPACE??``,r=await Gf(t,await p(n).catch(()=>void 0));if(r===void 0)return;let i=await Lf(r.commonFolder),a=await Vf(e.environment,t),o=rp(r,i);o.catch(()=>{}),await fp(a,e);let s={...a.variables,...await o};return{...kf({...a,variables:s},{...e,root:t}),root:t,prefix:Kf(r,t),bare:r.workTree===void 0,objectFormat:i.objectFormat,partial:i.partial,configuredOrigin:i.origin,folders:{git:r.gitFolder,common:r.commonFolder},variables:s}}
function gp(e){return S(e.variables.GIT_DIR??e.folders.common,`shallow`)}
async function _p(e,t=`HEAD`){let n=[`log`,`-1`,`--no-patch`,`--format=%H %ct`,t,`--`],r=await e.run(n);if(r.exitCode!==0){if(await Q(e,t)===void 0)return;throw Af(`log`,r)}let[i=``,a=``]=Buffer.from(r.stdout).toString().trim().split(` `);return{sha:i,committedAt:vp(a)}}
function vp(e){return new Date(/^-?\d{1,12}$/.test(e)?Number(e)*1e3:0).toISOString().replace(/\.\d+Z$/,`Z`)}
async function Q(e,t){let[n]=await yp(e,[t]);return n}
async function yp(e,t){let n=t.map(e=>/[\n\r\0]|@\{/.test(e)||e===``?`^{commit}`:`${e}^{commit}`),r=(await e.read([`cat-file`,`--batch-check=%(objecttype) %(objectname)`],{input:`${n.join(`
`)}\n`})).toString().split(`
`);return t.map((e,t)=>/^commit ([0-9a-f]+)$/.exec(r[t]??``)?.[1])}
async function bp(e,t){let n=await Q(e,t);if(n!==void 0)return n;throw new A(`The clone has no commit "${t}"`,{hint:"Check the name; where the clone is shallow, set `fetch-depth: 0` on actions/checkout."})}
async function xp(e,t,n){let r=await e.run([`merge-base`,`--end-of-options`,t,n]);if(r.exitCode===0)return Buffer.from(r.stdout).toString().trim();if(r.exitCode!==1||r.stderr!==``)throw/not a valid|bad object/i.test(r.stderr)?new A(`No merge-base of ${X(t)} and ${X(n)}: a commit is missing`,{hint:"Set `fetch-depth: 0` on actions/checkout."}):Af(`merge-base`,r)}
async function Sp(e){return a(gp(e)).then(()=>!0,()=>!1)}
const Cp=[`exhaustive rename detection was skipped`,`inexact rename detection was skipped`,`only found copies from modified paths`,`you may want to set your diff.renameLimit`,`See "git help gc" for manual housekeeping`,`Auto packing the repository in background for optimum performance`];
async function wp(e,t){let n=await e.ended,r=n.stderr.split(`
`).filter(e=>e.trim()!==``).filter(e=>!Cp.some(t=>e.includes(t)));if(n.exitCode!==0)throw Af(t,n);if(r.length>0)throw Af(t,{...n,stderr:r.join(`
`)})}
function $(e){return new j(`git printed something that can't be read: ${e}`,{hint:`Report this with the version of git: nothing is scanned past such a place.`})}
function Tp(e){return Buffer.from(e.buffer,e.byteOffset,e.length)}
const Ep=268435456;
function Dp(){let e=[],t=0,n={chunk:Buffer.alloc(0),at:0,field(r){let{chunk:i,at:a}=n,o=i.indexOf(r,a),s=i.subarray(a,o<0?i.length:o);if(n.at=o<0?i.length:o+1,o>=0&&t===0)return s;if(e.push(s),t+=s.length,t>Ep)throw $(`a field of more than ${Ep} bytes`);if(o<0)return;let c=Buffer.concat(e);return e=[],t=0,c},get isInside(){return t>0}};return n}
async function*Op(e,t,n){if(t.length===0)return;let r=t.find(e=>!Y(e));if(r!==void 0)throw new dt(`"${r}" is no object name`);let i=e.stream([`cat-file`,`--batch`,`--buffer`],{input:`${t.join(`
`)}\n`}),a=kp(n),o=0,s=!1;try{for await(let e of i.stdout)for(let t of a(Tp(e)))o++,yield t;s=!0}finally{s||i.kill()}if(await wp(i,`cat-file`),o<t.length)throw new j(`git cat-file printed ${o} of ${t.length} objects`)}
function kp(e){let t=Dp(),n,r=0;return function*(i){for(t.chunk=i,t.at=0;t.at<i.length;){if(n===void 0){let i=t.field(10);if(i===void 0)return;n=Ap(i.toString(`latin1`),e),r=0}let a=Math.min(n.size-r,i.length-t.at);if(n.bytes!==void 0&&i.copy(n.bytes,r,t.at,t.at+a),r+=a,t.at+=a,r<n.size||t.at>=i.length)continue;t.at++;let o=n;n=void 0,yield o}}}
function Ap(e,t){let[n=``,r=``,i]=e.split(` `);if(i===void 0)throw new j(`The object ${n} is ${r} from the clone`,{hint:"Check out again with `fetch-depth: 0` and without `filter`."});let a=Number(i);return{oid:n,type:r,size:a,bytes:a>t?void 0:Buffer.allocUnsafe(a)}}
const jp=new WeakMap;
async function Mp(e,t){return[...(await Ip(e,t)).keys()].sort()}
async function Np(e,t,n,r=104857600){let i=(await Ip(e,t)).get(n);if(i!==void 0){if(i.size>r)throw new A(`${n} in ${t} has ${i.size} bytes; at most ${r} are read`);return e.read([`cat-file`,`blob`,i.oid])}}
async function Pp(e,t,n,r){let i=await Ip(e,t),a=[],o=r;for(let e of n){let t=i.get(e);if(t!==void 0){if(o-=t.size,o<0)break;a.push([e,t.oid])}}let s=new Map,c=a.map(([,e])=>e);for await(let{bytes:t}of Op(e,c,r)){let e=a[s.size]?.[0];e!==void 0&&t!==void 0&&s.set(e,t)}return s}
async function Fp(e,t){let n=await bp(e,t),r=[];for(let t of zp(await e.read([`ls-tree`,`-r`,`-z`,n])))t.toString(`latin1`,0,6)===`120000`&&r.push(Ef(t.subarray(t.indexOf(9)+1)));return r.sort()}
async function Ip(e,t){let n=await bp(e,t),r=jp.get(e)??new Map;jp.set(e,r);let i=r.get(n)??Lp(e,n);r.delete(n),r.set(n,i);for(let e of[...r.keys()].slice(0,-4))r.delete(e);return i}
async function Lp(e,t){let n=new Map;for(let r of zp(await e.read([`ls-tree`,`-r`,`-z`,`--long`,t]))){if(!Rp(r))continue;let e=r.indexOf(9),[,,t=``,i]=r.toString(`latin1`,0,e).split(/ +/);n.set(Ef(r.subarray(e+1)),{oid:t,size:Number(i)})}return n}
function Rp(e){return e.toString(`latin1`,0,3)===`100`}
function*zp(e){for(let t=0;t<e.length;){let n=e.indexOf(0,t);if(n<0)return;yield e.subarray(t,n),t=n+1}}
const Bp=new Map([[`A`,`added`],[`D`,`deleted`],[`M`,`modified`],[`T`,`type-changed`]]);
function Vp(e){return Bp.get(e)??`modified`}
function Hp(e){return e.objectFormat===`sha256`?`6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321`:`4b825dc642cb6eb9a060e54bf8d69288fbee4904`}
async function Up(e,t,n){let r=t===void 0?Hp(e):await bp(e,t),i=await bp(e,n),a=[`-r`,`-z`,`--name-status`,`--no-renames`,Wp(e)],o=[...zp(await e.read([`diff-tree`,...a,`--ignore-submodules=none`,r,i]))],s=[];for(let e=0;e+1<o.length;e+=2){let[t,n]=[o[e],o[e+1]];if(t===void 0||n===void 0)break;s.push({path:Ef(n),status:Vp(t.toString(`latin1`))})}return s.sort((e,t)=>e.path<t.path?-1:+(e.path>t.path))}
function Wp(e){return e.prefix===``?`--no-relative`:`--relative`}
function Gp(e){if(e.kind===`nothing`)return;if(e.kind===`all`)return{options:[`--all`],input:``};let t=[...e.base===void 0?[]:[e.base],...e.exclude??[]],n=[e.head,...t].find(e=>!Y(e));if(n!==void 0)throw new dt(`A range holds "${n}", which is no object name`);return{options:[`--stdin`],input:[e.head,...t.map(e=>`^${e}`),``].join(`
`)}}
async function Kp(e,t,n=[]){let r=Gp(t);if(r===void 0)return 0;let i=await e.read([`rev-list`,`--count`,`--full-history`,...r.options,`--`,...n],{input:r.input});return Number(i.toString().trim())}
const qp={commitFormat:`--format=%x01%H%n%P%n%an%n%ae%n%at%n%B`,options:[`--text`,`--no-renames`],inFolder:!0,merges:!0,emptyHunks:!1,deletedFiles:!0,typeChanges:()=>!0,hunkBytes:16777216,authorOf:e=>e,messageOf:e=>e},Jp=[`--patch`,`--raw`,`-z`,`-U0`,`--inter-hunk-context=0`,`--full-index`,`--no-abbrev`,`--no-color`,`--no-ext-diff`,`--no-textconv`,`--diff-algorithm=myers`,`--indent-heuristic`,`--ignore-submodules=none`,`--submodule=short`,`--src-prefix=a/`,`--dst-prefix=b/`,`-O${ve}`];
function Yp(e,{view:t=qp}){let n=t.inFolder?Wp(e):`--no-relative`;return[...Jp,n,...t.options]}
function Xp(e,t){let{view:n=qp}=t,r=n.merges&&!Qp(e,t)?`first-parent`:`off`;return[`log`,`--full-history`,n.commitFormat,`--diff-merges=${r}`,...Yp(e,t)]}
function Zp(e,t){let{view:n=qp}=t;return[`log`,`--full-history`,`--merges`,n.commitFormat,`--diff-merges=combined`,...Yp(e,t),`-U1`]}
function Qp(e,{view:t=qp}){return e.prefix===``&&t.merges}
function $p(e){return e.paths===void 0?[]:[`--`,...e.paths]}
const em=Buffer.from(`
`);
function tm(e){return e===32||e===43||e===45||e===92}
function nm(e,t){let n=0,r=1,i=(n,r,i)=>{let a=e.add(n,r,n.length,i);a!==void 0&&t(a)};return{begin(t,i){let a=`@`.repeat(i+1),o=` -\\d+(?:,\\d+)?`.repeat(i),s=RegExp(`^${a}${o} \\+(\\d+)(?:,\\d+)? ${a}`).exec(t);if(s===null)throw $(`the hunk header ${JSON.stringify(t)}`);n=i,r=Number(s[1]),e.begin(r)},line(a){if(a[0]===92)return;let o=0,s=!1;for(let e=0;e<n;e++){let t=a[e];if(t===43)o++;else if(t===45)s=!0;else if(t!==32)throw $(`a line of a merge without a mark for each parent`)}o===n?(e.isEmpty&&e.begin(r),i(a,n,!1),i(em,0,!0)):!e.isEmpty&&!s&&t(e.take()),s||r++}}}
function rm(e){let t=Buffer.allocUnsafe(65536),n=0,r=1,i=0,a=()=>{let e={startLine:r,addedText:t.toString(`latin1`,0,n)};return r+=i,n=i=0,e};return{begin(e){r=e,n=i=0},add(r,o,s,c){let l=s-o;if(n+l>t.length&&(t=im(t,n,l)),r.copy(t,n,o,s),n+=l,c&&i++,!(n<e))return c?a():n<4*e?void 0:{...a(),cut:!0}},dropNewline(){n>0&&t[n-1]===10&&n--},take:a,get isEmpty(){return n===0}}}
function im(e,t,n){let r=Buffer.allocUnsafe(Math.max(e.length*2,t+n));return e.copy(r,0,0,t),r}
function am(e){if(e[1]===om)return sm(e);let[,t,n,r]=/^:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/.exec(e.toString(`latin1`))??[];if(t===void 0||n===void 0||r===void 0)throw cm(e);let i=r===`R`||r===`C`;return{status:i?`renamed`:r===`U`?`unmerged`:Vp(r),mode:t,blob:t===`000000`?void 0:n,blocks:r===`T`?2:r===`U`?0:1,paths:i?2:1,parents:1}}
const om=58;
function sm(e){let[,t=``,n=``]=/^(:+)(.*)$/.exec(e.toString(`latin1`))??[],r=t.length,i=n.split(` `),[a,o,s]=[i[r],i[2*r+1],i.at(-1)];if(!(i.length===2*r+3&&i.slice(0,r+1).every(e=>/^\d{6}$/.test(e))&&i.slice(r+1,-1).every(e=>/^[0-9a-f]+$/.test(e))&&s?.length===r&&/^[AMDT]+$/.test(s))||a===void 0||s===void 0)throw cm(e);return{status:s===s.charAt(0).repeat(r)?Vp(s.charAt(0)):`modified`,mode:a,blob:a===`000000`?void 0:o,blocks:1,paths:1,parents:r}}
function cm(e){return $(`the record ${JSON.stringify(e.toString(`latin1`,0,80))}`)}
function lm(e,t){let{status:n,mode:r,blob:i}=e;return{path:Ef(t),status:n,mode:r,...i===void 0?{}:{blob:i}}}
function um(e,t){let n=e.toString(`utf8`).split(`
`),[r=``,i=``,a=``,o=``,s=``]=n,c=n.slice(5).join(`
`);return{sha:r,parents:i===``?[]:i.split(` `),authorName:t.authorOf(a),authorEmail:t.authorOf(o),authoredAt:vp(s),message:t.messageOf(c)}}
function dm(e){let t=/^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(e);if(t===null)throw $(`the hunk header ${JSON.stringify(e)}`);return{removed:Number(t[1]??1),startLine:Number(t[2]),added:Number(t[3]??1)}}
const fm=[`index `,`--- `,`+++ `,`new file mode `,`deleted file mode `,`old mode `,`new mode `,`mode `,`similarity index `,`dissimilarity index `,`rename from `,`rename to `,`copy from `,`copy to `,`* Unmerged path `];
function pm(e){return fm.some(t=>e.startsWith(t))}
function mm(){let e=[],t,n=[],r,i=0,a=!1,o=()=>{r===void 0||r.reported&&r.hunks.length===0||(n.push({...r.file,binary:r.binary,hunks:r.hunks}),r.reported=!0,r.hunks=[])},s=r=>{e.push({commit:t,files:n,complete:r}),n=[],i=0},c=()=>{o(),r=void 0,(a||n.length>0)&&s(!0),a=!1};return{beginCommit(e){c(),t=e,a=!0},beginFile(e){o(),a=!0,r={file:e,binary:!1,hunks:[],reported:!1}},markBinary(){r!==void 0&&(r.binary=!0)},addHunk(e){r?.hunks.push(e),i+=e.addedText.length,i<4194304||(o(),s(!1))},end:c,take(){let t=e;return e=[],t}}}
function hm({view:e=qp,typeChanges:t=!0}={},n=rm(e.hunkBytes)){let r=mm(),i=Dp(),a=`start`,o,s=0,c=[],l=0,u=!1,d=0,f=0,p=!1,m=!1,h=1,g=e=>{u||r.addHunk(e)},_=nm(n,g),v=()=>{(!n.isEmpty||e.emptyHunks&&!m)&&g(n.take()),a=`block`},y=()=>{let e=c[l];if(e!==void 0)throw $(`no patch for ${JSON.stringify(String(e.path))}`);c=[],l=0},b=()=>{let n=c[l];if(n===void 0)throw $(`a patch for a file that it did not name`);let{status:i,blocks:a}=n.entry;n.blocksLeft--,h=n.entry.parents,n.blocksLeft===0&&l++,u=n.blocksLeft>0||i===`deleted`&&!e.deletedFiles||a===2&&!t,u||r.beginFile(lm(n.entry,n.path))},x=e=>{a=`block`;let t=e.toString(`latin1`,0,100);if(t.startsWith(`@@ `)){let e=dm(t);d=e.removed,f=e.added,p=m=!1,n.begin(e.startLine),a=`lines`}else if(t.startsWith(`@@@`)&&h>1)_.begin(e.toString(`latin1`),h),a=`combined`;else if(t.startsWith(`diff --git `)||t.startsWith(`diff --combined `))b();else if(t.startsWith(`Binary files `))u||r.markBinary();else if(!pm(t))throw $(JSON.stringify(t.slice(0,80)))},ee=e=>{let{chunk:t,at:r}=i,o=t.indexOf(10,r),s=o<0?t.length:o+1;if(i.at=s,e){let e=n.add(t,r,s,o>=0);e!==void 0&&(m=!0,g(e))}o<0||(e?f--:d--,p=e,a=`lines`)},S=e=>{if(e===92)a=`no-newline`;else if(d+f===0)return v();else if(e===43&&f>0)a=`added`;else if(e===45&&d>0)a=`removed`;else throw $(`a hunk with fewer lines than its header says`);i.at++},te=()=>{let t=i.chunk[i.at];switch(a){case`start`:case`block`:if(t===1)y(),a=`commit`,i.at++;else if(a===`block`)a=`header`;else if(t===10||t===0)i.at++;else if(t===58)a=`record`;else throw $(`byte ${t} where a commit begins`);return;case`commit`:{let t=i.field(0);if(t===void 0)return;r.beginCommit(um(t,e)),a=`start`;return}case`record`:{let e=i.field(0);if(e===void 0)return;if(e.length===0){a=`block`;return}o=am(e),s=o.paths,a=`path`;return}case`path`:{let e=i.field(0);if(e===void 0||o===void 0||--s>0)return;o.blocks===0?r.beginFile(lm(o,e)):c.push({entry:o,path:e,blocksLeft:o.blocks}),a=`record`;return}case`header`:{let e=i.field(10);e!==void 0&&x(e);return}case`no-newline`:if(i.field(10)===void 0)return;p&&n.dropNewline(),a=`lines`;return;case`lines`:return S(t);case`combined`:tm(t)?a=`combined-line`:v();return;case`combined-line`:{let e=i.field(10);if(e===void 0)return;_.line(e),a=`combined`;return}case`added`:case`removed`:return ee(a===`added`)}};return{push(e){for(i.chunk=e,i.at=0;i.at<e.length;)te();return r.take()},end(){if((a===`combined`||a===`lines`&&d+f===0)&&v(),a!==`start`&&a!==`block`||i.isInside)throw $(`it stops in the middle`);return y(),r.end(),r.take()}}}
async function*gm(e,t,{input:n=``},r){let i=e.stream(t,{input:n}),a=hm(r),o=!1;try{for await(let e of i.stdout)yield*a.push(Tp(e));o=!0,await wp(i,t[0]??`log`),yield*a.end()}finally{o||i.kill()}}
function _m(e,t,n){let r=gm(e,[...Zp(e,n),...t.options,...$p(n)],t,n),i=!1,a=async()=>{i=!0;let{done:e,value:t}=await r.next();return e===!0?void 0:t};return{async*of(t){for(let r=!1;!r;){let i=await a();if(i?.commit?.sha!==t.sha)throw vm(t.sha,i);r=i.complete;let o=i.files.filter(({binary:e})=>e);o.length>0&&(yield*ym(e,t,o,n)),yield{commit:t,files:i.files.filter(({binary:e})=>!e),complete:r}}},async end(){let e=i?await a():void 0;if(e!==void 0)throw vm(`no merge`,e)},stop:async()=>{await r.return(void 0)}}}
function vm(e,t){return new j(`git log showed ${t?.commit?.sha??`nothing`} in the place of ${e}`,{hint:`Run the check again: the branches may have moved meanwhile.`})}
async function*ym(e,t,n,r){let[i]=t.parents;if(i===void 0)throw new j(`git showed no text of ${t.sha}`);let a=new Set(n.map(({path:e})=>e)),o=[...a].join(`
`),s=o.length>8e3||/[\udc80-\udcff]/u.test(o)?[]:[...a],c=[`diff-tree`,`-r`,...Yp(e,r),i,t.sha];for await(let{files:n}of gm(e,[...c,`--`,...s],{},r))yield{commit:t,files:n.filter(({path:e})=>a.has(e)),complete:!1}}
async function*bm(e,t,n={}){let r=Gp(t);if(r===void 0)return;let i=[...Xp(e,n),...r.options,...$p(n)],{view:a=qp}=n,o=Qp(e,n)?_m(e,r,n):void 0,s=0;try{let n={view:a,typeChanges:a.typeChanges(t)};for await(let{commit:t,...a}of gm(e,i,r,n)){if(t===void 0)throw new j(`git log showed a diff without its commit`);a.complete&&s++,o!==void 0&&t.parents.length>1?yield*o.of(t):yield{commit:t,...a}}await o?.end()}finally{await o?.stop()}let c=await Kp(e,t,n.paths);if(s<c)throw new j(`git log showed ${s} of the ${c} commits of the range`,{hint:"Run the check again; if it stays so, run `git fsck` in the clone."})}
async function xm(e,t){let n=S(e.folders.common,`shallow`),[r,i]=await Promise.all([Z(gp(e),ep),Z(n,ep)]);if(!(r===i||i!==void 0&&r?.equals(i)))try{await Sm(n,r)}catch(e){t.debug(`the clone keeps its depth: ${e instanceof Error?e.message:e}`)}}
async function Sm(e,t){let n=`${e}.lock`,r=await l(n,`wx`);try{await r.writeFile(t??``),t===void 0?await h(e,{force:!0}):await m(n,e)}finally{await r.close(),await h(n,{force:!0})}}
const Cm=[`http_proxy`,`https_proxy`,`all_proxy`,`no_proxy`,`HTTPS_PROXY`,`ALL_PROXY`,`NO_PROXY`,`SSL_CERT_FILE`,`SSL_CERT_DIR`,`GIT_SSL_CAINFO`],wm=new Set([`localhost`,`127.0.0.1`,`[::1]`]);
async function Tm(e,{remote:t,offline:n,environment:r}){if(n)return;if(t?.token!==void 0&&t.token!==``)return Om(t,t.token,r);let i=e.configuredOrigin,a=i===void 0?void 0:await Dm(e,i,r);if(i!==void 0&&a!==void 0)return{url:i,env:{GIT_ALLOW_PROTOCOL:a}}}
function Em({configuredOrigin:e}){if(e===void 0||!URL.canParse(e))return e;let t=new URL(e);return t.username=t.password=``,t.href}
async function Dm(e,t,n){let r=URL.canParse(t)?new URL(t):void 0;if(r?.protocol===`http:`&&wm.has(r.hostname))return`http`;let i=t.startsWith(`/`)?t:r?.protocol===`file:`&&r.host===``?decodeURIComponent(r.pathname):void 0,a=i===void 0?void 0:await p(i).catch(()=>void 0);if(!(a===void 0||qt(await Kt(e.root,n),a)))return`file`}
function Om({serverUrl:e,repository:t},n,r){let i=URL.canParse(e)?new URL(e):void 0,a=i?.protocol.slice(0,-1);if(i===void 0||a!==`https`&&a!==`http`)throw new A(`The server "${e}" is no http(s) address`);if(!/^[\w.-]+\/[\w.-]+$/.test(t))throw new A(`The repository "${t}" is not of the form owner/name`);let o=`${i.origin}${i.pathname.replace(/\/$/,``)}`,s={GIT_ALLOW_PROTOCOL:a,GIT_CONFIG_COUNT:`1`,GIT_CONFIG_KEY_0:`http.${i.origin}/.extraheader`,GIT_CONFIG_VALUE_0:`Authorization: Basic ${Buffer.from(`x-access-token:${n}`).toString(`base64`)}`};for(let e of Cm){let t=r[e];t!==void 0&&(s[e]=t)}return{url:`${o}/${t}`,env:s}}
async function km(e,{url:t,env:n},r,i){i.debug(`git fetch ${r.options.join(` `)} (${r.refs.length} refs or commits)`);let a=await e.run([`fetch`,`--quiet`,`--no-tags`,`--no-write-fetch-head`,`--no-recurse-submodules`,`--upload-pack=git-upload-pack`,`--stdin`,...r.options,`--end-of-options`,t],{env:n,input:`${r.refs.join(`
`)}\n`,timeoutMs:6e5});return a.exitCode===0&&await xm(e,i),a}
async function Am(e,t,n,r){let i=`${n} in ${X(t)}`,a=n.split(`/`),o=[],s=0;for(;a.length>0;){let n=a.shift();if(n===void 0||n===``||n===`.`)continue;if(n===`..`){if(o.pop()===void 0)throw new A(`${i} leads out of the repository`);continue}let c=await Mm(e,t,[...o,n].join(`/`));if(c===void 0){if(s===0)return;throw new A(`${i} is a symbolic link to nothing`)}if(c.mode===`120000`){if(s+=1,s>10)throw new A(`${i} is a symbolic link without an end`);let t=(await Nm(e,c,4096,i)).toString();if(t.startsWith(`/`))throw new A(`${i} leads out of the repository`);a.unshift(...t.split(`/`))}else if(c.mode===`040000`)o.push(n);else if(c.mode===`160000`||a.some(e=>e!==``&&e!==`.`))return;else return Nm(e,c,r,i)}throw new A(`${i} is not a regular file`)}
async function jm(e,t,n){return await Mm(e,t,n)!==void 0}
async function Mm(e,t,n){let r=[`ls-tree`,`-z`,`--long`,`--full-tree`,t,`--`,n];for(let t of zp(await e.read(r))){let[e=``,,n=``,r]=t.toString(`latin1`,0,t.indexOf(9)).split(/ +/);return{mode:e,oid:n,size:Number(r)||0}}}
async function Nm(e,{oid:t,size:n},r,i){if(n>r)throw new A(`${i} has ${n} bytes; at most ${r} are read`);return e.read([`cat-file`,`blob`,t])}
const Pm=67108864;
async function*Fm(e,t){let n=Gp(t);if(n===void 0)return;let r=(await e.read([`rev-list`,...n.options],{input:n.input})).toString(`latin1`).split(`
`).filter(Boolean),i=t.kind===`all`?await Lm(e):[],a=t.kind===`commits`&&t.tag!==void 0?[t.tag]:[];for await(let{oid:t,type:n,bytes:o}of Op(e,[...r,...i,...a],Pm))yield{kind:n===`tag`?`tag`:`commit`,oid:t,message:Im(t,o)}}
function Im(e,t){if(t===void 0)throw new j(`The message of ${e} has more than ${Pm} bytes`);let n=t.indexOf(`

`);return n<0?``:t.toString(`latin1`,n+2)}
async function Lm(e){let t=(await e.read([`for-each-ref`,`--format=%(objecttype) %(objectname)`,`refs/tags`])).toString(`latin1`).split(`
`);return[...new Set(t.filter(e=>e.startsWith(`tag `)).map(e=>e.slice(4)))]}
const Rm=[`--deepen=50`,`--deepen=200`,`--deepen=1000`,`--unshallow`];
function zm(e,t,n){let r=async(r,i)=>{if(t===void 0)return`nothing may be fetched in this run`;let a=await km(e,t,{options:r,refs:i},n);return a.exitCode===0?``:a.stderr.trim()||`exit code ${a.exitCode}`},i=async()=>await Sp(e)?[`--depth=1`]:[],a=``,o={repo:e,logger:n,canFetch:t!==void 0,async obtain(t){let n=await Bm(e,t);for(let e of n)a=await r(await i(),[e])||a;let o=new Set(n.length===0?[]:await Bm(e,n));return new Set(t.filter(e=>!o.has(e)))},async require(e){let t=await o.obtain(e),n=e.find(e=>!t.has(e));if(n!==void 0)throw Um(`the commit ${X(n)}`,a)},async fetchRefs(e){return a=await r(await i(),e),a===``},async deepenUntil(t,n,i){for(let o of Rm){if(!await Sp(e)||await i())return;if(a=await r([o],n),a!==``)throw Um(t,a)}if(await Sp(e)&&!await i())throw Um(t,`the server cut it`)}};return o}
async function Bm(e,t){let n=await yp(e,t);return t.filter((e,t)=>n[t]===void 0)}
async function Vm(e){if(!await Sp(e))return new Set;let t=await u(gp(e),`latin1`);return new Set(t.split(`
`).filter(Y))}
async function Hm(e,t,n){let r=await Vm(e);if(r.size===0)return!0;let i=[t,...n.map(e=>`^${e}`),``].join(`
`);return!(await e.read([`rev-list`,`--stdin`],{input:i})).toString(`latin1`).split(`
`).some(e=>r.has(e))}
function Um(e,t){return new A(`The clone does not hold ${e}, and it could not be fetched`,{hint:"Set `fetch-depth: 0` on actions/checkout; on a laptop, run `git fetch --unshallow`.",problems:t.split(`
`).slice(0,5)})}
function Wm(e,t){let n=e.payload;for(let e of t.split(`.`)){if(!E(n)||!Object.hasOwn(n,e))return;n=n[e]}return n}
function Gm(e,t){let n=Wm(e,t);return typeof n==`string`&&n!==``?n:void 0}
function Km(e,t){let n=Wm(e,t);if(Y(n))return n;throw new A(`The payload of the event ${e.name} has no commit in ${t}`,{hint:`Name the range yourself with a base and a head, or run on another event.`})}
async function qm(e){let t=await e.read([`for-each-ref`,`--format=%(objectname) %(refname) %(symref)`,`refs/remotes`]),n=[];for(let e of t.toString().split(`
`)){let[t=``,r=``,i]=e.split(` `),a=/^refs\/remotes\/[^/]+\/(.+)$/.exec(r)?.[1];a===void 0||i!==``||r.startsWith(`refs/remotes/pull/`)||n.push({name:a,commit:t})}return n}
async function Jm(e,t){let n=t===null?void 0:Gm(t,`repository.default_branch`);return n===void 0?(await Ym(e,`refs/remotes/origin/HEAD`))?.replace(/^origin\//,``):n}
async function Ym(e,t){let n=await e.run([`symbolic-ref`,`--quiet`,`--short`,t]),r=n.exitCode===0?Buffer.from(n.stdout).toString().trim():``;return r===``?void 0:r}
async function Xm(e,t){let n=await Jm(e.repo,t);return n===void 0?void 0:Zm(e,n)}
async function Zm(e,t){let{repo:n}=e,r=`refs/remotes/origin/${t}`,i=await Q(n,r);if(i!==void 0)return i;if((await n.run([`check-ref-format`,`refs/heads/${t}`])).exitCode===0&&e.canFetch)return await e.fetchRefs([`+refs/heads/${t}:${r}`]),Q(n,r)}
async function Qm(e,{branch:t,sha:n},r){let i=zm(e,await Tm(e,r),r.logger),a=t??(n===void 0?await Jm(e,r.event):void 0),o=a===void 0?void 0:await $m(e,a,r);if(Y(n)){if((await i.obtain([n])).has(n))return o!==void 0&&await ah(e,n,o)?o:n;throw oh(`commit ${X(n)}`)}let s=o??(a===void 0?void 0:await nh(i,a))??await rh(e,r);if(s===void 0)throw oh(a===void 0?`branch`:`branch ${a}`);return s}
async function $m(e,t,{remote:n}){let{configuredOrigin:r}=e;if(r===void 0)return Q(e,`refs/heads/${t}`);let i=th(r);return i===void 0||n===null||eh(n).includes(i)?Q(e,`refs/remotes/origin/${t}`):void 0}
function eh({serverUrl:e,repository:t}){let n=`/${t.toLowerCase()}`;return[n,`${(URL.canParse(e)?new URL(e).pathname.replace(/\/+$/,``):``).toLowerCase()}${n}`]}
function th(e){let t=/^[\w.-]+@[\w.-]+:(.+)$/.exec(e)?.[1],n=URL.canParse(e)?new URL(e):void 0,r=(t??(n===void 0||n.protocol===`file:`?void 0:n.pathname))?.replace(/\/+$/,``).replace(/\.git$/,``);return r===void 0?void 0:`/${r}`.replace(/^\/+/,`/`).toLowerCase()}
async function nh(e,t){let{repo:n}=e;if((await n.run([`check-ref-format`,`refs/heads/${t}`])).exitCode!==0||!e.canFetch)return;let r=`refs/assay/base/${t}`;return await e.fetchRefs([`+refs/heads/${t}:${r}`]),Q(n,r)}
async function rh(e,{event:t}){if(t!==null&&ih.has(t.name)&&t.sha!==void 0)return Y(t.sha)?Q(e,t.sha):void 0}
const ih=new Set([`issue_comment`,`workflow_run`,`check_run`,`check_suite`,`status`]);
async function ah(e,t,n){return await xp(e,t,n)===t}
function oh(e){return new j(`The base of the change can't be read: the clone does not hold ${e}`,{hint:"Set `fetch-depth: 0` on actions/checkout, or give the step its `token`, so that it is fetched."})}
async function sh(e,t,n,r){if(n.kind!==`nothing`&&e.partial){for(let i=0;i<100;i++){let i=await ch(e,n);if(i.length===0)return;if(t===void 0)throw lh(i.length,`nothing may be fetched in this run`);r.info(`Fetching ${i.length} objects that the partial clone left out`);let a=await km(e,t,{options:[`--filter=blob:none`],refs:i},r);if(a.exitCode!==0)throw lh(i.length,a.stderr.trim())}throw lh((await ch(e,n)).length,`the server did not send them`)}}
async function ch(e,t){let n=Gp(t);if(n===void 0)return[];let r=(t,n)=>e.read([`rev-list`,...t],{input:n}).then(e=>e.toString(`latin1`)),i=[`--objects`,`--missing=print`],a=[await r([...i,...n.options],n.input)],o=(await r([`--boundary`,...n.options],n.input)).split(`
`).filter(e=>e.startsWith(`-`)).map(e=>e.slice(1)),s=t.kind===`commits`?[t.base,t.mergeBase]:[],c=[...new Set([...o,...s.flatMap(e=>e??[])])];c.length>0&&a.push(await r([...i,`--no-walk`,`--stdin`],`${c.join(`
`)}\n`));let l=a.flatMap(e=>e.split(`
`)).filter(e=>e.startsWith(`?`)).map(e=>e.slice(1));return[...new Set(l)].sort()}
function lh(e,t){return new A(`${e} objects of the range are missing: the clone is partial`,{hint:"Check out without `filter` and `sparse-checkout`, or give the step a token.",problems:t.split(`
`).slice(0,5)})}
const uh=[`+refs/heads/*:refs/remotes/origin/*`,`+refs/tags/*:refs/tags/*`];
async function dh(e,t,n,r){let{repo:i}=e;await e.require([n,t]);let a=`${X(t)}..${X(n)}`;await e.deepenUntil(`the range ${a}`,[n,t],async()=>await xp(i,t,n)!==void 0&&await Hm(i,n,[t]));let o=await xp(i,t,n),s={kind:`commits`,base:t,head:n,...o===void 0?{}:{mergeBase:o},description:`${r}, ${a}`};return await Kp(i,s)>0?s:fh(e,n,r)}
async function fh(e,t,n){let{repo:r}=e;await e.deepenUntil(`the parents of ${X(t)}`,[t],async()=>{let n=[...((await r.read([`cat-file`,`commit`,t])).toString(`latin1`).split(`

`)[0]??``).matchAll(/^parent ([0-9a-f]+)$/gm)],i=await mh(e,t);return n.length===i.length});let[i,...a]=await mh(e,t);return{kind:`commits`,...i===void 0?{}:{base:i,mergeBase:i},...a.length===0?{}:{exclude:a},head:t,description:`${n}, nothing is new, only the tip ${X(t)}`}}
async function ph(e,t,n){return await e.deepenUntil(`the history of ${X(t)}`,[t],()=>Hm(e.repo,t,[])),{kind:`commits`,head:t,description:`${n}, whole history of ${X(t)}`}}
async function mh({repo:e},t){let[,...n]=(await e.read([`rev-list`,`--parents`,`--max-count=1`,t])).toString(`latin1`).trim().split(` `),r=await yp(e,n);return n.filter((e,t)=>r[t]!==void 0)}
async function hh(e,t,{ref:n,otherwise:r}){let{repo:i}=e;await e.deepenUntil(`the tags before ${n}`,uh,async()=>!1),r!==void 0&&await e.obtain([r]);let a=await Q(i,n)??(r&&await Q(i,r));if(a===void 0||a===``)throw new A(`The clone does not hold the tag ${n}`,{hint:"Set `fetch-depth: 0` and `fetch-tags: true` on actions/checkout."});let o=await gh(e,t,a),s=await vh(i,n)??(r&&await vh(i,r));return s&&o.kind===`commits`?{...o,tag:s}:o}
async function gh(e,t,n){let{repo:r}=e,i=await _h(r,n);if(i!==void 0)return dh(e,i.commit,n,`tag, since ${i.name}`);let a=await Xm(e,t),o=a===void 0?void 0:await xp(r,a,n);return a===void 0||o===void 0||o===n?ph(e,n,`tag without an earlier one`):dh(e,a,n,`tag, since ${X(o)} on the default branch`)}
async function _h(e,t){let n=await e.run([`describe`,`--tags`,`--abbrev=0`,`${t}^`]);if(n.exitCode!==0)return;let r=Buffer.from(n.stdout).toString().trim(),i=await Q(e,`refs/tags/${r}`);return i===void 0?void 0:{name:r,commit:i}}
async function vh(e,t){if(/[\n\r\0]/.test(t))return;let n=await e.read([`cat-file`,`--batch-check=%(objecttype) %(objectname)`],{input:`${t}\n`});return/^tag ([0-9a-f]+)\n$/.exec(n.toString(`latin1`))?.[1]}
function yh(e,t){return dh(e,Km(t,`pull_request.base.sha`),Km(t,`pull_request.head.sha`),`pull request`)}
function bh(e,t){return dh(e,Km(t,`merge_group.base_sha`),Km(t,`merge_group.head_sha`),`merge group`)}
function xh(e,t){let n=Gm(t,`release.tag_name`);if(n===void 0)throw new A(`The payload of the event release has no release.tag_name`);return hh(e,t,{ref:`refs/tags/${n}`,otherwise:Y(t.sha)?t.sha:void 0})}
async function Sh(e,t){return await e.deepenUntil(`the whole history`,uh,async()=>!1),{kind:`all`,description:t===void 0?`the whole history`:`${t}, the whole history`}}
async function Ch(e,{base:t,head:n=`HEAD`}){return dh(e,await wh(e,t),await wh(e,n),`named range`)}
async function wh(e,t){Y(t)&&await e.require([t]);let n=await Q(e.repo,t)??await Zm(e,t);if(n!==void 0)return n;throw new A(`"${t}" is no commit, tag or branch of this clone`,{hint:"Check the name, and set `fetch-depth: 0` on actions/checkout."})}
async function Th(e,t){if(Wm(t,`deleted`)===!0)return Dh(t);if(Wm(t,`after`)===void 0)return Eh(e,t);let n=Km(t,`after`);if(Tf(n))return Dh(t);if(t.ref?.startsWith(`refs/tags/`))return hh(e,t,{ref:t.ref,otherwise:n});let r=Wm(t,`before`)===void 0?wf:Km(t,`before`);return Tf(r)?kh(e,t,n):Wm(t,`forced`)===!0?Oh(e,t,r,n):dh(e,r,n,`push`)}
async function Eh(e,t){let{repo:n}=e,r=(t.sha===void 0?void 0:await Q(n,t.sha))??await Q(n,`HEAD`);return r===void 0?Sh(e,`push to a branch without commits`):t.ref?.startsWith(`refs/tags/`)?hh(e,t,{ref:t.ref,otherwise:r}):kh(e,t,r,`push whose payload names no commits`)}
function Dh(e){return{kind:`nothing`,description:`push that deleted ${e.ref??`a branch`}`}}
async function Oh(e,t,n,r){if((await e.obtain([n])).has(n))return dh(e,n,r,`forced push`);if(await Sp(e.repo)&&!e.canFetch)throw new A(`The clone does not hold ${X(n)}, which this push replaced`,{hint:"Set `fetch-depth: 0` on actions/checkout."});return kh(e,t,r,`forced push, the old tip is gone`)}
async function kh(e,t,n,r=`new branch`){let{repo:i}=e;await e.require([n]);let a=t.ref?.replace(/^refs\/heads\//,``),o=a!==void 0&&a===await Jm(i,t)?void 0:await Xm(e,t),s=(await qm(i)).filter(({name:e})=>e!==a),c=[...new Set([...o?[o]:[],...s.map(({commit:e})=>e)])],[l,...u]=c;if(l===void 0)return ph(e,n,r);await e.deepenUntil(`what ${X(n)} adds`,[n,...c],async()=>await xp(i,l,n)!==void 0&&await Hm(i,n,c));let d=await xp(i,l,n),f={kind:`commits`,base:l,exclude:u,head:n,...d===void 0?{}:{mergeBase:d},description:`${r}, ${X(n)} without other branches`};return await jh(i,f,Ah(t))?await Kp(i,f)>0?f:fh(e,n,r):o===void 0?ph(e,n,r):dh(e,o,n,r)}
function Ah(e){let t=Wm(e,`commits`);return Array.isArray(t)?t.flatMap(e=>{let{id:t,distinct:n}=E(e)?e:{};return n===!0&&Y(t)?[t]:[]}):[]}
async function jh(e,t,n){let r=Gp(t);if(n.length===0||r===void 0)return!0;let i=await e.read([`rev-list`,...r.options],{input:r.input}),a=new Set(i.toString(`latin1`).split(`
`));return n.every(e=>a.has(e))}
const Mh=new Map([[`pull_request`,yh],[`pull_request_target`,yh],[`pull_request_review`,yh],[`pull_request_review_comment`,yh],[`push`,Th],[`release`,xh],[`merge_group`,bh]]);
async function Nh(e,t){let{event:n,override:r,logger:i}=t,a=await Tm(e,t),o=zm(e,a,i),s=n===null?void 0:Mh.get(n.name),c=r===void 0?n!==null&&s!==void 0?await s(o,n):await Sh(o,n?.name):await Ch(o,r);return await sh(e,a,c,i),c}
const Ph=/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
async function Fh(e){let t=await Lh(S(e.folders.git,`HEAD`));if(Ph.test(t))return{commit:t};let n=/^ref: (refs\/heads\/[^\\]+)$/.exec(t)?.[1],r=n===void 0||n.includes(`..`)?``:await Ih(e,n);return n!==void 0&&Ph.test(r)?{commit:r,ref:n}:Rh(e)}
async function Ih({folders:e},t){let n=S(e.common,t);if(await c(n).then(e=>!e.isDirectory(),()=>!1))return Lh(n);let r=(await Z(S(e.common,`packed-refs`),16777216))?.toString(`utf8`)??``,i=r.indexOf(` ${t}\n`);return i<0?``:r.slice(r.lastIndexOf(`
`,i)+1,i)}
async function Lh(e){return(await Z(e,4096))?.toString(`utf8`).trim()??``}
async function Rh(e){let t=await e.run([`rev-parse`,`HEAD`,`--symbolic-full-name`,`HEAD`]);if(t.exitCode!==0)return{};let[n=``,r=``]=Buffer.from(t.stdout).toString().trim().split(`
`);return{...Ph.test(n)&&{commit:n},...r.startsWith(`refs/`)&&{ref:r}}}
const zh=16384,Bh=4095;
function Vh(e,t){if(e.length<12+t||e.readUInt32BE(0)!==1145655875)return;let n=e.readUInt32BE(4),r=e.readUInt32BE(8),i=e.length-t;if(n<2||n>4)return;let a=[],o=Buffer.alloc(0),s=0,c=12;for(let l=0;l<r;l++){let r=c;if(c+=40+t+2,c>i)return;let l=e.readUInt32BE(r+24),u=e.readUInt16BE(c-2),d=u&zh?e.readUInt16BE(c):0;u&zh&&(c+=2);let f=o;if(n===4){let t=Uh(e,c),n=e.indexOf(0,t.end);if(n<0||n>=i||t.value>f.length)return;let r=f.subarray(0,f.length-t.value);o=Buffer.concat([r,e.subarray(t.end,n)]),c=n+1}else{let t=u&Bh,n=t<Bh?c+t:e.indexOf(0,c);if(n<c||n>=i)return;o=e.subarray(c,n),c=r+(n-r+8&-8)}if(s+=o.length,l===16384||s>268435456)return;if(o.equals(f))continue;let p=l===57344?`submodule`:d&16384?`sparse`:`file`;a.push({path:o,kind:p})}return Hh(e,c,i)?a:void 0}
function Hh(e,t,n){let r=t;for(;r+8<=n;r+=8+e.readUInt32BE(r+4)){let t=e[r]??0;if(t<65||t>90)return!1}return r===n}
function Uh(e,t){let n=t,r=e[n++]??0,i=r&127;for(;r&128&&n<e.length;)r=e[n++]??0,i=(i+1)*128+(r&127);return{value:i,end:n}}
const Wh=1023,Gh=Buffer.from(`.gitattributes`),Kh=/^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\n(?:[a-z0-9.-]+ [^\n]*\n)*?oid sha256:[0-9a-f]{64}\n(?:[a-z0-9.-]+ [^\n]*\n)*$/;
function qh(e){return e.length<=Wh&&Kh.test(e)}
async function Jh(e,t){if(!await Yh(e,t))return[];let n=Buffer.concat(t.flatMap(e=>[e,Buffer.of(0)])),r=[...zp(await e.read([`check-attr`,`-z`,`--stdin`,`filter`],{input:n}))],i=[];for(let t=0;t+2<r.length;t+=3){let[n,a]=[r[t],r[t+2]];if(n===void 0||a?.toString(`latin1`)!==`lfs`)continue;let o=await Xh(e,n,Wh);o!==void 0&&qh(o)&&i.push(Ef(n))}return i}
async function Yh(e,t){let n=t.filter(e=>{let t=e.length-Gh.length;return t>=0&&e.subarray(t).equals(Gh)}),r=e.prefix.split(`/`).length-1,i=Array.from({length:r},(e,t)=>Buffer.concat([Buffer.from(`../`.repeat(t+1)),Gh]));for(let t of[...i,...n]){let n=await Xh(e,t,1048576);if(n!==void 0&&/\bfilter=lfs\b/.test(n))return!0}return!1}
async function Xh(e,t,n){return(await Z(Buffer.concat([Buffer.from(`${e.root}/`),t]),n))?.toString(`latin1`)}
async function Zh(e){if(e.bare)return[];let t=await $h(e)??await eg(e),n=[],r=new Map,i=t=>{let n=t.toString(`latin1`),i=r.get(n)??ng(e,t);return r.set(n,i),i};for(let{path:r,kind:a}of t)a!==`file`&&((a===`submodule`?await ng(e,Buffer.concat([r,Buffer.from(`/.git`)])):await i(tg(r))&&await ng(e,r))||n.push({path:Ef(r),kind:a}));let a=await Jh(e,t.filter(({kind:e})=>e===`file`).map(({path:e})=>e));return n.push(...a.map(e=>({path:e,kind:`lfs`}))),n.sort((e,t)=>e.path<t.path?-1:1)}
const Qh={sparse:`the sparse checkout leaves it out`,submodule:`a submodule that is not checked out`,lfs:`a Git LFS pointer: the content is not in the clone`};
async function $h(e){let t=await Z(S(e.folders.git,`index`),536870912),n=e.objectFormat===`sha256`?32:20,r=t===void 0?void 0:Vh(t,n);if(e.prefix===``)return r;let i=Buffer.from(e.prefix);return r?.filter(({path:e})=>e.subarray(0,i.length).equals(i)).map(({path:e,kind:t})=>({path:e.subarray(i.length),kind:t}))}
async function eg(e){let t=[],n;for(let r of zp(await e.read([`ls-files`,`-z`,`-t`,`--stage`]))){let e=r.indexOf(9),[i,a]=r.toString(`latin1`,0,e).split(` `),o=r.subarray(e+1);n?.equals(o)||(n=o,t.push({path:o,kind:a===`160000`?`submodule`:i===`S`?`sparse`:`file`}))}return t}
function tg(e){return e.subarray(0,Math.max(e.lastIndexOf(`/`),0))}
async function ng(e,t){return c(Buffer.concat([Buffer.from(`${e.root}/`),t])).then(()=>!0,()=>!1)}
function rg({repo:e,commit:t},{checkout:n,folder:r},i){return{from:`base`,commit:t,addedMarksCount:!1,async read(a,{named:o=!1,maxBytes:s=It}={}){let c=w(r,a);if(!o&&!N(r,c))throw new A(`The path ${a} leads out of the working directory`);let l=await n.place(c);return l===void 0?i.read(a,{named:o,maxBytes:s}):Am(e,t,l,s)}}}
function ig(e,t){return cg(e)===cg(t)}
function ag(e,t){let n=new Map;for(let e of t)n.set(cg(e),(n.get(cg(e))??0)+1);return e.filter(e=>{let t=n.get(cg(e))??0;return n.set(cg(e),t-1),t<=0})}
function og(e){return e==null?`nothing`:Array.isArray(e)?e.length===0?`an empty list`:sg(e):E(e)?P(Object.entries(e).filter(([,e])=>e!==void 0).map(([e,t])=>`${e}: ${og(t)}`).join(`, `),80):P(String(e).replace(/\s+/g,` `),80)}
function sg(e){let t=e.length-5;return`${e.slice(0,5).map(e=>E(e)?`(${og(e)})`:og(e)).join(`, `)}${t>0?` and ${t} more`:``}`}
function cg(e){return JSON.stringify(e,(e,t)=>E(t)?Object.fromEntries(Object.entries(t).sort(([e],[t])=>e<t?-1:1)):t)??`undefined`}
function lg(e,t,n,r){if(r===`none`||ig(t,n))return;let i={before:og(t),after:og(n),what:`\`${e}\` changes from ${og(t)} to ${og(n)}`};if(r===`added`||r===`removed`){let[a,o]=[ug(t),ug(n)];if(a===void 0||o===void 0||r===`removed`&&t===void 0)return i;let s=r===`added`?ag(o,a):ag(a,o);if(s.length===0)return;let c=r===`added`?`gains`:`loses`;return{...i,what:`\`${e}\` ${c} ${sg(s)}`}}if(r===`lower`)return typeof t==`number`&&typeof n==`number`&&n>t?void 0:i;if(r===`off`)return n===!0?void 0:i;if(r===`any`)return i;let[a,o]=[t,n].map(e=>r.toward.indexOf(String(e)));return a!==void 0&&o!==void 0&&o>=0&&o<a?void 0:i}
function ug(e){return e==null?[]:Array.isArray(e)?e:void 0}
const dg={version:`none`,suppressions:`added`,"settings.loosening":{toward:[`block`,`report`]}};
function fg(e,t,n){let r=hg(n),i=new Set([e,t].flatMap(mg)),a=[];for(let n of[...i].sort()){if(/^rules(?:\.|$)/.test(n)||n===`baseline`)continue;let{loosening:i,fallback:o,secret:s}=r(n),[c,l]=[e,t].map(e=>e.value(n)??o),u=lg(n,c,l,i);u!==void 0&&a.push(s?{key:n,...pg,what:`\`${n}\` changes`}:{key:n,...u})}return[...a,...gg(e,t,n)]}
const pg={before:`(a secret)`,after:`(a secret)`};
function mg(e){let t=[],n=(e,r)=>{if(E(e)&&!Object.keys(e).some(e=>e.includes(`.`)))for(let[t,i]of Object.entries(e))n(i,[...r,t]);else r.length>0&&t.push(r.join(`.`))};return n(e.value(``),[]),t}
function hg(e){let t=new Map,n=[He,Ye,...e.map(e=>e.inputs??{})];for(let e of n.flatMap(e=>Object.values(e)))e.configKey!==void 0&&t.set(e.configKey,e);let r=new Map(Object.entries(dg));for(let{key:t,loosened:n={}}of e)for(let[e,i]of Object.entries(n))r.set(`${t}.${e}`,i);let i=e.filter(({check:e})=>e===!0).map(({key:e})=>e);return e=>{if(e===`checks`)return{loosening:`removed`,fallback:i,secret:!1};let n=t.get(e);return{loosening:r.get(e)??n?.loosened??`any`,fallback:n!==void 0&&`default`in n?n.default:void 0,secret:n?.secret===!0}}}
function gg(e,t,n){let[r,i]=[e,t].map(e=>e.section(`rules`)??{});if(r===void 0||i===void 0)return[];let{rules:a}=rc(n),o=[...k,`off`];return[...new Set([...Object.keys(r),...Object.keys(i)])].sort().flatMap(e=>{let t=ac(e,a).flatMap(t=>{let{aliases:n,severity:s}=a[t]??{},[c,l]=[r,i].map(e=>ic(e,t,n)??s);return lg(`rules.${e}`,c,l,{toward:o})??[]});return t[0]===void 0?[]:[{key:`rules.${e}`,...t[0]}]})}
function _g(e,t,n){return{...e,async read(r,i){let a=await e.read(r,i),o=await t.read(r,i).catch(()=>`unreadable`);return o!==`unreadable`&&vg(a,o)?n.read(r,i):a}}}
function vg(e,t){return e===void 0||t===void 0?e===t:Buffer.compare(e,t)===0}
function yg(e,t){let n=e=>e===void 0?`nothing`:R(e.entries.size,`finding`),r=0,i=0;for(let{fingerprint:n,check:a,acceptedAt:o}of t?.entries.values()??[]){let t=e?.entries.get(n);t?.check===a?Date.parse(o)>Date.parse(t.acceptedAt)&&(i+=1):r+=1}let a=[...r>0?[`accepts ${R(r,`finding`)} more`]:[],...i>0?[`accepts ${R(i,`finding`)} again, from a later day on`]:[]];return a.length===0?[]:[{key:`baseline`,before:n(e),after:n(t),what:`\`baseline\` ${a.join(` and `)}`}]}
function bg({path:e,loosened:t},n,r){let[i,a]=[Sg(n),Sg(r)];if(i===void 0&&a===void 0)return[];let o={before:xg(i),after:xg(a)};if(t===`added`){let t=ag(a??[],i??[]).length;return t===0?[]:[{key:e,...o,what:`\`${e}\` gains ${R(t,`line`)}`}]}if(vg(n,r))return[];let s=i===void 0?`is new`:a===void 0?`is deleted`:`changes`;return[{key:e,...o,what:`\`${e}\` ${s}`}]}
function xg(e){return e===void 0?`nothing`:R(e.length,`line`)}
function Sg(e){if(e!==void 0)return Buffer.from(e).toString(`utf8`).split(`
`).map(e=>e.trim()).filter(e=>e!==``&&!e.startsWith(`#`))}
async function Cg(e,t,n,{commit:r,branch:i}){let a=e.config.value(`settings.loosening`),o=e.config.path!==void 0||t.config.path!==void 0?fg(e.config,t.config,await n.loadSections()):[];return{mode:a??`report`,base:`${i??`the base branch`} at ${r.slice(0,10)}`,loosened:[...o,...yg(e.baseline,t.baseline),...await wg(e,t,n)]}}
async function wg(e,t,n){let r=new Map;for(let{inputs:i}of[e,t]){let e=await n.command.parts?.(i)??[];for(let t of[n.command,...e])r.set(t.name,t)}let i=[];for(let a of r.values()){for(let r of a.settingsFiles??[]){let a=r.environment&&n.environment[r.environment],o=a?{...r,path:a}:r,s=o!==r,c=[await e.files.read(o.path,{named:s}),await t.files.read(o.path,{named:s})];i.push(...bg(o,...c))}let[r,o]=[e,t].map(e=>Tg(a,e,n));for(let[n,a]of Object.entries(o??{})){let o={path:a,loosened:`any`},s=r?.[n],c=[s===void 0?void 0:await e.files.read(s,{named:!0}),await t.files.read(a,{named:!0})];i.push(...bg(o,...c))}}return i}
function Tg(e,{config:t,workspace:n},{command:r,explicit:i,environment:a,host:o}){let s=Object.fromEntries(Object.entries(pf(e)).filter(([,e])=>e.type===`path`&&e.decides===!0)),c=Object.entries(e===r?i:{}),{values:l}=jd(s,{explicit:Object.fromEntries(c.filter(([e])=>Object.hasOwn(s,e))),environment:a,config:t,host:o,root:n.root}),u=Object.entries(l).filter(([,e])=>typeof e==`string`);return Object.fromEntries(u)}
function Eg(e,{checkout:t,folder:n}){let r=new Map;return{...e,reads:r,async read(i,a={}){let o=await e.read(i,a),{named:s=!1,decides:c=!0}=a;if(!c)return o;let l=s&&await t.place(w(n,i))===void 0;return r.set(i,{path:i,named:s,bytes:o,from:l?`input`:e.from}),o}}}
async function Dg(e,t){let{root:n}=e.workspace,r=cn(e.workspace),{folder:i}=e,a={folder:i,checkout:await Yu(n)},o=await Ag(r,a,e,t),s=Ce(t.event);if(s.kind===`trusted`)return{judgement:o};let c=await Qu(i);if(c!==void 0)throw new A(`The symbolic link ${c} leads out of the checkout`,{hint:"Name the folder that is to be looked at with `working-directory`: a change may have brought the link."});let l=s.kind===`outside-change`,u;try{let{openBase:e}=await import(`./runtime-settings-open-base.js`),{top:n}=a.checkout;u=await e(s.base,{...t,root:n,offline:o.inputs.offline})}catch(e){if(l||!(e instanceof j))throw e;return{judgement:o,review:{mode:`report`,loosened:[],unreadable:e.message}}}let d=await Og(u),f={folder:i,checkout:await kg(u,d.commit,n)},p=rg(u,f,r),m=rg({...u,commit:d.branchedOff},f,r),h=async()=>d.branchedOff===u.commit?o:Ag(_g(r,m,p),a,e,t);if(l){let n=await Ag(p,f,e,t).catch(e=>Promise.reject(Mg(e,u))),r=await h();return{judgement:n,own:r,review:await Cg(n,r,t,u)}}try{return{judgement:o,review:await Cg(await Ag(p,f,e,t,!0),await h(),t,u)}}catch(e){let{message:t,kind:n}=ft(Mg(e,u));if(n===`internal`)throw e;return{judgement:o,review:{mode:`report`,loosened:[],unreadable:t}}}}
async function Og({repo:e,commit:t}){let{findCommit:n,mergeBase:r}=await import("./part-base.js").then(m=>({checkedOut:m.c,findCommit:m.w,isInTree:m.h,mergeBase:m.D,openRepository:m.A})),i=await n(e,`HEAD`);return{commit:i,branchedOff:(i===void 0?void 0:await r(e,t,i))??t}}
async function kg({repo:e,commit:t},n,r){let{isInTree:i}=await import("./part-base.js").then(m=>({checkedOut:m.c,findCommit:m.w,isInTree:m.h,mergeBase:m.D,openRepository:m.A}));return Yu(r,async r=>{for(let a of[t,n])if(a!==void 0&&await i(e,a,r))return!0;return!1})}
async function Ag(e,t,n,r,i=!1){let a=Eg(e,t),o=async(t,n)=>i&&t!==void 0&&await e.read(t,{named:n})===void 0,{configPath:s,...c}=n,l=await o(s,!0),u=await hf(a,{...c,configPath:l?void 0:s},r),{baseline:d}=u.inputs,f=u.sources.baseline?.from!==`config`,p=await o(d,f)?void 0:await Yl(a,d,f);return{...u,config:jg(u.config,e.commit),files:a,baseline:p}}
function jg(e,t){return t===void 0?e:{...e,place(n){let r=e.place(n);return r===void 0?void 0:{...r,commit:t}}}}
function Mg(e,{commit:t,branch:n}){if(!(e instanceof A))return e;let r=`${n??`the base branch`} at ${t.slice(0,10)}`;return new A(`${e.message} (read from ${r})`,{problems:e.problems,...e.hint!==void 0&&{hint:e.hint},cause:e})}
function Ng({judgement:e,own:t,review:n},r){let i=t===void 0||!r?[]:Ig(t).filter(({from:e})=>e!==`input`);return{sources:[...Ig(e),...i.map(e=>({...e,judgement:`own`}))],loosened:(n?.loosened??[]).map(({key:e,before:t,after:n})=>({key:e,before:t,after:n}))}}
function Pg({own:e,review:t},n){if(e===void 0||t?.base===void 0)return[];let r=n?`, and a second time by those that it brings: what either blocks, blocks`:``;return[`The change comes from outside: it was judged by the settings of ${t.base}${r}.`]}
async function Fg({judgement:e,own:t}){if(t===void 0)return!1;let n=e=>e.files.reads.get(e.config.path??``)?.bytes,r=e=>e.files.reads.get(e.inputs.baseline??``)?.bytes;if(!vg(n(e),n(t))||!vg(r(e),r(t)))return!0;let i=new Set([e,t].flatMap(e=>[e.config.path,e.inputs.baseline]));for(let{path:n,named:r,bytes:a,from:o}of e.files.reads.values()){if(o===`input`||i.has(n))continue;let e=await t.files.read(n,{named:r}).catch(()=>`unreadable`);if(e===`unreadable`||!vg(a,e))return!0}return!1}
function Ig({files:e,config:t,inputs:n}){return[...e.reads.values()].flatMap(({path:r,from:i,bytes:a})=>{if(a===void 0)return[];let o=r===t.path?`config`:r===n.baseline?`baseline`:r,s=i===`base`?e.commit:void 0;return[{what:o,path:r,from:i,...s!==void 0&&{commit:s}}]})}
function Lg({mode:e,loosened:t,unreadable:n,base:r=`the base branch`},i){return[...n===void 0?[]:[{ruleId:`settings.base-unreadable`,severity:`low`,message:`Whether the change loosens settings is not known: ${n}`,fingerprint:xt(`settings.base-unreadable`),remediation:"Set `fetch-depth: 0` on actions/checkout, or give the step its `token`, so that the base branch can be read."}],...t.map(({key:t,before:n,after:a,what:o})=>{let s=i.place(t);return{ruleId:`settings.loosened`,severity:e===`block`?`high`:`low`,message:`The change makes a setting less strict: ${o}`,...s!==void 0&&{location:s},fingerprint:xt(`settings.loosened`,t,a),evidence:[{label:`On ${r}`,value:n},{label:`In the change`,value:a}],remediation:`Have somebody look at it who answers for the settings, or take it out of the change.`}})]}
async function Rg(e,t,{root:n,directory:r,documents:i,formats:a,rendering:o}){let s=await Vd(t.results.flatMap(e=>e.artifacts),n,i),c=[];for(let t of r===void 0?[]:a){let i=Ve(t),a=Vs(t,e,o);c.push({name:i,path:await Hd(r??n,i,a)})}let l=e.findings.filter(e=>e.status===`open`),u={outcome:e.outcome,"findings-count":String(l.length),"report-directory":r,"report-path":Bg(c,Ve(`json`)),"sarif-path":Bg(c,Ve(`sarif`)),...zg(t,s)};return{written:[...s,...c],outputs:Vg(u)}}
function zg(e,t){return Object.fromEntries(Object.entries(e.outputs).map(([e,n])=>[e,typeof n==`object`?Bg(t,n.artifact):String(n)]))}
function Bg(e,t){return e.find(e=>e.name===t)?.path}
function Vg(e){return Object.fromEntries(Object.entries(e).flatMap(([e,t])=>t===void 0?[]:[[e,t]]))}
async function Hg(e){let{command:t,environment:n,host:r,event:i,remote:a,processes:o,clock:s,progress:c,signal:l}=e;t.brief===!0&&Fu();let u=Ug(e),d=u.logger(e.logger),f=await mf(e),p=await Dg(f,{...e,logger:d}),{judgement:m,review:h}=p,{config:g,inputs:_,sources:v}=m,{cwd:y,workspace:b}=f,{root:x}=b,{offline:ee}=_;d.debug(`Config file: ${g.path??`none`}`);let S=_[`report-directory`]??e.defaultReportDirectory,te=S&&await tf(S,v[`report-directory`],{cwd:y,root:x}),C=await of(t,{inputs:_,reports:te,fallback:e.defaultDocumentDirectory,cwd:y,root:x}),w=e.httpFactory??xr,T=new Set,ne={root:x,event:i,remote:a,offline:ee,processes:o,clock:s,logger:d,progress:c,signal:l},re=async(i,a)=>({judgement:i,outcome:await Yd(t,i.inputs,{context:{...ne,environment:n,materials:xe(),settings:i.files},config:i.config,host:r,hide:t=>{u.add(t),e.hide?.(t)},httpFor:e=>{let t=a?e:e.filter(e=>T.has(e));for(let e of t)T.add(e);return w({hosts:t,offline:ee,environment:n,clock:s,logger:d,signal:l})}})}),ie=id({event:i,remote:a,environment:n,processes:o,root:x,cwd:y});ie.catch(()=>{});let ae=await re(m,!0),oe=t.kind!==`act`&&p.own!==void 0&&await Fg(p),se=oe&&p.own!==void 0?await re(p.own,!1):void 0;c.finish();let ce=Iu(ae,se,{...e,subject:await ie,settings:Ng(p,oe),notices:Pg(p,oe),review:h&&{mode:h.mode,findings:Lg(h,(p.own??m).config)}}),le=[ae,se].flatMap(e=>(e?.outcome.results??[]).filter(e=>e.sensitive===!0)),ue=u.report(await Uu(ce,b,new Set(le.map(({check:e})=>e)))),de=ef(ae.outcome,se?.outcome),{written:fe,outputs:pe}=await Rg(ue,de,{root:x,directory:te,documents:C,formats:_[`report-formats`],rendering:{commentId:String(_[`comment-id`]??``)}});return{report:ue,outputs:pe,written:fe,exitCode:zu(ue,de.failures),artifacts:de.results.flatMap(e=>e.artifacts),inputs:_}}
function Ug({environment:e,remote:t}){let n=md();t?.token!==void 0&&t.token.trim()!==``&&n.add(t.token);for(let t of ld(e))n.add(t);return n}
const Wg=33554432;
async function Gg(e){let t=e.GITHUB_EVENT_NAME;if(t===void 0||t===``)return null;let n=e.GITHUB_EVENT_PATH,r=e.GITHUB_SHA,i=e.GITHUB_REF;return{name:t,payload:n===void 0||n===``?{}:await Kg(n),...r?{sha:r}:{},...i?{ref:i}:{}}}
async function Kg(e){let t=await qg(e),n;try{n=JSON.parse(t)}catch(e){throw Jg(`is no JSON`,e)}if(!E(n))throw Jg(`is no JSON object`);return n}
async function qg(e){let t=await l(e,o.O_RDONLY|(o.O_NONBLOCK??0)).catch(e=>{throw Jg(`can't be read`,e)});try{let e=await t.stat();if(!e.isFile())throw Jg(`is no regular file`);let{size:n}=e;if(n>Wg)throw Jg(`has ${n} bytes, more than ${Wg}`);return await t.readFile(`utf8`)}finally{await t.close()}}
function Jg(e,t){return new A(`The event file at GITHUB_EVENT_PATH ${e}`,{hint:`The runner writes this file. Outside a runner, unset GITHUB_EVENT_NAME to look at everything.`,cause:t})}
function Yg(e,t){let n=e.GITHUB_REPOSITORY;return n===void 0||!/^[^/\s]+\/[^/\s]+$/.test(n)?null:{serverUrl:(e.GITHUB_SERVER_URL||`https://github.com`).replace(/\/+$/,``),repository:n,...t===void 0?{}:{token:t}}}
async function Xg(e,t){let n=e.GITHUB_WORKSPACE??``;return e.GITHUB_ACTIONS!==`true`||n===``||!N(n,t)?{event:null,remote:null}:{event:await Gg(e),remote:Yg(e,void 0)}}
export{nc as $,A as $t,mp as A,Kt as At,ud as B,Ot as Bt,Pp as C,cn as Ct,xp as D,en as Dt,Sp as E,nn as Et,Hd as F,Lt as Ft,hl as G,M as Gt,cd as H,Tt as Ht,Md as I,Ft as It,el as J,yt as Jt,ol as K,xt as Kt,jd as L,Nt as Lt,Y as M,qt as Mt,pf as N,It as Nt,bp as O,$t as Ot,gf as P,N as Pt,Tc as Q,dt as Qt,xd as R,Mt as Rt,Fp as S,P as St,_p as T,an as Tt,jl as U,wt as Ut,ld as V,Et as Vt,Dl as W,Ct as Wt,Lc as X,st as Xt,Rc as Y,_t as Yt,Dc as Z,j as Zt,bm as _,we as _n,Fn as _t,Qh as a,tt as an,as as at,Np as b,E as bn,vn as bt,Fh as c,Ye as cn,ya as ct,Ym as d,Xe as dn,Yn as dt,ft as en,rc as et,Jm as f,Qe as fn,Wn as ft,Em as g,Fe as gn,R as gt,jm as h,k as hn,L as ht,Hg as i,nt as in,Ls as it,Bf as j,Gt as jt,hp as k,Qt as kt,Nh as l,Je as ln,Zr as lt,Am as m,Be as mn,Bn as mt,Gg as n,ot as nn,Hs as nt,Zh as o,et as on,ba as ot,Fm as p,Ue as pn,z as pt,$c as q,bt as qt,Yg as r,at as rn,Vs as rt,qh as s,$e as sn,va as st,Xg as t,pt as tn,oc as tt,Qm as u,He as un,xr as ut,Kp as v,Te as vn,In as vt,Q as w,on as wt,Mp as x,gn as xt,Up as y,Ce as yn,Sn as yt,vd as z,At as zt};
