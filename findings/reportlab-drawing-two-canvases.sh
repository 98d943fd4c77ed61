#!/bin/sh
# ReportLab: drawing a Drawing writes to it. renderPDF.draw notes the canvas and the parent on
# every shape while it draws and takes the notes off again, so a Drawing that is only ever read
# (a staff, a fingerboard) can't be shared by threads that each make a PDF of their own: the
# draw that ends first takes the notes of the other away, and a widget is told the other's
# canvas. Here two events, and no chance, set the order. Draw under a lock, or give each thread
# its own Drawing.
#
# Seen:
#   reportlab 5.1.0
#   first thread, draw: 'Drawing' object has no attribute '_parent'
#   first thread, widget's canvas: first
#   second thread, draw: done
#   second thread, widget's canvas: first
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check reportlab==5.1.0
"$tmp/venv/bin/python" - <<'EOF'
import io
import threading

import reportlab
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing, Rect, String, UserNode
from reportlab.pdfgen.canvas import Canvas

canvases = {name: Canvas(io.BytesIO()) for name in ("first", "second")}
waiting, finish = threading.Event(), threading.Event()
outcome = {}


class Widget(UserNode):
    def provideNode(self):
        me = threading.current_thread().name
        outcome[me, "widget's canvas"] = next(n for n in canvases if canvases[n] is self._canvas)
        if me == "first":
            waiting.set()
            finish.wait(30)
        return Rect(0, 0, 10, 10)


shared = Drawing(50, 50, Widget(), String(0, 20, "arco"))


def work():
    me = threading.current_thread().name
    try:
        renderPDF.draw(shared, canvases[me], 0, 0)
        outcome[me, "draw"] = "done"
    except AttributeError as error:
        outcome[me, "draw"] = str(error)


one, two = (threading.Thread(target=work, name=name) for name in canvases)
one.start(), waiting.wait(30)
two.start(), two.join()
finish.set(), one.join()
print("reportlab", reportlab.Version)
for (thread, what), value in sorted(outcome.items()):
    print(f"{thread} thread, {what}: {value}")
if outcome != {
    ("first", "draw"): "'Drawing' object has no attribute '_parent'",
    ("first", "widget's canvas"): "first",
    ("second", "draw"): "done",
    ("second", "widget's canvas"): "first",
}:
    raise SystemExit("CHANGED: two canvases no longer trip over one shared Drawing in this way")
EOF
