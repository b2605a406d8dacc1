"""
The annual report in the formats it is published in.

``tables`` lays out the three statutory tables once for all formats, ``outline`` the prose around them; each other
module writes one format from the two.
"""
