import{E as e}from"./part-inventory.js";
import{l as t,n,r,u as i}from"./npm-zod.js";
const a=r(i().trim().min(1)).optional(),o=r(n(e.map(({id:e})=>e))).optional(),s={key:`inventory`,description:`What the inventory of packages leaves out.`,schema:t({exclude:a.describe("Folders, lockfiles and manifests that are not the project's, as globs such as `docs/samples` or `**/old/*.lock`. Folders of installed packages, fixtures and examples are left out without it."),include:a.describe("The only folders, lockfiles and manifests that are looked at, as globs such as `services`; all of them where it is not given. What it leaves out makes a document incomplete."),ecosystems:o.describe("The only ecosystems that are looked at, such as `cargo`; all of them where it is not given. What it leaves out makes a document incomplete."),"exclude-ecosystems":o.describe(`Ecosystems that are not looked at. What it leaves out makes a document incomplete.`)}),loosened:{exclude:`added`,include:`removed`,ecosystems:`removed`,"exclude-ecosystems":`added`},example:`exclude:
  - docs/samples
exclude-ecosystems:
  - terraform
`};
export{s as inventorySection};
