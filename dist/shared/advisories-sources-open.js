import{Cn as e}from"./part-base.js";
async function t(t,n,r,i){throw new e(`There are no advisories for ${r.join(`, `)}`)}
export{t as open};
