// Prints the text of each page of a PDF, as JSON: node pdfjs.mjs FOLDER-OF-NODE-MODULES FILE
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, file] = process.argv.slice(2);
const found = pathToFileURL(`${folder}/pdfjs-dist/legacy/build/pdf.mjs`);
const { getDocument, VerbosityLevel } = await import(found);
const data = new Uint8Array(readFileSync(file));
const pdf = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
const texts = [];
for (let number = 1; number <= pdf.numPages; number++) {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  texts.push(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
}
console.log(JSON.stringify(texts));
