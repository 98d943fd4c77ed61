"""What a PDF says about itself: title, language, date, and that it is accessible."""

import datetime
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import XMP

from cardgen import __version__
from cardgen.model.document import Document

AUTHOR = "cardgen"
CREATOR = f"cardgen {__version__}"
PRODUCER = f"{CREATOR} with ReportLab"


def write_metadata(document: Document, canvas: Any) -> None:
    """Set title, subject, date and the rest on a ReportLab canvas, in both places of a PDF."""
    canvas.setTitle(document.title)
    canvas.setSubject(document.subject)
    canvas.setAuthor(AUTHOR)
    canvas.setCreator(CREATOR)
    canvas.setProducer(PRODUCER)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setViewerPreference("PrintScaling", "None")
    if document.two_sided:
        canvas.setViewerPreference("Duplex", "DuplexFlipLongEdge")
    pdf = canvas._doc
    pdf._timeStamp = _midnight(document.date)
    packet = _xmp(document)
    pdf.Catalog.Metadata = XMP(creator=lambda _: packet)


def _midnight(date: datetime.date) -> Any:
    stamp = TimeStamp(invariant=1)
    stamp.YMDhms = (date.year, date.month, date.day, 0, 0, 0)
    return stamp


def _xmp(document: Document) -> bytes:
    date = f"{document.date.isoformat()}T00:00:00+00:00"
    title, subject = escape(document.title), escape(document.subject)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{AUTHOR}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{document.language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()
