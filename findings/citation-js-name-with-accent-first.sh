#!/usr/bin/env bash
# citation-js takes the first half of a hyphenated name for a particle, if it begins with a command.
#
# In BibTeX, {\'A}lvarez-D{\'i}az is one family name. @citation-js/plugin-bibtex 0.9.0 reads the family
# name Díaz with the particle "Álvarez", and the hyphen is gone. Names without a hyphen, or with the
# letter itself in place of the command, are right.
#
# Seen:
#   {\'A}lvarez-D{\'i}az {"given":"Ana","family":"Díaz","non-dropping-particle":"Álvarez"}
#   Álvarez-Díaz {"given":"Ana","family":"Álvarez-Díaz"}
#   {\'A}lvarez {"given":"Ana","family":"Álvarez"}
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0 >/dev/null
cat >read.cjs <<'NODE'
const assert = require("assert");
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");

function author(name) {
  const entry = `@book{a, author = {${name}, Ana}, title = {T}, year = {2000}}`;
  return new Cite(entry).data[0].author[0];
}
for (const name of ["{\\'A}lvarez-D{\\'i}az", "Álvarez-Díaz", "{\\'A}lvarez"]) {
  console.log(name, JSON.stringify(author(name)));
}
assert.equal(author("{\\'A}lvarez-D{\\'i}az").family, "Díaz");
assert.equal(author("{\\'A}lvarez-D{\\'i}az")["non-dropping-particle"], "Álvarez");
assert.equal(author("Álvarez-Díaz").family, "Álvarez-Díaz");
assert.equal(author("{\\'A}lvarez").family, "Álvarez");
NODE
node read.cjs
