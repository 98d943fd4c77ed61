#!/usr/bin/env bash
# citeproc-js 1.4 loses what stands around a citation when each of its sources is to be wrapped.
#
# sys.wrapCitationEntry is there to put a link around each source of a citation. With it (and
# apply_citation_wrapper), makeCitationCluster drops the parentheses that the layout has as prefix and
# suffix; and for a style of numbers, the id that it hands over is undefined.
#
# Seen (without, with, and with numbers: the text, and the ids that the wrapper was given):
#   [ '(Doe; Roe)', [] ] [ 'Doe; Roe', [ 'Doe', 'Roe' ] ] [ '1; 2', [ undefined, undefined ] ]
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund citeproc@2.4.63 >/dev/null
cat >cite.cjs <<'NODE'
const assert = require("assert");
const CSL = require("citeproc");

const items = ["Doe", "Roe"].map((family) => ({
  id: family, system_id: family, type: "book", title: "T", author: [{ family }],
}));
const locale = `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
<style-options punctuation-in-quote="true"/><terms><term name="and">and</term><term name="et-al">et al.</term></terms></locale>`;
const style = (what) => `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>t</title><id>t</id><updated>2026-01-01T00:00:00+00:00</updated></info><citation>
<layout prefix="(" suffix=")" delimiter="; ">${what}</layout></citation></style>`;

function cited(what, wraps) {
  const ids = [];
  const sys = {
    retrieveLocale: () => locale,
    retrieveItem: (id) => ({ ...items.find((item) => item.id === id) }),
  };
  if (wraps) sys.wrapCitationEntry = (text, id) => (ids.push(id), text);
  const engine = new CSL.Engine(sys, style(what));
  engine.opt.development_extensions.apply_citation_wrapper = wraps;
  engine.updateItems(["Doe", "Roe"]);
  return [engine.makeCitationCluster([{ id: "Doe" }, { id: "Roe" }]), ids];
}
const names = '<names variable="author"/>';
const number = '<text variable="citation-number"/>';
console.log(cited(names, false), cited(names, true), cited(number, true));
assert.equal(cited(names, false)[0], "(Doe; Roe)");
assert.equal(cited(names, true)[0], "Doe; Roe");
assert.ok(cited(number, true)[1].every((id) => id === undefined));
NODE
node cite.cjs
