function e(e){return/^[0-9a-f]+$/i.test(e)?e.toLowerCase():e}
export{e as t};
