"""Files of pictures to what prints: vectors that are drawn exactly, or pixels.

`svg_*` read SVG. What is on the list of `svg_plain` is drawn as vectors (`operators`), and compared
with what resvg makes of the file (`resvg`, `comparison`); everything else prints as resvg draws it.
`raster_*` read pixels, in the colours that their profile says. `tones` makes both fit a theme, and
`visibility` tells what will not be seen.
"""
