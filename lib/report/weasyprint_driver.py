# Reads a page of document_html from standard input and writes it as PDF/UA-1 to
# standard output. The path of Debian's Python packages is the first argument:
# nothing else that is installed for Python is found.
import gc
import sys

sys.path.append(sys.argv[1])
gc.disable()  # a quarter of the time, and no memory: few boxes go before the end

import pydyf
from weasyprint import HTML
from weasyprint.pdf.stream import Stream

# What WeasyPrint 57 leaves without a meaning of its own.
TAGS = {"figure": "Figure", "figcaption": "Caption", "caption": "Caption"}
tag_of = Stream.get_marked_content_tag


def refuse(url):
    raise ValueError(f"a page needs nothing else, got {url[:100]}")


def finish(document, pdf):
    """Adds what PDF/UA wants of heads of tables and of figures."""
    objects = {item.reference: item for item in pdf.objects if item.number}
    elements = [item for item in pdf.objects
                if isinstance(item, pydyf.Dictionary) and "S" in item]
    for head in (item for item in elements if item["S"] == "/TH"):
        part = objects[objects[head["P"]]["P"]]["S"]
        scope = "/Column" if part == "/THead" else "/Row"
        head["A"] = pydyf.Dictionary({"O": "/Table", "Scope": scope})
    figures = [item for item in elements if item["S"] == "/Figure"]
    if len(figures) != len(descriptions):
        raise ValueError(f"got {len(figures)} figures, want {len(descriptions)}")
    for figure, description in zip(figures, descriptions):
        figure["Alt"] = pydyf.String(description)


Stream.get_marked_content_tag = (
    lambda self, tag: TAGS.get(tag) or tag_of(self, tag))
page = HTML(file_obj=sys.stdin.buffer, encoding="utf-8", url_fetcher=refuse)
descriptions = [item.text or "" for item in page.etree_element.iter()
                if item.tag.endswith("}desc") or item.tag == "desc"]
page.write_pdf(sys.stdout.buffer, finisher=finish, variant="pdf/ua-1",
               optimize_size=("fonts",), identifier=sys.argv[2].encode())
