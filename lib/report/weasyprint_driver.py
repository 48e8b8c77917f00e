# Reads a page of document_html from standard input and writes it as PDF/UA-1 to
# standard output. The arguments are the folder of Debian's Python packages, so
# that nothing else that is installed for Python is found, and the PDF's identifier.
import gc
import logging
import sys

sys.path.append(sys.argv[1])
logging.disable(logging.WARNING)  # of fonts that say to be from before 1980
sys.excepthook = (  # in one line, which is all that a message has room for
    lambda kind, value, _: print(f"{kind.__name__}: {value}", file=sys.stderr))
gc.disable()  # a quarter of the time, and no memory: few boxes go before the end

import pydyf
from fontTools import subset
from weasyprint import HTML
from weasyprint.layout import inline, preferred
from weasyprint.pdf.stream import Stream

# What WeasyPrint 57 leaves without a meaning of its own.
# Facts are no list there: its items would stand in divisions.
TAGS = {"figure": "Figure", "figcaption": "Caption", "caption": "Caption",
        "dl": "Div", "dt": "P", "dd": "P"}


class Options(subset.Options):
    """Leaves alone a field of fonts in which Unifont says more than is known."""

    def __init__(self, **options):
        super().__init__(prune_unicode_ranges=False, **options)


def split_first_line(text, style, context, max_width, *others, **options):
    """Looks at no more of a text than may stand on its first line.

    WeasyPrint lays out all that is left of it for each line on which a word has
    no room: a word of ten thousand letters would take an hour.
    """
    if max_width is not None and max_width != float("inf"):
        size = 100 + int(10 * max_width / (style["font_size"] or 1))
        if len(text) > size:
            line = known_split(
                text[:size], style, context, max_width, *others, **options)
            if line[2] is not None:  # where the next line begins
                return line
    return known_split(text, style, context, max_width, *others, **options)


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


known_split = inline.split_first_line
inline.split_first_line = preferred.split_first_line = split_first_line
subset.Options = Options
known_tag = Stream.get_marked_content_tag
Stream.get_marked_content_tag = (
    lambda self, tag: TAGS.get(tag) or known_tag(self, tag))
page = HTML(file_obj=sys.stdin.buffer, encoding="utf-8", url_fetcher=refuse)
descriptions = [figure.get("data-description")
                for figure in page.etree_element.iter("figure")]
page.write_pdf(sys.stdout.buffer, finisher=finish, variant="pdf/ua-1",
               identifier=sys.argv[2].encode())
