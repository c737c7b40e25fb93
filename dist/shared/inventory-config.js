import"./rolldown-runtime.js";
import{y as ECOSYSTEMS}from"./part-inventory.js";
import{c as strictObject,l as string,n as _enum,r as array}from"./npm-zod.js";
const globs=array(string().trim().min(1)).optional(),ecosystems=array(_enum(ECOSYSTEMS.map(({id:e})=>e))).optional(),inventorySection={key:`inventory`,description:`What the inventory of packages leaves out.`,schema:strictObject({exclude:globs.describe("Globs of lockfiles and manifests that are not the project's, such as `docs/samples/**`. Folders of installed packages, fixtures and examples are left out without it."),include:globs.describe("Globs of the only lockfiles and manifests that are looked at, such as `services/**`; all of them where it is not given. What it leaves out makes a document incomplete."),ecosystems:ecosystems.describe("The only ecosystems that are looked at, such as `npm`; all of them where it is not given. What it leaves out makes a document incomplete."),"exclude-ecosystems":ecosystems.describe(`Ecosystems that are not looked at. What it leaves out makes a document incomplete.`)}),loosened:{exclude:`added`,include:`removed`,ecosystems:`removed`,"exclude-ecosystems":`added`},example:`exclude:
  - docs/samples/**
exclude-ecosystems:
  - terraform
`};
export{inventorySection};
