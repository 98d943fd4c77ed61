"""What a PDF says about itself: title, language, date, and that it is accessible."""

import datetime
from functools import partial
from html import escape as escape_html

from cardgen.model.authorship import AUTHOR, PERSONAL
from cardgen.model.document import About
from cardgen.model.standards import Standards
from cardgen.pdf.objects import literal
from cardgen.version import __version__

TEXTS = "/CardgenTexts"
"""The entry of the definitions whose texts a file prints: names and digests, with a comma between.
What a custom entry of the information dictionary says needs no place in the XMP (ISO 19005-2)."""
escape = partial(escape_html, quote=False)
"""The three signs that XML asks for (XML 1.0, 2.4)."""
CREATOR = f"cardgen {__version__}"
PRODUCER = f"{CREATOR} with ReportLab"
# PDF/A knows its own fields and wants those of PDF/UA described (ISO 19005-2, 6.6.2.3).
_ARCHIVAL_SPACES = """
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#\""""
_ARCHIVAL = """
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""


_PRESS_SPACES = """
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/\""""
_TITLE, _DATE, _ID = "\0title", "\0date", "\0id"
_PRESS = f"""
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<pdf:Trapped>False</pdf:Trapped>
<xmp:MetadataDate>{_DATE}T00:00:00+00:00</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{_ID}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>"""
"""What PDF/X-4 asks for beside title, producer and dates (ISO 15930-7, 6.5)."""
# Well-Tagged PDF 1.0 asks for a declaration (PDF Declarations, PDF Association).
_SECOND_SPACES = """
 xmlns:pdfd="http://pdfa.org/declarations/\""""
_SECOND = """<pdfuaid:part>2</pdfuaid:part>
<pdfuaid:rev>2024</pdfuaid:rev>
<pdfd:declarations><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo>
</rdf:li></rdf:Bag></pdfd:declarations>"""
_FIRST = "<pdfuaid:part>1</pdfuaid:part>"
"""What stands where title and date will stand: no text has such characters."""
_PRINTED = "/GTS_PDFXVersion(PDF/X-4)/Trapped/False"
_USUAL = Standards()


class Metadata:
    """What a file says of itself, ready but for title, date and identifier. It keeps none of them.

    It claims the standards that it keeps to; what is not `tagged` is not PDF/UA.
    """

    def __init__(self, about: About, standards: Standards = _USUAL, *, tagged: bool = True) -> None:
        self._information = _information(about, _PRINTED if standards.press else "")
        self._xmp = _xmp(about, *_claims(standards, tagged=tagged))

    def information(self, title: str, date: datetime.date) -> str:
        """Return the document information dictionary."""
        day = date.isoformat().replace("-", "")
        return self._information.replace(_DATE, day).replace(_TITLE, literal(title))

    def xmp(self, title: str, date: datetime.date, identifier: str = "") -> bytes:
        """Return the same as XMP, with the standards that the file keeps to.

        `identifier` is that of the file, in hexadecimal.
        """
        dated = self._xmp.replace(_DATE.encode(), date.isoformat().encode())
        named = dated.replace(_ID.encode(), identifier.encode())
        return named.replace(_TITLE.encode(), escape(title).encode())


def _claims(standards: Standards, *, tagged: bool) -> tuple[str, str]:
    """Return the namespaces of what a file claims, and the claims."""
    spaces, claims = "", _FIRST if tagged else ""
    if standards.accessible != 1:
        spaces, claims = _SECOND_SPACES, _SECOND
    if standards.archival:
        return spaces + _ARCHIVAL_SPACES, claims + _ARCHIVAL
    if standards.press:
        return spaces + _PRESS_SPACES, claims + _PRESS
    return spaces, claims


def _information(about: About, claims: str) -> str:
    date = f"(D:{_DATE}000000+00'00')"
    own = PERSONAL if about.personal else ""
    own += f"{TEXTS}{literal(','.join(about.texts))}" if about.texts else ""
    return (
        f"<</Title{_TITLE}/Subject{literal(about.subject)}/Author{literal(AUTHOR)}"
        f"/Creator{literal(CREATOR)}/Producer{literal(PRODUCER)}{own}{claims}"
        f"/CreationDate{date}/ModDate{date}>>"
    )


def _xmp(about: About, spaces: str, claims: str) -> bytes:
    date, subject = f"{_DATE}T00:00:00+00:00", escape(about.subject)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"{spaces}>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_TITLE}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{AUTHOR}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{about.language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
{claims}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()
