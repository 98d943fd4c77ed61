// Opens PDF files with pdf.js or pdf-lib, and prints what it says of each, as JSON:
// node opened.mjs FOLDER-OF-NODE-MODULES pdfjs-dist|pdf-lib FILE...
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, library, ...files] = process.argv.slice(2);
const warnings = [];
console.warn = console.log = (...words) => warnings.push(words.join(" "));
const ways = { "pdfjs-dist": byPdfJs, "pdf-lib": byPdfLib };

async function byPdfJs(data) {
  const path = `${folder}/pdfjs-dist/legacy/build/pdf.mjs`;
  const { getDocument, VerbosityLevel } = await import(pathToFileURL(path));
  const pdf = await getDocument({ data, verbosity: VerbosityLevel.WARNINGS }).promise;
  let roles = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    await page.getOperatorList();
    await page.getAnnotations();
    roles += JSON.stringify(await page.getStructTree()).split('"role"').length - 1;
  }
  await pdf.getOutline();
  return { pages: pdf.numPages, roles };
}

async function byPdfLib(data) {
  const path = `${folder}/pdf-lib/cjs/index.js`;
  const { PDFDocument } = (await import(pathToFileURL(path))).default;
  const pdf = await PDFDocument.load(data, { throwOnInvalidObject: true, updateMetadata: false });
  return { pages: pdf.getPageCount() };
}

const found = [];
for (const file of files) {
  warnings.length = 0;
  const said = await ways[library](new Uint8Array(readFileSync(file)));
  found.push({ ...said, warnings: [...warnings] });
}
process.stdout.write(JSON.stringify(found));
