"""Poses to pictures, at authoring time: a few lines of YAML become a line drawing.

A pose is solved into a 3-D skeleton (kinematics), clothed in ellipsoids (body), projected to
outlines (silhouette), freed of hidden lines and written as SVG. Lengths are fractions of the
figure's stature; x points the way the person faces, or the feet when lying; y points up.
"""
