/* What citeproc-js itself makes of sources in styles, in the way that its manual tells.
   node reference.cjs JOB: the job names the package, the folders, the styles and the sources. */
const fs = require("fs");

const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const CSL = require(job.processor);
const items = JSON.parse(fs.readFileSync(job.sources, "utf8"));
const known = new Map(items.map((item) => [item.id, item]));

function locale(name) {
  const file = `${job.locales}/locales-${name}.xml`;
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false;
}

function made(style) {
  const sys = {
    retrieveLocale: locale,
    retrieveItem: (id) => JSON.parse(JSON.stringify({ ...known.get(id), system_id: id })),
    embedBibliographyEntry: (id) => `<!--${id}-->`,
  };
  const engine = new CSL.Engine(sys, fs.readFileSync(style, "utf8"));
  engine.updateItems(items.map((item) => item.id));
  const citations = items.map((item, i) => ({
    citationID: `c${i}`,
    citationItems: [{ id: item.id }],
    properties: { noteIndex: 0 },
  }));
  const cited = engine.rebuildProcessorState(citations, "html", []);
  const list = engine.makeBibliography();
  return {
    entries: list ? list[1] : [],
    markers: Object.fromEntries(cited.map((one, i) => [items[i].id, one[2]])),
  };
}

const found = {};
for (const style of job.styles) {
  try {
    found[style] = made(style);
  } catch (error) {
    found[style] = { error: String(error) };
  }
}
process.stdout.write(JSON.stringify(found));
