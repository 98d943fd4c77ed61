"""What a PDF says about itself: title, language, date, and that it is accessible."""

import datetime
from dataclasses import dataclass
from xml.sax.saxutils import escape

from cardgen.render.objects import literal
from cardgen.version import __version__

AUTHOR = "cardgen"
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


@dataclass(frozen=True, slots=True)
class About:
    """What a file says about itself, in words."""

    title: str
    subject: str
    language: str
    date: datetime.date
    archival: bool
    tagged: bool = True
    """Whether it has what screen readers need: only a file for a printer alone has not."""


def information(about: About) -> str:
    """Return the document information dictionary."""
    date = literal(f"D:{about.date:%Y%m%d}000000+00'00'")
    return (
        f"<</Title{literal(about.title)}/Subject{literal(about.subject)}/Author{literal(AUTHOR)}"
        f"/Creator{literal(CREATOR)}/Producer{literal(PRODUCER)}"
        f"/CreationDate{date}/ModDate{date}>>"
    )


def xmp(about: About) -> bytes:
    """Return the same as XMP, with the standards that the file keeps to."""
    date = f"{about.date.isoformat()}T00:00:00+00:00"
    title, subject = escape(about.title), escape(about.subject)
    spaces, claims = (_ARCHIVAL_SPACES, _ARCHIVAL) if about.archival else ("", "")
    if about.tagged:
        claims = f"<pdfuaid:part>1</pdfuaid:part>{claims}"
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"{spaces}>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
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
