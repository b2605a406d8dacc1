"""
Moving an office's items in from its old site.

``reading`` turns files into rows, ``traps`` finds what is wrong with a row and mends what is certain,
``sections``, ``agencies`` and ``items`` write. Nothing here guesses silently: every change has a finding.
"""
