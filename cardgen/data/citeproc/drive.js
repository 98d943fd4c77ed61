/* Runs citeproc-js for cardgen/bibliography/citeproc.py. Takes and gives JSON alone. */
"use strict";

CSL.debug = () => undefined;

/** Text that the style has for each cluster and each item; `items` in the order of first use. */
function cite(style, items, clusters, locales, language) {
  const known = new Map(items.map((item) => [item.id, { ...item, system_id: item.id }]));
  const sys = {
    retrieveLocale: (name) => locales[name] || false,
    retrieveItem: (id) => JSON.parse(JSON.stringify(known.get(id))),
    embedBibliographyEntry: (id) => `<!--${id}-->`,
  };
  const engine = new CSL.Engine(sys, style, language);
  engine.updateItems([...known.keys()]);
  const made = engine.makeBibliography();
  return {
    entries: made ? made[1] : [],
    markers: clusters.map((ids) => engine.makeCitationCluster(ids.map((id) => ({ id })))),
    numbers: Object.fromEntries([...known.keys()].map((id) => [id, engine.registry.registry[id].seq])),
  };
}
