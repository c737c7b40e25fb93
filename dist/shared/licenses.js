import{Cn as e,Dn as t,Sn as n,bn as r,gn as i,hn as a,kn as o}from"./part-base.js";
import{n as s,p as c}from"./part-inventory.js";
import{t as l}from"./licenses-rules.js";
const u=[`Apache-2.0`,`MIT`,`BSD-2-Clause`,`BSD-3-Clause`,`ISC`,`MPL-2.0`,`Python-2.0`,`Unlicense`],d={type:`choice`,choices:t,default:`high`,loosened:{toward:t}},f={allow:{type:`list`,default:u,configKey:`licenses.allow`,loosened:`added`,description:"The SPDX ids that are allowed. An entry names exactly one form: `GPL-2.0-or-later` does not allow `GPL-2.0-only`. The order is the order of preference."},mode:{type:`choice`,choices:[`auto`,`tree`,`changes`],default:`auto`,configKey:`licenses.mode`,loosened:{toward:[`tree`,`auto`,`changes`]},description:"`tree` looks at every package, `changes` only at those that the change adds, bumps or relicenses. `auto` takes `changes` for pull requests and merge queues."},scope:{type:`choice`,choices:[`all`,`runtime`],default:`all`,configKey:`licenses.scope`,loosened:{toward:[`all`,`runtime`]},description:"`runtime` leaves out packages that only development needs."},base:{type:`string`,description:"The revision to compare with in `changes` mode. Where it is not given, it is taken from the event."},"on-unknown":{...d,configKey:`licenses.on-unknown`,description:`The severity of a package without a usable licence statement.`},"on-invalid":{...d,configKey:`licenses.on-invalid`,description:`The severity of a licence expression that can't be read.`}},p=o({name:`licenses`,label:`Licences`,title:`Audit the licences of all dependencies`,description:`Reads the lockfiles and says for every package whether its licence is allowed, and why. On a pull request it looks at what the change brings in. A licence that nobody can tell fails like one that is not allowed. It needs no network and no install.`,branding:{icon:`book-open`,color:`blue`},inputs:{...n,...r,...f},outputs:{...e,"packages-audited":{description:`Packages whose licence was judged.`},"packages-denied":{description:`Packages whose licence is not allowed.`},"packages-unknown":{description:`Packages whose licence nobody can tell.`}},brief:!0,permissions:[{scope:`contents`,level:`read`,reason:`to read the repository and its base commit`}],rules:{...c,...l},config:{description:`Which licences dependencies may have.`,example:`# The order is the order of preference where a package gives a choice.
allow:
  - Apache-2.0
  - MIT
  - BSD-2-Clause
  - BSD-3-Clause
  - ISC
  - MPL-2.0
exceptions:
  - package: "caniuse-lite"
    license: CC-BY-4.0
    reason: Data that only the build reads; we name its source.
    owner: platform-team
    expires: 2027-06-30
`,ownKeys:async()=>(await import(`./licenses-config-keys.js`)).LICENSES_KEYS,loosened:{exceptions:`added`,clarifications:`added`}},async run(e,t){let{auditLicenses:n}=await import(`./licenses-check.js`),r=i(f,t),{exceptions:o=[],clarifications:c=[]}=e.config.section(`licenses`)??{},l=await n(e,{...r,exceptions:o,clarifications:c,placeOf:t=>{let n=e.config.place(t);return n===void 0?``:`${a(n)}: `}}),u=(...e)=>l.findings.filter(({ruleId:t})=>e.includes(t)).length;return{results:[(await s(e)).result,l],outputs:{"packages-audited":l.coverage.inspected.packages??0,"packages-denied":u(`licenses.denied`),"packages-unknown":u(`licenses.unknown`,`licenses.invalid-expression`)}}}});
export{p as t};
