function e(e){return JSON.stringify(String(e).slice(0,200))}
export{e as t};
